"""Found arms: weapons that were only found, carried or handed in, by the words that they hang by.

Invariant: a weapon that does something, or hangs by a verb of force, was used, whatever else its sentence says was seized.
"""

from spacy.tokens import Token

from thucydides.extracting.kinds.by_doer import brings_down
from thucydides.vocabulary import mapping

_FINDING = frozenset({
    "recover", "seize", "confiscate", "find", "discover", "capture", "cache", "possession", "carry", "surrender", "hide", "store",
    "smuggle", "seizure", "recovery", "discovery", "haul", "stash", "stockpile", "transport", "hand", "unearth", "uncover", "impound",
    "intercept", "secure",
})  # fmt: skip
_TAKEN = frozenset({"captured", "seized", "looted", "recovered", "confiscated", "surrendered", "stolen", "destroyed"})
_HOLDING = frozenset({"arrest", "detain", "apprehend", "catch", "nab", "hold", "stop", "travel"})
_BACKING = frozenset({"back", "support", "assist", "cover", "accompany"})
_UP = 6
"""Words up the tree of a sentence that a weapon may hang by."""


def only_found(weapon: Token) -> bool:
    """Whether a weapon was found, carried, handed in or brought down, and nothing is said to have been done with it."""
    if any(c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _FINDING for c in weapon.children):
        return True
    if any(c.lower_ in _TAKEN and c.dep_ in ("amod", "compound") and c.i < weapon.i for c in weapon.children):
        return True  # "pictures of captured mortars"
    named = weapon.head if weapon.dep_ == "compound" else weapon
    if named.dep_ in ("dobj", "nsubjpass") and brings_down(named.head):
        return True  # "rebels shot down a fighter jet"
    if is_aim(named) or (weapon.dep_ == "compound" and weapon.head.lemma_.lower() in mapping("weapons")["kept_in"]):
        return True  # "struck two missiles that stood ready", "a rocket depot"
    if named.dep_ == "pobj" and named.head.head.lemma_.lower() in _BACKING and named.head.head.tag_ == "VBN":
        return True  # "forces backed by drones took the town"
    below, at = weapon, weapon.head
    for _ in range(_UP):
        if at == below:
            return False
        if at.lemma_.lower() in _HOLDING and below.lower_ == "with":
            return True  # "three men were arrested with 30 kg of explosives"
        if at.pos_ == "NOUN" and at.lemma_.lower() in mapping("triggers")["suspicions"]:
            return True  # "a suspect in the bombing was arrested"
        if at.lemma_.lower() in _FINDING:
            return at.pos_ != "VERB" or below.dep_ != "nsubj"
        if at.pos_ == "VERB" and (below.dep_ not in ("dobj", "nsubjpass") or at.dep_ not in ("conj", "xcomp", "relcl", "acl")):
            return False
        below, at = at, at.head
    return False


def is_aim(weapon: Token) -> bool:
    """Whether a weapon is what somebody struck, by whatever means: "struck four missiles", "a strike against a rocket launcher"."""
    struck = mapping("weapons")["struck"]
    if weapon.lemma_.lower() not in mapping("weapons")["aims"]:
        return False
    if weapon.dep_ == "dobj":
        return weapon.head.lemma_.lower() in struck
    at = weapon.head if weapon.dep_ == "pobj" else None
    return at is not None and at.lower_ in ("against", "on", "at") and at.head.lemma_.lower() in struck


def left_over(weapon: Token) -> bool:
    """Whether a weapon is a remnant of war that goes off later: "a shell left over from the fighting", "when he picked up a rocket"."""
    words = mapping("triggers")["left_over"]
    weapon = weapon.head if weapon.dep_ == "compound" else weapon
    if any(c.lemma_.lower() in words["said"] for c in weapon.children if c.dep_ in ("acl", "relcl", "amod", "compound")):
        return True
    handled = weapon.head.head if weapon.dep_ == "pobj" and weapon.head.lower_ in ("on", "with", "upon", "over", "up") else weapon.head
    if weapon.dep_ in ("dobj", "pobj") and handled.pos_ == "VERB" and handled.lemma_.lower() in words["handled"]:
        return True
    by = weapon.dep_ == "pobj" and weapon.head.lower_ == "by"  # "were killed by a mortar bomb that they had found"
    return by and any(c.dep_ == "relcl" and c.lemma_.lower() in words["found"] for c in weapon.children)
