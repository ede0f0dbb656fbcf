"""Killed doers: those who killed others and died in the same sentence ("a gunman killed two people before he was shot dead").

Invariant: who died is said to have killed by a verb of his own, and is one person.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, outcome_of
from thucydides.extracting.harm.heads import passive
from thucydides.extracting.harm.subjects import subject_of
from thucydides.extracting.people.sides import category_of

_HE = frozenset({"he", "she", "him", "her"})


def with_killed_doers(sentence: Span, harms: Sequence[Harm]) -> Iterator[Harm]:
    """The harms with the death of the one who killed or wounded the others set as a death beside theirs (rule `toll.attacker`)."""
    by = {id(h): _doer(sentence.doc[h.cue]) for h in harms}
    doers = {d.i: h for h in harms if h.people.counted and (d := by[id(h)]) is not None}
    killers = {d.i: h for h in harms if h.outcome == "killed" and not h.people.pronoun and (d := by[id(h)]) is not None}
    for harm in harms:
        if harm.quantity is not None and _one_of_them(sentence, harm) and any(h.outcome == "killed" and h.cue < harm.cue for h in harms):
            quantity = replace(harm.quantity, rule="toll.attacker")
            yield replace(harm, self_inflicted=True, quantity=quantity, people=replace(harm.people, group="one of them", counted=False))
            continue
        one = harm.outcome == "killed" and harm.quantity is not None and harm.quantity.best == 1 and not harm.people.counted
        if harm.people.head in _pronouns(sentence) and not doers and len(killers) == 1 and _put_to_an_end(sentence.doc[harm.cue]):
            doers = killers
        before = [h for i, h in doers.items() if h.cue != harm.cue and h.cue < harm.cue and i < harm.cue]
        told = harm.people.head in doers or (harm.people.head in _pronouns(sentence) and len(doers) == 1)
        own = (told and before) or (one and not doers and _of_the_one_before(sentence, harm))
        if one and own and harm.quantity is not None and not harm.self_inflicted:
            harm = replace(harm, self_inflicted=True, quantity=replace(harm.quantity, rule="toll.attacker"))
        yield harm


def _of_the_one_before(sentence: Span, harm: Harm) -> bool:
    """Whether guards killed "him" of whom the sentence before says that he killed: "A gunman shot four people. Police later killed him"."""
    him, cue = sentence.doc[harm.people.head], sentence.doc[harm.cue]
    slayers = subject_of(cue)
    if him.lower_ not in ("him", "her") or sentence.start == 0 or slayers is None or category_of(slayers, []) != "state forces":
        return False
    before = sentence.doc[sentence.start - 1].sent
    killers = [d for t in before if t.pos_ == "VERB" and (d := _doer(t)) is not None]
    return bool(killers) and all(d.i == killers[0].i for d in killers) and category_of(killers[0], []) != "state forces"


def _doer(verb: Token) -> Token | None:
    """The one person who is the subject of a verb that harms others."""
    if outcome_of("verbs").get(verb.lemma_.lower()) not in ("killed", "injured") or passive(verb) or verb.tag_ == "VBN":
        return None
    subject = subject_of(verb)
    person = subject is not None and (subject.tag_ in ("NN", "NNP") or subject.lower_ in ("he", "she"))
    return subject if person and subject is not None and subject.i < verb.i else None


def _put_to_an_end(verb: Token) -> bool:
    """Whether a clause says what put an end to a deed: "killed the owner before he was shot by a guard"."""
    return passive(verb) and any(c.dep_ == "mark" and c.lower_ in ("before", "until") for c in verb.children)


def _pronouns(sentence: Span) -> set[int]:
    return {t.i for t in sentence if t.lower_ in _HE}


def _one_of_them(sentence: Span, harm: Harm) -> bool:
    """Whether one of several who killed was killed to end it: "two gunmen killed four people before one of them was shot dead"."""
    head = sentence.doc[harm.people.head]
    them = any(c.lower_ == "of" and any(g.lower_ == "them" for g in c.children) for c in head.rights)
    return them and head.lower_ == "one" and _put_to_an_end(sentence.doc[harm.cue])
