"""Seats: places that a report names only as where a court, an office or a newspaper is, so that they say nothing of where its deeds were.

Invariant: where a report names no other places, these are left.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.grounding.places.lexicon import lexicon
from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping

_BEFORE = 40
"""Characters before a place within which what sits there is named."""


def without_seats(refs: Sequence[PlaceRef], text: str) -> list[PlaceRef]:
    """The places without those of a court or an office there ("a court in Abuja"), or of an outlet called after them ("the Milan weekly
    Diario")."""
    left = [r for r in refs if not is_seat(r, text)]
    return left or list(refs)


def is_seat(ref: PlaceRef, text: str) -> bool:
    """Whether a place is named as where a court or an office sits, or by an outlet called after it, and nothing is done at these."""
    start, end = ref.passage.start, ref.passage.end
    sits = _sitting().search(text, max(0, start - _BEFORE), start)
    if sits is not None and not _scene().search(text, max(0, sits.start() - _BEFORE), sits.start()):
        return True
    return _outlet().match(text, end) is not None


@cache
def _scene() -> re.Pattern[str]:
    """What stands before a court or an office at which something is done: "outside a court in Medina", "stormed the ministry in Aden"."""
    words = lexicon().sets
    leading = "|".join(sorted(map(re.escape, words["leading"] | words["striking"] | {"of"})))
    return re.compile(rf"\b(?:{leading})\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)


@cache
def _sitting() -> re.Pattern[str]:
    bodies = "|".join(map(re.escape, mapping("places")["seated"]))
    return re.compile(rf"\b(?:{bodies})s? (?:in|at) (?:the (?:capital|city|town),? (?:of )?)?$", re.IGNORECASE)


@cache
def _outlet() -> re.Pattern[str]:
    outlets = "|".join(map(re.escape, mapping("places")["outlet_kinds"]))
    return re.compile(rf" (?:{outlets})\b|-based\b", re.IGNORECASE)
