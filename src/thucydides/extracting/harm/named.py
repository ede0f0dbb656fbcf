"""Nouns of harm: "the deaths of three militants", "16 deaths", "claimed the lives of five", "the bodies of 12 people were found"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of, own_number
from thucydides.extracting.harm.named_dead import named_dead
from thucydides.extracting.harm.subjects import SUBJECT, subject_of
from thucydides.extracting.people import People, conjuncts, resolve
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.grounding.times.english import MONTHS, WEEKDAYS
from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

_OF_THINGS = {"elimination", "neutralization", "neutralisation"}
"""Nouns that tell of deaths only where people are counted: "the elimination of all 33 attackers"."""
_DAY = re.compile("|".join((*WEEKDAYS, *MONTHS, r"(?:19|20)\d\d")), re.IGNORECASE)
_HURT = re.compile(r"\b(?:injured|wounded|hurt)\b", re.IGNORECASE)
"""Beside the injured, those who "became victims" are the dead."""


def from_nouns(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    nouns = outcome_of("nouns")
    for token in sentence:
        yield from named_dead(sentence, token, quantities)
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        lemma = token.lemma_.lower()
        if (lemma == "life" and (token.tag_ == "NNS" or _of_one(token) or _own(token))) or lemma == "martyrdom":
            yield from _lives(sentence, token, quantities)
        if lemma in ("body", "corpse") or token.lower_ == "remains":
            yield from _bodies(sentence, token, quantities)
        if lemma == "victim" and (hurt := _victims(sentence, token, quantities)) is not None:
            yield hurt
            continue
        if lemma == "victim" and token.dep_ == "attr" and token.head.lemma_ == "become" and _HURT.search(text_of(sentence)):
            subject = subject_of(token.head)
            became = harm_of(sentence, "killed", subject, token, quantities) if subject is not None else None
            yield from (became,) if became is not None and became.people.counted else ()
            continue
        if (several := _multiple(sentence, token, lemma)) is not None:
            yield several
            continue
        outcome = nouns.get(lemma)
        if outcome is None and lemma in ("shooting", "stabbing", "wounding") and any(c.lower_ == "fatal" for c in token.children):
            outcome = "killed"
        struck = outcome is None and lemma in ("shooting", "stabbing", "wounding")
        if struck:
            outcome = "injured"
        if outcome is None or any(c.dep_ == "amod" and c.lower_ in mapping("status")["meant"] for c in token.children):
            continue  # "the attempted assassination of two officers" killed nobody
        of = _of_whom(token)
        if (
            lemma in ("death", "fatality", "injury")
            and (numbered := own_number(token, quantities)) is not None
            and (token.tag_ == "NNS" or (numbered.quantity.best == 1 and numbered.end + 1 == token.idx))
        ):
            text = text_of(sentence.doc)
            person = People(
                numbered.start,
                token.idx + len(token),
                token.i,
                numbered.quantity,
                text[numbered.end : token.idx + len(token)].strip(),
                counted=True,
            )
            yield Harm(outcome, person, token.i, numbered.start, token.idx + len(token), numbered.quantity)
            continue
        for preposition in of:
            for target in (c for c in preposition.children if c.dep_ == "pobj"):
                for head in conjuncts(target):
                    harm = harm_of(sentence, outcome, head, token, quantities)
                    named = harm is not None and (outcome != "captured" or not _is_town(harm))
                    if lemma == "loss" and (harm is None or not _are_lost(harm, conjuncts(target))):
                        continue  # "the loss of two villages"
                    if harm is not None and named and (harm.people.counted or lemma not in _OF_THINGS):
                        yield replace(harm, struck=struck)


def _of_whom(noun: Token) -> list[Token]:
    """The words "of" behind a noun of harm, right behind it or behind its day: "the death on Friday of a guard"."""
    days = [d for c in noun.rights if c.lower_ in ("on", "in") for d in c.children if _DAY.fullmatch(d.text)]
    return [c for first in (noun, *days) for c in first.rights if c.lower_ == "of"]


def _are_lost(harm: Harm, together: list[Token]) -> bool:
    """Whether those lost are people, counted or told of beside some who are: "the loss of a guard and 37 rebels"."""
    counted = harm.people.counted or any(any(c.dep_ == "nummod" for c in t.lefts) for t in together)
    return counted and harm.people.category != "unknown"


def _bodies(sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """Bodies that were found, counted or left lying, and those whose they are: "the bodies of five men and two children were recovered"."""
    words = mapping("outcomes")["bodies"]
    strewn = token.head.lemma_ == "leave" and (
        any(c.lemma_ in words["strewn"] for c in token.subtree)
        or any(c.lower_ == "behind" for c in token.head.children)
        or own_number(token, quantities) is not None
    )
    told = (*words["strewn"], *words["found"])
    lying = token.head.lemma_ in words["shown"] or any(c.dep_ == "acl" and c.lemma_ in told for c in token.rights)
    if _in_a_grave(token):
        those = _of(token)
        for head in conjuncts(those) if those is not None else ():
            harm = harm_of(sentence, "killed", head, token, quantities)
            if harm is not None and harm.people.counted:
                yield harm
        return
    upon = token.dep_ == "pobj" and token.head.lower_ in words["upon"].get(token.head.head.lemma_, ())  # "came upon 19 bodies"
    told_of = token.dep_ in (*SUBJECT, "dobj", "attr", "conj") and (token.head.lemma_ in words["found"] or strewn or lying)
    if not (told_of or upon):
        return
    of = next((c for c in token.rights if c.lower_ == "of"), None)
    whose = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    found = upon or token.head.lemma_ in words["found"] or strewn
    if found and token.tag_ == "NNS" and own_number(token, quantities) is None and (whole := _whose_bodies(token, whose)):
        harms = [harm_of(sentence, "killed", head, token, quantities) for head in whole]
        yield from (h for h in harms if h is not None)
        return
    for head in (token, *(conjuncts(whose)[1:] if whose is not None else ()), *(_those_of(token) if found else ())):
        harm = harm_of(sentence, "killed", head, token, quantities)
        if harm is not None and ((head == token and found) or harm.people.counted):
            yield harm


def _of(bodies: Token) -> Token | None:
    """Whose bodies are told of: the noun behind "of"."""
    of = next((c for c in bodies.rights if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _in_a_grave(bodies: Token) -> bool:
    """Whether a grave is told of with the bodies in it: "a mass grave with the remains of 40 people"."""
    return bodies.head.lower_ in ("with", "of") and bodies.head.head.lemma_.lower() == "grave"


def _whose_bodies(bodies: Token, first: Token | None) -> list[Token]:
    """Whose bodies are told of one by one: "the bodies of a woman and her two children", which the tree may join to the bodies."""
    if first is None or first.tag_ not in ("NN", "NNP"):
        return []
    told = conjuncts(first)
    told = told if len(told) > 1 else [first, *(t for t in bodies.conjuncts if t.i > first.i)]
    return told if len(told) > 1 or bodies.lower_ == "remains" else []


def _those_of(body: Token) -> list[Token]:
    """Whose bodies are told of beside one: "his body and those of his two sons"."""
    those = (c for c in body.conjuncts if c.lower_ == "those" and c.i > body.i)
    return [h for t in those for of in t.rights if of.lower_ == "of" for c in of.children if c.dep_ == "pobj" for h in conjuncts(c)]


def _is_town(harm: Harm) -> bool:
    """Whether what was captured has a single name and nothing else of a person: "the capture of Goma"."""
    return bool(harm.people.name) and " " not in harm.people.name and harm.people.category == "unknown" and not harm.people.counted


def _victims(sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...]) -> Harm | None:
    """ "Four gunshot victims": people who were hit, of whom the words leave open whether they lived."""
    if not any(c.dep_ == "compound" and c.lower_ in mapping("outcomes")["victims_of"] for c in token.lefts):
        return None
    harm = harm_of(sentence, "injured", token, token, quantities)
    return replace(harm, struck=True) if harm is not None and harm.people.counted else None


def _multiple(sentence: Span, token: Token, lemma: str) -> Harm | None:
    """ "A double homicide", "the quadruple shooting": as many people as the word before says."""
    outcome = next((o for o, words in mapping("outcomes")["multiplied"].items() if lemma in words), None)
    before = next((c for c in token.lefts if c.lower_ in mapping("outcomes")["multiples"]), None)
    if outcome is None or before is None:
        return None
    if any(c.lower_ == "fatal" for c in token.lefts):
        outcome = "killed"
    many = mapping("outcomes")["multiples"][before.lower_]
    end = token.idx + len(token)
    quantity = Quantity(many, many, many, text_of(sentence.doc)[before.idx : end], "toll.multiple")
    person = People(before.idx, end, token.i, quantity, "", counted=True)
    return Harm(outcome, person, token.i, before.idx, end, quantity, struck=outcome == "injured")


def _of_one(life: Token) -> bool:
    """Whether it is the life of somebody that something took: "a stray bullet cost the life of a nurse"."""
    the = any(c.lower_ == "the" for c in life.lefts) and any(c.lower_ == "of" for c in life.rights)
    return the and life.dep_ == "dobj" and life.head.tag_ in ("VBD", "VBN", "VBG") and life.head.lemma_ in mapping("outcomes")["claiming"]


def _own(life: Token) -> bool:
    """Whether somebody is told to have lost a life of their own: "a mule driver lost his life on a mine"."""
    own = any(c.dep_ == "poss" and c.lower_ in ("his", "her", "their") for c in life.lefts)
    lost = life.dep_ == "dobj" and life.head.lemma_ in ("lose", "cost") and life.head.tag_ in ("VBD", "VBN", "VBG")
    return own and lost and not any(c.tag_ == "MD" or c.lower_ in ("nearly", "almost") for c in life.head.children)


_WHOM = ("dative", "dobj", "nsubj")
"""How the tree hangs those whom something cost their lives."""


def _lives(sentence: Span, token: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """ "Claimed the lives of five people", "cost twelve lives", "lost their lives", "laid down their lives", "attained martyrdom"."""
    verb, words = token.head, mapping("outcomes")
    of_others = any(c.lower_ == "of" for c in token.rights)
    if verb.lemma_ in words["attaining" if token.lemma_.lower() == "martyrdom" else "giving"] and not of_others:
        subject = subject_of(verb)
        heads = conjuncts(resolve(subject)) if subject is not None else []
    elif verb.lemma_ == "cost" and not of_others and (whom := [c for c in verb.children if verb.i < c.i < token.i and c.dep_ in _WHOM]):
        heads = conjuncts(whom[0])  # "a mine cost two soldiers their lives"
    elif verb.lemma_ in words["claiming"]:
        of = next((c for c in token.rights if c.lower_ == "of"), None)
        heads = [h for c in of.children if c.dep_ == "pobj" for h in conjuncts(c)] if of is not None else [token]
    else:
        return
    for head in heads:
        if head == token:
            numbered = own_number(token, quantities)
            if numbered is not None:
                person = People(numbered.start, token.idx + len(token), token.i, numbered.quantity, "lives", counted=True)
                yield Harm("killed", person, token.i, numbered.start, token.idx + len(token), numbered.quantity)
        else:
            harm = harm_of(sentence, "killed", head, verb, quantities, somebody=True)
            if harm is not None:
                yield harm
