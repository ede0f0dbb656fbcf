"""Bodies: those whose bodies were found after they were counted as taken ("Two men were seized. Their bodies were found on Sunday").

Invariant: who was taken is told before, and no sentence counts the dead.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.accounts import Account
from thucydides.extracting.tolls.best import best_account

BODIES = frozenset({"body", "corpse", "remains"})


def with_their_bodies(killed: list[Account], taken: Sequence[Account]) -> list[Account]:
    """The accounts of the dead with "their bodies" as many as were taken before (rule `toll.taken-before`)."""
    if any(a.total.best for a in killed):
        return killed
    result = []
    for account in killed:
        before = best_account([a for a in taken if a.order <= account.order])
        theirs = [h for h in account.wholes if h.people.noun in BODIES and h.people.owner == "their" and h.people.quantity is not None]
        if before is not None and before.counted and before.total.best and len(theirs) == len(account.wholes) == 1:
            many = before.total
            people = replace(theirs[0].people, quantity=many, counted=True)
            account = replace(account, wholes=(replace(theirs[0], people=people, quantity=many),), total=many, counted=True)
        result.append(account)
    return result
