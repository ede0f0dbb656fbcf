"""Linking: which names of a chain hold which ("X, a village in the Y district of Z"), by the words and signs between them."""

import itertools
import re
from collections.abc import Sequence
from functools import lru_cache

from thucydides.grounding.ordinary import is_ordinary
from thucydides.grounding.places.candidates import Candidate, candidates
from thucydides.grounding.places.containment import contained
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.holding import holders
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.tokens import Tokens
from thucydides.grounding.places.type_words import TOWNS

_DIRECTIONS = (
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern|ernmost)?|"
    r"central|upper|lower|coastal|remote|rural|mountainous|neighbou?ring|restive|volatile|troubled|occupied|border|far|the)"
)
_TYPE = (
    r"(?:village|town|city|district|province|region|settlement|area|county|state|governorate|oblast|capital|port|suburb|territory|township|"
    r"municipality|commune|community|locality|hamlet|sub-?district|kebele|w[oe]reda|tehsil|taluka?|upazila|raion|parish|ward|payam|chiefdom|"
    r"sector|zone|canton|department|prefecture|division|enclave|stronghold|island|camp|valley|neighbou?rhood|quarter)"
)
_PART = r"(?:(?:far|extreme) )?(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|centre|center|interior)"
_INNER_FIRST = re.compile(  # "A <gap> B": A lies in B
    rf"^(?:,| ?\(|,? (?:in|of|inside|within)(?: {_DIRECTIONS}| an?)*| (?:{_TYPE} )?(?:in|of)(?: {_DIRECTIONS})*|"
    rf",? (?:an?|the) (?:[\w-]+ ){{0,2}}{_TYPE} (?:in|of)(?: {_DIRECTIONS})*|,? (?:in|of) {_DIRECTIONS}* ?|,? (?:located )?in (?:the )?|"
    rf",? in the {_PART} of(?: the)?|,? in (?:the|an?) {_DIRECTIONS} (?:part|half|side|corner|fringe|reache|suburb|outskirt)s? of(?: the)?|"
    r" \(\w+\) of)\s?$",
    re.IGNORECASE,
)
_OUTER_FIRST = re.compile(
    rf"^(?:['’]s?)?(?: {_DIRECTIONS}|,| {_TYPE}(?: of)?| (?:border|eastern|western) {_TYPE}(?: of)?)* ?$", re.IGNORECASE
)
_HOLDERS = 25
_FARTHEST = 60  # characters between two names of a chain
_MOST_BORNE = 50_000


