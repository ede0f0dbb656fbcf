"""Shot dead: the verb "shot" that the tree has for a noun, hung on who shot, on whom, and on what became of them.

Invariant: no word is hung on what hangs on it.
"""

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def was_shot(shot: Token, old: Token) -> None:
    """Make "shot" what befell a "12-year-old"."""
    old.head, old.dep_ = (old, "ROOT") if shot.head == shot else (shot.head, shot.dep_)
    for child in [c for c in shot.lefts if c != old]:
        child.head = old
    shot.head, shot.dep_ = old, "acl"
    shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBN", "shoot"


def shoot(shot: Token, dead: Token) -> None:
    """Make "shot" the verb of what hangs on "dead", and what it was taken to be the head of a phrase of its own."""
    if hangs_on(dead, shot):
        _shoot_whom(shot, dead)
        return
    named = next((c for c in reversed([*shot.lefts]) if c.dep_ == "compound"), None)
    if named is not None:
        named.head, named.dep_ = shot.head, shot.dep_
        for child in [c for c in shot.lefts if c != named]:
            child.head = named
    held = [c for c in dead.children if c != shot]
    root = dead.head == dead
    shot.head, shot.dep_ = (shot if root else dead.head), dead.dep_
    for child in held:
        child.head = shot
    _shot_dead(shot, dead)


def _shoot_whom(shot: Token, dead: Token) -> None:
    """Make "shot" the verb of who stands before it and of whom the tree hangs on it: "a sniper shot dead corporal Omar Diop"."""
    whom = next((c for c in shot.rights if c == dead.head or hangs_on(dead, c)), None)
    who = next((c for c in reversed([*shot.lefts]) if c.dep_ in ("compound", "nmod", "amod")), None)
    if who is not None:
        for child in [c for c in shot.lefts if c != who and c.dep_ not in _SUBJECTS]:
            child.head = who
        who.dep_ = "nsubj"
    if whom is not None and whom.pos_ not in ("VERB", "AUX"):
        whom.dep_ = "dobj"
    _shot_dead(shot, dead)


def _shot_dead(shot: Token, dead: Token) -> None:
    dead.head, dead.dep_ = shot, "advmod"
    shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBD", "shoot"
    dead.pos_, dead.tag_, dead.lemma_ = "ADV", "RB", "dead"


def hangs_on(token: Token, above: Token) -> bool:
    """Whether a token hangs on another, at whatever depth."""
    return any(a == above for a in token.ancestors)
