"""Needs: what a form lacks that only an anchor gives, and whether a complete date contradicts its own weekday."""

from datetime import date
from functools import lru_cache

from thucydides.grounding.times.expression import RelativeTo
from thucydides.grounding.times.forms import (
    Around,
    Bound,
    Calendar,
    Counted,
    Day,
    DayOfMonth,
    Either,
    Foreign,
    Form,
    Holiday,
    Month,
    Overnight,
    Part,
    Season,
    Shift,
    Span,
    Stated,
    Stretch,
    ToDate,
    Week,
    Weekday,
    Within,
)  # fmt: skip

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KEPT = 1 << 13  # forms of which the answer is kept: the same few make up most of any newspaper
_RANK: dict[RelativeTo, int] = {"nothing": 0, "document": 1, "incident": 2}


@lru_cache(_KEPT)
def is_open(form: Form) -> bool:
    """Whether a form lacks a year that its words would have to give."""
    match form:
        case Day() | Month() | Season() | Holiday() | Foreign():
            return form.year is None
        case Part() | Around():
            return is_open(form.of)
        case Span():
            return is_open(form.first) and is_open(form.last)
    return False


@lru_cache(_KEPT)
def relative_to(form: Form) -> RelativeTo:
    """What a form needs beside its words: nothing, the document's date (for a missing year too), or the incident last told."""
    match form:
        case Shift() | Stretch() | Calendar():
            return form.base
        case Weekday() | DayOfMonth() | ToDate():
            return "document"
        case Overnight():
            return "document" if form.of is None else relative_to(form.of)
        case Day() | Month() | Season() | Holiday() | Foreign():
            return "nothing" if form.year is not None else "document"
        case Part() | Around() | Week() | Counted() | Bound():
            return relative_to(form.of)
        case Span():
            if _takes_year(form.first, form.last):
                return relative_to(form.last)
            return max((relative_to(form.first), relative_to(form.last)), key=_RANK.__getitem__)
        case Within():
            return relative_to(form.container)
        case Stated():
            inner = relative_to(form.of)
            return inner if inner == "nothing" else relative_to(form.hint)
        case Either():
            return relative_to(form.first)
    return "nothing"


def _takes_year(first: Form, last: Form) -> bool:
    """Whether the first of a pair has its year from the last ("March to May 2023")."""
    return is_open(first) and relative_to(last) == "nothing"


def contradiction(form: Form) -> str:
    """Why a complete date and its weekday cannot both hold ("24 December 2025 was a Wednesday, not a Monday"), else ""."""
    if isinstance(form, Day) and form.year is not None:
        return misnamed(date(form.year, form.month, form.day), form.weekday)
    if isinstance(form, Span):
        return contradiction(form.first) or contradiction(form.last)
    if isinstance(form, Part | Around | Bound | Week | Within | Stated | Counted):
        return contradiction(form.of)
    return ""


def misnamed(day: date, weekday: int | None) -> str:
    """Why a day is not of a weekday, "" where it is or none is given."""
    if weekday is None or day.weekday() == weekday:
        return ""
    return f"{day.day} {day:%B} {day.year} was a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}"
