"""Of news: whether a date is one that the news of a report may have, or lies too far from it.

Invariant: what has no date may be news.
"""

from datetime import date, timedelta

from thucydides.nouns import DateRange

FAR_BACK = timedelta(days=60)
"""A single telling older than this against the newest incident of its document is background."""
AHEAD = timedelta(days=3)
"""A deed of more days behind a report is of what was put beside it later."""
WEEKS = timedelta(days=14)
"""A day of so long before a report is not that of what it tells without a day in another paragraph."""
COARSE = ("season", "year", "years", "decade", "century")
"""How finely a deed of long ago is dated."""


def long_and_news(long: DateRange | None, day: DateRange | None) -> bool:
    """Whether one date is a season or a year and the other a day of news to which nothing gives a year: "the war of 2009", "on Monday"."""
    if long is None or day is None or day.latest is not None or long.earliest is None or long.latest is None:
        return False
    return long.latest - long.earliest > FAR_BACK


def no_news(day: DateRange | None, told_on: date) -> bool:
    """Whether a day lies so long before the day of a report, or behind it, that it is none of the report's news."""
    long_before = day is not None and day.latest is not None and told_on - day.latest > FAR_BACK
    return long_before or (day is not None and day.earliest is not None and day.earliest - told_on > AHEAD)


def weeks_past(day: DateRange | None, told_on: date) -> bool:
    """Whether a date is one day of some weeks before the day of a report."""
    return day is not None and day.precision == "day" and day.latest is not None and told_on - day.latest > WEEKS


def weeks_between(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether some weeks lie between two dates."""
    if a is None or b is None or a.earliest is None or b.earliest is None or a.latest is None or b.latest is None:
        return False
    return max(a.earliest - b.latest, b.earliest - a.latest) > WEEKS


def one_undated(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether one of two dates has no year and the other a day in full."""
    return a is not None and b is not None and (a.earliest is None) != (b.earliest is None)
