"""Mourned: the dead whom people bury or mourn, told beside what was done to the mourners.

Rule `extract.mourned`: "opened fire on the funeral of three men who were killed on Friday, killing one" tells of one dead; the three and
their day are of another deed. A sentence that tells of nothing else keeps them.
"""

from functools import cache

from spacy.tokens import Span, Token

from thucydides.vocabulary import mapping


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(mapping("status")["mourning"][key])


def mourned(sentence: Span) -> set[int]:
    """The tokens that tell how those died who are buried or mourned."""
    return {t.i for token in sentence for who in _whose(token) for clause in _clauses(who) for t in clause.subtree}


def _whose(token: Token) -> list[Token]:
    """Whom a word of mourning is of: "the funeral of three men", "buried two soldiers"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _words("verbs"):
        return [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
    if token.pos_ in ("NOUN", "PROPN") and lemma in _words("nouns"):
        return [g for c in token.children if c.lower_ in ("of", "for") for g in c.children if g.dep_ == "pobj"]
    return []


def _clauses(who: Token) -> list[Token]:
    return [c for c in who.children if c.dep_ in ("relcl", "acl")]
