"""Late: people told of as wounded who are then told to have died: they go from the wounded to the dead, and are counted once.

Invariant: nobody is wounded who died.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.accounts import Account
from thucydides.extracting.harm import Harm
from thucydides.extracting.persons import Person, person_of, same
from thucydides.extracting.quantities import add
from thucydides.extracting.tolls.adding import Told, beyond, with_added
from thucydides.nouns import Quantity


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


def with_late_dead(killed: list[Account], injured: list[Account]) -> tuple[list[Account], list[Account]]:
    """The accounts of the dead and of the wounded, with those who died later, and others told of as more, added to the ones, and those who
    died later taken from the others."""
    late = late_dead(killed, injured)
    parts = [part for a in killed for _, part in a.parts]
    extra = sorted([*(t for t in late if t[1] not in parts), *(t for t in beyond(killed) if t not in late)], key=lambda t: t[0])
    return with_added(killed, extra), _left(injured, late) if late else injured


def _left(injured: list[Account], late: Sequence[Told]) -> list[Account]:
    """The accounts of the wounded told before without those who died later."""
    first = late[0][0]
    one_by_one = [person_of(h, False) for a in injured if a.order < first for h in a.wholes if not h.people.counted]
    died = sum(h.quantity.best or 0 for _, h in late if h.quantity is not None and not _is_one_of(h, one_by_one))
    if not died:
        return injured  # each of them was told of one by one
    told = {a.total.best for a in injured if a.order < first and a.counted}
    result = []
    for account in injured:
        counted = account.counted and account.total.best in told and not account.running
        if not counted or not any(_takes(h, died) for h in account.wholes):
            result.append(account)
            continue
        largest = max((h for h in account.wholes if _takes(h, died)), key=lambda h: (h.quantity.best or 0) if h.quantity is not None else 0)
        wholes = tuple(replace(h, quantity=_less(h.quantity, died)) if h is largest else h for h in account.wholes)
        wholes = tuple(h for h in wholes if h.quantity is not None and h.quantity.best)
        if wholes:
            total = add([h.quantity for h in wholes if h.quantity is not None])
            kept = account.parts if len(wholes) == len(account.wholes) else ()
            result.append(replace(account, wholes=wholes, parts=kept, total=total))
    return result


def _is_one_of(harm: Harm, told: Sequence[Person]) -> bool:
    """Whether one who died is a person told of as wounded by themselves."""
    return not harm.people.counted and any(same(p, person_of(harm, False)) for p in told)


def _takes(harm: Harm, died: int) -> bool:
    """Whether a count of the wounded is large enough to hold those who died, and leaves open whether they lived by none of its words."""
    return not harm.struck and harm.people.counted and harm.quantity is not None and (harm.quantity.best or 0) >= died


def _less(quantity: Quantity | None, died: int) -> Quantity | None:
    if quantity is None or quantity.best is None:
        return quantity
    low = max((quantity.low or 0) - died, 0)
    high = max(quantity.high - died, 0) if quantity.high is not None else None
    return replace(quantity, low=low, best=quantity.best - died, high=high, rule="toll.late-dead")
