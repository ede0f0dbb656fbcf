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
    return [replace(t, scene=True) if t.weak and t.family == "clash" and _sets_scene(sentence.doc[t.head]) else t for t in found]


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
