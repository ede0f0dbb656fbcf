"""Dates in the words that every format prints, never finer than the range that the record holds."""

import calendar
from datetime import date

from thucydides.nouns import DateRange

NO_DATE = "no date given"


def day(value: date) -> str:
    """24 December 2025."""
    return f"{value.day} {calendar.month_name[value.month]} {value.year}"


def when(value: DateRange | None) -> str:
    """A date range in words, never finer than its ends: "24–25 December 2025", "January 2026", "2022 to 2024"."""
    if value is None:
        return NO_DATE
    if value.alternatives:
        readings = [value, *(a for a in value.alternatives if (a.earliest, a.latest) != (value.earliest, value.latest))]
        return " or ".join(dict.fromkeys(_range(r) for r in readings))
    return _range(value)


def published(value: DateRange) -> str:
    """The day of a report in words. One without a day of its own is no older than the newest day it tells of, which makes it of that
    day "or later", not "since" it."""
    if value.alternatives or value.earliest is None or value.latest is not None:
        return when(value)
    return f"{day(value.earliest)} or later"


def _range(value: DateRange) -> str:
    first, last = value.earliest, value.latest
    if first is None and last is None:
        return _without_year(value.edtf)
    if first is None:
        return f"by {day(last)}" if last else NO_DATE
    if last is None:
        return f"since {day(first)}"
    if first == last:
        return day(first)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole:
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {calendar.month_name[last.month]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {calendar.month_name[first.month]} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def _months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    start, end = calendar.month_name[first.month], f"{calendar.month_name[last.month]} {last.year}"
    if first.year != last.year:
        return f"{start} {first.year} to {end}"
    return end if first.month == last.month else f"{start} to {end}"


def _without_year(edtf: str) -> str:
    parts = edtf.rstrip("~?%").split("-")
    if parts[0].upper() == "XXXX" and len(parts) > 1 and parts[1].isdigit():
        month = calendar.month_name[int(parts[1])] if 1 <= int(parts[1]) <= 12 else ""
        if month:
            return (f"{int(parts[2])} " if len(parts) > 2 and parts[2].isdigit() else "") + f"{month}, year not given"
    return NO_DATE


def opening(value: DateRange | None) -> str:
    """A date as the opening of a sentence: "On 24 December 2025", "In January 2026", "Between 24 and 27 May 2024"."""
    if value is None or (value.earliest is None and value.latest is None):
        words = when(value)
        return "At a date that no document gives" if words == NO_DATE else f"On {words}"
    words = when(value)
    if value.alternatives:
        return f"On {words}"
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return words[:1].upper() + words[1:]
    if first == last:
        return f"On {words}"
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and " to " not in words:
        return f"In {words}"
    return f"Between {day(first)} and {day(last)}"
