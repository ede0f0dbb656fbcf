"""Suffering: people told of with a wound, in a condition, or in care: "with gunshot wounds", "lost a leg", "taken to hospital"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.heads import passive
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.harm.subjects import SUBJECT, subject_of, subjects_of
from thucydides.extracting.people import conjuncts, resolve
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_HURT = frozenset({"wounded", "injured"})
_REMAINS = frozenset({"body", "corpse", "remains", "remain", "dead", "deceased"})
_LIVING = re.compile(
    r"\bnon-?\s?life[- ]threatening|\bstable\b|\b(?:minor|light)\s+(?:injur|wound)|\bsurviv|\brecover|\breleased\b", re.IGNORECASE
)
"""Words that say that the harmed live."""


def from_suffering(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """People said to have suffered wounds, to be in hospital in some condition, or to have been taken there."""
    words = mapping("outcomes")
    for token in sentence:
        suffered = token.lemma_.lower() in words["suffering"]["verbs"] and any(
            (c.dep_ == "dobj" and _is_wound(c, words["suffering"]["nouns"])) or _of_wounds(c, words["suffering"]["nouns"])
            for c in token.children
        )
        suffered = suffered or (token.lemma_ == "have" and any(_by_weapon(c, words) for c in token.children))
        lost = token.lemma_ == "lose" and any(c.dep_ == "dobj" and c.lemma_.lower() in words["losing"] for c in token.children)
        suffered = suffered or lost
        care = token.lemma_ in ("be", "remain", "lie") and token.tag_ in ("VBP", "VBZ") and _in_care(token, words)
        care = care or _being_treated(token)
        if care or _fights_for_life(token):
            for head in subjects_of(token):
                for one in conjuncts(resolve(head)):
                    harm = harm_of(sentence, "injured", one, token, quantities, somebody=True)
                    if harm is not None and one.lemma_.lower() not in _REMAINS:
                        yield harm
            continue
        condition = token.lower_ == "condition" and any(c.lower_ in words["conditions"] for c in token.children)
        carried = _carried(token, words)
        verb = token
        if (borne := _bearing(token, words)) or (sent := _sent(token, words)):
            for head in borne or sent:
                harm = harm_of(sentence, "injured", head, token, quantities)
                if harm is not None:
                    yield harm if _LIVING.search(text_of(sentence)) else replace(harm, struck=True)
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
            if head.lemma_.lower() in _REMAINS:
                continue  # "the bodies were taken to a hospital"
            harm = harm_of(sentence, "injured", head, token, quantities, somebody=True)
            if harm is not None:
                hurt = _HURT & {t.lower_ for t in sentence if harm.people.start <= t.idx < harm.people.end}
                many = harm.people.counted and harm.quantity is not None and (harm.quantity.best or 0) >= _MANY
                plain = suffered and (many or _of_injuries(token)) and _plainly(token, words)
                lives = bool(lost or hurt or plain or (carried and _beside_the_dead(verb, harm)) or _LIVING.search(text_of(sentence)))
                lives = lives or (carried and many)
                cared = carried or not _by_arms(token, words)
                yield replace(harm, struck=True, cared=cared) if (carried or suffered) and not lives else harm


def _beside_the_dead(verb: Token, harm: Harm) -> bool:
    """Whether those counted as taken to hospital are told of beside others counted as dead: "11 died, and 23 were taken to hospital"."""
    before = verb.head if verb.dep_ == "conj" else None
    own = any(c.dep_ in SUBJECT and c.i > before.i for c in verb.children) if before is not None else False
    dead = before is not None and (before.lemma_.lower() in outcome_of("verbs") and outcome_of("verbs")[before.lemma_.lower()] == "killed")
    return own and dead and harm.people.counted


def _is_wound(noun: Token, nouns: Sequence[str]) -> bool:
    """Whether a noun is a wound, or says of what kind or degree wounds were: "varying degrees of injuries"."""
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    inner = [c.lemma_.lower() for c in of.children if c.dep_ == "pobj"] if of is not None else []
    return noun.lemma_.lower() in nouns or (noun.lemma_.lower() in ("degree", "kind", "type", "range") and any(i in nouns for i in inner))


def _by_weapon(noun: Token, words: Mapping[str, Any]) -> bool:
    """Whether an object is a wound by a weapon: "had a gunshot wound"."""
    wound = noun.dep_ == "dobj" and noun.lemma_.lower() in words["suffering"]["nouns"]
    return wound and any(c.dep_ in ("compound", "nmod", "amod") and c.lower_ in words["suffering"]["by"] for c in noun.lefts)


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
    return lemma in words["carrying"]["verbs"] and any(_is_care(place, words) for place in _taken_to(verb))


def _plainly(verb: Token, words: Mapping[str, Any]) -> bool:
    """Whether wounds are told of without the weapon, as those of the living are: "280 soldiers received injuries"."""
    found = [c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in ("injury", "wound")]
    return any(not any(g.lower_ in words["suffering"]["by"] or g.lower_ in _GRAVE for g in c.lefts) for c in found)


def _by_arms(verb: Token, words: Mapping[str, Any]) -> bool:
    """Whether wounds are told of with the weapon, of which somebody may have died: "suffered bullet wounds"."""
    return any(c.dep_ == "dobj" and any(g.lower_ in words["suffering"]["by"] for g in c.lefts) for c in verb.children)


def _of_injuries(verb: Token) -> bool:
    """Whether it is injuries that somebody suffered, which leave more people alive than wounds."""
    return any(c.dep_ == "dobj" and c.lemma_.lower() == "injury" for c in verb.children)


_MANY = 10
"""From so many on, those told of with wounds are the living, whoever died besides."""
_GRAVE = frozenset({"fatal", "mortal", "lethal", "life-threatening"})


def _in_care(verb: Token, words: Mapping[str, Any]) -> bool:
    """Whether who lives is told of as in hospital: "three mourners are in hospital"."""
    return any(_is_care(g, words) for c in verb.children if c.lower_ == "in" for g in c.children if g.dep_ == "pobj")


def _being_treated(verb: Token) -> bool:
    """Whether people beside those told of before are told of as in treatment: "a dozen others are being treated"."""
    now = any(c.lower_ == "being" for c in verb.children) and any(c.lower_ in ("is", "are") for c in verb.children)
    subject = subject_of(verb) if verb.lemma_ == "treat" and now else None
    plain = subject is not None and not any(c.dep_ in ("det", "poss") for c in subject.lefts)
    return plain and subject is not None and (subject.pos_ == "NUM" or any(c.dep_ == "nummod" for c in subject.lefts))


def _fights_for_life(verb: Token) -> bool:
    """Whether somebody is told of as fighting for life, or between life and death."""
    if verb.lemma_ not in ("fight", "battle") or verb.pos_ != "VERB":
        return False
    return any(g.lemma_ in ("life", "live") for c in verb.children if c.lower_ == "for" for g in c.children if g.dep_ == "pobj")


def _taken_to(verb: Token) -> Iterator[Token]:
    """Where people are taken; "to hospital", without an article, the tree may take for a verb."""
    yield from (c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i and c.nbor(-1).lower_ == "to")
    yield from (g for c in verb.children if c.lower_ in ("to", "into") for g in c.children if g.dep_ == "pobj")
