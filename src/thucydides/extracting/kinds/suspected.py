"""Suspected: what people are only arrested for, which nobody tells as done: "eight men were held on suspicion of looting".

Rule `extract.suspected`. Invariant: what an arrest is "over" or "for", and whom somebody is said to have hurt, stays.
"""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from thucydides.extracting.kinds.trigger import Trigger
from thucydides.vocabulary import mapping

_DONE = frozenset({"arrest", "death", "harm", "attack"})
"""What somebody did whatever comes of the charge: the arrest, and the killing that it is for."""
_UP = 5
"""Words up the tree of a sentence that a suspicion may hang by."""


def without_suspicions(doc: Doc, found: Iterable[Trigger]) -> list[Trigger]:
    """The triggers of a sentence that tells of an arrest, without what those arrested are suspected of."""
    told = [*found]
    if not any(t.family == "arrest" for t in told):
        return told
    return [t for t in told if t.family in _DONE or not _is_suspicion(doc[t.head])]


def _is_suspicion(word: Token) -> bool:
    suspicions = mapping("triggers")["suspicions"]
    at = word
    for _ in range(_UP):
        if at.dep_ in ("pobj", "pcomp") and at.head.head.lemma_.lower() in suspicions:
            return True
        if at == at.head:
            return False
        at = at.head
    return False
