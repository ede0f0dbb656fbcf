"""Offsets: places told by how far they lie from another: "50 km north of X", "20 km from X"."""

import re

from msgspec.structs import replace

from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import offset
from thucydides.grounding.places.places import unit_at
from thucydides.nouns.place import Place

_BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
_POINTS = frozenset({"settlement", "admin2", "site", "crossing"})
_DISTANCE = re.compile(r"\d[^\d]{0,60} (?:of|from) ")  # what wordings of `_OFFSET` and `_AWAY` cannot be without, in lower case
_TOWN = r"(?:(?:[a-z]+ )?(?:town|city|village|capital|port)(?: city)?(?: of|,)? )"  # "of the capital, Kinshasa"
_OFFSET = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|approximately|just) )?(\d[\d,.]*)(?:\s|-)?"
    r"(km|kms|kilomet(?:er|re)s?|mi|miles?)\)?(?: \([^)]{1,30}\))? "
    r"(?:to the )?(north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)? (?:of|from) (?:the |its |central )?"
    rf"{_TOWN}?$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(\d[\d,.]*)(?:\s|-)?(km|kms|kilomet(?:er|re)s?|mi|miles?)\)? (?:away )?from (?:the |its )?"
    rf"(?:[A-Z]\w+ )?{_TOWN}?$"
)
_KM = {"k": 1.0, "m": 1.609344}


def told_from(place: Place, before: str, gazetteer: Gazetteer) -> Place:
    """A place as the words before its name move it; itself where they do not."""
    if place.kind not in _POINTS:
        return place
    lower = before.lower()
    if not ("km" in lower or "mi" in lower or "kilom" in lower) or not _DISTANCE.search(lower):
        return place
    at = _OFFSET.search(before)
    if at is not None:
        return _moved(place, at, gazetteer)
    off = _AWAY.search(before) if place.kind != "admin2" else None
    return _away(place, off) if off is not None else place


def by_distance(place: Place) -> bool:
    """Whether a place is told only by how far it lies from another one."""
    return place.reason.endswith(_UNSAID) or _MOVED.search(place.reason) is not None


_UNSAID = "the direction is not said"
_MOVED = re.compile(r"; moved \d+ km \w+$")


def _away(place: Place, off: "re.Match[str]") -> Place:
    """ "20 km from X": near X, in no direction that is told."""
    try:
        distance = float(off.group(1).replace(",", "")) * _KM[off.group(2)[0].lower()]
    except ValueError:
        return place
    if distance > 500:
        return place
    reason = f"{place.reason}; {round(distance)} km from it, {_UNSAID}"
    return replace(place, precision=2 if distance <= 60 else 3, radius_km=round((place.radius_km or 0.0) + distance, 1), reason=reason)


def _moved(place: Place, at: "re.Match[str]", gazetteer: Gazetteer) -> Place:
    """ "50 km north of X": the point that far off, precision 2."""
    try:
        distance = float(at.group(1).replace(",", "")) * _KM[at.group(2)[0].lower()]
    except ValueError:
        return place
    if distance > 500 or place.latitude is None or place.longitude is None:
        return place
    way = at.group(3).lower().replace("-", "")
    latitude, longitude = offset(place.latitude, place.longitude, _BEARINGS[way], distance)
    unit = unit_at(latitude, longitude, gazetteer)
    return replace(
        place, name=f"{at.group(1)} {at.group(2)} {way} of {place.name}", gazetteer_id=None, kind="other",
        country=unit.country if unit else place.country, admin1=unit.admin1 if unit else place.admin1, admin2=None,
        latitude=round(latitude, 5), longitude=round(longitude, 5), precision=2 if distance <= 60 else 3,
        radius_km=round(max(3.0, distance / 5), 1), reason=f"{place.reason}; moved {round(distance)} km {way}",
    )  # fmt: skip
