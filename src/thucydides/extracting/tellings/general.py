"""General: whether a sentence speaks of force in general (how things stand, what goes on, what is thought of it) and tells of no deed.

Invariants: who counts or names those harmed, gives a day or a fine place, or takes up one deed ("the blast") tells of a deed; the lead of
a report, its title and summary always do.
"""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.tellings.hanging import BEGINNING
from thucydides.extracting.tellings.mood import mood_of
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Month, Years
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import PROVINCE
from thucydides.vocabulary import mapping

LEAD = 1
"""Sentences with which a report opens, in which the news stands, often without a day and in the present ("Rebels storm capital")."""
_NO_TIME = frozenset({"has been", "goes on", "may be"})
"""Moods of what goes on, is wont to be done or has been done at no time told: "is killing", "kills", "has attacked"."""


@cache
def _general() -> frozenset[str]:
    return frozenset(mapping("telling")["general"])


def is_force_in_general(trigger: Trigger) -> bool:
    """Whether a word names force in general, or a massacre, which nobody is said to have tried at any one place."""
    return trigger.noun and trigger.family == "attack" and trigger.lemma in (_general() | {"massacre"}) - {"attack", "attempt", "incident"}


def is_general(
    anchor: Token, triggers: Sequence[Trigger], harms: Sequence[Harm], dated: bool, places: Sequence[PlaceRef], order: int, kind: str
) -> bool:
    """Whether a telling whose word of the deed is `anchor` speaks of force in general (rule `extract.general`).

    `dated` says whether it has a time of its own; `order` is the number of its sentence in the document, from 1; `kind` that of its block.
    """
    if dated or order <= LEAD or kind in ("title", "summary", "bullet", "infobox") or any(_says_whom(h) for h in harms):
        return False
    thrown = any(t.lemma in mapping("triggers")["things"] for t in triggers)
    where = ("at", "near", "between", *(("to",) if thrown else ()))  # "lobbed mortars into Harim"
    if any(p.role in where and p.place is not None and p.place.coarseness <= PROVINCE for p in places):
        return False
    if any(t.noun and t.definite and not t.plural and t.lemma not in _general() for t in triggers):
        return False
    if anchor.pos_ in ("NOUN", "PROPN", "ADJ"):
        return all(not t.noun or t.plural or t.lemma in _general() or _one_kind(anchor.doc[t.head]) for t in triggers)
    return mood_of(anchor) in _NO_TIME


def only_begun(time: TimeExpression | None, anchor: Token, harms: Sequence[Harm], order: int) -> bool:
    """Whether a telling only says in which month or year something began that went on for long: "began bombing targets last month"
    (rule `extract.only-begun`)."""
    if time is None or not isinstance(time.form, Month | Years) or order <= LEAD or any(_says_whom(h) for h in harms):
        return False
    verb = next((t for t in (anchor, *anchor.ancestors) if t.pos_ == "VERB"), anchor)
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in BEGINNING


def _one_kind(noun: Token) -> bool:
    """Whether a noun names one kind of force among others: "accused of many crimes, including murder and rape"."""
    climbed = noun
    while climbed.dep_ == "conj" and climbed.head != climbed:
        climbed = climbed.head
    bare = not any(c.dep_ in ("det", "poss", "nummod") for c in (*noun.lefts, *climbed.lefts))
    return bare and climbed.dep_ == "pobj" and climbed.head.lower_ in ("including", "as", "like") and climbed.head.head.tag_ == "NNS"


def _says_whom(harm: Harm) -> bool:
    """Whether a harm counts people, or names one."""
    return harm.people.counted or harm.people.pronoun or (harm.quantity is not None and harm.quantity.best in (0, 1))
