"""Taken in: what the learned layer proposes for a mention, as parties of the mention marked with the layer that they came from.

Invariants: the rules come first: a part that they filled stays as they read it; nothing is taken in but with the passage of its naming,
which lies in a passage of the mention and in nothing else that the mention names.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.roles.layer import Proposed, propose
from thucydides.extracting.roles.model import Model, model
from thucydides.extracting.roles.proposals import PARTS, Part, Proposal
from thucydides.nouns import ActorRef, Document, Mention, Passage
from thucydides.nouns.actor import ActorRole

Layers = Literal["rules", "both", "learned"]
"""Which layers name the parties of a mention: the rules, these and what the learned layer adds, or the learned layer alone."""
SURE: Mapping[Part, float] = {"individual": -1.6, "organisation": -0.75, "person": -0.75}
"""Log odds from which a proposal is taken in."""
ROLES: Mapping[Part, ActorRole] = {"individual": "perpetrator", "organisation": "perpetrator", "person": "target"}
_FILLED: Mapping[ActorRole, tuple[str, ...]] = {"perpetrator": ("perpetrator", "party"), "target": ("target", "victim", "party")}


def taken_in(
    document: Document, paragraphs: Sequence[Paragraph], mentions: Iterable[Mention], heads: Model | None = None
) -> tuple[Mention, ...]:
    """The mentions with the parties that only the learned layer saw."""
    found = list(mentions)
    if not found:
        return ()
    proposed = propose(paragraphs, model() if heads is None else heads)
    return tuple(_filled(document, m, proposed) for m in found)


def bare(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions without the parties, persons and counts that the rules read, to see what the learned layer says alone."""
    return tuple(replace(m, actors=(), persons=(), toll=(), targets=()) for m in mentions)


def _filled(document: Document, mention: Mention, proposed: Proposed) -> Mention:
    named = [a.passage for a in mention.actors] + [i.passage for i in mention.toll] + [p.passage for p in mention.persons]
    added: list[ActorRef] = []
    for part, role in ROLES.items():
        if _told(mention, role):
            continue
        for p in sorted(proposed.proposals, key=lambda p: p.start):
            if p.parts[PARTS.index(part)] > SURE[part] and max(p.parts) == p.parts[PARTS.index(part)] and _inside(p, mention):
                ref = _ref(document, p, role)
                if not any(_meet(ref.passage, x) for x in [*named, *(a.passage for a in added)]) and ref.wording.lower() not in {
                    a.wording.lower() for a in added
                }:
                    added.append(ref)
    return replace(mention, actors=(*mention.actors, *added)) if added else mention


def _told(mention: Mention, role: ActorRole) -> bool:
    """Whether the rules say who played the part: as a party, as a person, or as people harmed."""
    if any(a.role in _FILLED[role] for a in mention.actors):
        return True
    if role == "perpetrator":
        return any(p.part == "perpetrator" for p in mention.persons)
    return any(p.part == "victim" for p in mention.persons) or any(not i.perpetrator for i in mention.toll)


def _inside(p: Proposal, mention: Mention) -> bool:
    return any(x.start <= p.start and p.end <= x.end for x in mention.passages)


def _meet(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _ref(document: Document, p: Proposal, role: ActorRole) -> ActorRef:
    """The phrase as a party: by name where the lists know it, else as described."""
    from thucydides.grounding.actors.actors import find_actors

    start, end = p.name if p.name is not None and role == "target" else (p.start, p.end)
    wording = document.text[start:end]
    match = next((m for m in find_actors(wording) if not m.metonym), None)
    passage = Passage(document.id, start, end)
    if match is None:
        return ActorRef(passage, wording, role, layer="model")
    return ActorRef(passage, wording, role, match.actor_id, match.name, match.kind, match.country, layer="model")
