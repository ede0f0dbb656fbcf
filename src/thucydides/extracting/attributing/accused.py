"""Accused: the words of an accusation that name whom it is laid upon and for what.

Invariant: what belongs to a name ("the Coalition of Patriots for Change") is never cut off it.
"""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.agents import is_somebody
from thucydides.extracting.attributing.spans import subtree
from thucydides.extracting.attributing.words import words
from thucydides.grounding.times import only_a_time
from thucydides.vocabulary import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

ACCUSED_BY = frozenset({"of", "for", "with", "in", "over"})
"""Prepositions behind which an accusation names its deed."""


def doer_of(verb: "Token") -> "Token | None":
    """Who does something in the clause that a verb of belief brings ("analysts suspect ISKP seeks ..."); nobody who suffers it."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if clause is None or clause.lemma_ in words("suffering"):
        return None
    doer = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if doer is not None and doer.lower_ in mapping("actor_words")["arms"]:
        doer = doer_by_arms(verb)
    return doer if doer is not None and (doer.pos_ == "PROPN" or (doer.pos_ == "NOUN" and is_somebody(doer))) else None


def doer_by_arms(verb: "Token") -> "Token | None":
    """Who used the arms that a clause tells of: "a rocket fired by the militia struck the village"."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    thing = next((c for c in clause.children if c.dep_ == "nsubj"), None) if clause is not None else None
    used = (c for c in thing.children if c.dep_ == "acl" for c in c.children if c.dep_ == "agent") if thing is not None else ()
    return next((t for by in used for t in by.children if t.dep_ == "pobj"), None)


def named_as(verb: "Token") -> set[int]:
    """Whom "blaming what it described as thieves" or "what it called bands of outlaws" names."""
    called = next((noun for c in verb.children if c.dep_ == "ccomp" and (noun := so_called(c)) is not None), None)
    of = (t for p in called.rights if p.lower_ == "of" for t in p.subtree) if called is not None else ()
    return {t.i for t in (*called.lefts, called, *of)} if called is not None else set()


def so_called(clause: "Token") -> "Token | None":
    """The noun by which a clause calls somebody: "what it described as armed gangs", "what he termed bandits"."""
    if not any(t.lower_ == "what" for t in clause.children):
        return None
    behind = [t for c in clause.children if c.lower_ == "as" for t in c.children if t.dep_ == "pobj"]
    return next((t for t in (*behind, *clause.children) if t in behind or t.dep_ == "oprd"), None)


def object_behind(prep: "Token") -> "Token | None":
    """What stands behind a preposition, also by what somebody calls it ("on what it calls bandits")."""
    told = (c if c.dep_ == "pobj" else so_called(c) for c in prep.children if c.dep_ in ("pobj", "pcomp"))
    return next((t for t in told if t is not None), None)


def object_of(verb: "Token", thing: "Token", *preps: str) -> "Token | None":
    """What stands behind one of some prepositions of a verb or its object; no day ("On 5 July the governor blamed them")."""
    leading = (c for c in (*verb.children, *thing.children) if c.lower_ in preps and c.dep_ in ("prep", "dative", "prt"))
    objects = (object_behind(prep) for prep in leading)
    return next(
        (o for o in objects if o is not None and only_a_time(o.doc[o.left_edge.i : o.right_edge.i + 1].text) is None), None
    )


def called_by_name(verb: "Token", thing: "Token", prep: str) -> "Token | None":
    """Whom a clause behind a preposition of a verb or its object calls by a name: "blamed it on what it called bandits"."""
    clauses = [c for p in (*verb.children, *thing.children) if p.lower_ == prep for c in p.children if c.dep_ == "pcomp"]
    named = (t for c in clauses for t in c.subtree if t.i > c.i and t.pos_ in ("NOUN", "PROPN") and t.dep_ in _NAMED)
    return next(named, None)


_NAMED = frozenset({"oprd", "attr", "pobj", "dobj", "dep", "appos"})


def without_deed(thing: "Token", preps: frozenset[str]) -> set[int]:
    """A noun phrase without the phrase that says of what it is accused."""
    out = subtree(thing)
    for child in thing.children:
        deed = child.lower_ == "for" or any(g.dep_ == "pcomp" or g.lemma_.lower() in words("deeds") for g in child.children)
        if (child.lower_ in preps and child.dep_ == "prep" and deed and not in_name(thing, child)) or child.lower_ == "as":
            out -= subtree(child)
    return out


def deed_laid(verb: "Token", thing: "Token") -> set[int]:
    """The words of the deed that is laid upon somebody: "accused of burning the mill"."""
    for child in (*verb.children, *thing.children):
        where = child.lower_ == "in" and not any(g.dep_ == "pcomp" or g.lemma_.lower() in words("deeds") for g in child.children)
        accused = child.lower_ in ACCUSED_BY and child.dep_ == "prep" and child.i > thing.i
        if accused and not where and not in_name(thing, child):
            return subtree(child) - {child.i}
    return set()


def in_name(thing: "Token", prep: "Token") -> bool:
    """Whether a preposition is part of a name: "the Coalition of Patriots for Change"."""
    objects = [c for c in prep.children if c.dep_ in ("pobj", "pcomp")]
    name = bool(objects) and thing.pos_ == "PROPN" and all(c.pos_ == "PROPN" or c.text[:1].isupper() for c in objects)
    return name and (prep.head == thing or prep.i == thing.right_edge.i + 1)


def words_behind(thing: "Token", preps: tuple[str, ...]) -> set[int]:
    """The words behind the first of some prepositions of a thing or of its verb."""
    for child in (*thing.children, *thing.head.children):
        if child.lower_ in preps and child.dep_ == "prep":
            return subtree(child) - {child.i}
    return set()
