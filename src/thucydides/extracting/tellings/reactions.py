"""Reactions: whether a day is that on which somebody only reacted to a deed done before (rule `date.reaction`)."""

from collections.abc import Collection

from spacy.tokens import Token

from thucydides.grounding.times.english import MONTHS, WEEKDAYS
from thucydides.vocabulary import mapping


def is_reaction(day: Token, deeds: Collection[int]) -> bool:
    """Whether a day is that on which somebody reacted to a deed done before: "On 5 May the council condemned the massacre"."""
    verb = _verb_of(day)
    if _of_new_deed(day, deeds) or _behind_deed(day, verb, deeds) or _of_subject(day, verb, deeds):
        return False
    lamented = verb.lemma_.lower() in mapping("telling")["lamenting"]
    own = ("nsubj",) if lamented else ("nsubj", "nsubjpass")
    done = any(c.i in deeds and c.dep_ in own for c in verb.children)  # "a march was attended by thousands"
    return verb.i not in deeds and not done and _reacts(verb)


def _reacts(verb: Token) -> bool:
    """Whether a verb tells of a reaction by itself or with what it has for its object: "voiced outrage at", "paid his respects to"."""
    words = mapping("telling")
    if verb.lemma_.lower() in words["reacting"]:
        return True
    objects = (c.lemma_.lower() for c in verb.children if c.dep_ == "dobj")
    return verb.lemma_.lower() in words["voicing"] and any(o in words["reacting_nouns"] for o in objects)


def _of_new_deed(day: Token, deeds: Collection[int]) -> bool:
    """Whether a day stands right behind a deed told as new, or right before one: "is in mourning after a deadly shooting early on Monday",
    "marched over Wednesday's bombing"."""
    climbed = day
    while climbed.head != climbed and climbed.i not in deeds and climbed.pos_ not in ("VERB", "AUX"):
        climbed = climbed.head
    if climbed.i not in deeds or climbed.pos_ != "NOUN":
        return False
    new = climbed.dep_ == "pobj" and climbed.head.lower_ == "after" and any(c.lower_ in ("a", "an") for c in climbed.children)
    return new or day.dep_ == "poss" or _has_its_own(_verb_of(day), climbed)


def _of_subject(day: Token, verb: Token, deeds: Collection[int]) -> bool:
    """Whether a day is told within the deed that is reacted to: "the burning of a mill on 9 May was condemned"."""
    told = (c for c in verb.children if c.dep_ == "nsubjpass" and c.left_edge.i <= day.i <= c.right_edge.i)
    return any(c.left_edge.i <= i < day.i for c in told for i in deeds)


def _has_its_own(verb: Token, deed: Token) -> bool:
    """Whether a verb has a day of its own beside that of a deed: "apologised on Monday for the raid of 1 March"."""
    beside = (t for c in verb.children if c.dep_ in ("prep", "npadvmod") for t in c.subtree)
    return any(t.lower_ in _DAYS and t not in deed.subtree for t in beside)


def _behind_deed(day: Token, verb: Token, deeds: Collection[int]) -> bool:
    """Whether a day stands behind a deed that the reaction is to, and the reaction has told its own day before it: "on Monday condemned
    the attack on a market on Saturday"."""
    told = [i for i in deeds if verb.i < i < day.i]
    before = day.doc[day.sent.start : min(told)] if told else ()
    return any(t.lower_ in _DAYS and _verb_of(t) == verb for t in before)


_DAYS = frozenset({*MONTHS, *WEEKDAYS, "yesterday", "today"})


def is_of_visit(day: Token, deeds: Collection[int]) -> bool:
    """Whether a day is of a reaction that has all deeds of its sentence for its object or goal: "on Sunday the minister visited troops hurt
    in the ambush"; not "on Sunday rebels met the patrol and killed two"."""
    verb = _verb_of(day)
    joined = [c for c in verb.children if c.dep_ == "conj" and c.i not in deeds and _reacts(c)]
    verbs = [verb, *joined]  # "met in Maputo on 8 April and condemned the attacks"
    return is_reaction(day, deeds) and all(any(_is_argument(day.doc[deed], v) for v in verbs) for deed in deeds)


def _verb_of(day: Token) -> Token:
    verb = day
    while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    return verb


def _is_argument(deed: Token, verb: Token) -> bool:
    """Whether a deed stands in what a verb is done to, where it goes or what for, and is no clause or second verb of it."""
    climbed = deed
    while climbed.head not in (climbed, verb):
        climbed = climbed.head
    if climbed.head != verb or climbed == verb:
        return False
    purpose = climbed != deed and climbed.dep_ in ("xcomp", "advcl") and any(c.dep_ == "aux" and c.lower_ == "to" for c in climbed.children)
    return purpose or climbed.dep_ in ("dobj", "prep", "agent", "nsubjpass", "dative")
