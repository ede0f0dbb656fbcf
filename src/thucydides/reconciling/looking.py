"""Looking: what the incidents that a count implies and nobody tells must look like: when, where, how many died, and of whom.

Invariant: a day that only a reader of the report itself can know is told by its date.
"""

import re
from collections.abc import Sequence

from thucydides.grounding.times.english import MONTHS
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.asking import window_words
from thucydides.reconciling.context import Context
from thucydides.reconciling.naming import day, listed

SEVERAL = 20
"""Deaths told nowhere from which on they are hardly those of one incident."""
_FROM_TODAY = re.compile(r"(?:this|last)\b|(?:in|over|within|during) (?:the )?(?:past|last|this)\b")
_NO_DAY = re.compile(
    r"\b(?:today|yesterday|tonight|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|consecutive|straight|running|weekend|ago"
    r"|since then)\b",
    re.IGNORECASE,
)
"""Words that only a reader of the report itself can put a day to."""
_NAMES = re.compile(rf"\d|\b(?:{'|'.join(m for m in MONTHS if len(m) > 2)})\b", re.IGNORECASE)


def question_window(context: Context, one: Checked) -> str:
    """The window for the question: as the text words it, but "since ..." where the words end a clause that opens so."""
    said = window_words(context, one.aggregate)
    if one.reading is not None and one.reading.since and not said.startswith("since"):
        return one.check.reading if one.check.reading.startswith("since") else said
    return said


def looks(context: Context, one: Checked, unmet: Sequence[str]) -> str:
    """What a missing incident must look like: when, where, how many died, and of whom; "" where nothing is surely missing."""
    check, area = one.check, one.aggregate.area
    deaths, incidents = check.residual_deaths, check.residual_incidents
    if not deaths[0] and not incidents[0] and not unmet:
        return ""
    told_of = incidents[0] or 1
    several = told_of > 1 or (deaths[0] or 0) >= SEVERAL
    parts = [f"{counts.number(told_of)} incidents" if told_of > 1 else "incidents" if several else "an incident"]
    parts.append(_when(context, one))
    if area is not None and area.name:
        parts.append(f"{'on the' if area.kind == 'border' and not area.name.startswith('the ') else 'in'} {area.name}")
    told = " ".join(p for p in parts if p)
    if deaths[0]:
        told += f", with {counts.span(*deaths)} dead" + (" in all" if several else "")
    if unmet:
        told += f", {listed(unmet)} among those harmed: the count names them and no recorded incident has any"
    return told


def _when(context: Context, one: Checked) -> str:
    """When to look: as the text words it, but by its days where the words speak from the day of the report ("this month", "on Tuesday")."""
    said = question_window(context, one)
    reading = one.reading
    if _NO_DAY.search(said) and not _NAMES.search(said) and reading is not None and reading.first is not None and reading.last is not None:
        if reading.since:
            return f"since {day(reading.first)}"
        return f"on {day(reading.first)}" if reading.first == reading.last else f"from {day(reading.first)} to {day(reading.last)}"
    return f"in {one.check.reading}" if _FROM_TODAY.match(said) and one.check.reading.casefold() not in said.casefold() else said
