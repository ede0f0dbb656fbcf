"""Mines: who comes upon a mine sets it off, whatever stands between: "his lorry hit an anti-tank mine", "fell on a mine".

Rule `extract.mined`. Invariant: a mine that is dug, searched or taken is no weapon.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from thucydides.vocabulary import mapping


def meets_mine(verb: Token) -> bool:
    """Whether a verb says that somebody came upon a mine or a like device and set it off."""
    words = mapping("triggers")["mined"]
    if not {verb.lemma_.lower(), verb.lower_} & set(words["meeting"]):
        return False
    planted = (noun for noun in _met(verb, words["on"]) if noun.dep_ == "pobj" and noun.head.lower_ != "into")
    if any(noun.lemma_.lower() in words["planted"] for noun in planted):
        return True  # "drove over a device"
    return any(noun.lemma_.lower() in words["devices"] and not _dug(noun) for noun in _met(verb, words["on"]))


def _met(verb: Token, prepositions: list[str]) -> Iterator[Token]:
    yield from (c for c in verb.children if c.dep_ == "dobj")
    yield from (o for c in verb.children if c.dep_ == "prep" and c.lower_ in prepositions for o in c.children if o.dep_ == "pobj")


def _dug(noun: Token) -> bool:
    return any(c.dep_ in ("compound", "amod") and c.lower_ in mapping("triggers")["mined"]["dug"] for c in noun.children)
