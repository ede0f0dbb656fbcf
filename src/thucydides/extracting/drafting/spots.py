"""Spots of drafts: whether two tellings name places of their own that no gazetteer knows, so that they are of two deeds.

Rule `extract.spots`. Invariant: a name that one of the two shares with the other, or a town that both name, sets nothing apart; a large
town may hold any quarter of another name.
"""

from collections.abc import Iterable

from thucydides.extracting.drafting.clashes import towns_apart
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.tellings.outlying import people_of
from thucydides.extracting.tellings.strays import KNOWN
from thucydides.grounding.places import contains
from thucydides.nouns import Place
from thucydides.nouns.place import TOWN


def spots_apart(before: Iterable[Dated], items: Iterable[Dated], villages: bool = False) -> bool:
    """Whether what is told before and what is told then were done at spots of other names, or, where `villages` count too, at a spot and
    at a known village of another name."""
    one, other = [*before], [*items]
    mine, its = (frozenset().union(*(d.telling.spots for d in told)) for told in (one, other))
    if not (mine or its):
        return False
    towns = [{p.gazetteer_id for d in told if (p := town_of(d)) is not None} for told in (one, other)]
    if towns[0] & towns[1] or mine & its:
        return False
    if not villages:
        return bool(mine and its)
    known = [{p.gazetteer_id for d in told if (p := town_of(d)) is not None and _small(p)} for told in (one, other)]
    return bool((mine and (its or known[1])) or (its and known[0]))


def towns_beside(before: Iterable[Dated], item: Dated) -> bool:
    """Whether a telling itself names a town for its deed, and all that is told before one beside it that is neither its part nor its
    whole (rule `extract.town-beside`)."""
    place = town_of(item)
    towns = [p for d in before if (p := town_of(d)) is not None]
    settled = place is not None and all(p.kind == "settlement" for p in (place, *towns))
    return settled and bool(towns) and place is not None and all(towns_apart(p, place) for p in towns)


def province_beside(before: Iterable[Dated], item: Dated) -> bool:
    """Whether a telling itself names the province of its deed, and none of the towns told before lies in it: "rebels attacked a base at
    Harasta; there was also a gun battle in the province of Deraa" (rule `extract.town-beside`)."""
    place = item.at.place if item.at is not None and item.at in item.telling.places and item.at.role == "at" else None
    if place is None or place.kind != "admin1":
        return False
    towns = [p for d in before if (p := town_of(d)) is not None and p.country == place.country]
    return bool(towns) and all(p.admin1 and not contains(place, p) for p in towns)


def dead_elsewhere(draft: Draft, item: Dated) -> bool:
    """Whether a telling has a deed of its own at a spot that no gazetteer knows and that a draft of a town does not name, and counts other
    dead there: "killed 16 in Bassam. A patrol hit a mine near Xyz; three soldiers died" (rule `extract.spots`)."""
    head, spots = item.telling.head, item.telling.spots
    own = head is not None and head.family not in ("death", "harm") and not head.definite
    if not own or item.telling.referring or item.telling.same_doers or not spots or not any(k.coarseness <= TOWN for k in draft.places):
        return False
    before, told = draft.counts("killed") - {0}, item.exact("killed") - {0}
    anew = all(spots.isdisjoint(d.telling.spots) for d in draft.items)
    return anew and bool(before and told) and before.isdisjoint(told)


def beside_it(before: Iterable[Dated], item: Dated) -> bool:
    """Whether a telling names the town of a deed that it tells as done beside what is told before, of which no town is named (rule
    `extract.besides`)."""
    adds = item.telling.besides and not item.telling.same_doers and item.own_place is not None
    return adds and all(d.own_place is None for d in before)


def _small(place: Place) -> bool:
    """Whether a place is a village or a small town, which holds no quarter of another name."""
    return place.kind == "settlement" and people_of(place) < KNOWN


def town_of(item: Dated) -> Place | None:
    """The town where a telling itself says that its deed was done."""
    place = item.at.place if item.at is not None and item.at in item.telling.places else None
    return place if place is not None and place.coarseness <= TOWN else None
