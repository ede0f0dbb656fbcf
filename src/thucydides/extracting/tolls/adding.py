"""Adding: the dead and the injured told beyond those told before, by sentences that say so ("two more died", "a guard was also killed",
"two of the wounded died"), put together with them.

Invariant: nothing is added where some sentence counts as many as those told before and those added.
"""

from collections.abc import Sequence

from thucydides.extracting.accounts import Account
from thucydides.extracting.harm import Harm
from thucydides.extracting.persons import persons
from thucydides.extracting.quantities import add
from thucydides.extracting.tolls.best import best_account
from thucydides.vocabulary import mapping

Told = tuple[int, Harm]
"""The telling that tells of a harm, and the harm."""


def beyond(found: Sequence[Account]) -> list[Told]:
    """People whom a sentence counts as more than those told before ("two more", "a third"), and not as a running toll."""
    told: list[Told] = []
    first = found[0].order if found else 0
    for account in found:
        if account.order == first or account.title or account.running or account.given:
            continue
        before = max((a.total.best or 0 for a in found if a.order < account.order), default=0)
        extra = [h for h in account.wholes if not h.struck and (_is_more(h) or _number(h) == before + 1)]
        told += [(account.order, h) for h in extra if len(extra) == len(account.wholes)]
    return told


def _is_more(harm: Harm) -> bool:
    people = harm.people
    one = harm.also and not (people.definite or people.pronoun or people.name) and harm.quantity is not None and harm.quantity.best == 1
    return one or (people.counted and (harm.also or people.more))


def _number(harm: Harm) -> int | None:
    """Which one somebody is said to be: 3 for "a third"."""
    ordinals = mapping("numbers")["ordinals"]
    return next((ordinals[w] for w in harm.people.group.lower().split() if w in ordinals), None) if harm.people.ordinal else None


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
