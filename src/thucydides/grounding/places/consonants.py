"""Consonants: the entries of a gazetteer file by the consonants of their main names, in which respellings of a name meet."""

from functools import lru_cache

from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.layer import Layer

_KEPT = 5_000  # a search begins with the same few entries of its country


@lru_cache(maxsize=_KEPT)
def _consonants(layer: Layer, number: int) -> str:
    """Those of the main name of an entry."""
    return skeleton(fold(layer.name(number)))


def respelt(layer: Layer, key: str, country: str) -> list[int]:
    """Entries of a country whose main name has the consonants of `key` (the entries of a country are in the order of theirs)."""
    low, end = layer.head["countries"].get(country, (0, 0))
    wanted = skeleton(key)
    high = end
    while low < high:
        middle = (low + high) // 2
        if _consonants(layer, middle) < wanted:
            low = middle + 1
        else:
            high = middle
    result = []
    while low < end and _consonants(layer, low) == wanted:
        result.append(low)
        low += 1
    return result
