"""Fighting: words of fighting that only set the scene of what their sentence tells ("amid the fighting", "fled the battles"), and of
protests that somebody only came from, looked on at or handed in ("was shot as he left a rally").

Rules `type.fought`, `type.protesters`. Invariant: what goes on around a deed, and what people keep clear of, is not the deed.
"""

from collections.abc import Iterable

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping

_UP = 6
"""Words up the tree of a sentence that a word of fighting may hang by."""


def with_scenes(sentence: Span, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers, with those of fighting that only set the scene marked so."""
    fights = {t.head for t in found if t.family == "clash"}
    scenes = {n for n in fights if _is_watched(sentence.doc[n])}
    scenes |= {t.head for t in found if t.weak and t.head in fights and _sets_scene(sentence.doc[t.head])}
    scenes |= {t.head for t in found if t.family == "protest" and t.noun and _is_left(sentence.doc[t.head])}
    return [replace(t, scene=True) if t.head in scenes else t for t in found]


def _is_left(protest: Token) -> bool:
    """Whether a protest is what somebody comes from, goes to or looks on at while something else befalls him, or one that is lodged."""
    words = mapping("triggers")["scene"]
    above = protest.head
    if protest.dep_ in ("dobj", "nsubjpass"):
        beside = above.dep_ in ("advcl", "pcomp") and above.lemma_.lower() in (*words["leaving"], *words["watching"])
        return beside or above.lemma_.lower() in words["lodging"]
    if protest.dep_ != "pobj" or above.lower_ not in ("from", "to"):
        return False
    return any(t.lemma_.lower() in words["homeward"] for t in (above.head, above.head.head))


def _is_watched(word: Token) -> bool:
    """Whether a fight is what somebody only looks on at: "was shot while filming clashes"."""
    lookers = [word.head] if word.dep_ == "dobj" else [c for c in word.children if c.dep_ == "amod" and c.tag_ == "VBG"]
    return any(v.lemma_.lower() in mapping("triggers")["scene"]["watching"] for v in lookers)


def _sets_scene(word: Token) -> bool:
    words = mapping("triggers")["scene"]
    climbed = word
    for _ in range(_UP):
        above = climbed.head
        if climbed.dep_ in ("prep", "mark", "advmod") and climbed.lower_ in words["amid"]:
            return True
        if climbed.dep_ in ("advcl", "acl", "relcl") and any(c.dep_ == "mark" and c.lower_ in words["amid"] for c in climbed.children):
            return True
        if climbed.dep_ == "pobj" and above.lower_ in words["from"]:
            return True
        if climbed.dep_ in ("dobj", "nsubjpass") and above.lemma_.lower() in words["fled"]:
            return True
        if above == climbed:
            return False
        climbed = above
    return False
