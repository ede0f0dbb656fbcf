"""Told: an incident of one document with what is asked of it when it is held against another.

Invariant: what a sentence counts of a part, or of people told before, is no news of people harmed.
"""

from msgspec import Struct

from thucydides.extracting.drafting.clashes import dates_clash
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.opening import opens_another
from thucydides.nouns import Document, Mention

OUTCOMES = ("killed", "injured")


class Told(Struct, frozen=True):
    """One incident of a document: its draft and mention, whether it is opened as another, whether a sentence tells it as news with its
    day, the items of lists that tell it, whether it tells of people harmed anew, or only of such as are `known`, and which part of which
    sentence tells it.
    """

    draft: Draft
    mention: Mention
    start: int
    another: bool
    news: bool
    listed: frozenset[int]
    anew: bool
    known: bool
    parts: frozenset[tuple[int, int]]


def told(document: Document, draft: Draft, mention: Mention) -> Told:
    """What is asked of an incident of a document."""
    first = min(draft.items, key=lambda d: (d.telling.start, d.telling.cue)).telling
    another = (first.head is not None and first.head.new) or opens_another(document.text, first.start)
    listed = frozenset(d.telling.order for d in draft.items if d.telling.kind in ("bullet", "table"))
    harms = [h for d in draft.items for h in d.telling.harms]
    anew = any(_anew(h) for h in harms)
    known = bool(harms) and all(h.people.definite or h.people.pronoun for h in harms)
    parts = frozenset((d.telling.order, d.telling.part) for d in draft.items)
    return Told(draft, mention, first.start, another, any(_as_news(d) for d in draft.items), listed, anew, known, parts)


def two_in_words(a: Told, b: Told) -> str:
    """The rule by which words alone make two deeds of two: one sentence counts both, or one of another day is opened as another."""
    if any(x == y and p != q for x, p in a.parts for y, q in b.parts):
        return "extract.apart.one-by-one"
    second = a if a.start > b.start else b
    return "extract.apart.another" if second.another and dates_clash(a.draft.date, b.draft.date) else ""


def total(mention: Mention, outcome: str) -> int | None:
    """How many a mention tells of as killed, or as injured, parts left out; None where it says nothing of it."""
    told = [i for i in mention.toll if i.outcome == outcome]
    return sum(i.quantity.best or i.quantity.low or 0 for i in told if i.part_of is None) if told else None


def _as_news(item: Dated) -> bool:
    """Whether a sentence gives a deed its day and tells it as if for the first time: people harmed anew, or nobody, and its place."""
    head, harms = item.telling.head, item.telling.harms
    placed = item.at is not None and head is not None and not (head.definite or head.weak or item.telling.referring)
    return item.firm and item.telling.time is not None and (any(_anew(h) for h in harms) if harms else placed)


def _anew(harm: Harm) -> bool:
    """Whether people are told of as harmed who were not told of before: "two men", not "the men" or "they"."""
    said = harm.quantity is not None and bool(harm.quantity.best or harm.quantity.low)
    known = harm.people.definite or harm.people.pronoun or harm.total or harm.self_inflicted
    return said and not known and not harm.wide and harm.part_of is None and harm.outcome in OUTCOMES
