"""Towns in a row: deeds told together of several towns, each of which had one of its own: "protests were held in Gao, Kidal and Mopti".

Rule `extract.towns-in-row`. Invariants: nothing is parted where people are counted or a place has a day of its own; towns in reach of each
other are one place.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.texts import text_of
from thucydides.grounding.places import distance_km
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import TOWN

_APART_KM = 15.0
_FEWEST = 2
_OF = r"(?:(?:the\s+)?(?:[\w-]+\s+){0,3}(?:cit(?:y|ies)|towns?|villages?|ports?|capital|suburbs?)\s+(?:of\s+)?)?"
_LINK = re.compile(
    rf"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as|,?\s+or)\s+(?:\w+ly\s+|also\s+|then\s+)?(?:(?:in|at|near)\s+)?{_OF}", re.IGNORECASE
)
_AND = re.compile(r"\b(?:and|as\s+well\s+as)\b")
"""What stands before the last of a row: "Zehri, Khuzdar district" is none."""
_NAMED = re.compile(r"\b(?:including|such\s+as|like)\s+(?:the\s+)?$", re.IGNORECASE)
_NOUNS = frozenset({"protest", "riot", "clash", "air", "shelling", "bomb", "attack"})
"""Families of deeds that are done in each of several towns, where a noun in the plural tells them: "troops entered Gao and Kidal" is one
advance."""


def towns_in_row(
    sentence: Span, triggers: Sequence[Trigger], harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[PlaceRef]:
    """The towns of which a sentence tells one deed each; empty where it tells of none so."""
    told = any(t.family in _NOUNS and t.noun and t.plural for t in triggers)
    if not told or any(h.people.counted for h in harms) or any(t.noun and not t.plural and not t.weak for t in triggers):
        return []
    text = text_of(sentence.doc)
    best: list[PlaceRef] = []
    row: list[PlaceRef] = []
    for place in sorted(places, key=lambda p: p.passage.start):
        start = place.passage.start - shift
        linked = bool(row) and _LINK.fullmatch(text, row[-1].passage.end - shift, start) is not None
        opens = place.role in ("at", "near") or _NAMED.search(text, sentence.start_char, start) is not None
        row = [*row, place] if linked and _is_town(place) else [place] if opens and _is_town(place) else []
        best = row if len(row) > len(best) else best
    joined = len(best) >= _FEWEST and _AND.search(text, best[-2].passage.end - shift, best[-1].passage.start - shift) is not None
    if not joined or _deeds_counted(sentence, triggers) > len(best) or not all(_apart(a, b) for a, b in combinations(best, 2)):
        return []
    return [replace(p, role="near" if p.role == "near" else "at") for p in best]


def _deeds_counted(sentence: Span, triggers: Sequence[Trigger]) -> int:
    """How many deeds a sentence counts: more than there are towns are a sum ("fought 170 battles in Muse, Namkham and Kutkai")."""
    numbers = (c.text for t in triggers if t.noun and t.plural for c in sentence.doc[t.head].children if c.dep_ == "nummod")
    return max((q.quantity.best or 0 for n in numbers for q in find_quantities(n)), default=0)


def _is_town(place: PlaceRef) -> bool:
    return place.place is not None and place.place.kind == "settlement" and place.place.coarseness <= TOWN


def _apart(one: PlaceRef, other: PlaceRef) -> bool:
    gap = distance_km(one.place, other.place) if one.place is not None and other.place is not None else None
    return gap is not None and gap > _APART_KM
