"""Beside: other numbers told of the same people, which stand beside the toll of a mention.

Invariant: they are never added to the toll.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.accounts import accounts
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.item import OUTCOMES, toll_item
from thucydides.nouns import TollItem


def beside(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> tuple[TollItem, ...]:
    """Other numbers told of the same people: those that somebody puts beside the toll, and sentences that count and tell of no deed.

    They stand beside the toll of a mention and are never added to it; who gives them is a matter of claims (rule `toll.beside`).
    """
    told = {i.outcome: i.quantity.best for i in items if i.part_of is None}
    groups = {i.outcome: frozenset({i.group.lower()}) for i in reversed(items) if i.part_of is None}
    categories = {i.outcome: i.category for i in reversed(items) if i.part_of is None}
    found = []
    for outcome in OUTCOMES:
        for account in accounts(tellings, outcome):
            whole = account.wholes[0]
            other = whole.people.category not in ("unknown", "civilians", categories.get(outcome))
            alone = account.given or not tellings[account.order].triggers or other
            if (
                alone
                and len(account.wholes) == 1
                and account.counted
                and not account.title
                and not account.running
                and outcome in told
                and account.total.best not in (None, told[outcome])
                and (other or whole.people.group.lower() in _ANYBODY | groups.get(outcome, frozenset()))
                and whole.quantity is not None
            ):
                item = toll_item(document, outcome, whole, whole.quantity)
                main = next(i for i in items if i.outcome == outcome and i.part_of is None)
                alike = not other and sum(i.outcome == outcome and i.part_of is None for i in items) == 1
                if alike:  # "30 soldiers were killed, while the group claimed to have killed 60" counts soldiers twice
                    item = replace(item, group=main.group, category=main.category, nationality=main.nationality)
                found.append(item)
    return tuple(found)


_ANYBODY = frozenset(
    {"", "people", "dead", "killed", "deaths", "bodies", "victims", "persons", "injured", "wounded", "fatalities", "casualties"}
)
