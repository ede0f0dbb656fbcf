"""Equals: the nouns that a sentence says a named person to be: "identified the gunman as NAME", "named NAME as the suspect".

Invariant: a noun comes from the tree of the sentence that holds the name.
"""

from collections.abc import Iterator

from spacy.tokens import Token

_NAMING = frozenset({"identify", "name", "know", "describe", "recognize", "recognise"})
_CLIMB = 5
"""Words above "as" among which its verb is looked for: the parser hangs it low ("the man killed in a shooting as NAME")."""


def named_as(preposition: Token) -> Iterator[Token]:
    """The nouns that "as NAME" gives a name to."""
    if preposition.lower_ != "as":
        return
    verb = preposition.head
    for _ in range(_CLIMB):
        if verb.lemma_.lower() in _NAMING or verb.head == verb:
            break
        verb = verb.head
    if verb.lemma_.lower() not in _NAMING:
        return
    if verb.dep_ == "acl":
        yield verb.head
    else:
        yield from (c for c in verb.children if c.dep_ in ("nsubjpass", "dobj", "nsubj") and c.i < preposition.i)


def as_noun(verb: Token) -> Iterator[Token]:
    """The nouns behind "as" that a verb of naming says of its object or passive subject: "identified NAME as the gunman"."""
    if verb.lemma_.lower() in _NAMING:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "as":
                yield from (c for c in child.children if c.dep_ == "pobj" and c.pos_ == "NOUN")


def subject_behind(name: Token) -> Token | None:
    """The verb that a name is the subject of, where the parser hung it on the opening "According to ...,"; None elsewhere."""
    above, verb = name, name.sent.root
    while above.head != above and above.lower_ != "according":
        above = above.head
    if above.lower_ != "according" or above.i != name.sent.start or verb.pos_ not in ("VERB", "AUX"):
        return None
    commas = [t.i for t in name.sent if t.text == "," and above.i < t.i < name.i]
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in verb.children)
    return verb if commas and bare and name.i < verb.i else None
