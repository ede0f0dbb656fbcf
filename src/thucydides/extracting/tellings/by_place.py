"""By place: counts and targets of one sentence that stand each at a place of its own ("six in Idlib, two in Homs").

Invariant: nothing is split but what the words set beside places of their own.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.texts import text_of
from thucydides.grounding.places import distance_km
from thucydides.nouns import PlaceRef
from thucydides.nouns.place import TOWN

_PAIR = 2
_APART_KM = 40.0
_PLACED = 60
"""Characters between a count and a place of its own."""
_SIDE = re.compile(r"\s+side\b")
"""Behind a country whose dead are counted, wherever they died: "36 people died on the Kyrgyz side and 19 on the Tajik side"."""
_OFFICE = re.compile(r"\bof\s+(?:the\s+)?$")
"""Before the place of somebody's office, wherever they were: "Omar Said, mayor of Kufra, and the governor of Sirte"."""
_ELSEWHERE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+\w+\s+of\s+)?[A-Z]\w")
"""A name of a place that no gazetteer may know."""


def harms_by_place(
    sentence: Span, harms: list[Harm], places: list[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """Harms told of different places one after another ("three in Kherson, two in the town of Nikopol"), each with the places that
    follow it before the next count; None where they are not told so."""
    counted = sorted(
        (h for h in harms if h.part_of is None and h.quantity is not None and h.quantity.best), key=lambda h: h.people.start
    )
    if len(counted) < 2 or len({h.outcome for h in counted}) == len(counted):
        return None
    owned: list[tuple[list[Harm], list[PlaceRef]]] = []
    waiting: list[Harm] = []
    for harm, following in zip(counted, [*counted[1:], None], strict=True):
        until = following.people.start if following is not None else min(sentence.end_char, harm.people.end + _PLACED)
        if following is not None and _counts_on(sentence, harm, following, places, shift):
            waiting.append(harm)  # "eight dead and three wounded in Gao, two dead at Kati"
            continue
        mine = [
            p
            for p in places
            if harm.people.end <= p.passage.start - shift < min(until, harm.people.end + _PLACED)
            and p.role in ("at", "near", "mentioned")
            and not _SIDE.match(text_of(sentence.doc), p.passage.end - shift)
            and (harm.people.counted or not _OFFICE.search(text_of(sentence.doc), harm.people.end - 1, p.passage.start - shift))
        ]
        if not mine and not _ELSEWHERE.match(text_of(sentence.doc), harm.people.end):
            return _placed_first(sentence, counted, places, shift)
        owned.append(([*waiting, harm], mine))
        waiting = []
    keys = {
        (p[0].place.gazetteer_id if p[0].place else p[0].wording) if p else f"elsewhere {n}" for n, (_, p) in enumerate(owned)
    }
    return owned if len(keys) == len(owned) else None


def _counts_on(sentence: Span, harm: Harm, following: Harm, places: Sequence[PlaceRef], shift: int) -> bool:
    """Whether a count is followed by one of another outcome with nothing but "and" between their people and no place."""
    between = text_of(sentence.doc)[harm.people.end : following.people.start]
    placed = any(harm.people.end <= p.passage.start - shift < following.people.start for p in places)
    return harm.outcome != following.outcome and not placed and _AND.fullmatch(between) is not None


_AND = re.compile(
    r"(?:\s+(?:(?:were|was|had|have)\s+(?:been\s+)?)?(?:dead|killed|died|perished|lost\s+their\s+lives|wounded|injured|hurt|missing))?\s*(?:,|and|,\s+and)\s+"
    r"(?:(?:at least|another|about|some|over)\s+)?"
)


def targets_by_place(
    sentence: Span, harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """A deed told of two targets with a town each ("attacked a base in Gao and a post in Kidal"): two deeds; None where nobody tells it so.

    Towns near each other are one place. Nothing is split where people are counted, for nobody says who was harmed where.
    """
    fine = [p for p in places if p.role in ("at", "near") and p.place is not None and p.place.coarseness <= TOWN]
    if harms or len(fine) != _PAIR or fine[0].place is None or fine[1].place is None:
        return None
    gap = distance_km(fine[0].place, fine[1].place)
    heads = [_held_by(sentence, p, shift) for p in fine]
    joined = heads[0] is not None and heads[1] is not None and heads[1] in heads[0].conjuncts
    another = joined or any(told(sentence, fine[0], fine[1], shift) for told in (_and_another, _so_many))
    if gap is None or gap < _APART_KM or not another:
        return None
    return [([], [p]) for p in fine]


def _and_another(sentence: Span, first: PlaceRef, second: PlaceRef, shift: int) -> bool:
    """Whether nothing but "and", a noun and a preposition stands between two places ("in Gao and a police post in Kidal")."""
    start, end = first.passage.end - shift, second.passage.start - shift
    between = [t for t in sentence if start <= t.idx < end and not t.is_space]
    return (
        1 < len(between) <= _BETWEEN
        and between[0].lower_ == "and"
        and between[-1].lower_ in ("in", "at", "near", "outside", "the")
        and any(_noun_like(t) for t in between)
        and all(_noun_like(t) or t.pos_ not in ("VERB", "AUX", "PUNCT", "NUM") for t in between)
    )


def _so_many(sentence: Span, first: PlaceRef, second: PlaceRef, shift: int) -> bool:
    """Whether things are counted at each of two places: "nine tanks outside Taiz, which was under siege, and 12 near Marib"."""
    text = text_of(sentence.doc)
    more = _COUNTED_ON.search(text, first.passage.end - shift, second.passage.start - shift)
    before = [t for t in sentence if t.idx < first.passage.start - shift and t.pos_ == "NUM" and t.dep_ == "nummod"]
    if more is None or not before:
        return False
    number = next((t for t in sentence if t.idx == more.start("number")), None)
    return number is not None and number.pos_ == "NUM" and not {"nsubj", "nsubjpass"} & {number.dep_, number.head.dep_}


_COUNTED_ON = re.compile(
    r"(?:,|\band|,\s+and)\s+(?:another\s+|at\s+least\s+)?(?P<number>\d+|[a-z]+)(?:\s+[a-z]+){0,3}\s+(?:in|at|near|around|outside)\s+"
    r"(?:the\s+\w+\s+of\s+)?$"
)


def _noun_like(token: Token) -> bool:
    """Whether a word is a noun, or a plural that the tagger takes for a verb though nothing is its subject ("French consulates")."""
    return token.pos_ == "NOUN" or (token.tag_ == "VBZ" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children))


_BETWEEN = 8


def _held_by(sentence: Span, place: PlaceRef, shift: int) -> Token | None:
    """The noun that stands at a place: "base" of "a base in Gao"."""
    climbed = token_starting(sentence, place.passage.start - shift)
    while climbed is not None and climbed.dep_ in ("compound", "pobj", "amod", "nmod", "appos", "det"):
        climbed = climbed.head
    return climbed.head if climbed is not None and climbed.dep_ == "prep" and climbed.head.pos_ in ("NOUN", "PROPN") else None


def shares_by_place(
    sentence: Span, harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> tuple[Harm, list[tuple[list[Harm], list[PlaceRef]]]] | None:
    """(a count over several places, the share of each with its place) of "48 were killed on Monday, 31 of them in Nyala, nine
    in Idlib"; None where nobody tells it so. What they have in common is the day: each place is a deed of its own."""
    counted = sorted(
        (h for h in harms if h.people.counted and h.quantity is not None and h.quantity.best), key=lambda h: h.people.start
    )
    if len(counted) < _FEWEST_SHARES:
        return None
    text = text_of(sentence.doc)
    between = text[counted[0].people.end : counted[1].people.start]
    summed = between.rstrip().endswith(":")
    if not summed and not _OF_WHOM.search(between) and not _OF_THEM.match(text, counted[1].people.end):
        return None
    whole, shares = counted[0], [h for h in counted[1:] if h.outcome == counted[0].outcome]
    told: list[tuple[list[Harm], list[PlaceRef]]] = []
    for share, following in zip_longest(shares, shares[1:]):
        until = following.people.start if following is not None else sentence.end_char
        behind = [p for p in places if p.role in ("at", "near") and share.people.end <= p.passage.start - shift < until]
        mine = [p for p in behind if p.place is None or p.place.kind != "country"]
        if mine:
            told.append(([share], mine[:1]))
    towns = {p[0].place.gazetteer_id if p[0].place is not None else p[0].wording for _, p in told}
    total = sum(h.quantity.best or 0 for some, _ in told for h in some if h.quantity is not None)
    most = (whole.quantity.best or 0) if whole.quantity is not None else 0
    beside = _BESIDE.search(text, counted[-1].people.end, sentence.end_char) is not None
    fits = total == most or (total < most and beside) if summed else total <= most
    return (whole, told) if len(towns) == len(told) >= _FEWEST_SHARES - 1 and fits else None


_FEWEST_SHARES = 3
_BESIDE = re.compile(r"\b(?:elsewhere|in other \w+|the (?:rest|others))\b", re.IGNORECASE)
_OF_WHOM = re.compile(r"\b(?:of\s+(?:whom|them|those)|including|among\s+(?:them|whom))\b|,\s+with\s*$", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|those)\s+(?:in|at|near|around|outside)\b", re.IGNORECASE)
_MEANWHILE = re.compile(r"(?:\bwhile|\bbut|\bwhereas|;)\s+(?:\w+\s+)?(?:in|at|near)\s+(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE)


def _placed_first(
    sentence: Span, counted: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """Counts behind places set against each other ("in Gao two men were shot, while in Kidal a mine killed six"), each with its place."""
    text = text_of(sentence.doc)
    turns = [p for p in places if p.role in ("at", "near") and _MEANWHILE.search(text, 0, p.passage.start - shift)]
    if len(turns) != 1:
        return None
    cut = turns[0].passage.start - shift
    first = [p for p in places if p.passage.start - shift < cut and p.role in ("at", "near")]
    before, after = [h for h in counted if h.people.start < cut], [h for h in counted if h.people.start > cut]
    if not (first and before and after) or first[0].place == turns[0].place:
        return None
    return [(before, first), (after, [p for p in places if p.passage.start - shift >= cut])]
