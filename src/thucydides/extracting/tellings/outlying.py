"""Outlying: how far a small place lies from all towns that a report names and that lie together.

Invariant: each is asked of the other places of the report, never of the place itself; what two places are apart is measured once.
"""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from heapq import nsmallest

from thucydides.grounding.actors.countries import seat_country
from thucydides.grounding.places import contains, distance_km, open_gazetteer
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.namesakes import ENGLISH
from thucydides.nouns import Place
from thucydides.nouns.place import PROVINCE

OFF_KM, RESPELT_KM, FAR_KM = 150.0, 100.0, 400.0
"""How far from all others a small place of the same report may lie at least, one known only by a respelling, and one that alone bears
its name."""
TOGETHER, TIMES = 4, 2.0
"""Of so many places at least it is told whether they lie together; a place may be so many times as far off as they are from one another."""
VILLAGE = 5_000
"""People of a place that nobody far off knows."""
RESPELT, _ONE = "taken for a respelling", "the only place of the name"
_TOWNS = frozenset({"settlement", "admin2", "site"})


class Others:
    """The places that a report names by their gazetteer ids, and what lies beside one of them."""

    def __init__(self, bearers: Mapping[str | None, Place]) -> None:
        self._bearers = bearers
        self._than = dict[str | None, list[Place]]()

    def than(self, place: Place) -> list[Place]:
        """All but a place."""
        name = place.gazetteer_id
        if name not in self._than:
            self._than[name] = [p for i, p in self._bearers.items() if i != name]
        return self._than[name]

    def off(self, place: Place) -> float | None:
        """How far a small place lies from all towns and districts of the report that lie together, where that is too far for one of them;
        None where it may be one, or the report says its province."""
        if place.kind != "settlement" or place.country in ENGLISH or people_of(place) >= VILLAGE:
            return None
        if any(o.kind == "admin1" and contains(o, place) for o in self.than(place)):
            return None
        nearest = {i: self._nearest(i, place.gazetteer_id) for i in self._towns if i != place.gazetteer_id}
        sure = [i for i, gap in nearest.items() if gap < RESPELT_KM or people_of(self._towns[i]) >= VILLAGE]
        if len(sure) < TOGETHER:
            return None
        towns = [self._towns[i] for i in sure]
        gap = min(apart(place, o) - (o.radius_km or 0 if o.kind == "admin2" else 0) for o in towns)
        between = sorted(nearest[i] for i in sure)[len(sure) * 4 // 5]
        least = RESPELT_KM if RESPELT in place.reason else FAR_KM if _ONE in place.reason else OFF_KM
        return gap if gap > max(least, TIMES * between) else None

    @cached_property
    def _towns(self) -> dict[str | None, Place]:
        """The towns and districts with a point, seats of government left out."""
        fine = {i: o for i, o in self._bearers.items() if o.kind in _TOWNS and (o.precision or PROVINCE) < PROVINCE}
        return {i: o for i, o in fine.items() if o.latitude is not None and seat_country(o.name) != o.country}

    @cached_property
    def _two(self) -> dict[str | None, list[tuple[float, str | None]]]:
        """The two nearest others of each town, the nearer first."""
        found = {}
        for i, one in self._towns.items():
            gaps = ((apart(one, other), j) for j, other in self._towns.items() if j != i)
            found[i] = nsmallest(2, gaps, key=lambda pair: pair[0])
        return found

    def _nearest(self, town: str | None, but: str | None) -> float:
        """How far the nearest other town lies, one left out."""
        return next((gap for gap, name in self._two[town] if name != but), OFF_KM)


def apart(one: Place, two: Place) -> float:
    """Kilometres between two places, none where one has no point."""
    return distance_km(one, two) or 0.0


def people_of(place: Place) -> int:
    """How many people live in a place, as far as the gazetteer tells."""
    return _people(open_gazetteer(), place.name, place.kind, place.country or "", place.gazetteer_id)


@lru_cache(10_000)
def _people(gazetteer: Gazetteer, name: str, kind: str, country: str, identifier: str | None) -> int:
    entries = gazetteer.named(name, (kind,), country)
    return max((e.population for e in entries if e.identifier == identifier), default=0)
