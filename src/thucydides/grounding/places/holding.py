"""Holding: what a name may mean as that in which other places lie: a country, a province, or any entry of the name."""

from collections.abc import Sequence

from thucydides.grounding.places.candidates import Candidate, candidate_of, candidates
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.name import Name

_OF_DEMONYM, _OF_ABBREVIATION = 8.0, 6.0


def holders(gazetteer: Gazetteer, name: Name) -> Sequence[Candidate]:
    """What a name may mean as a container: countries for demonyms, the province for abbreviations, else its entries."""
    if name.kind == "demonym" and name.fixed >= 0:
        return [_holder(gazetteer, name.fixed, _OF_DEMONYM)]
    if name.kind == "demonym":
        return [_holder(gazetteer, number, _OF_DEMONYM) for number in country_numbers(gazetteer, name.demonym)]
    if name.abbreviation:
        number = province_number(gazetteer, *name.abbreviation)
        return [_holder(gazetteer, number, _OF_ABBREVIATION)] if number is not None else []
    return candidates(gazetteer, name)


def _holder(gazetteer: Gazetteer, number: int, worth: float) -> Candidate:
    """The entry that a demonym or an abbreviation stands for, as a candidate."""
    known = gazetteer.holding
    found = known.get((number, worth))
    if found is None:
        found = known[number, worth] = candidate_of(gazetteer.entry(number), worth)
    return found


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
    """The entry of a province by its name and country, or None."""
    known = gazetteer.province_numbers
    key = (country, name)
    if key not in known:
        found = gazetteer.named(name, ("admin1",), country)
        known[key] = found[0].number if found else None
    return known[key]
