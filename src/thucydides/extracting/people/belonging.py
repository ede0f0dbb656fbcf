"""Belonging: of what group, force, country or kin the people of a phrase are.

Invariant: what is answered stands in the phrase itself, at its head, before it or behind "of"; the rest of a
sentence gives nothing.
"""

from spacy.tokens import Span, Token

from thucydides.extracting.people.sides import category_of, group_words, nationality_of
from thucydides.grounding.actors.countries import country_of_name


def counted_people(head: Token) -> Token | None:
    """The people behind a count noun ("dozens of villagers"); the head itself without one; None where what is counted is no people."""
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    if of is None or not (head.pos_ == "NUM" or head.lemma_.lower() in group_words("counters")):
        return head
    inner = next((c for c in of.children if c.dep_ == "pobj"), None)
    if inner is None or inner.lower_ in ("them", "whom", "which"):
        return head
    return None if inner.lemma_.lower() in group_words("never") else inner


def whom_them_means(head: Token) -> Token | None:
    """The people of its sentence of whom a bare number counts some: "came upon rebels at a ford and shot four of them dead"."""
    of = next((c for c in head.rights if c.lower_ == "of"), None) if head.pos_ == "NUM" else None
    if of is None or not any(c.lower_ == "them" for c in of.children):
        return None
    before = head.doc[head.sent.start : head.i]
    others = (t for t in reversed(before) if t.tag_ in ("NNS", "NNPS") and t.dep_ in _MET and category_of(t, []) != "unknown")
    return next((t for t in others if t.head.lower_ != "by" and not t.is_ancestor(head)), None)


_MET = frozenset({"dobj", "pobj", "nsubjpass", "conj", "attr"})
"""How people stand who are told of as met or acted upon."""


def country_of(head: Token, category: str) -> str | None:
    """The country of "50 servicemen of Azerbaijan"."""
    of = next((c for c in head.rights if c.lower_ == "of"), None)
    named = next((c for c in of.children if c.dep_ == "pobj" and c.pos_ == "PROPN"), None) if of is not None else None
    whole = named is not None and not any(c.dep_ == "compound" for c in named.lefts)
    return country_of_name(named.text) if named is not None and whole and category in _SERVING else None


_SERVING = frozenset({"state forces", "external forces"})


def force_of(member: Token) -> str:
    """The category of "members of the security forces": that of what they are members of."""
    of = next((c for c in member.rights if c.lower_ == "of"), None)
    force = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if force is None:
        return "unknown"
    return category_of(force, [t.lemma_.lower() for t in member.doc[force.left_edge.i : force.i]])


def of_a_nation(head: Token) -> bool:
    """Whether a word for a people stands for one of them: "an Afghan", "another Pakistani"."""
    before = head.nbor(-1) if head.i > head.sent.start else head
    one = any(c.lower_ in ("a", "an", "one", "another") for c in (before, *head.lefts)) and head.tag_ in ("NNP", "NN")
    return one and head.text[:1].isupper() and nation_of_one(head) is not None


def nation_of_one(noun: Token) -> str | None:
    """The country of one person told by a word for a people: "a Briton", "another Frenchman"; None where it is no such word."""
    word = noun.text
    return nationality_of([word, f"{word}s", f"{word.removesuffix('man')}men" if word.endswith("man") else word])


def owner(head: Token, sentence: Span) -> str:
    """The word whose people these are; no pronoun whose person the sentence itself may name ("she learned that her son was hit")."""
    own = next((c for c in head.lefts if c.dep_ == "poss"), None)
    if own is None or (own.pos_ == "PRON" and own.i > sentence.start + _OPENING and head.dep_ not in ("conj", "appos")):
        return ""
    return own.lower_


_OPENING = 2
"""Tokens with which a sentence opens."""
