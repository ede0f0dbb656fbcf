"""Weighing: how likely two incidents of one report are one deed told again, by the signs that they show."""

from collections.abc import Collection, Mapping
from functools import cache

from thucydides.vocabulary import mapping


def chance(shown: Collection[str]) -> float:
    """The chance that two incidents of one report are one deed, by what was learned of reports coded by hand."""
    bits = _start() + sum(_bits()[sign] for sign in sorted(shown))
    return 1 / (1 + 2**-bits)


_ONLY_FORM = frozenset({"one-sentence", "many-deeds", "coarse"})
"""Signs of how a report is told, no differences between two deeds: a reason only where there is none."""


def strongest_against(shown: Collection[str]) -> str:
    """The rule of the sign that speaks most against two being one, what differs before how it is told."""
    against = [sign for sign in sorted(shown) if _bits()[sign] < 0]
    reason = min(against, key=lambda sign: (sign in _ONLY_FORM, _bits()[sign]), default="")
    return f"extract.retold.{reason}" if reason else "extract.set-apart"


@cache
def _bits() -> Mapping[str, float]:
    return {str(sign): float(bits) for sign, bits in mapping("retold")["bits"].items()}


@cache
def _start() -> float:
    return float(mapping("retold")["start"])
