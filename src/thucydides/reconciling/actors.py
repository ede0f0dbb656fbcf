"""Actors: the parties of an incident from its mentions, and the canonical parties met in a record.

Rule `actors.role`: an actor has the part that most mentions give it; speakers and those only mentioned are no parties.
"""

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from thucydides.nouns import Actor, ActorRef, Aggregate, Claim, Mention
from thucydides.reconciling.context import Case

_ROLES = ("perpetrator", "party", "target", "victim")
Party = tuple[str, str, str]


def parties(case: Case) -> tuple[Party, ...]:
    """(actor id or "", name, role) of each party, perpetrators first, most often told first."""
    told: dict[tuple[str, str], list[ActorRef]] = {}
    for mention in case.mentions:
        for reference in mention.actors:
            if reference.role in _ROLES:
                name = reference.name or reference.wording
                told.setdefault((reference.actor or "", "" if reference.actor else " ".join(name.casefold().split())), []).append(
                    reference
                )
    result = []
    for (actor, _), references in told.items():
        roles = [r.role for r in references]
        role = min(set(roles), key=lambda r: (-roles.count(r), _ROLES.index(r)))
        names = [r.name or r.wording for r in references]
        name = min(set(names), key=lambda n: (-names.count(n), n))
        result.append((_ROLES.index(role), -len(references), name, actor, role))
    return tuple((actor, name, role) for _, _, name, actor, role in sorted(result))


def references(case: Case) -> tuple[ActorRef, ...]:
    """Every naming of a party in the mentions of an incident."""
    return tuple(r for m in case.mentions for r in m.actors if r.role in _ROLES)


def catalogue() -> Any:
    """The module that knows the world's armed groups and governments, None where it is not installed."""
    try:
        return import_module("thucydides.grounding.actors.actors")
    except ImportError:
        return None


def known_actor(identifier: str) -> Actor | None:
    """The catalogue's entry of an actor, None where there is none."""
    module = catalogue()
    for name in ("actor_by_id", "actor", "get"):
        lookup = getattr(module, name, None)
        if callable(lookup):
            try:
                found = lookup(identifier)
            except (KeyError, LookupError, TypeError, ValueError):
                continue
            if isinstance(found, Actor):
                return found
    return None


def actors_met(mentions: Iterable[Mention], claims: Iterable[Claim], aggregates: Sequence[Aggregate] = ()) -> tuple[Actor, ...]:
    """Every canonical party that the texts name, with the wordings met as aliases; sorted by id."""
    met: dict[str, list[ActorRef]] = {}
    spoken: dict[str, set[str]] = {}
    for mention in mentions:
        for reference in mention.actors:
            if reference.actor is not None:
                met.setdefault(reference.actor, []).append(reference)
        for item in mention.toll:
            if item.side is not None:
                met.setdefault(item.side, [])
    for claim in claims:
        if claim.speaker_actor is not None:
            met.setdefault(claim.speaker_actor, [])
            spoken.setdefault(claim.speaker_actor, set()).update(filter(None, [claim.speaker]))
        if claim.actor is not None:
            met.setdefault(claim.actor, [])
    return tuple(_actor(key, met[key], sorted(spoken.get(key, ()))) for key in sorted(met))


def _actor(identifier: str, references: Sequence[ActorRef], spoken: Sequence[str]) -> Actor:
    wordings = sorted({r.wording for r in references if r.wording} | set(spoken))
    entry = known_actor(identifier)
    if entry is not None:
        aliases = tuple(dict.fromkeys((*entry.aliases, *(w for w in wordings if w != entry.name))))
        return Actor(
            entry.id, entry.name, entry.kind, aliases, entry.country, entry.parent, entry.active, entry.kinds, entry.source
        )
    first = min(references, key=lambda r: (not r.name, r.passage), default=None)
    if first is None:
        return Actor(identifier, identifier, "unidentified", tuple(wordings))
    name = first.name or first.wording
    return Actor(identifier, name, first.kind, tuple(w for w in wordings if w != name), first.country)
