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
        described = [t for t in told if _only_described(doc[t.head])]
        return [t for t in told if t not in described] if any(not t.weak for t in told if t not in described) else told
    return [t for t in told if t.family in _DONE or not (_is_suspicion(doc[t.head]) or (t.noun and _is_charge(doc[t.head])))]


def _only_described(word: Token) -> bool:
    """Whether a word says what somebody is accused of to whom something else was done: "a man accused of theft was beaten to death"."""
    for at in (word, *word.ancestors):
        charged = at.lemma_.lower() in mapping("triggers")["suspicions"]
        if charged:
            return at != word and at.dep_ in ("acl", "relcl") and at.head.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos")
        if at.dep_ not in ("pobj", "pcomp", "prep", "dobj", "conj", "compound", "xcomp"):
            return False
    return False


def _is_charge(noun: Token) -> bool:
    """Whether a bare noun behind "for" is what somebody is arrested for: "arrested a woman for arson", but not "for the bombing"."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ == "for"
    return behind and noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "nummod", "amod") for c in noun.children)


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
