"""Where: the places that a mention names, as columns for comparison."""

from msgspec import Struct

from thucydides.grounding.same_telling import concluded
from thucydides.linking.folding import fold_area
from thucydides.linking.unit import Unit
from thucydides.nouns import Place

_SPECIFIC = 3
_PROVINCE = 4
_AT = ("at", "near", "between", "to")


class Where(Struct, frozen=True, gc=False):
    """The place of a mention: gazetteer entry, UCDP precision class, WGS84 degrees, radius in km, and its areas as folded keys.

    `province` and `district` carry their country ("TJ/khatlon"), and so does the `name` of a district or what is finer, for the gazetteer
    may know several of one name. `line` marks borders, rivers and other long or vague places.
    `others` are the specific places (district or finer) that the mention also names, the launching place among them.
    `about` are the degrees and the radius of a place that is only concluded from what else the report tells.
    """

    entry: str | None = None
    precision: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius: float = 0.0
    country: str | None = None
    province: str | None = None
    district: str | None = None
    line: bool = False
    others: tuple[str, ...] = ()
    name: str | None = None
    about: tuple[float, float, float] | None = None


def where(unit: Unit) -> Where:
    """The whereabouts of one unit: its own place, else the first place that its text says it happened at."""
    mention = unit.mention
    place = mention.place.place if mention.place and not concluded(mention.place) else None
    if place is None or (place.country is None and place.latitude is None):
        at = (r.place for r in mention.places if r.role in _AT and r.place is not None and r.place.country is not None)
        place = next(at, place)
    refs = [r.place for r in (*mention.places, mention.launched_from) if r is not None and r.place is not None]
    others = sorted({p.gazetteer_id for p in (*refs, place) if p and p.gazetteer_id and p.coarseness <= _SPECIFIC})
    if place is None:
        return Where(others=tuple(others), about=_about(unit))
    country, province = place.country, _area(place.country, place.admin1)
    district = _area(province, place.admin2)
    if place.kind == "admin1":
        province = province or _area(country, place.name)
    if place.kind == "admin2":
        district = district or _area(province or country, place.name)
    return Where(place.gazetteer_id or f"{country}/{fold_area(place.name)}", _precision(place), place.latitude, place.longitude,
                 place.radius_km or 0.0, country, province, district, place.precision == 5 or place.kind in ("border", "water"),
                 tuple(others), _area(country, place.name) if _precision(place) <= _SPECIFIC else None)  # fmt: skip


def _about(unit: Unit) -> tuple[float, float, float] | None:
    """About where a unit was that says no place itself, as far as the rest of its report lets conclude more than the country."""
    place = unit.mention.place.place if unit.mention.place is not None else None
    if place is None or place.latitude is None or place.longitude is None or _precision(place) > _PROVINCE:
        return None
    return place.latitude, place.longitude, place.radius_km or 0.0


def _area(parent: str | None, name: str | None) -> str | None:
    return f"{parent}/{fold_area(name)}" if parent and name else None


def _precision(place: Place) -> int:
    """The UCDP class; where none is given, by the kind of entry."""
    if place.precision is not None:
        return place.precision
    return {"settlement": 1, "site": 1, "crossing": 1, "admin2": 3, "admin1": 4, "country": 6}.get(place.kind, 5)
