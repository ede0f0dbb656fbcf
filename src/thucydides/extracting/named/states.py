"""States: what the words beside "was" and its like say of the one they are said of: dead, the suspect, among the wounded.

Each answers signs, and the clauses in which more is said, for the caller to read.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from thucydides.extracting.named.evidence import SUBJECT, Evidence, by_noun, listed
from thucydides.vocabulary import mapping


def inverted(verb: Token) -> Iterator[Evidence | Token]:
    """What stands before a name that its sentence ends on: "among the dead was NAME", "the gunman was NAME"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("among", "amongst"):
            yield from among(child)
        elif child.dep_ in SUBJECT and child.i < verb.i and (found := by_noun(child.lemma_.lower())) is not None:
            yield found


def among(preposition: Token) -> Iterator[Evidence | Token]:
    """What "among the dead", "among the suspects", "among those killed" say."""
    for inner in preposition.children:
        lemma = inner.lemma_.lower()
        if lemma in mapping("persons")["hurt_states"]:
            yield Evidence("victim", 3, "killed" if lemma == "dead" else "injured")
        elif (said := by_noun(lemma)) is not None:
            yield said
        for clause in inner.children:
            if clause.dep_ in ("acl", "relcl") and clause.pos_ == "VERB":
                yield clause


def state(verb: Token) -> Iterator[Evidence | Token]:
    """What a state says: "was dead at the scene", "is the suspect", "was in critical condition", "taken to hospital"."""
    for child in verb.children:
        lemma = child.lemma_.lower()
        if child.dep_ in ("acomp", "attr", "oprd", "xcomp", "advmod", "ccomp"):
            if lemma in mapping("persons")["hurt_states"]:
                yield Evidence("victim", 3, "killed" if lemma in ("dead", "deceased") else "injured")
            elif (found := by_noun(lemma)) is not None:
                yield found
            elif child.dep_ == "attr":
                for clause in child.children:
                    if clause.dep_ in ("acl", "relcl") and clause.pos_ == "VERB":
                        yield clause
        elif child.dep_ == "prep" and child.lower_ in ("among", "amongst"):
            yield from among(child)
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.lemma_.lower() == "condition":
                    yield Evidence("victim", 3, "injured")
                elif inner.lemma_.lower() in listed("held_at") or any(c.lower_ in listed("held_at") for c in inner.children):
                    yield Evidence("perpetrator", 2)
                elif inner.lemma_.lower() in ("hospital", "center", "centre", "surgery", "clinic"):
                    yield Evidence("victim", 2)
