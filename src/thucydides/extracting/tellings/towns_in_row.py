"""Towns in a row: deeds told together of several towns, each of which had one of its own: "shelled Gao, Kidal and the port of Mopti".

Rule `extract.towns-in-row`. Invariants: nothing is parted where people are counted, there or right behind, or a place has a day of its own;
towns in reach of each other, or one that lies in the other, are one place.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from msgspec.structs import replace
from spacy.tokens import Span

from thucydides.extracting.harm import Harm, find_harm
from thucydides.extracting.kinds.trigger import Trigger
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.tellings.hanging import token_starting
from thucydides.extracting.tellings.rows import rows_of, undergoes
from thucydides.extracting.texts import text_of
from thucydides.grounding.places import distance_km
from thucydides.nouns import Place, PlaceRef
from thucydides.nouns.place import PROVINCE

_APART_KM = 15.0
_NOUNS = frozenset({"protest", "riot", "clash", "air", "shelling", "bomb", "attack"})
_VERBS = _NOUNS | {"takeover", "territory", "destruction", "looting"}
"""Families of deeds that are done in each of several towns: by nouns in the plural or of no number ("shelling"), and by verbs."""
_HELD = frozenset({"settlement", "site", "admin2", "admin1", "island"})
_SOMEWHERE = re.compile(r"\b(?:in|at|near|outside|around|from)\s+(?:the\s+\w+\s+of\s+)?[A-Z]")


def towns_in_row(
    sentence: Span, triggers: Sequence[Trigger], harms: Sequence[Harm], places: Sequence[PlaceRef], shift: int
) -> list[PlaceRef]:
    """The towns of which a sentence tells one deed each; empty where it tells of none so."""
    done = any(t.family in (_NOUNS if t.noun else _VERBS) for t in triggers)
    if not done or any(h.people.counted for h in harms) or any(_single(sentence, t) for t in triggers):
        return []
    fine = [p for p in places if p.place is not None and p.place.kind in _HELD and p.place.coarseness <= PROVINCE]
    rows = rows_of(sentence, fine, {t.head for t in triggers}, shift)
    best = max((r for r in rows if _of_deed(sentence, r[0], triggers, shift)), key=len, default=[])
    if _deeds_counted(sentence, triggers) > len(best) or not all(_apart(a.place, b.place) for a, b in combinations(best, 2)):
        return []
    if best and _counted_behind(sentence):
        return []
    return [replace(p, role="near" if p.role == "near" else "at") for p in best]


def _counted_behind(sentence: Span) -> bool:
    """Whether the next sentence counts the dead or hurt of all the towns: "Shells hit Gao and Kidal. Nine people died"."""
    if sentence.end >= len(sentence.doc):
        return False
    behind = sentence.doc[sentence.end].sent
    return _SOMEWHERE.search(text_of(behind)) is None and any(h.people.counted and not h.total for h in find_harm(behind))


def _of_deed(sentence: Span, place: PlaceRef, triggers: Sequence[Trigger], shift: int) -> bool:
    """Whether a place hangs on a word of force, or on the verb of which one is the subject or the object ("shelling was reported in")."""
    heads = {t.head for t in triggers}
    climbed = token_starting(sentence, place.passage.end - shift - 1)
    while climbed is not None:
        if climbed.i in heads:
            return True
        if climbed.pos_ in ("VERB", "AUX"):
            told = (c for c in climbed.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr"))
            return undergoes(climbed, heads) or any(w.i in heads for c in told for w in c.subtree)
        climbed = climbed.head if climbed.head != climbed else None
    return False


def _single(sentence: Span, trigger: Trigger) -> bool:
    """Whether a noun is of one deed: "a strike", "the attack", not "artillery fire"."""
    head = sentence.doc[trigger.head]
    return trigger.noun and not trigger.plural and not trigger.weak and any(c.dep_ in ("det", "poss", "nummod") for c in head.children)


def _deeds_counted(sentence: Span, triggers: Sequence[Trigger]) -> int:
    """How many deeds a sentence counts: more than there are towns are a sum ("fought 170 battles in Muse, Namkham and Kutkai")."""
    numbers = (c.text for t in triggers if t.noun and t.plural for c in sentence.doc[t.head].children if c.dep_ == "nummod")
    return max((q.quantity.best or 0 for n in numbers for q in find_quantities(n)), default=0)


def _apart(one: Place | None, other: Place | None) -> bool:
    """Whether two places are out of each other's reach, and neither is the province of the other."""
    gap = distance_km(one, other) if one is not None and other is not None else None
    if one is None or other is None or gap is None or gap <= _APART_KM:
        return False
    names = {one.name, other.name}
    return not ({one.admin1, one.admin2} & {other.name} or {other.admin1, other.admin2} & {one.name}) and len(names) == 2
