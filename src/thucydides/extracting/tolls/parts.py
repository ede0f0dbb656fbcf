"""Parts: the wholes of the account that tells most, and what other sentences count of smaller groups.

Invariant: a part is never added to its whole.
"""

from thucydides.extracting.accounts import Account
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.mouths import apart
from thucydides.extracting.tolls.item import ANYBODY, toll_item
from thucydides.nouns import TollItem
from thucydides.nouns.toll import Outcome

_EXACT = frozenset({"toll.exact", "toll.dozen", "toll.singular", "toll.names"})


def whole_with_parts(document: str, outcome: Outcome, best: Account, found: list[Account], base: int) -> list[TollItem]:
    """The items of the best account, then as its parts what other sentences count of smaller groups."""
    items: list[TollItem] = []
    where: dict[int, int] = {}
    for i, harm in enumerate(best.wholes):
        if harm.quantity is None:
            continue
        where[i] = base + len(items)
        items.append(toll_item(document, outcome, harm, harm.quantity))
    for i, part in best.parts:
        if part.quantity is not None and i in where:
            items.append(toll_item(document, outcome, part, part.quantity, where[i]))
    if len(best.wholes) != 1:
        return items
    room = best.total.best or 0
    known: set[tuple[str, int | None]] = {(it.category, it.quantity.best) for it in items}
    for account in found:
        if account is best or set(account.wholes) <= set(best.wholes) or apart(account.voice, best.voice):
            continue
        pieces = [*account.wholes, *(p for _, p in account.parts)]
        if _of_two_countries(account, best):
            items += [toll_item(document, outcome, h, h.quantity, where[0]) for h in account.wholes if h.quantity is not None]
            continue
        for harm in pieces:
            key = (harm.people.category, harm.quantity.best if harm.quantity else None)
            if harm.quantity is None or harm.quantity.best is None or (not harm.people.counted and not harm.people.name):
                continue
            if (
                harm.quantity.rule not in _EXACT  # "more than 100" told again is the whole, roughly
                or key in known
                or harm.quantity.best >= room
                or harm.quantity.best == 0
                or harm.people.category in ("unknown",)
                or harm.total
            ):
                continue
            if _is_same_kind(harm, best.wholes[0]) or harm.people.group.lower() in ANYBODY:
                continue  # "people" are no group of those counted
            known.add(key)
            items.append(toll_item(document, outcome, harm, harm.quantity, where[0]))
    return items


def _of_two_countries(account: Account, best: Account) -> bool:
    """Whether a sentence counts the dead of two countries, who are together at most those of the whole ("nearly 100": 49 and 50)."""
    countries = [h.people.nationality for h in account.wholes]
    room = best.total.high or best.total.best or 0
    return len(set(countries)) == len(countries) > 1 and None not in countries and (account.total.best or 0) <= room


def _is_same_kind(harm: Harm, whole: Harm) -> bool:
    """The same words for the same people with a smaller number: an earlier state of the toll, not a part of it."""
    return harm.people.group.lower() == whole.people.group.lower()
