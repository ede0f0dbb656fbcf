"""Verbs of harm: "were killed", "killing five", "shot dead", "died"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm.fatal_verbs import CUTTING, fell, killed_to_death, throat_of, undone
from thucydides.extracting.harm.harm import Harm, harm_of, in_a_limb, outcome_of
from thucydides.extracting.harm.heads import aims, fatal, passive, victims_of
from thucydides.extracting.harm.lost import lost
from thucydides.extracting.harm.objects import objects_of
from thucydides.extracting.harm.subjects import SUBJECT, subject_of, subjects_of
from thucydides.extracting.people import People, conjuncts, people, resolve
from thucydides.extracting.people.lists import is_owned
from thucydides.extracting.people.sides import group_words
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.vocabulary import mapping

_TAKING = frozenset({"seize", "capture", "hit", "strike", "burn"})
"""Verbs whose object with a single name is a town rather than a person: "seized Bara", "struck Sumy"."""


_BARELY_NOT = frozenset({"almost", "nearly"})

SPELL = re.compile(r"\bth(?:is|e)\s+(?:year|month|week)\b|\bso far\b|\bin\s+(?:the\s+)?(?:past|last|less than)\b|\bsince\b", re.IGNORECASE)
"""A time over which a row of people is counted ("the third child killed this year")."""


def from_verbs(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    verbs = outcome_of("verbs")
    for token in sentence:
        lemma = token.lemma_.lower()
        blown = undone(token, lemma)
        outcome = "killed" if blown or killed_to_death(token, lemma) or fell(token, lemma) else verbs.get(lemma)
        if lemma in CUTTING and (throat := throat_of(token)) is not None:
            harm = harm_of(sentence, "killed", throat, token, quantities)
            yield from (harm,) if harm is not None else ()
            continue
        if lemma in ("lose", "put", "cost") and token.pos_ == "VERB":
            yield from lost(sentence, token, quantities)
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
        if lemma == "beat" and any(c.lower_ in ("back", "off") for c in token.children):
            continue  # "the attackers were beaten back"
        if lemma == "expire" and not any(c.dep_ in SUBJECT for c in token.children):
            continue  # deadlines expire
        if token.dep_ == "amod" and token.i > sentence.start and token.nbor(-1).text in ("-", "–", "‐"):
            continue  # "the quake-hit company"
        if lemma == "shoot" and (aims(token) or any(c.lower_ == "at" and not list(c.children) for c in token.children)):
            continue  # "was shot at", "soldiers shot at cars"
        if outcome == "killed" and any(c.lower_ in _BARELY_NOT and c.i == token.i - 1 for c in token.children):
            continue  # "was almost killed"
        if _one_in_a_row(token):
            continue  # "the third student to have died this year"
        if lemma in mapping("outcomes")["people_only"] and not (blown or fatal(token)) and not _counts_persons(token, quantities, sentence):
            continue
        reflexive = next(
            (c for c in token.children if c.lower_ in ("himself", "herself", "themselves") and c.dep_ in ("dobj", "obj")), None
        )
        if reflexive is not None:
            yield from _to_oneself(sentence, token, reflexive, quantities)
            continue
        if outcome == "displaced" and token.dep_ == "amod" and not any(c.like_num for c in token.head.lefts):
            continue  # "a camp for internally displaced people" tells of nobody displaced
        general = token.tag_ in ("VBZ", "VBP") or _ought_to_end(token)
        fallen = [h for s in subjects_of(token) for h in conjuncts(resolve(s))] if lemma == "fall" else victims_of(token)
        for head in [*fallen, *_with_them(token)]:
            if _is_what_they_were(head, token):
                continue  # "the army says that they were guerrillas killed in combat" counts nobody anew
            if head.dep_ == "nsubj" and head.head != token and head.head.lemma_.lower() in _REVISING:
                continue  # "the minister raised the toll after an agent died": the tree hangs the death on the minister
            harm = harm_of(sentence, outcome, head, token, quantities, somebody=killed_to_death(token, lemma))
            if harm is not None and not (general and not harm.people.counted and harm.quantity is not None and harm.quantity.best is None):
                yield harm


def _is_what_they_were(head: Token, verb: Token) -> bool:
    """Whether somebody only says what those told of before were."""
    told = head.dep_ == "attr" and verb.dep_ == "acl" and head.head.lemma_ == "be"
    return told and any(c.dep_ == "nsubj" and c.lower_ in ("they", "he", "she", "these", "those") for c in head.head.children)


def _with_them(verb: Token) -> Iterator[Token]:
    """Who is told of behind "with" or "along with" as harmed besides: "died with four of his guards", "was killed along with a guard"."""
    suffers = verb.lemma_ in _SUFFERED or passive(verb)
    for prep in (*verb.children, *_beside_lower(verb)):
        behind = next((c for c in prep.children if c.dep_ in ("pobj", "prep")), None)
        alone = behind is not None and behind.dep_ == "pobj"  # "along the border" tells of nobody
        beside = (prep.lower_ in _BESIDE and not alone) or prep.lower_ == "alongside"
        beside = beside or (prep.lower_ == "with" and prep.i > verb.i and prep.nbor(-1).lower_ in _BESIDE)
        theirs = prep.lower_ == "with" and behind is not None and is_owned(behind) and bool(objects_of(verb))  # "shot a man with his sons"
        if behind is None or not (beside or theirs or (suffers and prep.lower_ == "with")) or (not suffers and prep.i < verb.i):
            continue
        if theirs and not (suffers or beside) and behind.lemma_.lower() not in group_words("kin"):
            continue  # "shot a guard with his own rifle"
        inner = next((c for c in behind.children if c.dep_ == "pobj"), None) if behind.dep_ == "prep" else behind
        introduced = ("nummod", "poss", "det") if beside else ("nummod", "poss")
        otherwise = inner is not None and any(c.dep_ == "acl" and c.lemma_.lower() in outcome_of("verbs") for c in inner.rights)
        wounds = inner is not None and inner.lemma_.lower() in mapping("outcomes")["suffering"]["nouns"]
        if inner is None or otherwise or wounds:
            continue  # "two were killed along with a cousin injured"
        if inner.pos_ == "NUM" or any(c.dep_ in introduced for c in inner.lefts):
            yield from conjuncts(inner)


def _beside_lower(verb: Token) -> Iterator[Token]:
    """ "Along with" where the tree hangs it on a noun behind the verb: "died in a gunfight together with his deputy"."""
    for prep in verb.subtree:
        if prep.lower_ != "with" or prep.i <= verb.i + 1 or prep.nbor(-1).lower_ not in _BESIDE or prep.head == verb:
            continue
        over = prep.head
        while over.dep_ in ("pobj", "prep") and over.head != over:
            over = over.head
        if over == verb:
            yield prep


_SUFFERED = frozenset({"die", "perish", "succumb"})
_BESIDE = frozenset({"along", "together"})


def _ought_to_end(verb: Token) -> bool:
    """Whether a verb tells of what is to end, not of a deed: "called on the army to stop killing civilians"."""
    climbed = verb
    while climbed.dep_ in ("conj", "pcomp", "prep") and climbed.head != climbed:
        climbed = climbed.head
    return verb.tag_ == "VBG" and climbed.head.lemma_.lower() in _ENDING and climbed.dep_ in ("xcomp", "ccomp", "dobj", "prep")


_ENDING = frozenset({"stop", "cease", "halt", "end", "avoid", "quit", "refrain"})


def _one_in_a_row(verb: Token) -> bool:
    """Whether a verb of harm only says what a row of people over a time is a row of ("the fifth journalist to be killed since May")."""
    counting = verb.tag_ == "VBN" and verb.dep_ == "acl" and SPELL.search(text_of(verb.sent)) is not None
    if not counting and not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return False
    row = next((c for c in verb.children if c.dep_ in SUBJECT), None) or (verb.head if verb.dep_ in ("relcl", "acl") else None)
    return row is not None and any(_ordinal(c.lower_) or c.lower_ in ("latest", "last") for c in row.lefts)


def _ordinal(word: str) -> bool:
    return word in mapping("numbers")["ordinals"] or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


_REVISING = frozenset({"raise", "put", "revise", "update", "lower", "report", "announce", "say", "confirm"})


def _several(person: People) -> bool:
    return person.quantity is not None and person.quantity.rule == "toll.plural"


_HITTING = frozenset({"hit", "strike"})


def _counts_persons(token: Token, quantities: tuple[QuantitySpan, ...], sentence: Span) -> bool:
    first = token.head if token.dep_ == "conj" else None
    joined = first is not None and outcome_of("verbs").get(first.lemma_.lower()) is not None
    for head in victims_of(token):
        if {head.lemma_.lower(), head.lower_.removesuffix("s")} & set(mapping("triggers")["held"]):
            continue  # "captured three Congolese posts"
        person = people(head, quantities, sentence)
        if joined and person is not None and person.counted and head.pos_ == "NUM":
            return True  # "killed 27 insurgents and captured six"
        if head.pos_ == "NUM" and in_a_limb(token):
            return True  # "nine were hit in the legs"
        loose = person is not None and not person.counted and not person.name
        if loose and person is not None and (person.category == "unknown" or _several(person)) and token.lemma_.lower() in _HITTING:
            continue  # "said that it had struck only militants" counts nobody
        named = person is not None and (" " in person.name or (person.name and token.lemma_.lower() not in _TAKING))
        others = person is not None and person.counted and head.lower_ == "others"
        if person is not None and (person.category != "unknown" or named or others or person.nationality or head.tag_ == "NNPS"):
            return True
    return False


def _to_oneself(sentence: Span, verb: Token, himself: Token, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """ "Shot himself in the hand": the one who shot, marked as harmed by their own hand, so that others count first, and those others."""
    subject = subject_of(verb)
    outcome = "killed" if outcome_of("verbs").get(verb.lemma_.lower()) == "killed" or fatal(verb) else "injured"
    for head in [resolve(subject)] if subject is not None else []:
        harm = harm_of(sentence, outcome, head, verb, quantities)
        if harm is not None:
            alone = not any(c.i > himself.i for c in himself.conjuncts)  # "killing himself and a policeman" tells of two dead
            yield replace(harm, self_inflicted=alone, struck=outcome == "injured")
    for head in himself.conjuncts:  # "killing himself and a policeman"
        harm = harm_of(sentence, outcome, head, verb, quantities) if head.i > himself.i else None
        if harm is not None and harm.quantity is not None:
            yield harm
