"""Late: people told of as wounded who are then told to have died: they are more of the dead.

Invariant: how many were wounded is left as it was told, for who counts the wounded seldom counts again when some of them die.
"""

from collections.abc import Sequence

from thucydides.extracting.accounts import Account
from thucydides.extracting.tolls.adding import Told, beyond, with_added


def late_dead(killed: Sequence[Account], injured: Sequence[Account]) -> list[Told]:
    """(the telling, the dead) of those who died of the deed later, of whom the words or what was told before say that they were wounded."""
    found = []
    for account in killed:
        for harm in (*account.wholes, *(part for _, part in account.parts)):
            if harm.among == "wounded" or (harm.among and _were_hurt(account.order, killed, injured, harm.among == "care")):
                found.append((account.order, harm))
    return found


def _were_hurt(order: int, killed: Sequence[Account], injured: Sequence[Account], first: bool) -> bool:
    """Whether those last counted before a telling were wounded; where `first`, none killed but later may have been told of at all."""
    told = [a for a in injured if a.order < order and a.counted]
    dead = [a.order for a in killed if a.order < order and any(not h.among for h in a.wholes)]
    if not told or any(h.struck for h in told[-1].wholes):
        return False  # "four were shot. One of them died": whether the others live is told by no word
    return not dead if first else max(dead, default=-1) < told[-1].order


def with_late_dead(killed: list[Account], injured: list[Account]) -> list[Account]:
    """The accounts of the dead with those who died later, and others told of as more, added to those told before (rule `toll.beyond`)."""
    late = late_dead(killed, injured)
    parts = [part for a in killed for _, part in a.parts]
    extra = sorted([*(t for t in late if t[1] not in parts), *(t for t in beyond(killed) if t not in late)], key=lambda t: t[0])
    return with_added(killed, extra)
