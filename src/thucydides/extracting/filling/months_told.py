"""Months told: of which month a day without one is ("On 5 December ... On the 8th"), by the month that a document tells last before it.

Invariants: only a month told shortly before, or by a heading, is taken; never a day ahead of the document's own.
"""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.times import TimeExpression, find_times
from thucydides.grounding.times.forms import Calendar, Day, DayOfMonth, Month, Part, Span, ToDate
from thucydides.nouns import DateRange, Document

REACH = 700
"""Characters behind a month within which a day without its month is of it."""
TURNED = 15
"""Days by which a day lies before that told last, from which on it is of the next month: "On 28 May ... on the 3rd"."""
NEWS = 20
"""Days before a report within which a day without its month is the latest such day, whatever month was told before it."""
_LEAP = 2000


class MonthTold(Struct, frozen=True):
    """Where a text tells a month, which, of what year and with what day (0 where none is told); `heads` where a heading tells it."""

    start: int
    year: int | None
    month: int
    day: int
    heads: bool


def months_told(document: Document) -> tuple[MonthTold, ...]:
    """Every month that a text tells where some day of it lacks its own, or is told as one of "the month", in order; of a stretch of days
    the last day; none that only counts or looks ahead."""
    times = find_times(document.text)
    if not any(isinstance(t.form, DayOfMonth) or in_the_month(t) for t in times):
        return ()
    heads = [(b.start, b.end) for b in document.blocks if b.kind == "heading"]
    found = []
    for time in times:
        form = time.form.last if isinstance(time.form, Span) else time.form.of if isinstance(time.form, Part) else time.form
        if not time.window and time.lean != "future" and isinstance(form, Day | Month):
            day = form.day if isinstance(form, Day) else 0
            found.append(MonthTold(time.start, form.year, form.month, day, any(a <= time.start < b for a, b in heads)))
    return tuple(found)


def of_month(told: Sequence[MonthTold], time: TimeExpression, published: DateRange | None) -> TimeExpression | None:
    """A day without its month as the day of the month told last before it (rule `date.day-of-month`); None where there is none, or where
    the document's own day says it."""
    form = time.form
    if not isinstance(form, DayOfMonth):
        return None
    last = next((m for m in reversed(told) if m.start < time.start), None)
    if last is None or (time.start - last.start > REACH and not last.heads):
        return _of_dateline(time, form, published)
    year, month = last.year, last.month
    if last.day - form.day >= TURNED:
        year, month = (year + month // 12 if year is not None else None), month % 12 + 1
    written = published.latest if published is not None else None
    day = _day(year or (written.year if written is not None else _LEAP), month, form.day)
    if day is None or (form.weekday is not None and year is not None and day.weekday() != form.weekday):
        return None
    if written is not None and year is not None and written < day:
        return None
    if written is not None and published is not None and published.precision == "day" and 0 <= (written - day).days < NEWS:
        return None
    return replace(time, form=Day(month, form.day, year, form.weekday), relative_to="nothing" if year is not None else "document")


def in_the_month(time: TimeExpression) -> bool:
    """Whether a time is a part of "the month" that a text speaks of: "later in the month", "at the end of the month"."""
    inner = time.form.of if isinstance(time.form, ToDate | Part) else None
    return isinstance(inner, Calendar) and inner == Calendar("month", 0) and _THE_MONTH.search(time.wording) is not None


_THE_MONTH = re.compile(r"\bthe\s+month$", re.IGNORECASE)


def month_meant(told: Sequence[MonthTold], time: TimeExpression) -> TimeExpression | None:
    """The day, or the month, told last before words on "the month", which is of it (rule `date.the-month`); None for other words."""
    last = next((m for m in reversed(told) if m.start < time.start), None)
    if last is None or not in_the_month(time) or (time.start - last.start > REACH and not last.heads):
        return None
    day = last.day and isinstance(time.form, ToDate)
    form = Day(last.month, last.day, last.year) if day else Month(last.month, last.year)
    return replace(time, start=last.start, form=form, relative_to="nothing" if last.year is not None else "document", lean="")


def _of_dateline(time: TimeExpression, form: DayOfMonth, published: DateRange | None) -> TimeExpression | None:
    """The latest such day before that of a date line without a year ("Jan 29")."""
    if published is None or published.latest is not None or not _YEARLESS.fullmatch(published.edtf):
        return None
    month, day = int(published.edtf[5:7]), int(published.edtf[8:])
    return replace(time, form=Day(month if form.day <= day else (month - 2) % 12 + 1, form.day, None, form.weekday))


_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
