"""Weighing: how likely a mention tells of a deed, by the signs that it shows."""

from collections.abc import Collection, Mapping
from functools import cache

from thucydides.vocabulary import mapping


def chance(shown: Collection[str]) -> float:
    """The chance that a mention tells of a deed, by what was learned of reports read by hand."""
    bits = _start() + sum(_bits()[sign] for sign in sorted(shown))
    return 1 / (1 + 2**-bits)


@cache
def _bits() -> Mapping[str, float]:
    return {str(sign): float(bits) for sign, bits in mapping("doubt")["bits"].items()}


@cache
def _start() -> float:
    return float(mapping("doubt")["start"])
