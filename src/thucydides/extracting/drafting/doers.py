"""Doers: whom a telling says to have used force, and whether two tellings name others.

Invariant: who is only described ("gunmen", "militants") may be anybody, and is no other than anyone.
"""

from collections.abc import Iterable

from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS

_DOING = frozenset({"perpetrator", "party"})


def doers_of(tellings: Iterable[Telling]) -> frozenset[str]:
    """The sides said to have used force: a state by its country, whichever of its forces, an armed group by its own name."""
    found = set()
    for telling in tellings:
        for actor, role in zip(telling.actors, telling.roles, strict=True):
            if role not in _DOING:
                continue
            if actor.kind in STATE_KINDS and actor.country is not None:
                found.add(actor.country)
            elif actor.kind in GROUP_KINDS and actor.actor_id is not None:
                found.add(actor.actor_id)
    return frozenset(found)


def others_did(before: Iterable[Telling], telling: Telling) -> bool:
    """Whether a telling says that others did its deed than those who did what was told before (rule `extract.doers`)."""
    mine = doers_of([telling])
    its = doers_of(before) if mine else frozenset()
    return bool(mine and its) and not mine & its
