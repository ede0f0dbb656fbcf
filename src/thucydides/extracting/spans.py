"""Spans: how many days a date range is wide, and whether two can meet, with or without a year."""

import re
from calendar import day_name
from datetime import date, timedelta
from functools import lru_cache

from thucydides.nouns import DateRange

_DIGIT = re.compile(r"\d")
_KEPT = 10_000
"""So many ranges of days are worked out once: a long report holds the same few against one another again and again."""
_Days = tuple[str, date | None, date | None]
"""A range of days as EDTF, its earliest and its latest day."""
UNKNOWN = 4000
"""Days given to a range of which nothing can be told."""
_GRAIN = {"day": 0, "days": 3, "week": 6, "month": 30, "months": 90, "season": 91, "year": 365, "years": 2000}


def days_wide(value: DateRange) -> int:
    """Days between the earliest and the latest possible day: 0 for one day; a missing year is no width."""
    if value.earliest is not None and value.latest is not None:
        return (value.latest - value.earliest).days
    ends = [_day(part) for part in value.edtf.split("/")]
    first, last = ends[0], ends[-1]
    if first is not None and last is not None:
        return (last - first).days % 366
    return _GRAIN.get(value.precision, UNKNOWN)


def is_bare(value: DateRange) -> bool:
    """Whether a range says neither year, month nor day: a weekday of no known week."""
    return _DIGIT.search(value.edtf) is None


def yearless_clash(a: DateRange, b: DateRange) -> bool:
    """Whether two ranges, one of them at least without its year, cannot meet in any year that the other leaves open."""
    return _never_meet((a.edtf, a.earliest, a.latest), (b.edtf, b.earliest, b.latest))


@lru_cache(_KEPT)
def _never_meet(a: _Days, b: _Days) -> bool:
    years = {d.year for d in (*a[1:], *b[1:]) if d is not None} or {2000}
    spans = [(_ends(a, y), _ends(b, y)) for y in range(min(years), min(max(years), min(years) + 50) + 1)]
    known = [(x, y) for x, y in spans if x is not None and y is not None]
    return bool(known) and not any(x[0] <= y[1] and y[0] <= x[1] for x, y in known)


def _ends(days: _Days, year: int) -> tuple[date, date] | None:
    """The first and last day of a range, a missing year taken to be `year`; None where the range is open or has no month."""
    edtf, earliest, latest = days
    if earliest is not None and latest is not None:
        return earliest, latest
    parts = [p.strip("~?%").replace("XXXX", f"{year:04d}") for p in edtf.split("/")]
    first, last = _day(parts[0]) or _month(parts[0], 1), _day(parts[-1]) or _month(parts[-1], 0)
    return (first, last) if first is not None and last is not None and first <= last else None


def _month(part: str, first: int) -> date | None:
    try:
        start = date.fromisoformat(f"{part}-01")
    except ValueError:
        return None
    return start if first else date(start.year + start.month // 12, start.month % 12 + 1, 1) - timedelta(days=1)


@lru_cache(_KEPT)
def _day(part: str) -> date | None:
    plain = part.strip("~?%").replace("XXXX", "2000")
    try:
        return date.fromisoformat(plain)
    except ValueError:
        return None


_WEEKDAYS = [day[:3].lower() for day in day_name]
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_OF_A_NIGHT = re.compile(r"\b(?:night|overnight|midnight|evening|early|dawn|hours)\b", re.IGNORECASE)


def weekdays_clash(a: DateRange, b: DateRange) -> bool:
    """Whether two days of a report of no known date, one of them at least a bare weekday, are of two weekdays: "on Friday" and "on
    Wednesday, 24 March" (rule `date.two-weekdays`). The two days of a night are none."""
    if not (is_bare(a) or is_bare(b)) or a.precision != "day" or b.precision != "day":
        return False
    first, second = _weekday(a), _weekday(b)
    if first is None or second is None or first == second:
        return False
    next_to = (first - second) % 7 in (1, 6)
    return not (next_to and any(_OF_A_NIGHT.search(d.wording) for d in (a, b)))


def _weekday(value: DateRange) -> int | None:
    """The weekday of a day, 0 for Monday, by its date or the one word for it in its wording."""
    if value.earliest is not None and value.earliest == value.latest:
        return value.earliest.weekday()
    return _weekday_said(value.wording)


@lru_cache(_KEPT)
def _weekday_said(wording: str) -> int | None:
    named = {m[1][:3].lower() for m in _WEEKDAY.finditer(wording)}
    return _WEEKDAYS.index(min(named)) if len(named) == 1 else None
