"""Mending: readings that the parser often gets wrong in reports, put right in the tree before anything is read from it.

Invariant: only words whose one reading is certain are changed: "shot dead" before people is always a verb and what became of them.
"""

from spacy.tokens import Doc, Token


def mended(doc: Doc) -> Doc:
    """The parsed text with "gunmen on a motorcycle shot dead a man" read as a shooting, not as a "motorcycle shot", and "kills four and
    wounds ten" as two verbs."""
    for token in doc[:-1]:
        if token.lower_ == "shot" and token.pos_ == "NOUN" and token.nbor(1).lower_ == "dead" and token.nbor(1).head != token:
            _shoot(token, token.nbor(1))
        if token.lower_ in _HARMS and token.i and token.nbor(-1).lower_ in ("and", ",") and (number := _counted_behind(token)) is not None:
            _harm(token, number)
    return doc


_HARMS = {"injures": "injure", "wounds": "wound"}
"""Verbs of harm that headlines and lists tell in the present, which look like nouns."""
_ABOUT = frozenset({"about", "around", "some", "nearly", "almost", "over", "at", "least", "more", "than", "up", "to", "another"})


def _counted_behind(verb: Token) -> Token | None:
    """The number right behind "and wounds", but for words such as "about"."""
    behind = next((t for t in verb.doc[verb.i + 1 : verb.i + 5] if t.lower_ not in _ABOUT), None)
    return behind if behind is not None and behind.like_num and behind.sent == verb.sent else None


def _harm(verb: Token, number: Token) -> None:
    """Make "wounds" of "claims 18 lives and wounds 40" a verb beside the one before it, with those counted for its object."""
    first = verb.head
    while first.pos_ not in ("VERB", "AUX") and first.head != first:
        first = first.head
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBZ", _HARMS[verb.lower_]
    if first != verb and first.i < verb.i:
        verb.head, verb.dep_ = first, "conj"
    if number.head.i <= verb.i:
        number.head, number.dep_ = verb, "dobj"
    elif number.head.head.i <= verb.i:
        number.head.head, number.head.dep_ = verb, "dobj"


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
