"""Rows: places that a sentence lists, however each is described: "in Gao, the town of Kidal and the president's birthplace of Mopti".

Invariant: nothing but words for what a place is, with a remark set off by commas, stands between two places of a row, and no deed.
"""

import re
from collections.abc import Collection, Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.texts import text_of
from thucydides.grounding.places.lexicon import lexicon
from thucydides.nouns import PlaceRef

_FEWEST = 2
_REMARK = 14
"""Words of a remark behind a place: "Pibor, the main town of the county, and Akobo"."""
_NAMED = re.compile(r"\b(?:including|such\s+as|like)\s+(?:the\s+)?$", re.IGNORECASE)
_OPENING = frozenset({"for", "over", "on", "against", "of"})
"""Prepositions between a deed and the towns that it was done for or to: "fought for the towns of"."""
_WHERE = frozenset({"in", "at", "near", "around", "outside", "of", "to", "on", "along"})
_HOMES = frozenset({"birthplace", "hometown", "stronghold", "bastion", "quarter", "enclave", "oasis", "junction", "crossing"})


def rows_of(sentence: Span, places: Sequence[PlaceRef], deeds: Collection[int], shift: int) -> list[list[PlaceRef]]:
    """The rows of two or more places, the last joined by "and"; `deeds` are the words that tell of force."""
    found: list[list[PlaceRef]] = []
    row: list[PlaceRef] = []
    joined = False
    for place in sorted(places, key=lambda p: p.passage.start):
        between = _between(sentence, row[-1], place, shift) if row else []
        link = _link(between, deeds)
        if not link:
            _close(found, row, joined)
            row, joined = ([place] if _opens(sentence, place, deeds, shift) else []), False
            continue
        row, joined = [*row, place], link != ","
    _close(found, row, joined)
    return found


def _close(found: list[list[PlaceRef]], row: list[PlaceRef], joined: bool) -> None:
    if joined and len(row) >= _FEWEST:
        found.append(row)


def _between(sentence: Span, first: PlaceRef, second: PlaceRef, shift: int) -> list[Token]:
    start, end = first.passage.end - shift, second.passage.start - shift
    return [t for t in sentence if start <= t.idx < end and not t.is_space]


def _link(between: Sequence[Token], deeds: Collection[int]) -> str:
    """What joins two places, "and" or a comma; empty where they are not of one row."""
    if not between or any(t.i in deeds for t in between):
        return ""
    last = max((n for n, t in enumerate(between) if t.lower_ == "and"), default=-1)
    if last < 0 and [t.lower_ for t in between[:3]] == ["as", "well", "as"]:
        return "and" if _describes(between[3:]) else ""
    if last < 0:
        return "," if between[0].lower_ == "," and _describes(between[1:]) else ""
    remark = between[:last]
    set_off = not remark or (remark[0].lower_ in (",", "(") and remark[-1].lower_ in (",", ")"))
    return "and" if set_off and len(remark) <= _REMARK and _describes(between[last + 1 :]) else ""


def _describes(words: Sequence[Token]) -> bool:
    """Whether words only say what the place behind them is or where it lies: "in the mining town of", "the country's second city,"."""
    return all(_describing(t) for t in words)


def _describing(word: Token) -> bool:
    kinds = lexicon().sets["parts"]
    if word.pos_ in ("NOUN", "PROPN"):
        kind = word.lower_ in kinds or word.lower_ in lexicon().types or word.lower_ in _HOMES
        return kind or word.dep_ in ("compound", "poss", "amod", "nmod", "npadvmod") or any(c.dep_ == "case" for c in word.children)
    if word.pos_ in ("ADP", "SCONJ"):
        return word.lower_ in _WHERE
    return word.pos_ in ("DET", "ADJ", "ADV", "PUNCT", "PART", "PRON") or (word.pos_ == "VERB" and word.dep_ == "amod")


def _opens(sentence: Span, place: PlaceRef, deeds: Collection[int], shift: int) -> bool:
    """Whether a row may open with a place: one where something was, that is named as one of several, or that a deed was for."""
    if place.role in ("at", "near") or _NAMED.search(text_of(sentence.doc), sentence.start_char, place.passage.start - shift):
        return True
    climbed = token_starting(sentence, place.passage.end - shift - 1)
    while climbed is not None and place.role == "mentioned" and climbed.head != climbed:
        under, climbed = climbed, climbed.head
        if climbed.i in deeds or (under.dep_ in ("nsubj", "nsubjpass") and undergoes(climbed, deeds)):
            return True
        if climbed.pos_ in ("VERB", "AUX") or (climbed.dep_ == "prep" and climbed.lower_ not in _OPENING):
            return False
    return False


def undergoes(verb: Token, deeds: Collection[int]) -> bool:
    """Whether a verb says that its subject went through force: "came under fire"."""
    through = (c for p in verb.children if p.dep_ == "prep" and p.lower_ == "under" for c in p.children)
    return any(c.i in deeds for c in through)
