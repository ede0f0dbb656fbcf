"""Pronouns: the party of a sentence that "them" stands for where a deed is done to them.

Rule `extract.pronoun`. Invariant: only a party that the sentence names before, as the subject of another clause and in no part of the
deed, is meant, where another party is told as its doer; "them" means several.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from thucydides.nouns.actor import ActorRole

_SEVERAL = frozenset({"them", "they"})
_ONE = frozenset({"him", "her", "it"})
_AT = frozenset({"on", "at", "against", "upon"})


def with_pronouns(tokens: Sequence[Token | None], roles: Sequence[ActorRole], deeds: set[int]) -> list[ActorRole]:
    """The roles, with whom a pronoun stands for as a target: "soldiers were on patrol when rebels attacked them"."""
    found = list(roles)
    for token in next((t.sent for t in tokens if t is not None), ()):
        if token.lower_ not in _SEVERAL | _ONE or not _suffers(token, deeds):
            continue
        before = [n for n, t in enumerate(tokens) if t is not None and roles[n] == "mentioned" and _is_meant(t, token)]
        doers = [t for t, r in zip(tokens, roles, strict=True) if t is not None and r == "perpetrator"]
        if before and any(t.head == _clause(token) for t in doers):
            found[before[-1]] = "target"
    return found


def _suffers(pronoun: Token, deeds: set[int]) -> bool:
    verb = pronoun.head.head if pronoun.dep_ == "pobj" and pronoun.head.lower_ in _AT else pronoun.head
    return pronoun.dep_ in ("dobj", "pobj", "nsubjpass") and verb.i in deeds and verb.pos_ == "VERB"


def _is_meant(noun: Token, pronoun: Token) -> bool:
    return noun.i < pronoun.i and _is_many(noun) == (pronoun.lower_ in _SEVERAL) and _leads(noun, pronoun)


def _is_many(noun: Token) -> bool:
    return noun.tag_ in ("NNS", "NNPS") or any(c.dep_ == "nummod" and c.lower_ not in ("one", "1") for c in noun.children)


def _leads(noun: Token, pronoun: Token) -> bool:
    """Whether a noun is the subject, or in the subject, of a clause that the clause of the pronoun hangs on."""
    top = noun
    while top.dep_ not in ("nsubj", "nsubjpass") and top.dep_ in ("pobj", "prep", "conj", "appos", "compound"):
        top = top.head
    return top.dep_ in ("nsubj", "nsubjpass") and top.head != _clause(pronoun) and top.head.is_ancestor(pronoun)


def _clause(pronoun: Token) -> Token:
    """The verb with a subject of its own that the pronoun hangs on."""
    clause = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    while clause.dep_ in ("conj", "xcomp", "advcl") and not any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
        clause = clause.head
    return clause
