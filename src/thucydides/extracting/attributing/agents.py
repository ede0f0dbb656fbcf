"""Agents: whether words name somebody who can do a deed, whether that one did it or suffered it, and whose work something was."""

from typing import TYPE_CHECKING

from thucydides.extracting.attributing.words import words
from thucydides.extracting.texts import text_of
from thucydides.grounding.actors.actors import find_actors
from thucydides.vocabulary import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token


_PEOPLE = frozenset(noun for nouns in mapping("groups")["groups"].values() for noun in nouns) - frozenset(mapping("groups")["generic"])
"""Nouns for people by what they are ("guard", "villager"), without those that stand for a number only."""


def is_somebody(noun: "Token") -> bool:
    """Whether a noun names a party that can do something: "the rebels", no "presence of a camp" and no "death toll"."""
    if noun.lemma_.lower() in words("doers") | _PEOPLE:
        return True
    return any(m.start <= noun.idx < m.end for m in find_actors(text_of(noun.doc)))


def may_have_done(subject: "Token", deeds: "list[Token]") -> bool:
    """Whether who is believed something can be its doer: people, and not those whom it befell ("a bag believed to hold the bomb", "30 were
    believed killed")."""
    people = (
        subject.pos_ in ("PROPN", "PRON")
        or subject.ent_type_ in ("PERSON", "NORP", "ORG")
        or _people(subject)
        or is_somebody(subject)
    )
    befallen = any(_suffered(d) for d in deeds)
    return people and subject.lower_ not in ("what", "it", "that", "which") and not befallen


def _people(noun: "Token") -> bool:
    return noun.lemma_.lower() in words("people")


def _suffered(deed: "Token") -> bool:
    """Whether a deed befell its subject: "believed killed", "believed to have been abducted"; not "believed to be linked to"."""
    harm = deed.tag_ == "VBN" and deed.lemma_.lower() in words("harming")
    perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in deed.children)
    return harm and (not perfect or any(c.dep_ == "auxpass" for c in deed.children))


def claimable(thing: "Token") -> bool:
    """Whether a noun is a deed that somebody can claim: "the attack", "the action"."""
    return thing.lower_ in words("deeds") | words("claimed_acts") or thing.lemma_.lower() in words("deeds")


def work_of(named: "Token") -> "Token":
    """Of "the work of X" the X, who is thought to have done it."""
    if named.lemma_.lower() not in words("works"):
        return named
    return next((t for c in named.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), named)
