"""Geography: how two places lie to each other, from their own fields and, where it is there, the gazetteer.

Invariant: unknown places are neither inside nor apart from any other.
"""

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from types import ModuleType
from typing import Literal

from thucydides.nouns import Place

Relation = Literal["same", "inside", "holds", "near", "apart", "unknown"]
_EARTH_KM = 6371.0088
_SPREAD = frozenset({"border", "water", "region", "mountain", "other"})
_MARGIN_KM = 15.0
_ISLE_KM = 30.0
"""The radius from which on an island is as wide as a province."""


def _gazetteer() -> ModuleType | None:
    """The gazetteer's functions, None where it is not installed."""
    try:
        from thucydides.grounding import places
    except ImportError:
        return None
    return places


def distance(one: Place, other: Place) -> float | None:
    """Great-circle distance in km, None where a point is missing."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    a, b = radians(one.latitude), radians(other.latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def level(place: Place) -> int:
    """How fine a place is: 0 a country, 1 a province, 2 a district, 3 finer; spread-out places 1."""
    if place.kind == "country" or place.precision == 6:
        return 0
    if place.kind == "admin1" or place.precision == 4:
        return 1
    if place.kind == "admin2" or place.precision == 3:
        return 2
    if place.kind == "island" and (place.radius_km or 0.0) > _ISLE_KM:
        return 1
    return 1 if place.kind in _SPREAD and place.precision not in (1, 2) else 3


def radius(place: Place) -> float:
    """How far from its point a place may reach, km; by its kind where the entry gives none."""
    if place.radius_km is not None:
        return place.radius_km
    return 150.0 if place.kind in _SPREAD else (500.0, 100.0, 30.0, 5.0)[level(place)]


@lru_cache(maxsize=1 << 16)
def relation(one: Place, other: Place) -> Relation:
    """How the first place lies to the second: the same, inside it, holding it, near it, apart from it, or unknown."""
    if one == other or (one.gazetteer_id is not None and one.gazetteer_id == other.gazetteer_id):
        return "same"
    if _inside(one, other):
        return "inside"
    if _inside(other, one):
        return "holds"
    between = distance(one, other)
    reach = radius(one) + radius(other)
    if between is not None and between <= max(reach, _MARGIN_KM):
        return "near"
    if one.country and other.country and one.country != other.country:
        return "near" if between is not None and between <= reach + _MARGIN_KM else "apart"
    if between is None:
        return "apart" if _names_differ(one, other) else "unknown"
    return "apart"


def _inside(one: Place, other: Place) -> bool:
    """Whether the first lies in the second by the hierarchy of their fields, or by the gazetteer."""
    if level(one) <= level(other) and not (level(other) == 1 and other.kind in _SPREAD):
        return False
    if other.country and one.country == other.country:
        if level(other) == 0:
            return True
        province = other.admin1 or (other.name if level(other) == 1 and other.kind == "admin1" else None)
        if other.kind == "admin1" and province and one.admin1 == province:
            return True
        district = other.admin2 or (other.name if level(other) == 2 else None)
        if level(other) == 2 and district and one.admin2 == district and (not province or one.admin1 in (None, province)):
            return True
    gazetteer = _gazetteer()
    holds = getattr(gazetteer, "contains", None)
    if holds is not None and one.latitude is not None and other.gazetteer_id is not None:
        try:
            return bool(holds(other, one))
        except (TypeError, LookupError, ValueError):
            return False
    return False


def _names_differ(one: Place, other: Place) -> bool:
    """Whether fields that both give differ."""
    return bool(one.admin1 and other.admin1 and one.admin1 != other.admin1)


def narrowed(place: Place, source: Place | None) -> Place:
    """A province or country told as scene, drawn to the part of it that faces where the deed was launched from; itself where
    that gives nothing.
    """
    narrow = getattr(_gazetteer(), "narrow", None)
    if narrow is None or source is None or level(place) > 1:
        return place
    try:
        found = narrow(place, source)
    except (TypeError, LookupError, ValueError):
        return place
    return found if isinstance(found, Place) else place
