"""Shares: what the sentences of a report count each at a place of its own.

Invariant: two shares are of places apart, and none of a sentence that tells of several places.
"""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.extracting.drafting.clashes import dates_clash, towns_apart
from thucydides.extracting.drafting.placing import choose_places
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Place
from thucydides.nouns.place import DISTRICT

NEAR_DAYS = 1
"""Days by which the count of a weekend or a night may miss those of what it counts."""


class Share(Struct, frozen=True):
    """What one sentence counts of an outcome at one place: `count` in all, by the numbers `counts`."""

    place: Place
    count: int
    counts: frozenset[int | None]


def own_place(telling: Telling) -> Place | None:
    """The one district or town where a telling says that its deed was done; None where it names none, or several apart."""
    at, _ = choose_places(telling)
    place = at.place if at is not None else None
    if place is None or place.coarseness > DISTRICT:
        return None
    roles = ("at",) if at is not None and at.role == "at" else ("at", "near")  # "In Qabatiya, south of Jenin"
    others = [r.place for r in telling.places if r.place is not None and r.role in roles]
    return None if any(towns_apart(place, o) and not _in_one_province(place, o) for o in others) else place


def _in_one_province(a: Place, b: Place) -> bool:
    """Whether two places are of one province, of whose seat it may have the name: "In Kandahar, a post in Maiwand was hit"."""
    return a.admin1 is not None and a.admin1 == b.admin1 and a.country == b.country


def count_of(telling: Telling, outcome: str) -> int:
    """How many people a telling counts or tells of one by one, parts left out; who was shot may be one of the killed."""
    told = [h for h in telling.harms if h.part_of is None and h.quantity is not None and not h.people.pronoun and not h.among]
    found = [h for h in told if h.outcome == outcome] or [h for h in told if h.struck]
    return sum(h.quantity.best or 0 for h in found if h.quantity is not None)


def is_item(telling: Telling) -> bool:
    """Whether a telling tells of a deed at a place of its own, or counts people."""
    new = telling.head is not None and not telling.head.definite
    return (own_place(telling) is not None and new) or any(count_of(telling, o) for o in ("killed", "injured"))


def wholes_of(telling: Telling, outcome: str) -> frozenset[int | None]:
    """The single numbers that a telling counts an outcome by."""
    return frozenset(
        h.quantity.best for h in telling.harms if h.outcome == outcome and h.part_of is None and h.quantity is not None
    )


def shares_of(telling: Telling, following: Sequence[Telling], outcome: str, anchor: Reckoning) -> list[Share]:
    """What the sentences behind a telling count at places apart, on no other day."""
    day = anchor.when(telling.time) if telling.time is not None and not telling.dated_by else None
    shares: list[Share] = []
    for other in following:
        place, count = own_place(other), count_of(other, outcome)
        then = anchor.when(other.time) if other.time is not None and not other.dated_by else None
        if place is None or not count or other.kind == "title" or dates_clash(day, then, NEAR_DAYS):
            continue
        near = next((s for s in shares if not towns_apart(s.place, place)), None)
        if near is None:
            shares.append(Share(place, count, wholes_of(other, outcome)))
        elif near.count < count:
            shares[shares.index(near)] = Share(near.place, count, wholes_of(other, outcome))
    return shares


def places_of(following: Sequence[Telling]) -> list[Place]:
    """The places apart at which the sentences behind a telling tell of deeds."""
    found: list[Place] = []
    for other in following:
        place = own_place(other) if is_item(other) else None
        if place is not None and all(towns_apart(place, p) for p in found):
            found.append(place)
    return found
