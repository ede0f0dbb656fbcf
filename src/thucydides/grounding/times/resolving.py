"""Resolving: a parsed time held against its anchor becomes a range of days with its EDTF, precision, basis and rule."""

import re
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from thucydides.grounding.times import based, combined  # noqa: F401  (they register how their kinds of forms are read)
from thucydides.grounding.times.expression import Anchor, TimeExpression
from thucydides.grounding.times.forms import Around, Bound, Calendar, Counted, Day, Form, Stated, Week, Within
from thucydides.grounding.times.meaning import Given, meant
from thucydides.grounding.times.needs import is_open, misnamed, relative_to
from thucydides.grounding.times.shifts import by_length
from thucydides.grounding.times.spans import Span as Days
from thucydides.grounding.times.spans import coarser, edtf
from thucydides.grounding.times.undated import undated
from thucydides.nouns import DateRange

_KEPT = 1 << 13  # times with their anchors: within a report, and between those of one day, the same come up again
# Any day will do to learn the grain of a form that nothing dates.
_ANY_DAY = date(2000, 6, 14)


def _merged(one: Days, two: Days, form: Form) -> Days:
    """What a form means when its document is of a range of days: both ends' answers together, or as readings where years part."""
    if (one.earliest, one.latest) == (two.earliest, two.latest):
        return two
    if is_open(form):
        return replace(two, others=(*two.others, replace(one, others=())))
    first = min(one.earliest, two.earliest) if one.earliest and two.earliest else None
    last = max(one.latest, two.latest) if one.latest and two.latest else None
    grain = coarser(two.precision, by_length(first, last)) if first and last else two.precision
    return Days(first, last, grain, two.rule, two.basis, two.approximate)


def _ends(anchor: DateRange | None) -> tuple[date, date] | None:
    """The first and last day of an anchor, None where either is unknown."""
    return (anchor.earliest, anchor.latest) if anchor and anchor.earliest and anchor.latest else None


def _beside(form: Form, incident: DateRange | None) -> tuple[date, date] | None:
    """The days that a day beside an incident is counted from: the next day follows its last, the day before comes before its first; a
    night bears the name of the day on which it begins."""
    ends = _ends(incident)
    if incident is None or ends is None or ends[0] == ends[1] or not isinstance(form, Calendar) or form.unit != "day" or not form.offset:
        return ends
    if incident.precision not in ("day", "days"):
        return ends
    first, last = ends
    night = (last - first).days == 1 and _NIGHT.search(incident.wording) is not None
    return (first, first) if form.offset < 0 or night else (last, last)


_NIGHT = re.compile(r"night\b|\bovernight", re.IGNORECASE)


@lru_cache(_KEPT)
def _at(form: Form, document: tuple[date, date] | None, incident: tuple[date, date] | None, ahead: bool) -> Days | None:
    """The days of a form for a document of a day or a range of days."""
    if document is None:
        return meant(form, Given(None, incident, ahead))
    last = meant(form, Given(document[1], incident, ahead))
    if document[0] == document[1] or last is None:
        return last
    first = meant(form, Given(document[0], incident, ahead))
    return _merged(first, last, form) if first else last


def _written(days: Days, wording: str, approximate: bool) -> DateRange:
    """A span as the noun that the record holds."""
    mark = days.approximate or approximate
    return DateRange(
        edtf(days.earliest, days.latest, days.precision, mark), days.earliest, days.latest, days.precision, days.basis, days.rule, wording,
        tuple(_written(other, wording, mark) for other in days.others),
    )  # fmt: skip


def resolve(expression: TimeExpression, anchor: Anchor) -> DateRange | None:
    """When an expression is, given its anchor: a range no finer than its words, or an undated one where the anchor it needs is missing.

    An undated answer has no ends, the basis "unknown" and an EDTF with what the words do give ("XXXX-11-26", "XXXX-11/..").
    None only where the words name a time that no calendar has.
    """
    form = expression.form
    ahead = (expression.lean or anchor.lean) == "future"
    document, incident = _ends(anchor.document), _beside(form, anchor.incident)
    days = _at(form, document, incident, ahead)
    if days is None:
        known = meant(form, Given(_ANY_DAY, (_ANY_DAY, _ANY_DAY), ahead))
        if known is None:
            return None
        return DateRange(undated(form, known.precision), None, None, known.precision, "unknown", known.rule, expression.wording)
    if days.earliest is None and days.latest is None:
        return None
    if anchor.document and expression.relative_to == "document":
        for other in anchor.document.alternatives:
            again = _at(form, _ends(other), incident, ahead)
            if again and (again.earliest, again.latest) != (days.earliest, days.latest):
                days = replace(days, others=(*days.others, replace(again, others=())))
    return _written(days, expression.wording, expression.approximate)


def contradiction_of(expression: TimeExpression, resolved: DateRange | None) -> str:
    """Why a stated weekday and the day found for its date cannot both hold, "" where they can or none is stated."""
    if expression.contradiction:
        return expression.contradiction
    form = expression.form
    while isinstance(form, Around | Bound | Week | Within | Stated | Counted):
        form = form.of
    if isinstance(form, Day) and form.weekday is not None and resolved and resolved.earliest and resolved.earliest == resolved.latest:
        return misnamed(resolved.earliest, form.weekday)
    return ""


def complete(expression: TimeExpression) -> bool:
    """Whether the words alone give the days, with no anchor."""
    return relative_to(expression.form) == "nothing"
