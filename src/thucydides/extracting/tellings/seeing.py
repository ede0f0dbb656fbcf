"""Seeing: days on which somebody saw, or a picture shows, what a deed done before had left (rules `date.seen` and `date.pictured`)."""

from collections.abc import Collection

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.speaking import REPORTING
from thucydides.vocabulary import mapping

_SEEING = "see"
_CLAUSES = frozenset({"advcl", "xcomp", "acomp", "ccomp", "conj", "relcl"})
_SHOWN = frozenset({"VBZ", "VBP"})


def seen_on(sentence: Span, start: int, deeds: Collection[int]) -> bool:
    """Whether a day is that of seeing what a deed left: "when we reached the town on Monday, we saw houses destroyed by shells"."""
    verb = _verb_over(token_starting(sentence, start))
    while verb is not None and verb.i not in deeds and verb.lemma_.lower() != _SEEING and verb.dep_ in _CLAUSES:
        verb = verb.head
    if verb is None or verb.i in deeds or verb.lemma_.lower() != _SEEING:
        return False
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "ccomp")]
    return all(any(n == t.i for c in things for t in c.subtree) and _left(sentence.doc[n], deeds) for n in deeds)


def _left(deed: Token, deeds: Collection[int]) -> bool:
    """Whether a word tells what a deed left ("houses destroyed by shells"), or stands under one that does, and not what was done while
    somebody saw it ("saw soldiers shoot")."""
    climbed = deed
    while climbed.head != climbed:
        if climbed.i in deeds and climbed.tag_ == "VBN" and climbed.dep_ in ("acl", "amod", "ccomp", "relcl"):
            return not any(c.tag_ == "VBG" and c.dep_ in ("aux", "auxpass") for c in climbed.children)
        climbed = climbed.head
    return False


def pictured_on(sentence: Span, start: int, deeds: Collection[int]) -> bool:
    """Whether a day is that of a picture, told in the present, which shows those whom a deed befell: "A wounded boy arrives at a clinic in
    Gao on 28 April 2031."."""
    day = token_starting(sentence, start)
    verb = _verb_over(day)
    if day is None or verb is None or day.i < verb.i or verb.i in deeds or verb.dep_ != "ROOT":
        return False
    if not _shows(verb) or verb.lemma_.lower() in {*mapping("telling")["going_on"], *REPORTING}:
        return False
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and all(any(n == t.i and t.dep_ in ("amod", "acl") for t in verb.subtree) for n in deeds)


def _shows(verb: Token) -> bool:
    """Whether a verb stands in the simple present, as those of captions do: "walk", "is carried"."""
    helped = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VBN":
        return len(helped) == 1 and helped[0].dep_ == "auxpass" and helped[0].tag_ in _SHOWN
    return verb.tag_ in _SHOWN and not helped


def _verb_over(token: Token | None) -> Token | None:
    while token is not None and token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token if token is not None and token.pos_ in ("VERB", "AUX") else None
