"""Spans: how two date ranges lie to each other, those without a year and those with several readings among them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from thucydides.nouns import DateRange

_YEARLESS = re.compile(r"^XXXX-(\d\d)(?:-(\d\d))?$")
_GRAIN = {"day": 1, "days": 4, "week": 7, "month": 31, "months": 92, "season": 92, "year": 366, "years": 1000, "unknown": 9999}


@cache
def month_and_day(edtf: str) -> tuple[int, int | None] | None:
    match = _YEARLESS.match(edtf)
    return (int(match[1]), int(match[2]) if match[2] else None) if match else None


def span(when: DateRange) -> tuple[date | None, date | None, str]:
    """What makes two ranges the same: their ends, or the EDTF where the year is unknown."""
    return when.earliest, when.latest, when.edtf if when.earliest is None else ""


def readings(when: DateRange) -> Iterator[DateRange]:
    """The range and its other readings."""
    yield when
    yield from when.alternatives


def allows(outer: DateRange, inner: DateRange) -> bool:
    """Whether a wording can speak of a range: it holds the range, by any of its readings."""
    return any(_holds(reading, inner) for reading in readings(outer))


def _holds(outer: DateRange, inner: DateRange) -> bool:
    yearless = month_and_day(outer.edtf) if outer.earliest is None else None
    if yearless is not None and inner.earliest is not None and inner.latest is not None:
        month, day = yearless
        return (
            inner.earliest.month == inner.latest.month == month
            and (day is None or inner.earliest.day == inner.latest.day == day)
            and inner.earliest.year == inner.latest.year
        )
    if yearless is not None:
        return outer.edtf == inner.edtf or (inner.earliest is None and inner.edtf.startswith(outer.edtf))
    if outer.earliest is None or outer.latest is None or inner.earliest is None or inner.latest is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def meet(one: DateRange, other: DateRange) -> bool:
    """Whether one day can be true of both wordings."""
    for a in readings(one):
        for b in readings(other):
            if _holds(a, b) or _holds(b, a):
                return True
            if a.earliest and a.latest and b.earliest and b.latest and a.earliest <= b.latest and b.earliest <= a.latest:
                return True
            if _in_some_year(a, b) or _in_some_year(b, a):
                return True
    return False


def _in_some_year(bare: DateRange, when: DateRange) -> bool:
    """Whether a day or month without a year falls into a range in some year."""
    found = month_and_day(bare.edtf) if bare.earliest is None else None
    if found is None or when.earliest is None or when.latest is None:
        return False
    month, number = found
    for year in range(when.earliest.year, when.latest.year + 1):
        last = monthrange(year, month)[1]
        first = date(year, month, min(number or 1, last))
        if first <= when.latest and when.earliest <= date(year, month, min(number or last, last)):
            return True
    return False


def days(when: DateRange) -> int:
    """How many days a range spans; yearless ranges come after all others of their grain."""
    if when.earliest is None or when.latest is None:
        return 10000 + _GRAIN[when.precision]
    return (when.latest - when.earliest).days + 1
