"""Taken up: the year that words take up ("of that year", "the following year"), where the time told last before them gives it.

Invariant: a time behind it that leaves its own year open, or counts from what was told, leaves what follows to the incident last told.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from thucydides.grounding.times.expression import TimeExpression
from thucydides.grounding.times.forms import Around, Bound, Calendar, Day, Form, Month, Part, Span, Within, Years
from thucydides.grounding.times.needs import relative_to

REACH = 600
"""Characters behind a year within which words take it up."""


def with_years(found: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The times of a text, those that take up a year told right before them with that year (rule `date.that-unit`)."""
    year: int | None = None
    end = 0
    for time in found:
        offset = _offset(time.form)
        if offset is not None and year is not None and time.start - end <= REACH:
            whole = Years(year + offset)
            form = Within(time.form.of, whole) if isinstance(time.form, Within) else whole
            time = replace(time, form=form, relative_to=relative_to(form))
        told = _year(time.form)
        if time.lean != "future" and (told is not None or (not time.window and _dated(time.form))):
            year, end = told, time.end
        yield time


def _offset(form: Form) -> int | None:
    """By how many years the year that words take up is off that told: 0 for "that year", 1 for "the following year"."""
    inner = form.container if isinstance(form, Within) else form
    taken = isinstance(inner, Calendar) and inner.base == "incident" and inner.unit == "year"
    return inner.offset if taken and isinstance(inner, Calendar) else None


def _year(form: Form) -> int | None:
    """The one year that a time gives itself."""
    match form:
        case Years():
            return form.first if form.count == 1 else None
        case Day() | Month():
            return form.year
        case Within():
            return _year(form.container)
        case Part() | Around() | Bound():
            return _year(form.of)
        case Span():
            return _year(form.last)
        case _:
            return None


def _dated(form: Form) -> bool:
    """Whether a time is of a day, a month or a year of its own, told from whatever."""
    return not isinstance(form, Calendar) or form.unit not in ("day", "night")
