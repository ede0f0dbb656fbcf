"""Lying in: what words say outright that one place lies in another ("X, a village in Y district", "the Zap region of northern Iraq"), and
whether all that a name may mean lies far from there."""

import re

from thucydides.grounding.ordinary import is_ordinary
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.holding import holders
from thucydides.grounding.places.name import Name

DIRECTIONS = (
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern|ernmost)?|"
    r"central|upper|lower|coastal|remote|rural|mountainous|neighbou?ring|restive|volatile|troubled|occupied|border|far|the)"
)
TYPE = (
    r"(?:village|town|city|district|province|region|settlement|area|county|state|governorate|oblast|capital|port|suburb|territory|township|"
    r"municipality|commune|community|locality|hamlet|sub-?district|kebele|w[oe]reda|tehsil|taluka?|upazila|raion|parish|ward|payam|chiefdom|"
    r"sector|zone|canton|department|prefecture|division|enclave|stronghold|island|camp|valley|neighbou?rhood|quarter)"
)
CAMPS = r"(?:(?:refugee )?camps|villages|towns|hamlets|districts|quarters|neighbou?rhoods|suburbs)"

HOLDERS = 25
PEOPLED = 300_000  # people of a great city
_LIES_IN = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,2}}{TYPE} (?:in|of)(?: {DIRECTIONS})* ?", re.IGNORECASE)
_OF_UNIT = re.compile(rf"(?: \(\w+\))?,? (?:of|in)(?: {DIRECTIONS})* ")
_PART_OF = re.compile(rf" {TYPE} (?:of|in)(?: {DIRECTIONS})* ", re.IGNORECASE)  # "the Bashu chiefdom of Beni territory"
BOTH = re.compile(rf" {CAMPS} (?:in|of)\b")
_PART_OF_COUNTRY = re.compile(
    r",? in (?:the )?(?:far )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)? (?:of )?"
)
_SLACK_KM = 60.0
_QUARTER_KM = 15.0
_QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter", "suburb"})
PARTS = _QUARTERS | {"area", "locality", "sector", "ward", "camp", "refugee camp", "township", "community"}
"""Type words of what is a part of the unit or the town that it is said to be of or in."""


def says_in(one: Name, two: Name, gap: str) -> bool:
    """Whether the words say outright that a place lies in a unit or a town: "X, a village in Y district", "the X quarter of Y"."""
    if one.kind != "place" or two.kind != "place":
        return False
    if not (two.types or one.type_word in PARTS):
        return gap.lstrip(" ,").startswith(("a ", "an ")) and _LIES_IN.fullmatch(gap) is not None  # "San José, a hamlet of Apartadó"
    if one.type_word in PARTS - _QUARTERS and is_ordinary(one.key.partition(" ")[0]):
        return False  # "the Conservation Area of Hertford"
    return bool(_LIES_IN.fullmatch(gap) or _PART_OF.fullmatch(gap) or (one.types and _OF_UNIT.fullmatch(gap)))


def in_country(one: Name, two: Name, gap: str, gazetteer: Gazetteer) -> bool:
    """Whether the words say that a place lies in a part of a country: "the Zap region of northern Iraq", "Zap, in northern Iraq"."""
    if one.kind != "place" or not is_country(two, gazetteer):
        return False
    return bool(one.types and _OF_UNIT.fullmatch(gap)) or (_PART_OF_COUNTRY.fullmatch(gap) is not None and "prep" in one.evidence)


def part_of_city(one: Name, two: Name, gap: str, gazetteer: Gazetteer) -> bool:
    """Whether the words say that a district lies in a great city: "the Amil district in southern Baghdad"."""
    found = holders(gazetteer, two) if one.type_word == "district" and _OF_UNIT.fullmatch(gap) else []
    return bool(found) and found[0].kind == "settlement" and found[0].population >= PEOPLED


def apart(one: Name, two: Name, gazetteer: Gazetteer) -> bool:
    """Whether all that a name may mean lies far outside what another most likely means, whatever the age of its borders, or abroad."""
    held = [c.entry for c in holders(gazetteer, two)[:1]]
    part = one.type_word in PARTS or one.type_word == "district"
    return any(
        all(
            _abroad(c.entry, h)
            or haversine(c.entry.latitude, c.entry.longitude, h.latitude, h.longitude)
            > 1.5 * h.radius + (_QUARTER_KM if one.type_word in _QUARTERS or (part and h.kind == "settlement") else _SLACK_KM)
            for c in holders(gazetteer, one)[:HOLDERS]
        )
        for h in held
    )


def _abroad(entry: Entry, unit: Entry) -> bool:
    """Whether a town or a village lies in another country than a province or a district, or than the country told."""
    of_country = unit.kind in ("country", "admin1", "admin2") and entry.kind in ("settlement", "admin2")
    return of_country and bool(entry.country and unit.country) and entry.country != unit.country


def is_country(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name most likely means a country."""
    return name.kind == "place" and any(c.kind == "country" for c in holders(gazetteer, name)[:1])
