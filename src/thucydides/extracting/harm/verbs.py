"""Verbs of harm: "were killed", "killing five", "shot dead", "died"."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.heads import SUBJECT, fatal, objects_of, passive, subject_of, victims_of
from thucydides.extracting.people import conjuncts, people, resolve
from thucydides.extracting.quantities import QuantitySpan
from thucydides.vocabulary import mapping

_TAKING = frozenset({"seize", "capture", "hit", "strike", "burn"})
"""Verbs whose object with a single name is a town rather than a person: "seized Bara", "struck Sumy"."""


_LIVING = re.compile(
    r"\bnon-?\s?life[- ]threatening|\bstable\b|\b(?:minor|light)\s+(?:injur|wound)|\bsurviv|\brecover|\breleased\b", re.IGNORECASE
)
"""Words that say that the harmed live."""


SPELL = re.compile(r"\bth(?:is|e)\s+(?:year|month|week)\b|\bso far\b|\bin\s+(?:the\s+)?(?:past|last|less than)\b|\bsince\b", re.IGNORECASE)
"""A time over which a row of people is counted ("the third child killed this year")."""


def from_verbs(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    verbs = outcome_of("verbs")
    for token in sentence:
        lemma = token.lemma_.lower()
        outcome = verbs.get(lemma)
        if lemma in ("lose", "put") and token.pos_ == "VERB":
            yield from _lost(sentence, token, quantities)
            continue
        if (
            outcome is None
            or token.pos_ not in ("VERB", "AUX", "ADJ")
            or (token.pos_ == "ADJ" and not token.tag_.startswith("VB") and lemma not in ("wound", "injure", "kill"))
        ):
            continue
        if lemma == "gun" and not any(c.lower_ == "down" for c in token.children):
            continue
        if lemma in ("seize", "capture", "burn", "hang", "shoot", "detain", "evacuate") and token.dep_ == "compound":
            continue
        if outcome == "injured" and fatal(token):
            outcome = "killed"
        if lemma == "shoot" and any(c.dep_ == "prt" and c.lower_ in ("down", "off", "up") for c in token.children):
            continue
        if (
            outcome == "killed"
            and token.dep_ == "conj"
            and token.head.lemma_ in ("shoot", "stab", "beat", "hack")
            and not any(c.dep_ in SUBJECT for c in token.children)
            and not objects_of(token)
        ):
            continue  # "shot and killed": told once, by the verb before
        if lemma == "expire" and not any(c.dep_ in SUBJECT for c in token.children):
            continue  # deadlines expire
        if token.dep_ == "amod" and token.i > sentence.start and token.nbor(-1).text in ("-", "–", "‐"):
            continue  # "the quake-hit company"
        if lemma == "shoot" and any(c.lower_ == "at" and not list(c.children) for c in token.children):
            continue  # "was shot at"
        if _one_in_a_row(token):
            continue  # "the third student to have died this year"
        if lemma in mapping("outcomes")["people_only"] and not _counts_persons(token, quantities, sentence):
            continue
        reflexive = next(
            (c for c in token.children if c.lower_ in ("himself", "herself", "themselves") and c.dep_ in ("dobj", "obj")), None
        )
        if reflexive is not None:
            yield from _to_oneself(sentence, token, quantities)
            continue
        general = token.tag_ in ("VBZ", "VBP") or _ought_to_end(token)
        for head in victims_of(token):
            if head.dep_ == "nsubj" and head.head != token and head.head.lemma_.lower() in _REVISING:
                continue  # "the minister raised the toll after an agent died": the tree hangs the death on the minister
            harm = harm_of(sentence, outcome, head, token, quantities)
            if harm is not None and not (general and not harm.people.counted and harm.quantity is not None and harm.quantity.best is None):
                yield harm


def _ought_to_end(verb: Token) -> bool:
    """Whether a verb tells of what is to end, not of a deed: "called on the army to stop killing civilians"."""
    climbed = verb
    while climbed.dep_ in ("conj", "pcomp", "prep") and climbed.head != climbed:
        climbed = climbed.head
    return verb.tag_ == "VBG" and climbed.head.lemma_.lower() in _ENDING and climbed.dep_ in ("xcomp", "ccomp", "dobj", "prep")


_ENDING = frozenset({"stop", "cease", "halt", "end", "avoid", "quit", "refrain"})


def _one_in_a_row(verb: Token) -> bool:
    """Whether a verb of harm only says what a row of people over a time is a row of ("the fifth journalist to be killed since May")."""
    counting = verb.tag_ == "VBN" and verb.dep_ == "acl" and SPELL.search(verb.sent.text) is not None
    if not counting and not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    row = next((c for c in verb.children if c.dep_ in SUBJECT), None) or (verb.head if verb.dep_ in ("relcl", "acl") else None)
    return row is not None and any(c.lower_ in mapping("numbers")["ordinals"] or c.lower_ in ("latest", "last") for c in row.lefts)


_REVISING = frozenset({"raise", "put", "revise", "update", "lower", "report", "announce", "say", "confirm"})


def _lost(sentence: Span, verb: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """ "The army lost three soldiers", "put to death twelve villagers": counted people, fighters where they were lost."""
    heads = [h for o in objects_of(verb) for h in conjuncts(o)] if not passive(verb) else victims_of(verb)
    to_death = any(c.lower_ == "to" and any(g.lower_ == "death" for g in c.children) for c in verb.children)
    following = sentence.doc[verb.i + 1 : min(verb.i + 3, sentence.end)].text.lower()
    if verb.lemma_ == "put" and not (to_death or following == "to death"):
        return
    if verb.lemma_ == "put" and not heads:
        heads = [t for t in sentence.doc[verb.i + 3 : min(verb.i + 9, sentence.end)] if t.pos_ == "NOUN"][:1]
    for head in heads:
        harm = harm_of(sentence, "killed", head, verb, quantities)
        if harm is not None and harm.people.counted and (verb.lemma_ == "put" or harm.people.category in _SERVING):
            yield harm


_SERVING = frozenset({"state forces", "rebels", "militia", "external forces", "criminals"})


def _counts_persons(token: Token, quantities: tuple[QuantitySpan, ...], sentence: Span) -> bool:
    for head in victims_of(token):
        person = people(head, quantities, sentence)
        named = person is not None and (" " in person.name or (person.name and token.lemma_.lower() not in _TAKING))
        others = person is not None and person.counted and head.lower_ == "others"
        if person is not None and (person.category != "unknown" or named or others or person.nationality or head.tag_ == "NNPS"):
            return True
    return False


def _to_oneself(sentence: Span, verb: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """ "Shot himself in the hand": the one who shot, marked as harmed by their own hand, so that others harmed count first."""
    subject = subject_of(verb)
    outcome = "killed" if outcome_of("verbs").get(verb.lemma_.lower()) == "killed" or fatal(verb) else "injured"
    for head in [resolve(subject)] if subject is not None else []:
        harm = harm_of(sentence, outcome, head, verb, quantities)
        if harm is not None:
            yield replace(harm, self_inflicted=True, struck=outcome == "injured")


def from_suffering(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """People said to have suffered wounds, to be in hospital in some condition, or to have been taken there."""
    words = mapping("outcomes")
    for token in sentence:
        suffered = token.lemma_.lower() in words["suffering"]["verbs"] and any(
            (c.dep_ == "dobj" and c.lemma_.lower() in words["suffering"]["nouns"]) or _of_wounds(c, words["suffering"]["nouns"])
            for c in token.children
        )
        condition = token.lower_ == "condition" and any(c.lower_ in words["conditions"] for c in token.children)
        carried = _carried(token, words)
        verb = token
        if (borne := _bearing(token, words)) or (sent := _sent(token, words)):
            for head in borne or sent:
                harm = harm_of(sentence, "injured", head, token, quantities)
                if harm is not None:
                    yield harm if _LIVING.search(sentence.text) else replace(harm, struck=True)
            continue
        if condition and token.dep_ == "pobj" and token.head.lower_ == "in":
            verb = token.head.head
        elif not suffered and not carried:
            continue
        heads: list[Token] = []
        if verb.lemma_ == "leave" and condition:
            heads = [c for c in verb.children if c.dep_ == "dobj"]
        elif verb.pos_ in ("NOUN", "PROPN") and condition:
            heads = []
        elif (subject := subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None) is not None:
            heads = [resolve(subject)]
        for head in (h for first in heads for h in conjuncts(first)):
            harm = harm_of(sentence, "injured", head, token, quantities)
            if harm is not None:
                yield replace(harm, struck=True) if (carried or suffered) and not _LIVING.search(sentence.text) else harm


def _bearing(preposition: Token, words: Mapping[str, Any]) -> list[Token]:
    """Who is told of with a wound: "found four men and a woman with gunshot wounds", "two walked into a clinic with injuries"."""
    if preposition.lower_ != "with" or not _of_wounds(preposition, words["suffering"]["nouns"]):
        return []
    head = preposition.head
    if head.pos_ in ("NOUN", "PROPN", "NUM", "ADJ"):
        while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN", "NUM"):
            head = head.head
        return conjuncts(head) if head.dep_ in ("dobj", "obj", "nsubj", "nsubjpass", "attr", "pobj") else []
    if head.lemma_.lower() not in words["bearing"]:
        return []
    subject = subject_of(head)
    found = objects_of(head) or ([resolve(subject)] if subject is not None else [])
    return [h for o in found[:1] for h in conjuncts(o)]


def _is_care(place: Token, words: Mapping[str, Any]) -> bool:
    """Whether a place is one of care: a hospital or a medical centre, but no detention centre."""
    named = {c.lower_ for c in place.lefts if c.dep_ in ("compound", "amod", "nmod")}
    return place.lemma_.lower() in words["carrying"]["places"] and not named & set(words["carrying"]["not"])


def _sent(verb: Token, words: Mapping[str, Any]) -> list[Token]:
    """Who is sent to a hospital: "a shooting sent five people to hospital"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in words["sending"] or passive(verb):
        return []
    taken = any(
        _is_care(g, words)
        for c in verb.children
        if c.lower_ in ("to", "into", "in")
        for g in c.children
        if g.dep_ == "pobj"
    )
    return [h for o in objects_of(verb)[:1] for h in conjuncts(o)] if taken else []


def _of_wounds(preposition: Token, nouns: list[str]) -> bool:
    return preposition.lower_ in ("from", "for", "with") and any(
        c.dep_ == "pobj" and c.lemma_.lower() in nouns for c in preposition.children
    )


def _carried(verb: Token, words: Mapping[str, Any]) -> bool:
    """Whether people were taken to a hospital, or treated for wounds."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or not (passive(verb) or verb.dep_ in ("conj", "acl")):
        return False
    if lemma in words["caring"]:
        return any(_of_wounds(c, words["suffering"]["nouns"]) for c in verb.children)
    return lemma in words["carrying"]["verbs"] and any(
        _is_care(g, words)
        for c in verb.children
        if c.lower_ in ("to", "into")
        for g in c.children
        if g.dep_ == "pobj"
    )
