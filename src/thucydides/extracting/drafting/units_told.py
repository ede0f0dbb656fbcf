"""Units told: the month or the year that words take up ("of that year", "the following month"), by the time told last before them."""

from collections.abc import Mapping, Sequence

from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Calendar, Form, Part, ToDate, Within
from thucydides.nouns import DateRange

BACK = 600
"""Characters before a telling within which the day lies that it counts from."""
_FINE = frozenset({"day", "days", "week"})
UNITS: Mapping[str, frozenset[str]] = {"month": _FINE | {"month"}, "year": _FINE | {"month", "season", "year"}}
"""How finely a time is told that gives a month, or a year."""


def unit_named(form: Form) -> str | None:
    """The month or year that words take up: "of that year", "in the same month", "the following year"; None where they take up none."""
    inner = form.container if isinstance(form, Within) else form.of if isinstance(form, Part | ToDate) else form
    named = isinstance(inner, Calendar) and inner.base == "incident" and inner.unit in UNITS
    return inner.unit if named and isinstance(inner, Calendar) else None


def unit_told(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression], unit: str) -> DateRange | None:
    """The time told last before a telling that gives the month or year that it takes up, whether a deed was of it or not: "In 1993
    fighting spread. On 13 September of that year" (rule `date.that-unit`)."""
    time = telling.time
    start = time.start if time is not None else telling.start
    before = [t for t in times if start - BACK <= t.start and t.end <= start and not t.window and t.lean != "future"]
    days = (anchor.when(t) for t in reversed(before) if t.relative_to != "incident")
    return next((d for d in days if d is not None and d.earliest is not None and d.precision in UNITS[unit]), None)
