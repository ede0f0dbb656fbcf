"""Beside: other numbers told of the same people, which stand beside the toll of a mention.

Invariant: they are never added to the toll.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from msgspec.structs import replace

from thucydides.extracting.accounts import Account, accounts
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.mouths import apart
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.item import ANYBODY, OUTCOMES, toll_item
from thucydides.extracting.tolls.summed import summed
from thucydides.nouns import TollItem
from thucydides.nouns.toll import Outcome

_ATTACKER = "toll.attacker"
HALF = 2
"""A count of others of less than one in so many of the toll may be of some of them."""
_OWN = frozenset({"its", "their", "our", "his", "her", "my"})
_FORCES = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})
_IRREGULAR = frozenset({"rebels", "militia", "criminals"})
"""What one calls bandits another calls rebels: who speaks of "three of our men" counts those whom the other side counts."""
MANY, OUTSIZED = 500, 20
"""A number so great, and so many times the toll, is that of many incidents, whoever gives it."""
FEW = 100
"""The same where another named speaker gives it ("18 rebels, the army said; the rebels said three of theirs")."""


def beside(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> tuple[TollItem, ...]:
    """Other numbers told of the same people: those that somebody puts beside the toll, and sentences that count and tell of no deed.

    They stand beside the toll of a mention and are never added to it; who gives them is a matter of claims (rule `toll.beside`).
    """
    told = {i.outcome: i.quantity.best for i in items if i.part_of is None}
    groups = {i.outcome: frozenset({i.group.lower()}) for i in reversed(items) if i.part_of is None}
    categories = {i.outcome: i.category for i in reversed(items) if i.part_of is None}
    found = [toll_item(document, o, h, h.quantity) for o, h in _nobody(tellings, told, categories) if h.quantity is not None]
    for outcome in OUTCOMES:
        for account in accounts(tellings, outcome):
            whole = account.wholes[0]
            other = whole.people.category not in ("unknown", "civilians", categories.get(outcome))
            alone = account.given or not tellings[account.order].triggers or other
            if (
                alone
                and (account.total.best or 0) < max(MANY, OUTSIZED * (told.get(outcome) or 0))
                and not _among_found(tellings[account.order], account, told.get(outcome))
                and len(account.wholes) == 1
                and account.counted
                and not account.title
                and not account.running
                and outcome in told
                and not any(i.outcome == outcome and i.passage.start == whole.start for i in items)
                and account.total.best not in (None, told[outcome])
                and (other or whole.people.group.lower() in ANYBODY | groups.get(outcome, frozenset()) or _own_side(account, categories))
                and whole.quantity is not None
            ):
                item = toll_item(document, outcome, whole, whole.quantity)
                main = next(i for i in items if i.outcome == outcome and i.part_of is None)
                alike = not other and sum(i.outcome == outcome and i.part_of is None and i.quantity.rule != _ATTACKER for i in items) == 1
                if alike:  # "30 soldiers were killed, while the group claimed to have killed 60" counts soldiers twice
                    item = replace(item, group=main.group, category=main.category, nationality=main.nationality)
                found.append(item)
    return (*found, *summed(document, tellings, items))


def _nobody(
    tellings: Sequence[Telling], told: Mapping[Outcome, int | None], categories: Mapping[Outcome, str]
) -> Iterator[tuple[Outcome, Harm]]:
    """What says that nobody of those was harmed of whom the toll counts some: "nobody was hurt, said the police"."""
    for outcome in OUTCOMES:
        for account in accounts(tellings, outcome) if told.get(outcome) else ():
            for harm in account.wholes:
                same = harm.people.category in ("unknown", categories.get(outcome)) or categories.get(outcome) == "unknown"
                if harm.quantity is not None and harm.quantity.best == 0 and same and not account.title:
                    yield outcome, harm


def retold(document: str, tellings: Sequence[Telling], items: Sequence[TollItem], place: str = "") -> tuple[TollItem, ...]:
    """What other sentences count of the people of the toll: the same number again, or one at least half as high (rule `toll.retold-by`).

    Each is a claim of its own only where it is another's word than the toll; a sentence with a place of its own, which is not that of the
    incident (`place`, as told), may count some of them.
    """
    found = []
    for outcome in OUTCOMES:
        mains = [i for i in items if i.outcome == outcome and i.part_of is None and (i.quantity.best or 0) >= 1]
        every = accounts(tellings, outcome)
        read = {main.passage.start: _read_from(tellings, every, main) for main in mains}
        counted = [a for a in every if not a.title and a.counted]
        for number, account in enumerate(counted):
            for whole in account.wholes:
                main = _counterpart(mains, account, whole)
                if main is None:
                    continue
                item = _retelling(document, tellings[account.order], read[main.passage.start], main, account, whole, place, number > 0)
                if item is not None:
                    found.append(item)
    return tuple(found)


def _counterpart(mains: Sequence[TollItem], account: Account, whole: Harm) -> TollItem | None:
    """The item of the toll that counts the people of a count: the only one, or the only one of their side; where a sentence counts more
    than one side, each of them by itself."""
    kinds = _IRREGULAR if whole.people.category in _IRREGULAR and _owned(whole) else {whole.people.category} - {"unknown"}
    same = [m for m in mains if m.category in kinds]
    others = [h for h in account.wholes if h is not whole and h.people.category == whole.people.category]
    if len(mains) == 1 and len(account.wholes) == 1:
        return mains[0]
    return same[0] if len(same) == 1 and not others else None


def _owned(whole: Harm) -> bool:
    """Whether who speaks counts people of their own: "three of its men"."""
    return whole.people.group.lower().split(" ")[0] in _OWN


class _Read(NamedTuple):
    """The sentences that an item of the toll was read from, and who says it."""

    sources: tuple[Telling, ...]
    voice: str


def _read_from(tellings: Sequence[Telling], every: Sequence[Account], item: TollItem) -> _Read:
    start = item.passage.start
    voice = next((a.voice for a in every for h in a.wholes if h.start == start), "")
    return _Read(tuple(t for t in tellings if t.start <= start < t.end), voice)


def _retelling(
    document: str, telling: Telling, read: _Read, main: TollItem, account: Account, whole: Harm, place: str, later: bool
) -> TollItem | None:
    """What a sentence counts of the people of an item of the toll, None where it is of others, or of some of them."""
    most, sources = main.quantity.best or 0, read.sources
    best = account.total.best if len(account.wholes) == 1 else whole.quantity.best if whole.quantity is not None else None
    rival = apart(whole.voice or account.voice, read.voice)
    if (telling in sources or len(account.wholes) > 1) and not rival:
        return None
    if account.given and best != most:
        return None  # it stands beside the toll already
    alike = whole.people.group.lower() in ANYBODY | {main.group.lower(), "others"} or whole.people.category == main.category
    alike = alike or {whole.people.category, main.category} <= _IRREGULAR
    alike = alike or (rival and whole.people.category == "unknown")
    owned = _owned(whole)
    alike = alike or (rival and owned and main.category in _FORCES)  # "killed 15 fighters"; "eight of its men had died"
    alike = alike and not (rival and owned and main.category not in _FORCES)  # "three of its workers", an agency says
    elsewhere = not rival and best != most and _places(telling) - {place, *(p for t in sources for p in _places(t))}
    few = best is not None and (FEW if rival else HALF) * best < most and not (rival and owned)
    if best is None or whole.quantity is None or not alike or elsewhere or (later and whole.people.more) or few:
        return None
    item = toll_item(document, main.outcome, whole, whole.quantity)
    ours = main.group.lower().split(" ")[0] in _OWN and whole.people.category == main.category  # "three of its men"
    group = item.group if ours else main.group if main.group.lower() != "others" else "people"
    return replace(item, group=group, category=main.category, nationality=main.nationality)


def _among_found(telling: Telling, account: Account, told: int | None) -> bool:
    """Whether fewer dead than the toll are told of as found later: some of them ("three more bodies were found on Friday")."""
    return telling.dated_by == "finding" and told is not None and (account.total.best or 0) < told


def _own_side(account: Account, categories: Mapping[Outcome, str]) -> bool:
    """Whether somebody counts dead of the side that the toll is of: "the rebels said three of their fighters had died"."""
    whole = account.wholes[0]
    return account.given and bool(account.voice) and whole.people.category == categories.get(cast(Outcome, whole.outcome))


def _places(telling: Telling) -> set[str]:
    return {p.wording for p in telling.places if p.role in ("at", "near")}
