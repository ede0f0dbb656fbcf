"""Kinds: every kind of rewording by name, as the vocabulary lists them."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from thucydides.evaluating.steadiness import clauses, days, marks, numbers
from thucydides.evaluating.steadiness.edits import Rewording
from thucydides.evaluating.steadiness.words import NAME, worded
from thucydides.vocabulary import mapping

MADE: Mapping[str, Rewording] = {
    "numbers": numbers.exchanged, "date style": days.restyled, "day in front or behind": days.moved,
    "speaker in front or behind": clauses.turned, "quotation marks and dashes": marks.exchanged,
}  # fmt: skip
"""The kinds that are more than other words; of the others the vocabulary says which words."""


def kinds() -> dict[str, Rewording]:
    """Every kind of rewording by its name, in the vocabulary's order."""
    given: Mapping[str, Any] = mapping(NAME)["kinds"]
    return {name: MADE[name] if name in MADE else partial(worded, name) for name in given}
