"""Claimed: whom claims of responsibility lay a deed on, where no account says in its own words who did it.

Rule `actors.claimed`. Invariants: only a party that can use force is a doer by a claim, and none that the accounts tell as hit; of those
whom claims name, the ones who say so themselves come before the accused, and of two accused sides the one that more reports accuse.
"""

import re
from collections.abc import Sequence

from thucydides.grounding.actors.actors import find_actors
from thucydides.grounding.actors.list import state_actor_id
from thucydides.nouns import Actor, ActorRef, Claim
from thucydides.nouns.actor import GROUP_KINDS
from thucydides.reconciling.bearers import ADMITS, bears, is_named
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.context import Case, Context
from thucydides.reconciling.described import DOERS, HIT, Told
from thucydides.reconciling.opposed import band, is_unarmed, side_key

FIRM = (ADMITS, frozenset({"accuses"}))
LEVELS = (*FIRM, frozenset({"suspects"}))
"""The stances that lay a deed on somebody, the firmest first; a mere suspicion is not firm."""


def laid_on(case: Case, told: Sequence[Told], levels: Sequence[frozenset[str]] = LEVELS) -> list[Told]:
    """The doers whom claims of the firmest of some stances name, with a naming for each claim; none where the accounts name one."""
    if any(p.roles & DOERS and is_doer(p) for p in told):
        return []
    hit = {_side(p) for p in told if p.roles & HIT}
    laid = [c for c in case.claims if c.attribute == "responsibility" and bears(case.context, c)]
    laid = [c for c in laid if not only_linked([case.context.text(c.passage)])]
    for stances in levels:
        sides: dict[str, list[Told]] = {}
        for claim in (c for c in laid if c.stance in stances):
            found = _told(case.context, claim)
            if found is not None and _side(found) not in hit:
                sides.setdefault(_side(found), []).append(found)
        if sides:
            return _joined(_most(sides))
    return []


def only_linked(wordings: Sequence[str]) -> bool:
    """Whether people are told only as near to a party ("militants linked to Islamic State"), who may be another's."""
    return bool(wordings) and all(_LINKED.search(w) for w in wordings)


_LINKED = re.compile(r"\b(?:linked|affiliated|aligned|associated|allied) (?:to|with)\b", re.IGNORECASE)


def denied(case: Case, doer: Told) -> bool:
    """Whether a doer's own side denies the deed and nobody of it claims it."""
    stances = {c.stance for c in case.claims if c.attribute == "responsibility" and _of_side(c, _side(doer))}
    return "denies" in stances and not stances & ADMITS


def is_doer(party: Told) -> bool:
    """Whether a party is named, and one that bears arms."""
    if party.described or only_linked([r.wording for r in party.references]) or not (party.actor or party.band or is_named(party.name)):
        return False
    return not is_unarmed(party.name, known_actor(party.actor) if party.actor else None)


def _side(party: Told) -> str:
    return side_key(party.actor, party.name, known_actor(party.actor) if party.actor else None)


def _of_side(claim: Claim, side: str) -> bool:
    return any(a and side_key(a, a, known_actor(a)) == side for a in (claim.speaker_actor, claim.actor))


def _told(context: Context, claim: Claim) -> Told | None:
    """The party that a claim names, as the doer; a state's government stands for its military."""
    if claim.actor is None:
        name = _called(claim.value)
        reference = ActorRef(claim.passage, claim.value, "perpetrator", None, name, "rebel group")
        return Told("", name, (reference,)) if band("", name) or _is_group(name) else None
    known = known_actor(claim.actor)
    if known is not None and known.kind == "government" and known.country:
        known = known_actor(state_actor_id(known.country, "military-forces")) or known
    meant = known or _met(context, claim.actor)
    if meant is None:
        return None
    reference = ActorRef(claim.passage, context.text(claim.passage), "perpetrator", meant.id, meant.name, meant.kind, meant.country)
    found = Told(meant.id, meant.name, (reference,))
    return found if is_doer(found) else None


def _called(value: str) -> str:
    """The name at the head of what a claim says of a party: "Omar Group" of "the Omar Group – a little known band"."""
    return _ASIDE.split(value, maxsplit=1)[0].strip().removeprefix("The ").removeprefix("the ") or value


def _is_group(name: str) -> bool:
    """Whether a name that no list holds is by its own words a group's: "the Vanguard Brigade"."""
    return any(m.kind in GROUP_KINDS and not m.generic and m.end - m.start == len(name) for m in find_actors(name))


_ASIDE = re.compile(r"\s[-–—]\s|[,;(]")


def _met(context: Context, actor: str) -> Actor | None:
    kind = context.kinds.get(actor)
    return Actor(actor, kind[2], kind[0], country=kind[1]) if kind is not None and kind[2] else None  # type: ignore[arg-type]


def _most(sides: dict[str, list[Told]]) -> list[Told]:
    """The namings of the side that most reports name, nothing where two are level."""
    reports = {side: len({r.passage.document for p in parties for r in p.references}) for side, parties in sides.items()}
    most = [side for side, number in reports.items() if number == max(reports.values())]
    return sides[most[0]] if len(most) == 1 else []


def _joined(namings: Sequence[Told]) -> list[Told]:
    found: dict[str, Told] = {}
    for one in namings:
        before = found.get(one.actor)
        found[one.actor] = one if before is None else Told(one.actor, one.name, (*before.references, *one.references))
    return list(found.values())
