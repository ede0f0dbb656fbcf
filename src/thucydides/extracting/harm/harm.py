"""Harm: one statement of what was done to people, and how its words are read.

Invariants: every harm carries the characters it was read from; what is denied ("did not kill five") is no harm.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct
from spacy.tokens import Span, Token

from thucydides.extracting.people import People, people
from thucydides.extracting.quantities import QuantitySpan
from thucydides.extracting.texts import text_of
from thucydides.nouns import Quantity
from thucydides.vocabulary import mapping

_NEGATIVE = {"no", "not", "n't", "never", "without", "neither", "nor"}
_STRIKING = {"shoot", "stab", "hit", "strike"}
_LONGEST = 300
_ADDING = frozenset({"also", "too", "likewise"})


Among = Literal["", "wounded", "them", "care"]
"""Of whom the dead were some, told of before: of the wounded by the words, of "them", or nobody says so of one who died in care."""


class Harm(Struct, frozen=True):
    """One statement of harm; `cue` is the token index of the word of harm, `[start, end)` the characters that say it.

    `part_of` is the index, in the same sentence's harms, of the whole. `total` marks a running toll ("the toll rose to 16").
    `self_inflicted` marks attackers who killed themselves; `struck` people shot or stabbed of whom the words leave open
    whether they lived. `given` marks a number that somebody puts beside others ("put the toll at 43", "gave a figure of 60").
    `wide` says of a count that runs over more than one deed over what: "area", "days", "so far", or "shared" by several places.
    `other` marks "another" beside people of whom something else is told ("wounding four men and killing another"). `also` marks a word
    of harm told in addition ("the driver was also hit"); `among` of whom the dead were some. `voice` is the head of who says it;
    `cared` marks people told of as taken into care.
    """

    outcome: str
    people: People
    cue: int
    start: int
    end: int
    quantity: Quantity | None
    part_of: int | None = None
    total: bool = False
    self_inflicted: bool = False
    struck: bool = False
    given: bool = False
    wide: str = ""
    other: bool = False
    also: bool = False
    among: Among = ""
    voice: str = ""
    cared: bool = False


@cache
def outcome_of(kind: str) -> dict[str, str]:
    return {word: outcome for outcome, words in mapping("outcomes")[kind].items() for word in words}


def negated(token: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in _NEGATIVE for c in token.children) or _unreal(token)


def _unreal(verb: Token) -> bool:
    """Whether a verb says what would have been: "a bomb which could have killed dozens"; who "could have been killed" may have been."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return bool(auxiliaries & {"could", "would"}) and "have" in auxiliaries and (not passive or "would" in auxiliaries)


def _with_span(sentence: Span, person: People, cue: Token) -> tuple[int, int]:
    start, end = min(person.start, cue.idx), max(person.end, cue.idx + len(cue))
    return (start, end) if end - start <= 300 else (person.start, person.end)


_DEAD = frozenset({"dead", "deceased", "slain", "corpse", "corpses", "body", "bodies"})
_LIKENESS = frozenset({"like", "as"})


def harm_of(
    sentence: Span, outcome: str, head: Token, cue: Token, quantities: tuple[QuantitySpan, ...], somebody: bool = False
) -> Harm | None:
    """The harm that a word of harm tells of a noun phrase; `somebody` where only people are told of with such words."""
    person = people(head, quantities, sentence, "wound" if somebody else cue.lemma_.lower())
    if person is None or (person.quantity is None and not person.pronoun):
        return None
    start, end = _with_span(sentence, person, cue)
    quantity = person.quantity
    if outcome == "injured" and _DEAD & set(person.group.lower().split()):
        return None  # "two of the dead had been shot in the back"
    if cue.head == head and cue.i < head.i and head.dep_ == "pobj" and head.head.lower_ in _LIKENESS and not person.counted:
        return None  # "looked like a wounded lion"
    if any(c.lower_ == "neither" for first in (head, *head.conjuncts) for c in first.children):
        return None
    if quantity is not None and negated(cue) and person.counted and quantity.best:
        return None  # "did not kill five": nothing was said to have happened
    if quantity is not None and negated(cue) and not person.counted:
        return None
    also = any(c.lower_ in _ADDING or _as_well(c) for c in cue.children)
    struck = outcome == "injured" and cue.lemma_.lower() in _STRIKING and not in_a_limb(cue)
    return Harm(outcome, person, cue.i, start, end, quantity, struck=struck, also=also)


def _as_well(word: Token) -> bool:
    """Whether a word adds what its verb tells to what was told before: "two gunmen died as well"."""
    return word.lower_ == "well" and any(c.lower_ == "as" and c.i == word.i - 1 for c in word.children)


def in_a_limb(verb: Token) -> bool:
    """Whether somebody was hit where nobody dies of it at once: "were shot in the legs", "a bullet struck her in the arm"."""
    limbs = mapping("outcomes")["limbs"]
    return any(c.lower_ in ("in", "through") and any(g.lemma_.lower() in limbs for g in c.children) for c in verb.children)


_BETWEEN = 12
_OF_A_KIND = re.compile(r"\s+\w+-\w+\s+")
"""What may stand between a number and its noun: "17 conflict-related fatalities"."""


def own_number(token: Token, quantities: tuple[QuantitySpan, ...]) -> QuantitySpan | None:
    first = token.doc[min([t.i for t in token.lefts] + [token.i])].idx
    return next(
        (
            q
            for q in quantities
            if first - 16 <= q.start
            and q.end <= token.idx
            and (token.idx - q.end <= _BETWEEN or _OF_A_KIND.fullmatch(text_of(token.doc), q.end, token.idx))
            and q.quantity.rule != "toll.none"
            and not any(t.dep_ == "det" and q.end <= t.idx < token.idx for t in token.lefts)
        ),
        None,
    )
