"""Narrowing: the likelier part of a wide place, given where the thing came from or what it lay near.

A report says "in Khatlon, launched from Badakhshan": what was hit lies most likely on the stretch of Khatlon's edge that faces
Badakhshan. The precision class stays that of the words; the point moves and the radius shrinks, and the reason says so.
"""

from typing import Any

from msgspec.structs import replace

from thucydides.grounding.places.gazetteer import open_gazetteer
from thucydides.grounding.places.places import country_name, country_of, distance_km
from thucydides.grounding.places.shapes import Shapes, shapes
from thucydides.nouns.place import Place

_FARTHEST_KM = 250.0  # areas farther apart than this do not face each other
_LEAST_RADIUS_KM = 25.0
_WIDE = frozenset({"country", "admin1", "border", "region"})


def narrow(at: Place, launched_from: Place | None) -> Place:
    """`at` with its point on the stretch that faces `launched_from`; `at` itself where it is no wide place or they are far apart.

    Wide are countries, provinces, regions with a country, and borders. Where `launched_from` lies inside `at`, nothing is narrowed.
    """
    if launched_from is None or at.kind not in _WIDE or launched_from.latitude is None:
        return at
    known = shapes()
    here, there = _edge(at, known), _edge(launched_from, known)
    if here is None or there is None or (at.kind != "border" and _inside(at, launched_from)):
        return at
    latitude, longitude, reach, gap = known.facing(here, there)
    if gap > _FARTHEST_KM:
        return at
    radius = max(_LEAST_RADIUS_KM, reach)
    if at.radius_km is not None and radius >= at.radius_km:
        radius = at.radius_km
    what = "the stretch of it" if at.kind == "border" else "the stretch of its edge"
    reason = f"{at.reason}; narrowed to {what} that faces {_said(launched_from)}".lstrip("; ")
    return replace(at, latitude=round(latitude, 5), longitude=round(longitude, 5), radius_km=round(radius, 1), reason=reason)


def near_edge(at: Place, near: Place) -> Place:
    """`at` with its point on the part of it that lies nearest to `near` (which may be inside it)."""
    known = shapes()
    here = _edge(at, known)
    if here is None or near.latitude is None or near.longitude is None:
        return at
    gap = distance_km(at, near)
    if gap is None or gap > 2000:
        return at
    import numpy

    latitude, longitude, reach, apart = known.facing(here, numpy.array([[near.latitude, near.longitude]]))
    if apart > _FARTHEST_KM:
        return at
    return replace(
        at, latitude=round(latitude, 5), longitude=round(longitude, 5), radius_km=round(max(_LEAST_RADIUS_KM, reach, apart), 1),
        reason=f"{at.reason}; narrowed to the part nearest to {_said(near)}".lstrip("; "),
    )  # fmt: skip


def touches(country: str, region: Place) -> bool:
    """Whether a country reaches into a region that no one country holds, as far as the region's point and radius say."""
    import numpy

    if region.latitude is None or region.longitude is None:
        return False
    if country_of(region.latitude, region.longitude) == country:
        return True
    known = shapes()
    edge = known.edge(country, None)
    if edge is None:
        return False
    *_, apart = known.facing(edge, numpy.array([[region.latitude, region.longitude]]))
    return apart <= max(_LEAST_RADIUS_KM, region.radius_km or 0.0)


def _edge(place: Place, known: Shapes) -> Any:
    """What of a place can face another: its outline where it is a province or country, its line where a border, else its point."""
    import numpy

    gazetteer = open_gazetteer()
    if place.kind == "border" and place.gazetteer_id and place.gazetteer_id.startswith("border:"):
        return known.line(*place.gazetteer_id.removeprefix("border:").split("-"))
    if place.kind == "country" and place.country:
        return known.edge(place.country, None)
    if place.kind == "admin1" and place.admin1 and place.country:
        for entry in gazetteer.named(place.admin1, ("admin1",), place.country):
            edge = known.edge(place.country, entry.number)
            if edge is not None:
                return edge
    if place.latitude is None or place.longitude is None:
        return None
    return numpy.array([[place.latitude, place.longitude]])


def _inside(at: Place, other: Place) -> bool:
    if at.country != other.country:
        return False
    return at.kind == "country" or (at.kind == "admin1" and at.admin1 == other.admin1)


def _said(place: Place) -> str:
    country = country_name(place.country)
    return place.name if not country or country == place.name else f"{place.name} ({country})"
