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


def honoured(sentence: Span) -> set[int]:
    """The tokens that tell of the dead to whom homage is paid: what counts nobody and only names them tells of no deed, even
    alone."""
    paid = [t for t in sentence if t.lemma_.lower() in _words("honours") and t.head.lemma_.lower() in _words("paying")]
    to = [c for t in paid for c in (*t.children, *t.head.children) if c.lower_ == "to" and c.dep_ in ("prep", "dative")]
    return {t.i for c in to for g in c.children if g.dep_ == "pobj" for t in g.subtree}


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
