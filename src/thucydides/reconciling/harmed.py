"""Harmed: the people whom the counts of an incident tell of, where no account names them among its parties.

Rule `actors.harmed`. Invariants: who is counted among fighters, forces or the doers themselves is no civilian; people of whom nothing is
said are civilians only where nobody under arms is told as hit and no two sides fought; fighters counted among the dead were hit by
somebody only where a state's forces did it, for else they may be the attackers themselves.
"""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from thucydides.grounding.actors.actors import find_actors
from thucydides.nouns import ActorRef, TollItem
from thucydides.nouns.actor import GROUP_KINDS, ActorKind
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.context import Case
from thucydides.reconciling.described import DOERS, HIT, Told
from thucydides.reconciling.groups import category_of, demographic, everybody, head
from thucydides.reconciling.opposed import is_unarmed

_ONE_SIDED = frozenset({"Explosions/Remote violence", "Violence against civilians"})
_HARMED = frozenset({"killed", "injured"})
_MEN = frozenset({"man", "men", "male", "youth", "youths", "volunteer", "volunteers"})
"""Words for people of whom a fight leaves open whether they fought: "thirteen men were found dead after a gunfight"."""


def civilians(case: Case, told: Sequence[Told]) -> list[Told]:
    """The civilians who came to harm, as a party; none where the accounts tell of people without arms among the parties."""
    if any(_without_arms(p) for p in told):
        return []
    counted = [i for m in case.mentions for i in m.toll if i.outcome in _HARMED and not i.perpetrator and _number(i)]
    fought = not any(m.event_type in _ONE_SIDED for m in case.mentions)
    found = [i for i in counted if i.category == "civilians" and _says_so(i) and not (fought and head(i.group) in _MEN)]
    if not found and _only_suffered(case, told):
        armed = max((_number(i) for i in counted if i.category not in ("unknown", "civilians")), default=0)
        found = [i for i in counted if (everybody(i.group, None) or _is_somebody(i, told)) and _number(i) > armed]
    if not found:
        return []
    references = tuple(ActorRef(i.passage, i.group, "victim", None, "Civilians", "civilians") for i in found)
    return [Told("", "Civilians", references)]


def _is_somebody(item: TollItem, told: Sequence[Told]) -> bool:
    """Whether somebody of whom nothing tells what he was came to harm, and by no state's forces, who may have killed a fighter."""
    return item.category == "unknown" and not find_actors(item.group) and not any(p.kind in _STATE and p.roles & DOERS for p in told)


def fighters(case: Case, told: Sequence[Told]) -> list[Told]:
    """Those under arms who came to harm, as parties; none of a kind that the accounts tell of among the parties."""
    counted = [i for m in case.mentions for i in m.toll if i.outcome in _HARMED and not i.perpetrator and _number(i)]
    found: dict[tuple[str, str], list[ActorRef]] = {}
    for item in counted:
        if not any(p.kind in _ALIKE.get(item.category, _EVERY) for p in told) and _can_be_hit(item, told):
            reference = _described(item)
            found.setdefault((reference.actor or "", reference.name), []).append(reference)
    return [Told(actor, name, tuple(references)) for (actor, name), references in sorted(found.items())]


def _described(item: TollItem) -> ActorRef:
    """Counted people as a party by the words for them ("15 police"), else by what they are."""
    kinds = _ALIKE[item.category]
    party = next((a for a in find_actors(item.group) if a.kind in kinds and a.generic), None)
    if party is None:
        return ActorRef(item.passage, item.group, "victim", None, _NAMES[item.category], _KINDS[item.category])
    return ActorRef(item.passage, item.group, "victim", party.actor_id, party.name, party.kind, party.country)


_STATE: frozenset[ActorKind] = frozenset({"state forces", "government"})
_GROUPS: frozenset[ActorKind] = GROUP_KINDS | {"unidentified"}
_EVERY: frozenset[ActorKind] = frozenset(get_args(ActorKind))
_ALIKE: dict[str, frozenset[ActorKind]] = {"state forces": _STATE, "rebels": _GROUPS}
"""Kinds of parties by what counted people are; who is neither of a state's forces nor a fighter is left out."""
_KINDS: dict[str, ActorKind] = {"state forces": "state forces", "rebels": "unidentified"}
_NAMES = {"state forces": "Security Forces", "rebels": "Unidentified Armed Group"}


def _can_be_hit(item: TollItem, told: Sequence[Told]) -> bool:
    """Whether counted people were hit by others: forces always, fighters where forces are told as the doers."""
    return item.category == "state forces" or any(p.kind == "state forces" and p.roles & DOERS for p in told)


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
