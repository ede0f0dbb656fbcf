"""Harmed: the people without arms whom the counts of an incident tell of, where no account names them among its parties.

Rule `actors.harmed`. Invariant: who is counted among fighters, forces or the doers themselves is no civilian; people of whom nothing is
said are civilians only where nobody under arms is told as hit and no two sides fought.
"""

from collections import Counter
from collections.abc import Sequence

from thucydides.nouns import ActorRef, TollItem
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.context import Case
from thucydides.reconciling.described import HIT, Told
from thucydides.reconciling.groups import category_of, demographic, everybody, head
from thucydides.reconciling.opposed import is_unarmed

_ONE_SIDED = frozenset({"Explosions/Remote violence", "Violence against civilians"})
_HARMED = frozenset({"killed", "injured"})


def civilians(case: Case, told: Sequence[Told]) -> list[Told]:
    """The civilians who came to harm, as a party; none where the accounts tell of people without arms among the parties."""
    if any(_without_arms(p) for p in told):
        return []
    counted = [i for m in case.mentions for i in m.toll if i.outcome in _HARMED and not i.perpetrator and _number(i)]
    found = [i for i in counted if i.category == "civilians" and _says_so(i)]
    if not found and _only_suffered(case, told):
        armed = max((_number(i) for i in counted if i.category not in ("unknown", "civilians")), default=0)
        found = [i for i in counted if everybody(i.group, None) and _number(i) > armed]
    if not found:
        return []
    references = tuple(ActorRef(i.passage, i.group, "victim", None, "Civilians", "civilians") for i in found)
    return [Told("", "Civilians", references)]


def _without_arms(party: Told) -> bool:
    return is_unarmed(party.name, known_actor(party.actor) if party.actor else None) and bool(party.roles & (HIT | {"party"}))


def _number(item: TollItem) -> int:
    return item.quantity.best or item.quantity.low or 0


def _says_so(item: TollItem) -> bool:
    """Whether the word for those counted says that they bear no arms ("shoppers", "a boy"): not "people", nor a nationality alone."""
    return not everybody(item.group, None) and (category_of(head(item.group)) == "civilians" or demographic(item.group))


def _only_suffered(case: Case, told: Sequence[Told]) -> bool:
    """Whether most accounts tell of violence of one side, and none of anybody under arms who was hit."""
    kinds = Counter(m.event_type in _ONE_SIDED for m in case.mentions if m.event_type)
    return kinds[True] > kinds[False] and not any(p.roles & (HIT | {"party"}) for p in told)
