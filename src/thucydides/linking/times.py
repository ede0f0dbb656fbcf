"""When: the days that a mention may tell of, as columns for comparison.

Days are proleptic ordinals (1 January of year 1 is 1), so that differences are days.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from msgspec import Struct

from thucydides.linking.folding import text_words
from thucydides.linking.unit import Unit
from thucydides.nouns import DateRange
from thucydides.vocabulary import mapping

FRESH_DAYS = 10
"""A day that lies no farther before its report appeared is news."""
_NEWS_DAYS = 1
"""A report that appears on the day of a deed or the day after tells it as the news of the day."""
_FEW_DAYS = 4
"""A deed that went on for so many days more is told by them; weeks are those of bulletins."""
_WRITTEN = frozenset({
    "date.day", "date.day-without-year", "date.listed", "date.stated-twice", "date.year-told", "date.numeric-settled", "date.numeric-shown",
})  # fmt: skip
"""The rules of dates by which a day with a number in its words is one whose day and month the text itself writes."""
_NO_YEAR = re.compile(r"^XXXX-(\d\d)-(\d\d)")


class When(Struct, frozen=True, gc=False):
    """First and last possible day, month and day (MMDD) where one day is said, and the last day the document can have appeared.

    `report` marks a date that may be the statement's; `implied` days that only follow
    from when the report appeared, `past` a mention told in passing, for which the document's own date says little.
    `firm` marks a day written out in full, year and all, `year` any date of which the text itself gives the year, `fresh` a day of the
    days before the report appeared, which is of that year.
    `written` marks a single day whose day and month the text writes ("5 May"), `news` one that its report tells on that day or the next.
    `stretch` marks a few days written out ("from 5 to 7 March").
    `weekday` is the day of the week, Monday 0, known even where nothing dates the report.
    `other_first`, `other_last` hold the other reading of an ambiguous date. `told` are the single days of all that the report tells, for
    what it is mainly about.
    """

    first: int | None = None
    last: int | None = None
    month_day: int | None = None
    report: bool = False
    published: int | None = None
    past: bool = False
    firm: bool = False
    other_first: int | None = None
    other_last: int | None = None
    told: tuple[int, ...] = ()
    implied: bool = False
    year: bool = False
    fresh: bool = False
    written: bool = False
    news: bool = False
    weekday: int | None = None
    stretch: bool = False


def days_told(tellings: Iterable[When]) -> tuple[int, ...]:
    """The single days that some tellings of one report give, those of statements left out, sorted."""
    return tuple(sorted({t.first for t in tellings if t.first is not None and t.first == t.last and not t.report}))


def only_of_report(said: DateRange | None) -> bool:
    """Whether a day is only that of the report's other deeds (rule `date.of-report`): it makes no two tellings one, and none two."""
    return said is not None and said.rule == "date.of-report"


def when(unit: Unit) -> When:
    """The days of one unit; a year that no text gives leaves month and day only."""
    said = unit.mention.date if not only_of_report(unit.mention.date) else None
    first, last = _days(said)
    other_first, other_last = _days(said.alternatives[0]) if said and said.alternatives else (None, None)
    stated = said is not None and said.basis == "stated"
    firm = stated and said is not None and said.precision in ("day", "days")
    implied = said is not None and not said.wording and said.basis == "document"
    fresh = last is not None and unit.published is not None and 0 <= unit.published - last <= FRESH_DAYS and not unit.mention.background
    return When(first, last, _month_day(said, first, last), unit.mention.date_is_report, unit.published, unit.mention.background, firm,
                other_first, other_last, implied=implied, year=stated, fresh=fresh, written=_is_written(said, first, last),
                news=_is_news(unit, implied, first, last), weekday=_weekday(said, first, last),
                stretch=_is_stretch(said, first, last))  # fmt: skip


def _is_written(said: DateRange | None, first: int | None, last: int | None) -> bool:
    """Does the text write the day and the month of a single day, and no day of the week that it is not?"""
    if said is None or first is None or first != last or said.rule not in _WRITTEN or not any(c.isdigit() for c in said.wording):
        return False
    named = _weekday_named(said.wording)
    return not said.alternatives and named in (None, date.fromordinal(first).weekday())


def _is_stretch(said: DateRange | None, first: int | None, last: int | None) -> bool:
    """Does the text write the days from which to which a deed went on, a few of them?"""
    if said is None or first is None or last is None or said.precision != "days" or said.alternatives:
        return False
    return 0 < last - first <= _FEW_DAYS and any(c.isdigit() for c in said.wording)


def _is_news(unit: Unit, implied: bool, first: int | None, last: int | None) -> bool:
    if first is None or first != last or unit.published is None or implied:
        return False
    said = unit.mention.date.wording if unit.mention.date is not None else ""
    if any(c.isdigit() for c in said) and _weekday_named(said) not in (None, date.fromordinal(first).weekday()):
        return False  # "Monday 13 November" of a year in which that is no Monday
    return 0 <= unit.published - first <= _NEWS_DAYS and not unit.mention.date_is_report and not unit.mention.background


def _weekday(said: DateRange | None, first: int | None, last: int | None) -> int | None:
    """The day of the week of a single day, or that of which alone an undated report speaks."""
    if first is not None:
        return date.fromordinal(first).weekday() if first == last else None
    return _weekday_named(said.wording) if said is not None and said.rule == "date.weekday" else None


def _weekday_named(wording: str) -> int | None:
    """The one day of the week that some words name."""
    named = {number for word in text_words(wording) if (number := _weekdays().get(word)) is not None}
    return named.pop() if len(named) == 1 else None


@cache
def _weekdays() -> Mapping[str, int]:
    words: Mapping[str, Mapping[str, int]] = mapping("dates")["words"]
    return {**words["weekday"], **words["shortday"]}


def _days(said: DateRange | None) -> tuple[int | None, int | None]:
    if said is None or (said.earliest is None and said.latest is None):
        return None, None
    first, last = said.earliest or said.latest, said.latest or said.earliest
    if first is None or last is None:
        return None, None
    return min(first, last).toordinal(), max(first, last).toordinal()


def _month_day(said: DateRange | None, first: int | None, last: int | None) -> int | None:
    if first is not None:
        day = date.fromordinal(first)
        return day.month * 100 + day.day if first == last else None
    found = _NO_YEAR.match(said.edtf) if said else None
    return int(found[1]) * 100 + int(found[2]) if found else None
