"""Undergone: who met with force and used none, though the words make them the subject ("a patrol fell into an ambush", "the convoy came
under fire", "rangers stepped on a mine", "the army suffered losses in an attack").

Rule `extract.undergone`. Invariant: only a verb of `telling.yaml` with a deed behind it, or deeds told in the passive of the same subject,
make somebody the target.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping


def undergone(verb: Token, deeds: Collection[int]) -> ActorRole | None:
    """What the subject of a verb was in the deed it met with: its target, or a party where it fought the deed off; None where it did it.

    `deeds` are the tokens of triggers and words of harm.
    """
    words, lemma = mapping("telling")["undergone"], verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    if lemma in words["resists"] and any(_is_deed(o, deeds) for o in objects):
        return "party"
    if lemma in words["suffers"] and (
        any(_is_deed(o, deeds) for o in objects) or (any(o.lemma_.lower() in words["losses"] for o in objects) and _within(verb, deeds))
    ):
        return "target"
    aimed = lemma == "trigger" and any(c.lower_ in _UNDER for o in (verb, *objects) for c in o.children if c.dep_ == "prep")
    if not aimed and any(o.lemma_.lower() in words[words["meets"].get(lemma, "nothing")] for o in objects):
        return "target"
    into = words["into"].get(lemma, ())
    if any(c.dep_ == "prt" and c.lower_ in into for c in verb.children) and any(o.lemma_.lower() in words["laid"] for o in objects):
        return "target"  # "rolled over a mine", where the parser takes "over" for a part of the verb
    for preposition in (c for c in verb.children if c.dep_ == "prep" and c.lower_ in into):
        if any(_is_deed(o, deeds) or o.lemma_.lower() in words["laid"] for o in preposition.children if o.dep_ == "pobj"):
            return "target"
    return "target" if verb.i not in deeds and _only_suffered(verb, deeds) else None


_UNDER = frozenset({"under", "underneath", "beneath", "beside", "against", "near"})
"""Behind these stand those for whom a mine was set off: "triggered a mine under a lorry"."""


def harmed(
    actors: Sequence[ActorMatch], roles: Sequence[ActorRole], triggers: Sequence[Trigger], harms: Sequence[Harm], shift: int
) -> tuple[ActorRole, ...]:
    """The roles with those whom the sentence counts as harmed as victims and not as doers ("Nine border troops dead after clash"), but
    where somebody blew himself up; `shift` is where the paragraph of the harms starts."""
    if any(t.family == "suicide" for t in triggers):
        return tuple(roles)
    counted = [(h.people.start + shift, h.people.end + shift) for h in harms if h.people.counted]
    return tuple(
        "victim" if role == "perpetrator" and any(start <= a.start and a.end <= end for start, end in counted) else role
        for a, role in zip(actors, roles, strict=True)
    )


def _is_deed(noun: Token, deeds: Collection[int]) -> bool:
    """Whether a noun is a deed or fire ("under heavy artillery fire"), or holds one ("a series of attacks")."""
    if noun.i in deeds or noun.lemma_.lower() in mapping("telling")["undergone"]["fire"]:
        return True
    return any(o.i in deeds for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children)


def _within(verb: Token, deeds: Collection[int]) -> bool:
    """Whether a verb stands with a deed in which, or at whose hand, something befell its subject: "suffered losses in an attack"."""
    prepositions = [c for c in verb.subtree if c.dep_ == "prep" and c.lower_ in ("in", "during", "from", "after", "at")]
    return any(o.i in deeds for p in prepositions for o in p.children if o.dep_ == "pobj")


def _only_suffered(verb: Token, deeds: Collection[int]) -> bool:
    """Whether all deeds under a verb are told in the passive without a subject of their own: "crossed the river after being shelled"."""
    under = [t for t in verb.subtree if t.i in deeds and t.pos_ == "VERB"]
    done_to = [t for t in under if any(c.dep_ == "auxpass" for c in t.children) and not any(c.dep_ == "nsubjpass" for c in t.children)]
    return bool(under) and len(done_to) == len(under)
