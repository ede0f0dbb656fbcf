"""Spans: arithmetic of days, and how a run of days is written as EDTF (ISO 8601-2).

A span is its earliest and latest day, both possible, either None where it is open; a precision is the grain of the words.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import get_args

from msgspec import Struct

from thucydides.nouns.daterange import DateBasis, DatePrecision

_ORDER: tuple[DatePrecision, ...] = get_args(DatePrecision)
_PLURAL: dict[DatePrecision, DatePrecision] = {"day": "days", "week": "days", "month": "months", "season": "months", "year": "years"}
SEASONS = {"spring": (3, 21), "summer": (6, 22), "autumn": (9, 23), "winter": (12, 24)}


class Span(Struct, frozen=True, gc=False):
    """A resolved time: its days, the grain of its words, the rule that read it and what it was resolved against."""

    earliest: date | None
    latest: date | None
    precision: DatePrecision
    rule: str
    basis: DateBasis = "stated"
    approximate: bool = False
    others: "tuple[Span, ...]" = ()
    edtf: str = ""


def coarser(one: DatePrecision, two: DatePrecision) -> DatePrecision:
    """The coarser of two precisions."""
    return max(one, two, key=_ORDER.index)


def plural(precision: DatePrecision) -> DatePrecision:
    """The precision of a stretch of such units: days for day, months for month."""
    return _PLURAL.get(precision, precision)


def plus(day: date, days: int) -> date:
    """A day so many days on, held within the calendar's own ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def plus_months(day: date, months: int) -> date:
    """The same day of a month so many months on, or the last day of that month where it has no such day."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def unit_span(unit: str, day: date, offset: int = 0) -> tuple[date, date]:
    """The calendar unit that holds a day, or the one so many units on; weeks begin on Monday (ISO 8601), weekends are Saturday and Sunday.

    The weekend of a day is the one that last began on or before it.
    """
    if unit in ("week", "fortnight"):
        first = plus(day, -day.weekday() + 7 * offset)
        return first, plus(first, 6)
    if unit == "weekend":
        first = plus(day, -((day.weekday() - 5) % 7) + 7 * offset)
        return first, plus(first, 1)
    if unit == "month":
        first = plus_months(day.replace(day=1), offset)
        return first, month_end(first.year, first.month)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        there = plus(day, offset)
        return there, there
    start = (day.year - (1 if unit == "century" else 0)) // years * years + (1 if unit == "century" else 0) + offset * years
    start = min(max(start, 1), 9999)
    return date(start, 1, 1), date(min(start + years - 1, 9999), 12, 31)


def third(first: date, last: date, part: str) -> tuple[date, date]:
    """The early, mid or late third of a span: days 1-10, 11-20 and 21-end of a month, four months of a year, else a third of its days.

    Source: ACLED codebook, time precision 3 (beginning, middle, end of month); thirds carried over to other spans.
    """
    index = ("early", "mid", "late").index(part)
    if first.day == 1 and last == month_end(first.year, first.month):
        return date(first.year, first.month, 10 * index + 1), last if index == 2 else date(first.year, first.month, 10 * index + 10)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        years = last.year - first.year + 1
        if years == 1:
            return date(first.year, 4 * index + 1, 1), month_end(first.year, 4 * index + 4)
        if years % 10 == 0:
            low, high = ((0, 3), (4, 6), (7, 9))[index]
            return date(first.year + low * years // 10, 1, 1), date(min(first.year + (high + 1) * years // 10 - 1, 9999), 12, 31)
    length = (last - first).days + 1
    return plus(first, index * length // 3), plus(first, -(-(index + 1) * length // 3) - 1)


def edtf(earliest: date | None, latest: date | None, precision: DatePrecision = "day", approximate: bool = False) -> str:
    """The EDTF of a span: the shortest form that holds exactly these days.

    "2025-12-24", "2025-11", "199X", "2014-22" (summer), "2025-11-21/2025-11-30". An open end is ".."; what is only about right
    carries "~". Both ends unknown is "".
    """
    mark = "~" if approximate else ""
    if earliest is None or latest is None:
        if earliest is None and latest is None:
            return ""
        start = f"{earliest.isoformat()}{mark}" if earliest else ".."
        return f"{start}/{latest.isoformat()}{mark}" if latest else f"{start}/.."
    if earliest == latest:
        return earliest.isoformat() + mark
    if precision == "season" and (code := _season(earliest, latest)):
        return code + mark
    if earliest.day == 1 and latest == month_end(latest.year, latest.month):
        if (earliest.month, latest.month) == (1, 12):
            return _years(earliest.year, latest.year, mark)
        first, last = earliest.isoformat()[:7], latest.isoformat()[:7]
        return first + mark if first == last else f"{first}{mark}/{last}{mark}"
    return f"{earliest.isoformat()}{mark}/{latest.isoformat()}{mark}"


def _years(first: int, last: int, mark: str) -> str:
    """EDTF of whole years: "2023", "199X", "19XX" or an interval."""
    if first == last:
        return f"{first:04d}{mark}"
    if first % 10 == 0 and last == first + 9:
        return f"{first // 10:03d}X{mark}"
    if first % 100 == 0 and last == first + 99:
        return f"{first // 100:02d}XX{mark}"
    return f"{first:04d}{mark}/{last:04d}{mark}"


def season_span(season: str, year: int) -> tuple[date, date]:
    """The three months of a northern meteorological season; a winter runs from December of its year into the next."""
    month = SEASONS[season][0]
    if season == "winter":
        return date(year, 12, 1), month_end(min(year + 1, 9999), 2)
    return date(year, month, 1), month_end(year, month + 2)


def _season(earliest: date, latest: date) -> str:
    """The EDTF season code of exactly these days, or ""."""
    for name, (month, code) in SEASONS.items():
        if earliest.month == month and season_span(name, earliest.year) == (earliest, latest):
            return f"{earliest.year:04d}-{code}"
    return ""
