"""Told places: where a deed was done by all that one report's sentences say of it.

Invariant: the place is one that a telling names; a province never goes before a town inside it.
"""

import re
from collections.abc import Sequence

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.grounding.places import contains, distance_km
from thucydides.grounding.places.fold import fold
from thucydides.nouns import Place, PlaceRef
from thucydides.nouns.place import DISTRICT

FAR_CLASS = 3
"""The precision class of a place told by a long way from a named one."""
INTO_KM = 15.0
"""How far from a town a place lies that is none of its quarters."""
_HEADS = ("title", "summary")
_MEASURED = re.compile(r"\d+ ?(?:km|kilomet|miles?\b)", re.IGNORECASE)


def told_place(draft: Draft) -> PlaceRef | None:
    """The first place at which the deed is told, made finer by later places inside it; a town by which a title or the report's first
    words shorten where it was goes behind the town told in full (rule `place.shortened`)."""
    told = [(d, d.at) for d in draft.items if d.at is not None and d.at.place is not None]
    if not told:
        return None
    places = [(d, r.place) for d, r in told if r.place is not None]
    ranked = [(r.place is not None and r.place.kind == "country", _shortened(d, r, places), _far_from_named(r), r) for d, r in told]
    weighted = [r for *_, r in sorted(ranked, key=lambda i: i[:3])]
    chosen = weighted[0]
    for ref in weighted[1:]:
        if (
            ref.place is not None
            and chosen.place is not None
            and ref.place.coarseness < chosen.place.coarseness
            and contains(chosen.place, ref.place)
        ):
            chosen = ref
    return chosen


def _shortened(item: Dated, ref: PlaceRef, told: Sequence[tuple[Dated, Place]]) -> bool:
    """Whether a town is told in a title, or is the one after which its province is called, and another of the province is told later."""
    town = ref.place
    if town is None or town.kind != "settlement" or town.admin1 is None:
        return False
    title = item.telling.kind in _HEADS
    if not title and not _of_its_province(town):
        return False
    others = [p for d, p in told if d.telling.kind not in _HEADS and d.telling.start > item.telling.start]
    return any(_beside(town, p) for p in others) and all(p.gazetteer_id != town.gazetteer_id for p in others)


def _of_its_province(town: Place) -> bool:
    """Whether a province is called after the town: "Herat" may be either."""
    return town.admin1 is not None and fold(town.name) == fold(town.admin1)


def _beside(town: Place, other: Place) -> bool:
    """Whether another town or district of the province of a town lies apart from it."""
    apart = distance_km(town, other)
    one = other.country == town.country and other.admin1 == town.admin1 and other.coarseness <= DISTRICT
    return one and apart is not None and apart > INTO_KM and not contains(other, town)


def _far_from_named(ref: PlaceRef) -> bool:
    """Whether a place is only told by a long way from another ("400 km northeast of Damascus"): a name says more."""
    return ref.place is not None and _MEASURED.match(ref.place.name) is not None and ref.place.coarseness >= FAR_CLASS
