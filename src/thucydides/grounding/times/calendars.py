"""Calendars: days of other calendars and of named holidays, as days of ours.

The lunar Hijri calendar by `hijridate` (Umm al-Qura tables, MIT), the solar one of Iran and Afghanistan by `persiantools` (MIT).
Both are maintained and have no dependencies; `convertdate` and `jdatetime` need libraries under the LGPL. Easter by `dateutil` (BSD).
All are imported when first needed.
"""

from datetime import date, timedelta
from functools import cache

from thucydides import vocabulary
from thucydides.grounding.times.spans import month_end, plus

# Months of the lunar calendar begin with a sighting, which differs by a day or two between countries; the tables give one answer.
SIGHTING_DAYS = 1


@cache
def hijri(year: int, month: int, day: int | None) -> tuple[date, date] | None:
    """The days of a lunar Hijri day or month, one day of sighting either side; None outside the tables (1343-1500 AH)."""
    from hijridate import Hijri

    try:
        first = Hijri(year, month, day or 1)
        length = first.month_length()
        start = first.to_gregorian()
    except (ValueError, OverflowError):
        return None
    begin = date(start.year, start.month, start.day)
    end = begin if day is not None else plus(begin, length - 1)
    return plus(begin, -SIGHTING_DAYS), plus(end, SIGHTING_DAYS)


@cache
def persian(year: int, month: int, day: int | None) -> tuple[date, date] | None:
    """The days of a solar Hijri day or month; None for a day that the calendar does not have."""
    from persiantools.jdatetime import JalaliDate

    try:
        begin: date = JalaliDate(year, month, day or 1).to_gregorian()  # type: ignore[no-untyped-call]
        if day is not None:
            return begin, begin
        following: date = JalaliDate(year + month // 12, month % 12 + 1, 1).to_gregorian()  # type: ignore[no-untyped-call]
    except (ValueError, OverflowError):
        return None
    return begin, following - timedelta(days=1)


def hijri_years(year: int) -> range:
    """The lunar years that may have days in a year of ours (a lunar year is about 354.37 days, the first began in July 622)."""
    middle = round((year - 622) * 365.2425 / 354.367)
    return range(middle - 1, middle + 3)


def in_year(calendar: str, month: int, day: int | None, year: int) -> list[tuple[date, date]]:
    """The occurrences of a Hijri month or day that begin in a year of ours."""
    if calendar == "hijri":
        found = [hijri(y, month, day) for y in hijri_years(year)]
    else:
        found = [persian(y, month, day) for y in (year - 622, year - 621)]
    return sorted(span for span in set(found) if span is not None and span[0].year == year)


@cache
def holiday(name: str, year: int) -> list[tuple[date, date]]:
    """The days of a holiday in a year of ours; a holiday of the lunar calendar may fall there twice or not at all."""
    entry = vocabulary.mapping("dates")["holidays"][name]
    if "hijri" in entry:
        month, day_of_month = entry["hijri"]
        return in_year("hijri", month, day_of_month, year)
    if "fixed" in entry:
        day = date(year, *entry["fixed"])
    elif "easter" in entry:
        from dateutil.easter import easter

        day = plus(easter(year), entry["easter"])
    elif "advent" in entry:
        eve = date(year, 12, 24)
        day = plus(eve, -((eve.weekday() - 6) % 7) - 7 * (4 - entry["advent"]))
    else:
        month, weekday, which = entry["weekday"]
        first, last = date(year, month, 1), month_end(year, month)
        day = plus(first, (weekday - first.weekday()) % 7 + 7 * (which - 1))
        if which < 0:
            day = plus(last, -((last.weekday() - weekday) % 7))
    before, after = entry.get("days", (0, 0))
    return [(plus(day, before), plus(day, after))]
