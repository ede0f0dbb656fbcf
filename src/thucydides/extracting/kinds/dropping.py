"""Dropping: bombs that fall are air bombs, whatever else a bomb may be: "bombs fell on the market", "dropped four bombs".

Rule `extract.dropped`. Invariant: what mortars fire, and what rioters throw, falls too and is dropped by no aircraft.
"""

from spacy.tokens import Token

from thucydides.vocabulary import mapping


def drops_bombs(verb: Token) -> bool:
    """Whether a verb says that bombs fell or were dropped."""
    words = mapping("triggers")["dropping"]
    lemma = verb.lemma_.lower()
    relations = [*(("nsubj",) if lemma in words["falling"] else ()), *(("dobj", "nsubjpass") if lemma in words["dropped"] else ())]
    dropped = [_meant(c) for c in verb.children if c.dep_ in relations]
    return any(c.lemma_.lower() in words["bombs"] and not _of_another_kind(c) for c in dropped)


def _meant(token: Token) -> Token:
    """What a word stands for: "the bombs that fell" are bombs."""
    return token.head.head if token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl" else token


def _of_another_kind(bomb: Token) -> bool:
    kinds = mapping("triggers")["dropping"]["no_air"]
    return any(c.dep_ in ("compound", "amod") and c.lower_ in kinds for c in bomb.children)
