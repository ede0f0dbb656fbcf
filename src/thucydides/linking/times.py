"""When: the days that a mention may tell of, as columns for comparison.

Days are proleptic ordinals (1 January of year 1 is 1), so that differences are days.
"""

import re
from datetime import date

from msgspec import Struct

from thucydides.linking.unit import Unit
from thucydides.nouns import DateRange

_NO_YEAR = re.compile(r"^XXXX-(\d\d)-(\d\d)")


class When(Struct, frozen=True):
    """First and last possible day, month and day (MMDD) where one day is said, and the last day the document can have appeared.

    `report` marks a date that may be the statement's; `past` a mention told in passing, for which the document's own date says little.
    `other_first`, `other_last` hold the other reading of an ambiguous date.
    """

    first: int | None = None
    last: int | None = None
    month_day: int | None = None
    report: bool = False
    published: int | None = None
    past: bool = False
    other_first: int | None = None
    other_last: int | None = None


def when(unit: Unit) -> When:
    """The days of one unit; a year that no text gives leaves month and day only."""
    said = unit.mention.date
    first, last = _days(said)
    other_first, other_last = _days(said.alternatives[0]) if said and said.alternatives else (None, None)
    return When(first, last, _month_day(said, first, last), unit.mention.date_is_report, unit.published, unit.mention.background,
                other_first, other_last)  # fmt: skip


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


def impossible(left: When, right: When, days: int) -> bool:
    """Can the two not be one occurrence by their days: more than `days` between them in every reading (`link.date.impossible`)?"""
    if left.first is not None and right.first is not None:
        return min(_gap(a, b) for a in _readings(left) for b in _readings(right)) > days
    if left.month_day is not None and right.month_day is not None:
        return _around_the_year(left.month_day, right.month_day) > days
    return False


def _readings(when: When) -> list[tuple[int, int]]:
    readings = [(when.first, when.last), (when.other_first, when.other_last)]
    return [(first, last) for first, last in readings if first is not None and last is not None]


def _gap(left: tuple[int, int], right: tuple[int, int]) -> int:
    return max(left[0] - right[1], right[0] - left[1], 0)


def _around_the_year(left: int, right: int) -> int:
    """Days between two days of the year, the shorter way round; February is given 29 days."""
    apart = abs(date(2000, left // 100, left % 100).toordinal() - date(2000, right // 100, right % 100).toordinal())
    return min(apart, 366 - apart)
