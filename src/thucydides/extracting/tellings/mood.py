"""Mood: how the verb over a word of a deed stands, for a deed that was done is told otherwise than what goes on or may be.

Invariant: a noun has the mood of the verb that it hangs on ("said the attack killed ten": done; "fears of an attack are growing": goes on).
"""

from collections.abc import Sequence
from typing import Literal

from spacy.tokens import Token

Mood = Literal["", "done", "has been", "goes on", "may be", "not finite"]
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_SENSED = frozenset({"hear", "see"})
"""What could be heard was done: "artillery could be heard around the port"."""
_CLIMB = 8


def mood_of(word: Token) -> Mood:
    """How the nearest finite verb at or over a word stands; empty where there is none ("Two dead in blast")."""
    climbed, passed = word, 0
    for _ in range(_CLIMB):
        auxiliaries = [c for c in climbed.children if c.dep_ in ("aux", "auxpass")]
        finite = [t for t in (*auxiliaries, climbed) if t.tag_ in _FINITE]
        if finite:
            return _of_finite(finite, climbed)
        if climbed.tag_ in ("VB", "VBG") and any(c.dep_ in ("aux", "mark") for c in climbed.children):
            passed += 1
        if climbed.head == climbed:
            break
        climbed = climbed.head
    return "not finite" if passed else ""


def _of_finite(finite: Sequence[Token], verb: Token) -> Mood:
    tags = {t.tag_ for t in finite}
    if "VBD" in tags:
        return "done"
    if "MD" in tags:
        return "done" if verb.lemma_ in _SENSED and finite[0].lower_ == "could" else "may be"
    return "has been" if finite[0].lemma_ == "have" and finite[0] != verb else "goes on"
