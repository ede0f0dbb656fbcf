"""Seats: places that a report names only as where a court, an office or a newspaper is, so that they say nothing of where its deeds were.

Invariant: where a report names no other places, these are left.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping

_BEFORE = 40
"""Characters before a place within which what sits there is named."""


def without_seats(refs: Sequence[PlaceRef], text: str) -> list[PlaceRef]:
    """The places without those of a court or an office there ("a court in Abuja"), or of an outlet called after them ("the Milan weekly
    Diario")."""
    left = [r for r in refs if not _is_seat(r, text)]
    return left or list(refs)


def _is_seat(ref: PlaceRef, text: str) -> bool:
    start, end = ref.passage.start, ref.passage.end
    return _sitting().search(text, max(0, start - _BEFORE), start) is not None or _outlet().match(text, end) is not None


@cache
def _sitting() -> re.Pattern[str]:
    bodies = "|".join(map(re.escape, mapping("places")["seated"]))
    return re.compile(rf"\b(?:{bodies})s? (?:in|at) (?:the (?:capital|city|town),? (?:of )?)?$", re.IGNORECASE)


@cache
def _outlet() -> re.Pattern[str]:
    outlets = "|".join(map(re.escape, mapping("places")["outlet_kinds"]))
    return re.compile(rf" (?:{outlets})\b|-based\b", re.IGNORECASE)
