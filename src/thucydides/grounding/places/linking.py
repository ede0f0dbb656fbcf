"""Linking: which names of a chain hold which ("X, a village in the Y district of Z"), by the words and signs between them."""

import itertools
import re

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.names import Name
from thucydides.grounding.places.ranking import candidates, contained
from thucydides.grounding.places.tokens import Token

_DIRECTIONS = (
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)(?:ern|ernmost)?|"
    r"central|upper|lower|coastal|remote|rural|mountainous|neighbou?ring|restive|volatile|troubled|occupied|border|far|the)"
)
_TYPE = r"(?:village|town|city|district|province|region|settlement|area|county|state|governorate|oblast|capital|port|suburb|territory)"
_INNER_FIRST = re.compile(  # "A <gap> B": A lies in B
    rf"^(?:,| ?\(|,? (?:in|of|inside|within)(?: {_DIRECTIONS}| an?)*| (?:{_TYPE} )?(?:in|of)(?: {_DIRECTIONS})*|"
    rf",? (?:an?|the) (?:\w+ ){{0,2}}{_TYPE} (?:in|of)(?: {_DIRECTIONS})*|,? (?:in|of) {_DIRECTIONS}* ?|,? (?:located )?in (?:the )?)\s?$",
    re.IGNORECASE,
)
_OUTER_FIRST = re.compile(
    rf"^(?:['’]s?)?(?: {_DIRECTIONS}|,| {_TYPE}(?: of)?| (?:border|eastern|western) {_TYPE}(?: of)?)* ?$", re.IGNORECASE
)


def link(text: str, tokens: list[Token], names: list[Name], gazetteer: Gazetteer) -> None:
    """Set `container` of names next to one another where the words allow it and the gazetteer bears it out; a chain has one way."""
    cache: dict[int, list[tuple[float, Entry]]] = {}

    def of(name: Name) -> list[tuple[float, Entry]]:
        if id(name) not in cache:
            cache[id(name)] = holders(gazetteer, name)
        return cache[id(name)]

    for one, two in itertools.pairwise(names):
        gap = text[tokens[one.last].end : tokens[two.first].start]
        if len(gap) > 60 or "\n" in gap:
            continue
        possessive = tokens[one.last].possessive
        outer_first = (possessive or one.kind == "demonym") and bool(_OUTER_FIRST.match(gap))
        if outer_first and two.kind in ("place", "unknown") and one.container is None and _bears(of(two), of(one), two):
            two.container = one
            continue
        if possessive or not _INNER_FIRST.match(gap) or one.kind not in ("place", "unknown") or two.kind == "demonym":
            continue
        if one.container is not None and one.container is not two:
            first = one.container
            if not _bears(of(two), of(first), two) and not _bears(of(first), of(two), first):
                continue
            if _bears(of(two), of(first), two) and first.container is None:
                two.container = first
        if _bears(of(one), of(two), one):
            one.container = two


def holders(gazetteer: Gazetteer, name: Name) -> list[tuple[float, Entry]]:
    """What a name may mean as a container: countries for demonyms, the province for abbreviations, else its entries."""
    if name.kind == "demonym":
        return [(8.0, e) for e in map(gazetteer.entry, country_numbers(gazetteer, name.demonym))]
    if name.abbreviation:
        number = province_number(gazetteer, *name.abbreviation)
        return [(6.0, gazetteer.entry(number))] if number is not None else []
    return candidates(gazetteer, name)


def country_numbers(gazetteer: Gazetteer, codes: tuple[str, ...]) -> list[int]:
    """The entries of countries by code."""
    return [number for code in codes if (number := country_number(gazetteer, code)) is not None]


def country_number(gazetteer: Gazetteer, code: str) -> int | None:
    """The entry of a country by its ISO code, or None."""
    known = gazetteer.country_numbers
    if code not in known:
        layer = gazetteer.layers[0]
        low, high = layer.head["countries"].get(code, (0, 0))
        known[code] = next((n for n in layer.large(low, high) if layer.kind(n) == "country"), None)
    return known[code]


def province_number(gazetteer: Gazetteer, country: str, name: str) -> int | None:
    found = gazetteer.named(name, ("admin1",), country)
    return found[0].number if found else None


def _bears(inner: list[tuple[float, Entry]], outer: list[tuple[float, Entry]], name: Name) -> bool:
    if name.kind == "unknown":
        return bool(outer)
    return best_pair(inner, outer, name) is not None


def best_pair(
    inner: list[tuple[float, Entry]], outer: list[tuple[float, Entry]], name: Name
) -> tuple[float, Entry, Entry] | None:
    """The likeliest pair of entries of which the first lies in the second."""
    del name
    best: tuple[float, Entry, Entry] | None = None
    for weight, holder in outer[:25]:
        for score, entry in inner:
            if (best is None or score + weight > best[0]) and contained(entry, holder):
                best = (score + weight, entry, holder)
    return best
