"""Evidence: one sign of a named person's part, and what single words say of it.

Invariant: a sign comes from words of the vocabulary `persons`, never from who the person is.
"""

import re
from functools import cache

from msgspec import Struct
from spacy.tokens import Token

from thucydides.nouns.person import Part
from thucydides.vocabulary import mapping

OBJECT = frozenset({"dobj", "obj"})
SUBJECT = frozenset({"nsubj"})
PASSIVE = frozenset({"nsubjpass"})
_SELF = frozenset({"himself", "herself", "themselves", "myself"})
_NOUN_BEFORE = re.compile(r"\b([A-Za-z]+),? $")


class Evidence(Struct, frozen=True):
    """One sign of a person's part, its weight in whole numbers, and what befell a victim as far as it says."""

    part: Part
    weight: int
    outcome: str = ""


@cache
def outcomes(group: str) -> dict[str, str]:
    """{lemma: outcome} of the verbs that harm or are suffered."""
    return {str(lemma): str(outcome) for outcome, lemmas in mapping("persons")[group].items() for lemma in lemmas}


@cache
def weights(group: str) -> dict[str, int]:
    """{word: weight} of a list of words that weigh."""
    return {str(word): int(weight) for word, weight in mapping("persons")[group].items()}


@cache
def listed(group: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(str(word) for word in mapping("persons")[group])


@cache
def by_noun(lemma: str) -> Evidence | None:
    """What a noun beside a name says: "gunman", "victim"."""
    for part, words in mapping("persons")["nouns"].items():
        if lemma in words:
            return Evidence(part, int(words[lemma]))
    return None


def beside(text: str, start: int) -> Evidence | None:
    """The part that the noun right before a name gives it, whatever the tree makes of the two: "shooting suspect NAME"."""
    word = _NOUN_BEFORE.search(text, max(0, start - 30), start)
    return by_noun(word[1].lower()) if word is not None else None


def on_grounds(verb: Token) -> bool:
    """Whether somebody is held for a deed: "held on two charges of manslaughter"."""
    return any(
        inner.lemma_.lower() in listed("grounds")
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ in ("on", "for", "in", "without", "over")
        for inner in child.children
    )


def harms_self(verb: Token) -> bool:
    """Whether who does something does it to himself: "shot himself", "turned the gun on himself"."""
    harms = verb.lemma_.lower() in outcomes("harmed")
    return any(
        (harms and child.dep_ in OBJECT and child.lower_ in _SELF)
        or (
            verb.lemma_.lower() == "turn"
            and child.dep_ == "prep"
            and child.lower_ in ("on", "upon")
            and any(c.lower_ in _SELF for c in child.children)
        )
        for child in verb.children
    )


def found_harmed(verb: Token) -> bool:
    """Whether somebody was found harmed: "found NAME, 21, fatally shot"."""
    return (
        verb.lemma_.lower() in outcomes("harmed")
        and verb.head.lemma_.lower() == "find"
        and verb.dep_ in ("ccomp", "xcomp")
        and not any(c.dep_ in OBJECT or c.dep_ in ("aux", "mark") for c in verb.children)
    )


def harms_another(verb: Token) -> bool:
    """Whether a verb of harm has somebody else for its object: "shot them"."""
    return verb.lemma_.lower() in outcomes("harmed") and any(c.dep_ in OBJECT and c.lower_ not in _SELF for c in verb.children)


def done_by(owner: Token) -> bool:
    """Whether "by" behind a word names who did a deed: "killed by", "the attack by", "a massacre carried out by"."""
    lemma = owner.lemma_.lower()
    if lemma in outcomes("harmed") or lemma in listed("deeds"):
        return True
    if lemma not in listed("committed"):
        return False
    done = [owner.head] if owner.dep_ in ("acl", "relcl") else [c for c in owner.children if c.dep_ in PASSIVE]
    return any(d.lemma_.lower() in listed("deeds") for d in done)


def auxiliary(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def short_passive(verb: Token) -> bool:
    """Headlines drop the auxiliary: "Jane Roe shot in the leg"."""
    if any(c.dep_ in OBJECT for also in verb.conjuncts for c in also.children):
        return False
    if any(c.lower_ in listed("hedged") for c in verb.children):
        return False
    harmed = verb.lemma_.lower() in outcomes("harmed") or verb.lemma_.lower() in weights("accused")
    return (
        verb.tag_ in ("VBN", "VBD")
        and harmed
        and not any(c.dep_ in ("dobj", "obj", "aux", "prt", "ccomp") for c in verb.children)
        and (verb.tag_ == "VBN" or verb.lemma_ in ("shoot", "kill", "wound", "stab", "charge", "arrest", "convict"))
    )


def outcome_of(verb: Token, outcome: str) -> str:
    """What a verb of harm comes to: "fatally shot", "shot and killed", "shot to death", "shot dead" tell of a death."""
    around = {c.lower_ for c in verb.children} | {c.lemma_.lower() for c in verb.conjuncts}
    to = next((c for c in verb.children if c.lower_ == "to"), None)
    dead = {"fatally", "dead", "kill", "die"} & around or (to is not None and any(c.lower_ == "death" for c in to.children))
    return "killed" if dead else outcome
