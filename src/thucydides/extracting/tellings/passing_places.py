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
    owner = owner.head if owner.dep_ == "advmod" else owner  # "going back to Gao"
    if owner.i in nodes or (owner.lemma_.lower() in mapping("places")["roads"] and token.head.lower_ == "into") or _got_there(owner, nodes):
        return False
    return owner.pos_ in ("NOUN", "PROPN") or owner.lemma_.lower() in mapping("telling")["going"]


def _got_there(verb: Token, nodes: Collection[int]) -> bool:
    """Whether somebody came to a place and the deed is told then: "they crossed over to the island; three men were killed", or befell those
    who had come there: "fired at farmers who returned to the village"."""
    came = verb.lemma_.lower() in mapping("telling")["coming"] and verb.tag_ in ("VBD", "VBN")
    if not came or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    if verb.dep_ == "relcl":
        return any(n < verb.i for n in nodes)
    after = [n for n in nodes if n > verb.i]
    return bool(after) and len(after) == len(nodes) and any(t.text == ";" for t in verb.doc[verb.i : min(after)])


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
        if climbed.dep_ == "conj" and climbed.pos_ == "VERB" and _astray(climbed):
            return True
        climbed = climbed.head
    return False


def _astray(verb: Token) -> bool:
    """Whether a verb with a subject of its own tells when a deed was, though the tree joins it to the verb before: "the attack came four
    days after Karbi and Dimasa leaders met in Delhi"."""
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    dating = [c for c in verb.head.children if c.dep_ == "prep" and c.lower_ in _DATING and who is not None and c.i < who.i]
    return bool(dating) and not any(c.dep_ == "cc" for c in verb.head.children)


def _somebody_else(clause: Token, nodes: Collection[int]) -> bool:
    """Whether a clause tells by "while" or "as" what somebody did elsewhere in the meantime, who is named or is no person at all, and of no
    deed itself ("as rebels continued their onslaught on Gao, killing 14")."""
    if any(t.i in nodes for t in clause.subtree):
        return False
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in ("while", "as", "when") for c in clause.children)
    return marked and any(c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN") for c in clause.children)


_DATING = frozenset({"since", "after", "before"})
"""Words that open a clause which only dates the deed, where it tells of no deed itself."""
