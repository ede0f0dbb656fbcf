"""Fighting: words of fighting that only set the scene of what their sentence tells ("amid the fighting", "fled the battles").

Rule `type.fought`. Invariant: what goes on around a deed, and what people keep clear of, is not the deed.
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
    return [replace(t, scene=True) if t.head in scenes else t for t in found]


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
