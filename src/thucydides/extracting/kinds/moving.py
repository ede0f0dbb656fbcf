"""Moving: places that change hands by those who come and go: forces march into a town, or drive others out of it.

Rule `extract.moved-in`. Invariant: only soldiers and fighters take a place so; whoever else comes to it, or is sent away, takes none.
"""

from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from thucydides.grounding.actors.countries import country_of_name
from thucydides.vocabulary import mapping

IsPlace = Callable[[Token], bool]


def enters(verb: Token, is_place: IsPlace) -> bool:
    """Whether armed forces are told to come into a place as its masters: "rebels marched into Kati", "the army entered the town"."""
    words = mapping("triggers")["moving"]
    if verb.lemma_.lower() in words["entering"]:
        entered = any(is_place(c) for c in verb.children if c.dep_ == "dobj")
        return entered and not _for_more(verb) and any(_armed(c) for c in verb.children if c.dep_ == "nsubj")
    if verb.lemma_.lower() not in words["going"]:
        return False
    goals = [o for p in verb.children if p.dep_ == "prep" and p.lower_ == "into" for o in p.children if o.dep_ == "pobj"]
    goals += [o for g in goals for p in g.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj"]  # "the centre of Gao"
    return any(is_place(g) for g in goals) and any(_armed(c) for c in verb.children if c.dep_ == "nsubj")


def _for_more(verb: Token) -> bool:
    """Whether those who enter are told to want something else there: "entered the town in search of a deserter", "to escort the aid"."""
    searching = any(o.lemma_.lower() == "search" for p in verb.children if p.dep_ == "prep" for o in p.children)
    return searching or any(c.dep_ in ("advcl", "xcomp") and c.tag_ == "VB" for c in verb.children)


def drives_out(verb: Token, is_place: IsPlace) -> bool:
    """Whether armed forces are told to be driven from a place: "the army pushed the rebels out of the town"."""
    if verb.lemma_.lower() not in mapping("triggers")["moving"]["driving"]:
        return False
    driven = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    gone = [c for c in verb.children if c.dep_ == "xcomp" and c.lemma_.lower() in mapping("triggers")["moving"]["retreating"]]
    left = [o for g in gone for o in g.children if o.dep_ == "dobj"]  # "were forced to abandon the town"
    driving = any(_armed(c) for c in verb.children if c.dep_ == "nsubj")
    # "troops drove Islamic State out of the town"
    named = driving and any(d.pos_ == "PROPN" and country_of_name(d.text) is None for d in driven)
    if not named and not any(_armed(d) for d in driven):
        return False
    return any(is_place(p) for p in (*left, *(q for at in (verb, *driven, *gone) for q in _left(at))))


def _left(head: Token) -> Iterator[Token]:
    """What a word says somebody comes from: behind "from" or "out of"."""
    for preposition in (c for c in head.children if c.dep_ in ("prep", "prt") and c.lower_ in ("from", "out", "of")):
        left = [c for c in preposition.children if c.dep_ == "pobj"]
        yield from left
        yield from (o for c in left for p in c.children if p.lower_ in ("of", "at", "in") for o in p.children if o.dep_ == "pobj")
        yield from _left(preposition)


def _armed(noun: Token) -> bool:
    """Whether a word names soldiers or fighters, or a number or group of them."""
    inner = (o for p in noun.children if p.lower_ == "of" for o in p.children if o.dep_ == "pobj")
    if noun.lemma_.lower() in mapping("triggers")["moving"]["driven"] and noun.dep_ in ("dobj", "nsubjpass"):
        return True  # "the regime was driven out of the city"
    return is_group(noun) or any(t.lemma_.lower() in _forces() or t.lower_.removesuffix("s") in _forces() for t in (noun, *inner))


def is_group(noun: Token) -> bool:
    """Whether a name is written as that of a group and of nobody: "the Taliban", "M23", "JNIM"."""
    alone = noun.pos_ == "PROPN" and len(noun) > 1
    return alone and (noun.text.isupper() or any(c.lower_ == "the" for c in noun.children if c.dep_ == "det"))


@cache
def _forces() -> frozenset[str]:
    """The last words of what soldiers and fighters are called."""
    signs = mapping("type_signs")["signs"]
    named = (words.split()[-1] for who in ("forces", "fighters") for words in signs[who]["nouns"])
    members = (word for who in ("state forces", "rebels", "militia", "external forces") for word in mapping("groups")["groups"][who])
    return frozenset((*named, *members))
