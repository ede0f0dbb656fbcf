"""Undated: what can be written of a time whose anchor is missing."""

from thucydides.grounding.times.forms import (
    Around,
    Bound,
    Day,
    DayOfMonth,
    Form,
    Month,
    Overnight,
    Part,
    Season,
    Span,
    Stated,
    Week,
    Within,
)  # fmt: skip
from thucydides.grounding.times.spans import SEASONS

_BY_PRECISION = {"day": "XXXX-XX-XX", "days": "XXXX-XX-XX", "week": "XXXX-XX-XX", "month": "XXXX-XX", "months": "XXXX-XX"}


def undated(form: Form, precision: str) -> str:
    """EDTF of a time that its words do not date: what they do give, "X" for the rest."""
    match form:
        case Day():
            return f"{form.year or 'XXXX'}-{form.month:02d}-{form.day:02d}"
        case DayOfMonth():
            return f"XXXX-XX-{form.day:02d}"
        case Month():
            return f"{form.year or 'XXXX'}-{form.month:02d}"
        case Season():
            return f"{form.year or 'XXXX'}-{SEASONS[form.season][1]}"
        case Part() | Around() | Week() | Within() | Stated() | Overnight() if form.of is not None:
            return undated(form.of, precision)
        case Span():
            return f"{undated(form.first, precision)}/{undated(form.last, precision)}"
        case Bound():
            inner = undated(form.of, precision)
            return f"{inner}/.." if form.side in ("since", "after") else f"../{inner}"
    return _BY_PRECISION.get(precision, "XXXX")
