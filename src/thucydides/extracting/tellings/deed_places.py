"""Deed places: which places of a sentence are of which of its deeds, and which counts stand each at a place of its own.

Invariant: a place is of one deed, unless it hangs on none in the tree.
"""

import re
from collections.abc import Collection, Sequence
from itertools import zip_longest

from msgspec.structs import replace
from spacy.tokens import Span, Token

from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.deeds import governor, token_starting
from thucydides.extracting.tellings.participants import REPORTING
from thucydides.grounding.places import distance_km
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.vocabulary import mapping

_TOWN, _PAIR, _APART_KM = 2, 2, 40.0
_PLACED = 60
"""Characters between a count and a place of its own."""
_SIDE = re.compile(r"\s+side\b")
"""Behind a country whose dead are counted, wherever they died: "36 people died on the Kyrgyz side and 19 on the Tajik side"."""
_ELSEWHERE = re.compile(r"\s+(?:in|at|near)\s+(?:the\s+\w+\s+of\s+)?[A-Z]\w")
"""A name of a place that no gazetteer may know."""


def harms_by_place(
    sentence: Span, harms: list[Harm], places: list[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """Harms told of different places one after another ("three in Kherson, two in the town of Nikopol"), each with the places that
    follow it before the next count; None where they are not told so."""
    counted = sorted((h for h in harms if h.part_of is None and h.quantity is not None and h.quantity.best), key=lambda h: h.people.start)
    if len(counted) < 2 or len({h.outcome for h in counted}) == len(counted):
        return None
    owned: list[tuple[list[Harm], list[PlaceRef]]] = []
    for harm, following in zip(counted, [*counted[1:], None], strict=True):
        until = following.people.start if following is not None else min(sentence.end_char, harm.people.end + _PLACED)
        mine = [
            p
            for p in places
            if harm.people.end <= p.passage.start - shift < min(until, harm.people.end + _PLACED)
            and p.role in ("at", "near", "mentioned")
            and not _SIDE.match(sentence.doc.text, p.passage.end - shift)
        ]
        if not mine and not _ELSEWHERE.match(sentence.doc.text, harm.people.end):
            return _placed_first(sentence, counted, places, shift)
        owned.append(([harm], mine))
    keys = {(p[0].place.gazetteer_id if p[0].place else p[0].wording) if p else f"elsewhere {n}" for n, (_, p) in enumerate(owned)}
    return owned if len(keys) == len(owned) else None


def targets_by_place(
    sentence: Span, harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """A deed told of two targets with a town each ("attacked a base in Gao and a post in Kidal"): two deeds; None where nobody tells it so.

    Towns near each other are one place. Nothing is split where people are counted, for nobody says who was harmed where.
    """
    fine = [p for p in places if p.role in ("at", "near") and p.place is not None and (p.place.precision or 7) <= _TOWN]
    if harms or len(fine) != _PAIR or fine[0].place is None or fine[1].place is None:
        return None
    gap = distance_km(fine[0].place, fine[1].place)
    heads = [_held_by(sentence, p, shift) for p in fine]
    joined = heads[0] is not None and heads[1] is not None and heads[1] in heads[0].conjuncts
    if gap is None or gap < _APART_KM or not (joined or _and_another(sentence, fine[0], fine[1], shift)):
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
    """(a count over several places, the share of each with its place) of "39 people were killed on Wednesday, of whom 26 were in Homs, six
    in Idlib"; None where nobody tells it so. What they have in common is the day: each place is a deed of its own."""
    counted = sorted((h for h in harms if h.people.counted and h.quantity is not None and h.quantity.best), key=lambda h: h.people.start)
    if len(counted) < _FEWEST_SHARES or not _OF_WHOM.search(sentence.doc.text, counted[0].people.end, counted[1].people.start):
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
    fits = whole.quantity is not None and total <= (whole.quantity.best or 0)
    return (whole, told) if len(towns) == len(told) >= _FEWEST_SHARES - 1 and fits else None


_FEWEST_SHARES = 3
_OF_WHOM = re.compile(r"\b(?:of\s+(?:whom|them|those)|including|among\s+(?:them|whom))\b|,\s+with\s*$", re.IGNORECASE)
_MEANWHILE = re.compile(r"(?:\bwhile|\bbut|\bwhereas|;)\s+(?:\w+\s+)?(?:in|at|near)\s+(?:the\s+\w+\s+of\s+)?$", re.IGNORECASE)


def _placed_first(
    sentence: Span, counted: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[tuple[list[Harm], list[PlaceRef]]] | None:
    """Counts behind places set against each other ("in Gao two men were shot, while in Kidal a mine killed six"), each with its place."""
    text = sentence.doc.text
    turns = [p for p in places if p.role in ("at", "near") and _MEANWHILE.search(text, 0, p.passage.start - shift)]
    if len(turns) != 1:
        return None
    cut = turns[0].passage.start - shift
    first = [p for p in places if p.passage.start - shift < cut and p.role in ("at", "near")]
    before, after = [h for h in counted if h.people.start < cut], [h for h in counted if h.people.start > cut]
    if not (first and before and after) or first[0].place == turns[0].place:
        return None
    return [(before, first), (after, [p for p in places if p.passage.start - shift >= cut])]


def owner_of(sentence: Span, start: int, nodes: set[int]) -> int | None:
    """The deed that the word at `start` hangs under in the tree, or None."""
    token = token_starting(sentence, start)
    return governor(token, {n: n for n in nodes}) if token is not None else None


def places_of_deed(
    places: list[PlaceRef],
    groups: list[tuple[set[int], TimeExpression | None]],
    group: set[int],
    sentence: Span,
    shift: int,
) -> list[PlaceRef]:
    nodes = {n: n for g, _ in groups for n in g}
    places = [
        p
        for p in places
        if not _in_since_clause(sentence, p, nodes, shift)
        and not _where_spoken(sentence, p, nodes, shift, places)
        and not (p.role == "to" and _gone_to(sentence, p, nodes, shift))
    ]
    if len(groups) < 2:
        return places
    owners = {n: i for i, (g, _) in enumerate(groups) for n in g}
    wanted = next(i for i, (g, _) in enumerate(groups) if g is group)
    kept = []
    for place in places:
        token = token_starting(sentence, place.passage.start - shift)
        owner = governor(token, owners) if token is not None else None
        if owner is None or owner == wanted:
            kept.append(place)
    return kept


_ADDRESSED = frozenset(
    {"assembly", "council", "reporter", "journalist", "conference", "newspaper", "parliament", "lawmaker", "meeting", "agency", "audience"}
)
"""Those whom somebody speaks to: where they are is where it was said."""


_OCCASIONS = frozenset({"conference", "briefing", "presser"})
"""What a speaker speaks at."""


_SEATED = frozenset(
    {"correspondent", "embassy", "consulate", "ministry", "mission", "delegation", "headquarters", "ambassador", "envoy", "bureau"}
    | {"diplomat", "analyst", "expert", "spokesman", "spokeswoman", "minister"}
)
"""Speakers who have their seat far from what they speak of."""


_CENTRAL = frozenset({"office", "president", "government", "secretary", "parliament", "cabinet"})
"""Bodies of the state or of the world that speak from their seat: "In Lima, the president's office said nine had died in the south"."""


def _where_spoken(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int, others: Sequence[PlaceRef] = ()) -> bool:
    """Whether a place is that of a named speaker or of a statement ("says Jane Doe, in Nairobi", "told reporters in Geneva"); `others` are
    the places that the sentence names too ("In Geneva, the agency said that clinics in Bunia were shelled")."""
    climbed = token_starting(sentence, place.passage.start - shift)
    path: list[Token] = []
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        path.append(climbed)
        climbed = climbed.head
        if climbed.lemma_.lower() in REPORTING and climbed.i not in nodes:
            if any(t.lemma_.lower() in _OCCASIONS for t in path):
                return True  # "stated at a press conference in Imphal that gunmen had attacked a post"
            below = path[-1]
            if below.dep_ == "nsubj" and below != path[0]:
                return below.pos_ == "PROPN" or below.lemma_.lower() in _ADDRESSED | _SEATED
            if below.dep_ == "prep" and below.i < climbed.i and any(c.dep_ == "ccomp" for c in climbed.children):
                central = any(c.dep_ == "nsubj" and c.lemma_.lower() in _SEATED | _CENTRAL for c in climbed.children)
                return central or _told_of(sentence, climbed, others, nodes, shift)
            if below.dep_ == "prep" and below.i < climbed.i and all(sentence.doc[n].pos_ in ("NOUN", "PROPN") for n in nodes):
                return True  # "In Paris, the minister condemned the violence"
            if below.lower_ == "to" and below.i > climbed.i:
                return True  # "confirmed the attack to a newspaper in Goma"
            return below.dep_ in ("dobj", "dative") and below.lemma_.lower() in _ADDRESSED
    return False


def _told_of(sentence: Span, saying: Token, others: Sequence[PlaceRef], nodes: dict[int, int], shift: int) -> bool:
    """Whether what somebody says names the place of its deed itself."""
    said = {t.i for c in saying.children if c.dep_ == "ccomp" for t in c.subtree}
    told = (token_starting(sentence, o.passage.start - shift) for o in others if o.role in ("at", "near"))
    return bool(said & nodes.keys()) and any(t is not None and t.i in said for t in told)


def placed(sentence: Span, places: Sequence[PlaceRef], deeds: Collection[int], shift: int) -> list[PlaceRef]:
    """The places with those as "at" which the tree shows to be what a deed struck or where it was, whatever stands between: "shelled the
    heritage-listed city of Ghadames", "fighting in the western, rebel-held city of Misrata" (rule `place.tree`)."""
    return [
        replace(p, role="at") if p.role == "mentioned" and p.place is not None and _struck(sentence, p, deeds, shift) else p
        for p in places
    ]


_STRUCK = frozenset({"settlement", "admin2", "site", "island"})


def _struck(sentence: Span, place: PlaceRef, deeds: Collection[int], shift: int) -> bool:
    token = token_starting(sentence, place.passage.end - shift - 1)
    if token is None or place.place is None or place.place.kind not in _STRUCK:
        return False
    inside = range(place.passage.start - shift, place.passage.end - shift)
    while token.head != token and (
        token.head.idx in inside
        or (token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in _NAMED_BY)
        or (token.dep_ == "prep" and token.lower_ == "of")
        or (token.dep_ == "appos" and token.head.lemma_.lower() in _NAMED_BY)
    ):
        token = token.head
    if token.dep_ == "prep" and token.lower_ in _WITHIN:
        return token.head.i in deeds  # "bombed Old Ferry Village in Kidal district", a village that nobody lists
    if token.dep_ in ("dobj", "nsubjpass"):
        return token.head.i in deeds and token.head.lemma_.lower() not in _PERSONAL
    if any(c.dep_ == "relcl" and c.i in deeds and c.lemma_.lower() not in _PERSONAL and _which(c) for c in token.children):
        return True  # "the village of Kaya, which was hit by a raid"
    if token.dep_ == "pobj" and token.head.lower_ == "on" and token.head.head.pos_ == "NOUN":
        return token.head.head.i in deeds
    return token.dep_ == "pobj" and token.head.lower_ in _WITHIN and (token.head.head.i in deeds or token.head.head.pos_ == "VERB")


def _which(clause: Token) -> bool:
    """Whether what a clause says something was done to is the thing before it: "which was hit"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ in ("which", "that") for c in clause.children)


_PERSONAL = frozenset({"shoot", "kill", "wound", "injure", "stab", "murder", "arrest", "abduct", "kidnap", "behead", "execute", "hurt"})
"""What is done to people and to no town: "Davis was shot" names a person."""
_NAMED_BY = frozenset({"city", "town", "village", "district", "port", "suburb", "settlement", "island", "camp", "hometown", "birthplace"})
_WITHIN = frozenset({"in", "at", "inside"})


def _gone_to(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place behind "to" is where somebody is sent, goes or speaks, not what a deed went for: "the envoy to London", "fled to"."""
    token = token_starting(sentence, place.passage.start - shift)
    while token is not None and token.dep_ in ("compound", "amod", "nmod", "det", "poss", "conj", "appos") and token.head != token:
        token = token.head
    if token is None or token.dep_ != "pobj" or token.head.head == token.head:
        return False
    owner = token.head.head
    if owner.i in nodes:
        return False
    return owner.pos_ in ("NOUN", "PROPN") or owner.lemma_.lower() in mapping("telling")["going"]


def _in_since_clause(sentence: Span, place: PlaceRef, nodes: dict[int, int], shift: int) -> bool:
    """Whether a place only dates something ("since the Taliban took Kabul")."""
    climbed = token_starting(sentence, place.passage.start - shift)
    while climbed is not None and climbed.i not in nodes and climbed.head != climbed:
        if climbed.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _DATING for c in climbed.children):
            return True
        if climbed.dep_ == "pobj" and climbed.head.lower_ in _DATING and climbed.lemma_.lower() in mapping("telling")["dating"]:
            return True  # "since the fall of Tripoli"
        climbed = climbed.head
    return False


_DATING = frozenset({"since", "after", "before"})
"""Words that open a clause which only dates the deed, where it tells of no deed itself."""
