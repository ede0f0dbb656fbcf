"""Spots: names behind "in" or "near", or of what was attacked or taken, that no gazetteer need know, by which two deeds may be told apart.

So is a name that a known deed is told by ("the Unguwar Zakka attack").

Invariant: a spot is a name written with a capital where a place stands; it is no house, no time, no party, and no place that the gazetteer
knows.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from thucydides.extracting.kinds.classes import may_be_place
from thucydides.extracting.tellings.matter import Matter
from thucydides.vocabulary import mapping

_WHERE = frozenset({"in", "at", "near", "outside", "off", "around"})
_CALLED = frozenset(
    {"village", "town", "city", "hamlet", "settlement", "district", "area", "county", "suburb", "island", "camp"}
    | {"community", "locality", "parish"}
)
_PARTS = ("compound", "appos", "amod", "nmod")


def spots_of(told: Matter, tokens: Collection[int] | None = None) -> frozenset[str]:
    """The names of spots, in small letters, that stand in a sentence, or among some of its tokens."""
    return frozenset(t.lower_ for t in told.sentence if (tokens is None or t.i in tokens) and _is_spot(t, told))


def _is_spot(token: Token, told: Matter) -> bool:
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        return False
    head = token
    while head.dep_ in _PARTS and head.head != head:
        head = head.head
    if _of_held(token, head, told):
        return True
    if _is_house(head) or (head.pos_ != "PROPN" and head.lemma_.lower() not in _CALLED and not _told_by(head, told)):
        return False
    start = token.idx + told.shift
    if any(t.start <= start < t.end for t in told.times):
        return False
    known = any(p.place is not None and p.passage.start <= start < p.passage.end for p in told.places)
    if known or _told_by(head, told):
        return not known and not any(a.start <= start < a.end for a in told.around.actors_in(told.start, told.end))
    return head.dep_ == "pobj" and any(p.lower_ in _WHERE or _where_told(head) for p in _prepositions(head))


def _told_by(head: Token, told: Matter) -> bool:
    """Whether the head of a name is a deed told as known: "the Unguwar Zakka attack"."""
    return any(t.head == head.i and t.noun and t.definite and not t.plural for t in told.triggers)


def _of_held(name: Token, head: Token, told: Matter) -> bool:
    """Whether a name is that of a base, a village or another point that a deed was done to or at: "attacked the Wadi Kol base", "took the
    checkpoint of Kol"."""
    words = mapping("triggers")
    point = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" and head.pos_ == "PROPN" else head
    if point == name or point.pos_ != "NOUN" or point.lemma_.lower() not in words["held"] or not may_be_place(name):
        return False
    struck = point.dep_ in ("dobj", "nsubjpass") and point.head.i in told.nodes
    start = name.idx + told.shift
    known = any(a.start <= start < a.end for a in told.around.actors_in(told.start, told.end))
    known = known or any(p.passage.start <= start < p.passage.end for p in told.places if p.place is not None)
    return (struck or (point.dep_ == "pobj" and point.head.lower_ in _WHERE)) and not known


def _is_house(head: Token) -> bool:
    """Whether a name is that of a house, to which the wounded may be taken: "Holy Cross Medical Center"."""
    places = mapping("places")
    words = {head.lemma_.lower(), *(c.lower_ for c in head.children if c.dep_ == "compound")}
    return head.lemma_.lower() in places["houses_named"] or not words.isdisjoint(places["taken_to"]["houses"])


def _prepositions(head: Token) -> Iterator[Token]:
    """The preposition over a name, and over what it is the name of: "in the village of Kpangba"."""
    yield head.head
    called = head.head.head
    if head.head.lower_ == "of" and called.dep_ == "pobj" and called.lemma_.lower() in _CALLED:
        yield called.head


def _where_told(head: Token) -> bool:
    """Whether a clause tells what was done at a place: "moved on to Kidal, where they burned a school"."""
    return any(c.dep_ == "relcl" and any(g.lower_ == "where" for g in c.children) for c in head.children)
