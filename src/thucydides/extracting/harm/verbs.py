"""Verbs of harm: "were killed", "killing five", "shot dead", "died"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from thucydides.extracting.harm.harm import Harm, harm_of, outcome_of
from thucydides.extracting.harm.heads import SUBJECT, fatal, objects_of, subject_of, victims_of
from thucydides.extracting.people import conjuncts, people, resolve
from thucydides.extracting.quantities import QuantitySpan
from thucydides.vocabulary import mapping

_TAKING = frozenset({"seize", "capture", "hit", "strike", "burn"})
"""Verbs whose object with a single name is a town rather than a person: "seized Bara", "struck Sumy"."""


def from_verbs(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    verbs = outcome_of("verbs")
    for token in sentence:
        lemma = token.lemma_.lower()
        outcome = verbs.get(lemma)
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
        if lemma in mapping("outcomes")["people_only"] and not _counts_persons(token, quantities, sentence):
            continue
        reflexive = next(
            (c for c in token.children if c.lower_ in ("himself", "herself", "themselves") and c.dep_ in ("dobj", "obj")), None
        )
        if reflexive is not None:
            continue
        for head in victims_of(token):
            harm = harm_of(sentence, outcome, head, token, quantities)
            if harm is not None:
                yield harm


def _counts_persons(token: Token, quantities: tuple[QuantitySpan, ...], sentence: Span) -> bool:
    for head in victims_of(token):
        person = people(head, quantities, sentence)
        named = person is not None and (" " in person.name or (person.name and token.lemma_.lower() not in _TAKING))
        if person is not None and (person.category != "unknown" or named or person.nationality or head.tag_ == "NNPS"):
            return True
    return False


def from_suffering(sentence: Span, quantities: tuple[QuantitySpan, ...]) -> Iterator[Harm]:
    """People said to have suffered wounds, or to be in hospital in some condition."""
    words = mapping("outcomes")
    for token in sentence:
        suffered = token.lemma_.lower() in words["suffering"]["verbs"] and any(
            c.dep_ == "dobj" and c.lemma_.lower() in words["suffering"]["nouns"] for c in token.children
        )
        condition = token.lower_ == "condition" and any(c.lower_ in words["conditions"] for c in token.children)
        verb = token
        if condition and token.dep_ == "pobj" and token.head.lower_ == "in":
            verb = token.head.head
        elif not suffered:
            continue
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        for head in conjuncts(resolve(subject)) if subject is not None else []:
            harm = harm_of(sentence, "injured", head, token, quantities)
            if harm is not None:
                yield harm
