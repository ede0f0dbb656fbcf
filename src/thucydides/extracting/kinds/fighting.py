"""Fighting: words of fighting that only set the scene of what their sentence tells ("amid the fighting", "fled the battles"), and of
protests that somebody only came from, looked on at or handed in ("was shot as he left a rally").

Rules `type.fought`, `type.protesters`. Invariant: what goes on around a deed, and what people keep clear of, is not the deed.
"""

from collections.abc import Iterable

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.kinds.fired_at import goes_home
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping

_UP = 6
"""Words up the tree of a sentence that a word of fighting may hang by."""


def with_scenes(sentence: Span, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers, with those of fighting that only set the scene marked so."""
    found = [*found]
    fights = {t.head for t in found if t.family == "clash"}
    scenes = {n for n in fights if _is_watched(sentence.doc[n])}
    scenes |= {t.head for t in found if t.weak and t.head in fights and _sets_scene(sentence.doc[t.head])}
    scenes |= {t.head for t in found if t.family == "protest" and t.noun and _is_left(sentence.doc[t.head])}
    scenes |= {t.head for t in found if t.noun and _is_common(sentence.doc[t.head])}
    scenes |= {t.head for t in found if t.family in _FROM_AFAR and _only_answers(sentence, t, found)}
    return [replace(t, scene=True) if t.head in scenes else t for t in found]


_FROM_AFAR = frozenset({"air", "shelling"})
_ANSWERS = frozenset({"response", "retaliation", "reply", "reprisal", "answer"})
_ANSWERING = frozenset({"respond", "reply", "retaliate", "answer", "react", "counter"})


def _only_answers(sentence: Span, trigger: Trigger, found: list[Trigger]) -> bool:
    """Whether fire from afar is only said to have answered what the sentence tells before, and nobody to have come to harm by it: "twelve
    policemen died, and the army carried out air strikes in response"."""
    word = sentence.doc[trigger.head]
    above = (word, word.head) if trigger.noun else (word,)
    answers = any(
        o.lemma_.lower() in _ANSWERS for t in above for p in t.children if p.dep_ == "prep" and p.lower_ == "in" for o in p.children
    )
    answers |= trigger.noun and word.dep_ == "pobj" and word.head.lower_ == "with" and word.head.head.lemma_.lower() in _ANSWERING
    before = any(t.first < trigger.first and not t.weak and t.family not in _FROM_AFAR for t in found)
    return answers and before and not any(t.first > trigger.last and t.family in ("death", "harm") for t in found)


def _is_common(word: Token) -> bool:
    """Whether deeds are only said to be common: "where suicide bombings were once common"."""
    said = word.head if word.dep_ == "nsubj" and word.head.lemma_ == "be" else None
    return said is not None and any(c.dep_ == "acomp" and c.lemma_.lower() in _USUAL for c in said.children)


_USUAL = frozenset({"common", "commonplace", "frequent", "infrequent", "rare", "rife", "routine", "unusual", "uncommon", "widespread"})


def _is_left(protest: Token) -> bool:
    """Whether a protest is what somebody comes from, goes to or looks on at while something else befalls him, or one that is lodged."""
    words = mapping("triggers")["scene"]
    above = protest.head
    if protest.dep_ in ("dobj", "nsubjpass"):
        beside = above.dep_ in ("advcl", "pcomp") and above.lemma_.lower() in (*words["leaving"], *words["watching"])
        return beside or above.lemma_.lower() in words["lodging"]
    if protest.dep_ != "pobj" or above.lower_ not in ("from", "to"):
        return False
    return goes_home(above.head) or goes_home(above.head.head)


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
