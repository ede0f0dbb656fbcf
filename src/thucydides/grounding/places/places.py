"""Answers: entries and points as the places of the record, and what is asked of them: distance, containment, words."""

from collections.abc import Iterable
from functools import lru_cache

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.geometry import centre, haversine
from thucydides.grounding.places.shapes import shapes
from thucydides.nouns.place import Place

_PRECISION = {"settlement": 1, "crossing": 1, "site": 1, "admin2": 3, "admin1": 4, "country": 6, "border": 5, "water": 5, "mountain": 5,
              "region": 5, "island": 5}  # fmt: skip
_SPREAD = frozenset({"island", "mountain", "region"})
NEAR_KM = 25.0
"""An islet, a valley or a hill no wider than this is told as finely as "near" a town is (UCDP where_prec 2)."""
_OPEN_WATERS = frozenset({"sea", "ocean", "gulf", "strait", "channel", "bay"})


def place_of(entry: Entry, reason: str, precision: int | None = None) -> Place:
    """A gazetteer entry as a Place, with the UCDP precision of its kind."""
    level = precision or _PRECISION.get(entry.kind, 5)
    if entry.kind == "water" and entry.sub in _OPEN_WATERS and not entry.country:
        level = 7
    if precision is None and entry.kind in _SPREAD and 0 < entry.radius <= NEAR_KM:
        level = 2
    return Place(
        name=entry.name, gazetteer_id=entry.identifier, kind=entry.kind, country=entry.country or None,  # type: ignore[arg-type]
        admin1=entry.admin1 or None, admin2=entry.admin2 or None, latitude=round(entry.latitude, 5), longitude=round(entry.longitude, 5),
        precision=level, radius_km=entry.radius, reason=reason,
    )  # fmt: skip


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance of the points of two places in km; None where either has no point."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    return _km(a.latitude, a.longitude, b.latitude, b.longitude)


_km = lru_cache(30_000)(haversine)
"""The distance of two points, worked out once: a report asks for that of the same towns again and again."""


def contains(a: Place, b: Place) -> bool:
    """Whether place `a` holds place `b`: by units where both have them, else by point and radius. A place holds itself."""
    if a.gazetteer_id and a.gazetteer_id == b.gazetteer_id:
        return True
    if a.kind == "country":
        return a.country is not None and a.country == b.country
    if a.kind == "admin1":
        return b.kind != "country" and a.country == b.country and a.admin1 is not None and a.admin1 == b.admin1
    if a.kind == "admin2" and b.admin2:
        return a.country == b.country and a.admin1 == b.admin1 and a.admin2 == b.admin2
    gap = distance_km(a, b)
    return (
        gap is not None
        and a.radius_km is not None
        and b.coarseness <= a.coarseness
        and gap + (b.radius_km or 0) / 2 <= a.radius_km
    )


def country_of(latitude: float, longitude: float) -> str | None:
    """ISO alpha-2 of the country that holds a point (coarse areas, about 1 km); None at sea."""
    entry = unit_at(latitude, longitude)
    return entry.country if entry else None


def unit_at(latitude: float, longitude: float, gazetteer: Gazetteer | None = None) -> Entry | None:
    """The province that holds a point, or None."""
    gazetteer = gazetteer or open_gazetteer()
    number = shapes(gazetteer).unit_at(latitude, longitude)
    return gazetteer.entry(number) if number is not None else None


def middle(places: Iterable[Place]) -> Place:
    """The place in the middle of several: their mean point, the finer weighing more (one over the radius), the units that hold it,
    and a radius that reaches them all.

    ValueError if none of them has a point.
    """
    known = [p for p in places if p.latitude is not None and p.longitude is not None]
    latitude, longitude = centre([(p.latitude or 0.0, p.longitude or 0.0, 1 / max(1.0, p.radius_km or 1.0)) for p in known])
    unit = unit_at(latitude, longitude)
    reach = max(haversine(latitude, longitude, p.latitude or 0.0, p.longitude or 0.0) + (p.radius_km or 0.0) / 2 for p in known)
    names = " and ".join(dict.fromkeys(p.name for p in known))
    return Place(
        name=f"between {names}" if len(known) > 1 else names, kind="other", country=unit.country if unit else None,
        admin1=unit.admin1 if unit else None, latitude=round(latitude, 5), longitude=round(longitude, 5),
        precision=max([2, *((p.precision or 2) for p in known)]) if len(known) > 1 else known[0].precision, radius_km=round(reach, 1),
        reason=f"the middle of {names}" + (f"; the point lies in {unit.name}" if unit else ""),
    )  # fmt: skip


def acled_precision(place: Place) -> int | None:
    """ACLED's geo_precision of a place: 1 a named town, 2 near one or a small area, 3 a region; None for a country only or no place."""
    if place.precision is None or place.precision >= 6:
        return None
    return {1: 1, 2: 2, 3: 2}.get(place.precision, 3)


def say_place(place: Place | None) -> str:
    """A place in words: "Darvoz, Gorno-Badakhshan, Tajikistan"; "an unknown place" for None."""
    if place is None:
        return "an unknown place"
    country = country_name(place.country)
    parts = [place.name, place.admin2, place.admin1, country]
    said: list[str] = []
    for part in parts:
        if part and part not in said and not (said and part.startswith(said[0] + " ")):
            said.append(part)
    return ", ".join(said)


def country_place(code: str, reason: str, gazetteer: Gazetteer | None = None) -> Place | None:
    """A country by its code as a Place of precision 6; None where the gazetteer has none of the code."""
    from thucydides.grounding.places.holding import country_number

    gazetteer = gazetteer or open_gazetteer()
    number = country_number(gazetteer, code)
    return place_of(gazetteer.entry(number), reason) if number is not None else None


def province_place(country: str, name: str, reason: str, gazetteer: Gazetteer | None = None) -> Place | None:
    """A province by its name and the code of its country as a Place; None where the gazetteer has none of the name."""
    from thucydides.grounding.places.holding import province_number

    gazetteer = gazetteer or open_gazetteer()
    number = province_number(gazetteer, country, name)
    return place_of(gazetteer.entry(number), reason) if number is not None else None


def country_name(code: str | None, gazetteer: Gazetteer | None = None) -> str:
    """The English name of a country by its code, the code itself where unknown, "" for None."""
    from thucydides.grounding.places.holding import country_number

    if not code:
        return ""
    gazetteer = gazetteer or open_gazetteer()
    number = country_number(gazetteer, code)
    return gazetteer.entry(number).name if number is not None else code