def link(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> None:
    """Set `container` of names next to one another where the words allow it and the gazetteer bears it out; a chain has one way."""
    for one, two in itertools.pairwise(names):
        if tokens.starts[two.first] - tokens.end(one.last) > _FARTHEST or "\n" in (gap := tokens.between(one.last, two.first)):
            continue
        possessive = tokens[one.last].possessive
        outer_first = ((possessive or one.kind == "demonym") and bool(_OUTER_FIRST.match(gap))) or (gap == " " and _of_town(one, two))
        if outer_first and two.kind in ("place", "unknown") and one.container is None:
            if _bears(one, two, gazetteer):
                two.container = one
                continue
            if two.type_word in TOWNS and two.first < two.core_first and _apart(two, one, gazetteer):
                two.kind, two.container = "unknown", one  # "the Chechen village of Leninskoye": none of those known
                continue
        if possessive and gap.strip("’'s ") == "" and two.kind == "place" and two.type_word in _PARTS and _apart(two, one, gazetteer):
            two.kind, two.container = "unknown", one  # "Juba's Jebel area": none of another country
            continue
        if one.kind == "place" and two.kind == "place" and _HELD.fullmatch(gap) and not possessive and _well_known(two, gazetteer):
            if _bears(two, one, gazetteer):
                one.container = two
            elif not _bears(one, two, gazetteer):
                one.kind, one.container = "unknown", two  # "Kasanga (North Kivu)", "Lido beach in Mogadishu": none of another country
            continue
        if possessive or one.kind not in ("place", "unknown") or two.kind == "demonym" or not _may_hold(gap):
            continue
        if gap == ", " and one.key != two.key and _is_country(one, gazetteer) and _is_country(two, gazetteer):
            continue  # "Honduras, Peru, Colombia": no Peru in Colombia
        if one.container is not None and one.container is not two:
            first = one.container
            if not _bears(first, two, gazetteer) and not _bears(two, first, gazetteer):
                continue
            if first.kind == "place" and first.last < one.first and first.container is None and _bears(two, first, gazetteer):
                first.container = two  # "the Idlib town of Saraqib in Syria"
                continue
            if _bears(first, two, gazetteer) and first.container is None:
                two.container = first
        if _bears(two, one, gazetteer):
            one.container = two
        elif (_says_in(one, two, gap) or _part_of_city(one, two, gap, gazetteer)) and _apart(one, two, gazetteer):
            one.kind, one.container = "unknown", two  # "Tole, a hamlet in Gimbi district": none of the Toles known
        elif two.abbreviation and one.kind == "place" and gap in (", ", " ("):
            one.kind, one.container = "unknown", two  # "Milton Township, Mich.": none of another state
    _within_owner(tokens, names, gazetteer)


def _within_owner(tokens: Tokens, names: list[Name], gazetteer: Gazetteer) -> None:
    """Let what is said to lie in "Nigeria's Zamfara state" lie in that state."""
    for one, two in itertools.pairwise(names):
        if two.container is not one or not tokens[one.last].possessive:
            continue
        for name in names:
            if name.container is one and name.last < one.first and name is not two and _bears(two, name, gazetteer):
                name.container = two


def _is_country(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether a name most likely means a country."""
    return name.kind == "place" and any(c.kind == "country" for c in holders(gazetteer, name)[:1])


def _of_town(one: Name, two: Name) -> bool:
    """Whether a name stands before a town and the word for it: "the Idlib town of Saraqib"."""
    return two.type_word in TOWNS and two.first < two.core_first and one.kind == "place" and one.type_word not in TOWNS


@lru_cache(maxsize=5000)
def _may_hold(gap: str) -> bool:
    """Whether the words between two names allow that the first lies in the second; the same few make up most of any newspaper."""
    return _INNER_FIRST.match(gap) is not None


_LIES_IN = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,2}}{_TYPE} (?:in|of)(?: {_DIRECTIONS})* ?", re.IGNORECASE)
_OF_UNIT = re.compile(rf"(?: \(\w+\))?,? (?:of|in)(?: {_DIRECTIONS})* ")
_PART_OF = re.compile(rf" {_TYPE} (?:of|in)(?: {_DIRECTIONS})* ", re.IGNORECASE)  # "the Bashu chiefdom of Beni territory"
_SLACK_KM = 60.0
_QUARTER_KM = 15.0
_QUARTERS = frozenset({"neighborhood", "neighbourhood", "quarter", "suburb"})
_PARTS = _QUARTERS | {"area", "locality", "sector", "ward", "camp", "refugee camp", "township", "community"}
"""Type words of what is a part of the unit or the town that it is said to be of or in."""


def _says_in(one: Name, two: Name, gap: str) -> bool:
    """Whether the words say outright that a place lies in a unit or a town: "X, a village in Y district", "the X quarter of Y"."""
    if one.kind != "place" or two.kind != "place" or not (two.types or one.type_word in _PARTS):
        return False
    if one.type_word in _PARTS - _QUARTERS and is_ordinary(one.key.partition(" ")[0]):
        return False  # "the Conservation Area of Hertford"
    return bool(_LIES_IN.fullmatch(gap) or _PART_OF.fullmatch(gap) or (one.types and _OF_UNIT.fullmatch(gap)))


def _part_of_city(one: Name, two: Name, gap: str, gazetteer: Gazetteer) -> bool:
    """Whether the words say that a district lies in a great city: "the Amil district in southern Baghdad"."""
    found = holders(gazetteer, two) if one.type_word == "district" and _OF_UNIT.fullmatch(gap) else []
    return bool(found) and found[0].kind == "settlement" and found[0].population >= _PEOPLED


def _apart(one: Name, two: Name, gazetteer: Gazetteer) -> bool:
    """Whether all that a name may mean lies far outside what another most likely means, whatever the age of its borders, or abroad."""
    held = [c.entry for c in holders(gazetteer, two)[:1]]
    part = one.type_word in _PARTS or one.type_word == "district"
    return any(
        all(
            _abroad(c.entry, h)
            or haversine(c.entry.latitude, c.entry.longitude, h.latitude, h.longitude)
            > 1.5 * h.radius + (_QUARTER_KM if one.type_word in _QUARTERS or (part and h.kind == "settlement") else _SLACK_KM)
            for c in holders(gazetteer, one)[:_HOLDERS]
        )
        for h in held
    )


def _abroad(entry: Entry, unit: Entry) -> bool:
    """Whether a town or a village lies in another country than a province or a district."""
    of_country = unit.kind in ("admin1", "admin2") and entry.kind in ("settlement", "admin2")
    return of_country and bool(entry.country and unit.country) and entry.country != unit.country


_HELD = re.compile(
    r" \(| (?:beach|market|mosque|church|hospital|hotel|camp|square|prison|airport|junction|street|road|quarter|neighbou?rhood) in "
)
_PEOPLED = 300_000


def _well_known(name: Name, gazetteer: Gazetteer) -> bool:
    """Whether what a name most likely means is a country, a province or a great city: only such a name settles where another lies."""
    found = holders(gazetteer, name)
    best = found[0] if found else None
    return best is not None and (best.kind in ("country", "admin1") or (best.kind == "settlement" and best.population >= _PEOPLED))


def _bears(outer: Name, inner: Name, gazetteer: Gazetteer) -> bool:
    """Whether some entry of the one name lies in some entry of the other; an unknown name may lie anywhere."""
    held = holders(gazetteer, outer)[:_HOLDERS]
    if inner.kind == "unknown":
        return bool(held)
    known = gazetteer.borne
    key = (inner.key, inner.types, outer.key, outer.types, outer.kind)
    if key not in known:
        if len(known) > _MOST_BORNE:
            known.clear()
        entries = candidates(gazetteer, inner) if inner.kind == "place" else holders(gazetteer, inner)
        known[key] = any(_holds(holder, entries) for holder in held)
    return known[key]


def _holds(holder: Candidate, entries: Sequence[Candidate]) -> bool:
    """Whether one of some entries lies in another; those are looked at first that need no distance."""
    if holder.kind == "country":
        return any(c.country == holder.country and c.kind != "country" for c in entries)
    if holder.kind == "admin1" and any(c.unit == holder.number and c.kind not in ("admin1", "country") for c in entries):
        return True
    return any(contained(c, holder) for c in entries)


def best_pair(
    inner: Sequence[tuple[float, Candidate]], outer: Sequence[tuple[float, Candidate]]
) -> tuple[float, Candidate, Candidate] | None:
    """The likeliest pair of candidates of which the first lies in the second; `outer` is in order, the best first."""
    best: tuple[float, Candidate, Candidate] | None = None
    for weight, holder in outer[:_HOLDERS]:
        country = holder.country
        for score, candidate in inner:
            if best is not None and score + weight <= best[0]:
                continue
            if country and candidate.country and candidate.country != country:
                continue
            if contained(candidate, holder):
                best = (score + weight, candidate, holder)
    return best
