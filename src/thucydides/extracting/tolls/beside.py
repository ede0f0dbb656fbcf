"""Beside: other numbers told of the same people, which stand beside the toll of a mention.

Invariant: they are never added to the toll.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from msgspec.structs import replace

from thucydides.extracting.accounts import Account, accounts
from thucydides.extracting.tellings.mouths import apart
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.item import ANYBODY, OUTCOMES, toll_item
from thucydides.nouns import TollItem
from thucydides.nouns.toll import Outcome

HALF = 2
"""A count of others of less than one in so many of the toll may be of some of them."""
_OWN = frozenset({"its", "their", "our", "his", "her", "my"})
_FORCES = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})
FEW = 10
"""The same where another named speaker gives it ("18 rebels, the army said; the rebels said three of theirs")."""


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
                and not _among_found(tellings[account.order], account, told.get(outcome))
                and len(account.wholes) == 1
                and account.counted
                and not account.title
                and not account.running
                and outcome in told
                and account.total.best not in (None, told[outcome])
                and (other or whole.people.group.lower() in ANYBODY | groups.get(outcome, frozenset()) or _own_side(account, categories))
                and whole.quantity is not None
            ):
                item = toll_item(document, outcome, whole, whole.quantity)
                main = next(i for i in items if i.outcome == outcome and i.part_of is None)
                alike = not other and sum(i.outcome == outcome and i.part_of is None for i in items) == 1
                if alike:  # "30 soldiers were killed, while the group claimed to have killed 60" counts soldiers twice
                    item = replace(item, group=main.group, category=main.category, nationality=main.nationality)
                found.append(item)
    return tuple(found)


def retold(document: str, tellings: Sequence[Telling], items: Sequence[TollItem], place: str = "") -> tuple[TollItem, ...]:
    """What other sentences count of the people of the toll: the same number again, or one at least half as high (rule `toll.retold-by`).

    Each is a claim of its own only where it is another's word than the toll; a sentence with a place of its own, which is not that of the
    incident (`place`, as told), may count some of them.
    """
    found = []
    for outcome in OUTCOMES:
        mains = [i for i in items if i.outcome == outcome and i.part_of is None]
        if len(mains) != 1 or mains[0].quantity.best is None or mains[0].quantity.best < 1:
            continue
        main, most = mains[0], mains[0].quantity.best or 0
        sources = [t for t in tellings if t.start <= main.passage.start < t.end]
        voice = _voice(tellings, outcome, main)
        for number, account in enumerate(a for a in accounts(tellings, outcome) if not a.title):
            whole, telling = account.wholes[0], tellings[account.order]
            best = account.total.best
            rival = apart(account.voice, voice)
            own = telling in sources and not rival
            if len(account.wholes) > 1 or not account.counted or own:
                continue
            if account.given and best != most:
                continue  # it stands beside the toll already
            alike = whole.people.group.lower() in ANYBODY | {main.group.lower(), "others"} or whole.people.category == main.category
            alike = alike or (rival and whole.people.category == "unknown")
            own_people = whole.people.group.lower().split(" ")[0] in _OWN and main.category not in _FORCES
            alike = alike and not (rival and own_people)  # "three of its workers", an agency says
            elsewhere = not rival and best != most and _places(telling) - {place, *(p for t in sources for p in _places(t))}
            few = FEW if rival else HALF
            if best is None or whole.quantity is None or not alike or elsewhere or (number and whole.people.more) or few * best < most:
                continue
            item = toll_item(document, outcome, whole, whole.quantity)
            group = main.group if main.group.lower() != "others" else "people"
            found.append(replace(item, group=group, category=main.category, nationality=main.nationality))
    return tuple(found)


def _among_found(telling: Telling, account: Account, told: int | None) -> bool:
    """Whether fewer dead than the toll are told of as found later: some of them ("three more bodies were found on Friday")."""
    return telling.dated_by == "finding" and told is not None and (account.total.best or 0) < told


def _own_side(account: Account, categories: Mapping[Outcome, str]) -> bool:
    """Whether somebody counts dead of the side that the toll is of: "the rebels said three of their fighters had died"."""
    whole = account.wholes[0]
    return account.given and bool(account.voice) and whole.people.category == categories.get(cast(Outcome, whole.outcome))


def _voice(tellings: Sequence[Telling], outcome: str, item: TollItem) -> str:
    """Who says what a toll item was read from."""
    return next((a.voice for a in accounts(tellings, outcome) for h in a.wholes if h.start == item.passage.start), "")


def _places(telling: Telling) -> set[str]:
    return {p.wording for p in telling.places if p.role in ("at", "near")}
