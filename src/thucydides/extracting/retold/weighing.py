"""Weighing: how likely two incidents of one report are one deed told again, by the signs that they show."""

from collections.abc import Collection

from thucydides.extracting import chances


def chance(shown: Collection[str]) -> float:
    """The chance that two incidents of one report are one deed, by what was learned of reports coded by hand."""
    return chances.chance("retold", shown)


_ONLY_FORM = frozenset({"one-sentence", "many-deeds", "coarse"})
"""Signs of how a report is told, no differences between two deeds: a reason only where there is none."""


def strongest_against(shown: Collection[str]) -> str:
    """The rule of the sign that speaks most against two being one, what differs before how it is told."""
    bits = chances.bits_of("retold")
    against = [sign for sign in sorted(shown) if bits[sign] < 0]
    reason = min(against, key=lambda sign: (sign in _ONLY_FORM, bits[sign]), default="")
    return f"extract.retold.{reason}" if reason else "extract.set-apart"
