"""Adding: the dead told beyond those told before, by sentences that say so ("two more died", "a guard was also killed", "two of the wounded
died"), put together with them.

Invariant: nothing is added where some sentence counts as many as those told before and those added.
"""

from collections.abc import Sequence

from thucydides.extracting.accounts import Account, best_account
from thucydides.extracting.harm import Harm
from thucydides.extracting.persons import persons
from thucydides.extracting.quantities import add

Told = tuple[int, Harm]
"""The telling that tells of a harm, and the harm."""


def beyond(found: Sequence[Account]) -> list[Told]:
    """Counted people whom a sentence tells of as more than those told before, and not as a running toll."""
    told: list[Told] = []
    first = found[0].order if found else 0
    for account in found:
        if account.order == first or account.title or account.running or account.given:
            continue
        extra = [h for h in account.wholes if h.people.counted and (h.also or h.people.more) and not h.struck]
        told += [(account.order, h) for h in extra if len(extra) == len(account.wholes)]
    return told


def with_added(found: list[Account], extra: Sequence[Told]) -> list[Account]:
    """The accounts with one that counts those told before and those told beyond them (rule `toll.beyond`)."""
    if not extra:
        return found
    more = [harm for _, harm in extra]
    before = [a for a in found if a.order < extra[0][0] and not a.title and not any(h in more for h in a.wholes)]
    base, alone = best_account(before), persons(before)
    counted = base is not None and (base.total.best or 0) >= len(alone)
    wholes = [*(base.wholes if base is not None and counted else (p.harm for p in alone)), *more]
    total = add([h.quantity for h in wholes if h.quantity is not None])
    sums = {a.total.best for a in before} & {h.quantity.best for h in more if h.quantity is not None and not h.among}
    if not before or sums - {1} or any(a.counted and (a.total.best or 0) >= (total.best or 0) for a in found):
        return found
    added = sum(h.quantity.best or 0 for h in more if h.quantity is not None)
    if base is not None and any((a.total.best or 0) + added == base.total.best for a in before):
        return found  # "Seven died. Five were killed outright. Two more died of their wounds."
    others = [a for a in found if a is not base and not any(h in more for h in a.wholes)]
    parts = base.parts if base is not None and counted else ()
    return [Account(extra[-1][0], tuple(wholes), parts, total, False, True), *others]
