"""Clauses: two deeds of one sentence that joined clauses tell, each with a doer or victims and a town of its own.

Rule `extract.two-clauses`: "shells hit a market in Nyala, and soldiers shot two men in Kutum" tells of two deeds of one day. Who dies in
another town of wounds, or was taken there, is of the same deed.
"""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from thucydides.extracting.tellings.hanging import token_starting
from thucydides.grounding.places import distance_km
from thucydides.nouns import PlaceRef

TOWN, APART_KM = 2, 40.0
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AFTERWARDS = frozenset(
    {"die", "succumb", "take", "treat", "hospitalize", "arrest", "detain", "bury", "protest", "arrive", "say", "report"}
)


def two_clauses(
    sentence: Span, nodes: Sequence[int], places: Sequence[PlaceRef], shift: int
) -> list[tuple[set[int], list[PlaceRef]]] | None:
    """The deeds of two joined clauses, each with its places; None where the sentence tells of one."""
    first = next((t for t in sentence if t.pos_ == "VERB" and _subject(t) and any(_joined(c) for c in t.children)), None)
    second = next((c for c in first.children if _joined(c)), None) if first is not None else None
    if first is None or second is None or {first.lemma_.lower(), second.lemma_.lower()} & _AFTERWARDS:
        return None
    inner = {t.i for t in second.subtree}
    outer = {t.i for t in first.subtree} - inner
    told = [{n for n in nodes if n in part} for part in (outer, inner)]
    towns = [_towns(sentence, places, part, shift) for part in (outer, inner)]
    if not all(told) or not all(towns) or set(nodes) - told[0] - told[1]:
        return None
    gaps = [distance_km(a.place, b.place) for a in towns[0] for b in towns[1] if a.place is not None and b.place is not None]
    if not gaps or any(gap is None or gap < APART_KM for gap in gaps):
        return None
    mine = [_inside(sentence, places, part, shift) for part in (outer, inner)]
    return list(zip(told, mine, strict=True))


def _joined(verb: Token) -> bool:
    """Whether a verb is joined to another and has a subject of its own."""
    return verb.dep_ == "conj" and verb.pos_ == "VERB" and _subject(verb)


def _subject(verb: Token) -> bool:
    return any(c.dep_ in _SUBJECTS and c.lower_ not in ("he", "she", "they", "it", "who", "which") for c in verb.children)


def _inside(sentence: Span, places: Sequence[PlaceRef], part: set[int], shift: int) -> list[PlaceRef]:
    tokens = ((p, token_starting(sentence, p.passage.start - shift)) for p in places)
    return [p for p, token in tokens if token is not None and token.i in part]


def _towns(sentence: Span, places: Sequence[PlaceRef], part: set[int], shift: int) -> list[PlaceRef]:
    """The towns where a clause says something was done."""
    found = _inside(sentence, places, part, shift)
    return [p for p in found if p.role in ("at", "near") and p.place is not None and (p.place.precision or 7) <= TOWN]
