"""Verbs: what a verb says of the person it is done to, or who does it, and the verbs behind it that have its subject."""

from collections.abc import Iterator

from spacy.tokens import Token

from thucydides.extracting.named.evidence import (
    OBJECT,
    Evidence,
    harms_another,
    harms_self,
    listed,
    on_grounds,
    outcome_of,
    outcomes,
    weights,
)
from thucydides.extracting.named.states import state
from thucydides.vocabulary import mapping

_FOUND_SO = frozenset({"pronounce", "find", "declare", "leave", "list", "take", "bring", "transport", "treat", "carry"})
"""Verbs behind whose object stands how it was with the person."""


def of_object(head: Token) -> Iterator[Evidence | Token]:
    """What a verb says of the one it is done to: signs, and the clauses in which more is said."""
    lemma = head.lemma_.lower()
    if lemma in outcomes("harmed"):
        yield Evidence("victim", 3, outcome_of(head, outcomes("harmed")[lemma]))
    elif lemma in weights("accused"):
        yield Evidence("perpetrator", 3 if on_grounds(head) else weights("accused")[lemma])
    elif lemma in _FOUND_SO:
        yield from state(head)


def of_subject(head: Token) -> Iterator[Evidence | Token]:
    """What a verb says of the one who does it: signs, and the clauses in which more is said."""
    lemma = head.lemma_.lower()
    if harms_self(head):
        yield Evidence("victim", 3, outcome_of(head, outcomes("harmed").get(lemma, "")))
    if lemma in outcomes("suffered"):
        yield Evidence("victim", 3, outcomes("suffered")[lemma])
    elif lemma == "be" or lemma in ("remain", "arrive", "lie"):
        yield from state(head)
    elif lemma == "face" and any(
        c.dep_ in OBJECT and c.lemma_.lower() in mapping("persons")["accusing"] for c in head.children
    ):
        yield Evidence("perpetrator", 3)
    elif lemma in ("exchange", "trade") and any(c.dep_ in OBJECT and c.lemma_.lower() in listed("shots") for c in head.children):
        yield Evidence("perpetrator", 2)
    elif lemma in weights("self") and not any(c.dep_ == "neg" for c in head.children):
        yield Evidence("perpetrator", 3 if harms_another(head) else weights("self")[lemma])
    elif lemma in weights("accused") and head.tag_ == "VBN":
        yield Evidence("perpetrator", weights("accused")[lemma])


def further(verb: Token) -> Iterator[Token]:
    """The verbs behind one that have its subject: "and died", "then shot himself", "before shooting himself"."""
    loose = [c for c in verb.children if c.dep_ == "dep" and c.pos_ == "VERB" and c.i > verb.i]
    for also in (*verb.conjuncts, *loose, *(c for one in loose for c in one.conjuncts)):
        if also.i > verb.i and also.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in also.children):
            yield also
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("before", "after"):
            yield from (c for c in child.children if c.dep_ == "pcomp" and c.tag_ == "VBG")
