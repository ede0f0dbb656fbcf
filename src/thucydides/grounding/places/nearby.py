"""Nearby: the place of a name among those that lie close to places at hand, for names that nothing else told to be places.

Invariant: a country where ordinary English words name villages gives none.
"""

import re
from collections.abc import Sequence

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.namesakes import ENGLISH
from thucydides.grounding.places.places import place_of
from thucydides.nouns.place import Place

RULE = "place.nearby"
REACH_KM, RESPELT_KM = 100.0, 80.0
"""How far a place may lie from one at hand, and one known only by a respelling."""
ONE_SPOT_KM = 30.0
"""Entries of a name no farther apart than this are one place, or a district and its seat."""
_LEAST, _BONES = 4, 3
"""Letters and consonants of a name that may be a respelling."""
_DOUBLES = re.compile(r"(.)\1+")
_KINDS = ("settlement", "admin2", "site")
_UNITS = frozenset({"admin1", "admin2"})
_ARTICLES = ("al", "el")


def known_near(name: str, places: Sequence[Place], gazetteer: Gazetteer | None = None) -> Place | None:
    """The settlement or district of a name, or of one that it respells, nearest to some places; None where none lies in their reach."""
    gazetteer = gazetteer or open_gazetteer()
    points = [p for p in places if p.latitude is not None and p.country is not None and p.country not in ENGLISH]
    for entries, reach in ((_named, REACH_KM), (_respelt, RESPELT_KM)):
        found = [
            (gap, entry.number, entry, place)
            for country in sorted({str(p.country) for p in points})
            for entry in entries(name, country, gazetteer)
            for place in points
            if place.country == country and (gap := _gap(entry, place)) <= reach
        ]
        if found:
            gap, _, entry, place = min(found, key=lambda item: item[:2])
            told = "is" if entries is _named else "is taken for a respelling of"
            return place_of(entry, f"{RULE}: {name} {told} {entry.name}, {round(gap)} km from {place.name}, which the report names")
    return None


def known_in(name: str, country: str, gazetteer: Gazetteer | None = None) -> Place | None:
    """The settlement or district of a name in a country; None where there are several far apart, or where English is spoken."""
    gazetteer = gazetteer or open_gazetteer()
    found = _named(name, country, gazetteer) if country not in ENGLISH and len(fold(name)) >= _LEAST else []
    if not found or any(haversine(e.latitude, e.longitude, found[0].latitude, found[0].longitude) > ONE_SPOT_KM for e in found):
        return None
    return place_of(found[0], f"{RULE}: {name} is the only place of the name in the country of which the report tells")


def _named(name: str, country: str, gazetteer: Gazetteer) -> list[Entry]:
    return gazetteer.named(name, _KINDS, country)


def _respelt(name: str, country: str, gazetteer: Gazetteer) -> list[Entry]:
    """The entries of which a name may be a respelling: "Fino" of Finno, "Elwak" of El Wak."""
    key = fold(name)
    if len(key) < _LEAST:
        return []
    joined = gazetteer.named(f"{key[:2]} {key[2:]}", _KINDS, country) if key[:2] in _ARTICLES else []
    alike = [e for e in map(gazetteer.entry, gazetteer.respelt(key, country)) if e.kind in _KINDS]
    few = len(skeleton(key)) < _BONES  # "Fino" is Finno, and "Beit" not Beita
    return [*joined, *(e for e in alike if not few or _DOUBLES.sub(r"\1", key) == _DOUBLES.sub(r"\1", e.key))]


def _gap(entry: Entry, place: Place) -> float:
    if place.latitude is None or place.longitude is None:
        return float("inf")
    gap = haversine(entry.latitude, entry.longitude, place.latitude, place.longitude)
    return max(0.0, gap - (place.radius_km or 0.0)) if place.kind in _UNITS else gap
