"""Mending: readings that the parser often gets wrong in reports, put right in the tree before anything is read from it.

Invariant: only words whose one reading is certain are changed: "shot dead" before people is always a verb and what became of them.
"""

from spacy.tokens import Doc, Token


def mended(doc: Doc) -> Doc:
    """The parsed text with "gunmen on a motorcycle shot dead a man" read as a shooting, not as a "motorcycle shot"."""
    for token in doc[:-1]:
        if token.lower_ == "shot" and token.pos_ == "NOUN" and token.nbor(1).lower_ == "dead" and token.nbor(1).head != token:
            _shoot(token, token.nbor(1))
    return doc


def _shoot(shot: Token, dead: Token) -> None:
    """Make "shot" the verb of what hangs on "dead", and what it was taken to be the head of a phrase of its own."""
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
    dead.head, dead.dep_ = shot, "advmod"
    shot.pos_, shot.tag_, shot.lemma_ = "VERB", "VBD", "shoot"
    dead.pos_, dead.tag_, dead.lemma_ = "ADV", "RB", "dead"
