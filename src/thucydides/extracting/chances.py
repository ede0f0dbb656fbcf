"""Chances: how likely something is by the signs that speak for it and against it, in bits that were learned.

A vocabulary of learned signs has `start`, the bits where nothing is seen, and `bits`, those of each sign.
"""

from collections.abc import Collection, Mapping
from functools import cache

from thucydides.vocabulary import mapping


def chance(vocabulary: str, shown: Collection[str]) -> float:
    """The chance, from 0 to 1, of what a vocabulary of learned signs is about, where these signs are seen."""
    bits = float(mapping(vocabulary)["start"]) + sum(bits_of(vocabulary)[sign] for sign in sorted(shown))
    return 1 / (1 + 2**-bits)


@cache
def bits_of(vocabulary: str) -> Mapping[str, float]:
    """What each sign of a vocabulary says, in bits; below nought against."""
    return {str(sign): float(bits) for sign, bits in mapping(vocabulary)["bits"].items()}
