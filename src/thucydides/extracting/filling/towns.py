"""Towns: the town that a report names for a place that is only a part of one.

Invariant: a town is one that the report names; a place that no words call a part of a town has none.
"""

import re
from collections import Counter
from collections.abc import Sequence

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.datelines import heads_report
from thucydides.grounding.places import distance_km
from thucydides.nouns import Document, Place, PlaceRef

REACH_KM = 60.0
"""How far the point of a part of a town may lie from the town's (that of quarters, rule `place.quarter`)."""
_PART = r"(?:neighbou?rhood|quarter|section|borough)"
_AFTER = re.compile(rf"\W{{0,2}}\s?{_PART}\b", re.IGNORECASE)
_INSIDE = re.compile(rf"\b{_PART}\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:neighbou?rhood|quarter|section|borough|district|suburb|area|part|side) of (?:the )?$", re.IGNORECASE)
_JOINED = 25
"""Characters between a part and the town that it is said to be of."""


def town_of(document: Document, ref: PlaceRef | None, around: Surroundings) -> PlaceRef | None:
    """Where the report names the town that `ref` is a part of or stands for (rule `place.town`); None where it is no part of one."""
    if ref is None or ref.place is None:
        return None
    towns = [p.ref for p in around.places if _is_town(p.ref, ref)]
    stood = [t for t in towns if t.place is not None and t.place.gazetteer_id == ref.place.gazetteer_id and _own_name(t)]
    if stood and not _own_name(ref):
        return stood[0]
    others = [t for t in towns if t.place is not None and t.place.gazetteer_id != ref.place.gazetteer_id]
    behind = next((t for t in others if ref.passage.end <= t.passage.start <= ref.passage.end + _JOINED), None)
    if behind is not None and _OF.search(document.text, ref.passage.end, behind.passage.start):
        return behind
    return _most_named(ref.place, others) if _is_part(document, ref, around) else None


def _is_town(town: PlaceRef, ref: PlaceRef) -> bool:
    return town.place is not None and town.place.kind == "settlement" and town.passage != ref.passage and town.role != "origin"


def _own_name(ref: PlaceRef) -> bool:
    """Whether a place is named by its own name, not by one that stands for it."""
    return ref.place is not None and ref.place.name.casefold() in ref.wording.casefold()


def _is_part(document: Document, ref: PlaceRef, around: Surroundings) -> bool:
    """Whether the report somewhere calls a place a part of a town: "the Englewood neighborhood", "Englewood, a quarter"."""
    if _INSIDE.search(ref.wording):
        return True
    name = ref.place.gazetteer_id if ref.place is not None else None
    alike = [p.ref for p in around.places if p.ref.place is not None and p.ref.place.gazetteer_id == name]
    return any(_INSIDE.search(r.wording) or _AFTER.match(document.text, r.passage.end) for r in alike)


def _most_named(part: Place, towns: Sequence[PlaceRef]) -> PlaceRef | None:
    """The town that the report names most, its dateline counted thrice; among equals one within reach, the first of them."""
    named: Counter[str | None] = Counter()
    for town in towns:
        dateline = heads_report(town.wording, town.passage.start)
        named[town.place.gazetteer_id if town.place is not None else None] += 3 if dateline else 1

    def worth(town: PlaceRef) -> tuple[int, bool]:
        gap = distance_km(part, town.place) if town.place is not None else None
        near = gap is not None and gap <= REACH_KM
        return (named[town.place.gazetteer_id] if town.place is not None else 0) + near, near

    best = max(towns, key=worth, default=None)
    return best if best is not None and worth(best) > (1, False) else None
