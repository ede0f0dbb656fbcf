"""Passing places: places that a sentence names on the way to its deed, where somebody went or what only dates it.

Invariant: a place that hangs on a deed itself is never one named in passing.
"""

from collections.abc import Collection

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping


def gone_to(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place behind "to" is where somebody is sent, goes or speaks, not what a deed went for: "the envoy to London", "fled to"."""
    token = token_starting(sentence, place.passage.start - shift)
    while (
        token is not None and token.dep_ in ("compound", "amod", "nmod", "det", "poss", "conj", "appos") and token.head != token
    ):
        token = token.head
    if token is None or token.dep_ != "pobj" or token.head.head == token.head:
        return False
    owner = token.head.head
    if owner.i in nodes:
        return False
    return owner.pos_ in ("NOUN", "PROPN") or owner.lemma_.lower() in mapping("telling")["going"]


def dates_only(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place only dates something ("since the Taliban took Kabul") or is where somebody was in the meantime."""
    climbed = token_starting(sentence, place.passage.start - shift)
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _DATING for c in climbed.children):
            return True
        if climbed.dep_ == "advcl" and climbed.lemma_.lower() in mapping("telling")["attending"] and _somebody_else(climbed, nodes):
            return True  # "while the president was in Nairobi, gangs attacked", "as talks opened in Doha"
        if climbed.dep_ == "pobj" and climbed.head.lower_ in _DATING and climbed.lemma_.lower() in mapping("telling")["dating"]:
            return True  # "since the fall of Tripoli"
        climbed = climbed.head
    return False


def _somebody_else(clause: Token, nodes: Collection[int]) -> bool:
    """Whether a clause tells by "while" or "as" what somebody did elsewhere in the meantime, who is named or is no person at all, and of no
    deed itself ("as rebels continued their onslaught on Gao, killing 14")."""
    if any(t.i in nodes for t in clause.subtree):
        return False
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in ("while", "as", "when") for c in clause.children)
    return marked and any(c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN") for c in clause.children)


_DATING = frozenset({"since", "after", "before"})
"""Words that open a clause which only dates the deed, where it tells of no deed itself."""
