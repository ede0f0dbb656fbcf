"""Doers: whom a telling says to have used force, and whether two tellings name others.

Invariant: who is only described ("gunmen", "militants") may be anybody, and is no other than anyone.
"""

from collections.abc import Iterable

from thucydides.extracting.tellings.telling import Telling


def doers_of(tellings: Iterable[Telling]) -> frozenset[str]:
    """The sides that some tellings say to have used force."""
    return frozenset().union(*(t.doers for t in tellings))


def others_did(before: Iterable[Telling], telling: Telling) -> bool:
    """Whether a telling says that others did its deed than those who did what was told before (rule `extract.doers`)."""
    mine = telling.doers
    its = doers_of(before) if mine else frozenset()
    return bool(mine and its) and not mine & its
