"""Neighbours: the countries that have a border with others."""

from collections.abc import Iterable
from functools import lru_cache

from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer


def beside(countries: Iterable[str], gazetteer: Gazetteer | None = None) -> frozenset[str]:
    """The countries that have a border with one of some, and are none of them."""
    named = frozenset(countries)
    pairs = _pairs(gazetteer or open_gazetteer())
    return frozenset(other for one in named for other in pairs.get(one, ()) if other not in named)


@lru_cache(maxsize=4)
def _pairs(gazetteer: Gazetteer) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in gazetteer.layers[0].head["borders"]:
        one, other = pair.split("-")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {country: frozenset(others) for country, others in found.items()}
