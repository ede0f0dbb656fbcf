"""Mood: how the verb over a word of a deed stands, for a deed that was done is told otherwise than what goes on or may be.

Invariant: a noun has the mood of the verb that it hangs on ("said the attack killed ten": done; "fears of an attack are growing": goes on).
"""

from typing import Literal

from spacy.tokens import Token

Mood = Literal["", "done", "has been", "goes on", "may be", "not finite"]
_FINITE = ("VBZ", "VBP", "VBD", "MD")
_CLIMB = 8


def mood_of(word: Token) -> Mood:
    """How the nearest finite verb at or over a word stands; empty where there is none ("Two dead in blast")."""
    climbed, passed = word, 0
    for _ in range(_CLIMB):
        auxiliaries = [c for c in climbed.children if c.dep_ in ("aux", "auxpass")]
        finite = next((t for t in (*auxiliaries, climbed) if t.tag_ in _FINITE), None)
        if finite is not None:
            return _of_finite(finite, climbed)
        if climbed.tag_ in ("VB", "VBG") and any(c.dep_ in ("aux", "mark") for c in climbed.children):
            passed += 1
        if climbed.head == climbed:
            break
        climbed = climbed.head
    return "not finite" if passed else ""


def _of_finite(finite: Token, verb: Token) -> Mood:
    if finite.tag_ == "MD":
        return "may be"
    if finite.tag_ == "VBD":
        return "done"
    if finite.lemma_ == "have" and finite != verb:
        return "has been"
    return "goes on"
