"""Told: an incident of one document with what is asked of it when it is held against another.

Invariant: what a sentence counts of a part, or of people told before, is no news of people harmed.
"""

import re
from collections.abc import Callable, Collection
from functools import cached_property

from msgspec import Struct

from thucydides.extracting.drafting.clashes import dates_clash, places_clash, towns_apart
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.spots import beside_it, spots_apart
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.opening import opens_another
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.titled_heads import titled_heads
from thucydides.nouns import Document, Mention, Place

OUTCOMES = ("killed", "injured")
_HOURS_LATER = re.compile(
    r"\s*(?:\w+ )?(?:(?:hours|minutes|moments) (?:later|earlier|before)|simultaneously|at the same time)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_DYING = frozenset({"die", "death", "succumb", "perish", "injury"})
"""Words for what those harmed before may come to: "two more people died on Monday"."""
HEADLINE = 8
"""So many words make a headline that is known again."""
SAME = 0.8
"""How many of the words of the shorter of two sentences must stand in the other for them to be one sentence reworded."""
OPENING = 4
"""Characters before a time with which a sentence opens: "On the day before"."""
SEVERAL = 5
"""So many dead, told twice with one number, are hardly those of two deeds."""


class Told(Struct, frozen=True, dict=True):
    """One incident of a document: its draft and mention, whether it is opened as another, whether a sentence tells it as news with its
    day, the items of lists that tell it, whether it tells of people harmed anew, or only of such as are `known`, and which part of which
    sentence tells it; `beside` where it opens with people beside those told before ("another four") or as done beside ("hours later"),
    `more` where others are told to be killed besides, and not to have died; `titles` and `items` the words, numbers left out, of the
    titles and of the items of lists that tell it; `under` the headings with a day and a matter under which all of it stands; `turned` where
    its first sentence turns to it from what was told ("Elsewhere", "Earlier a man was shot"); `counted_from` where that opens with a day
    counted from what was told ("The day before, ...", "Two days later ...").
    """

    draft: Draft
    mention: Mention
    start: int
    another: bool
    news: bool
    listed: frozenset[int]
    anew: bool
    known: bool
    beside: bool
    parts: frozenset[tuple[int, int]]
    titles: tuple[frozenset[str], ...] = ()
    items: tuple[frozenset[str], ...] = ()
    more: bool = False
    under: frozenset[int] = frozenset()
    turned: bool = False
    counted_from: bool = False

    @cached_property
    def orders(self) -> frozenset[int]:
        """The sentences that tell it."""
        return frozenset(order for order, _ in self.parts)

    @cached_property
    def killed(self) -> frozenset[int]:
        """All numbers of several people that its sentences give for the dead, parts too."""
        return frozenset(numbers(self.draft, ("killed",)))

    @cached_property
    def harmed(self) -> frozenset[int]:
        """The same for the dead and the injured."""
        return frozenset(numbers(self.draft, OUTCOMES))


def told(document: Document, draft: Draft, mention: Mention) -> Told:
    """What is asked of an incident of a document."""
    first = min(draft.items, key=lambda d: (d.telling.start, d.telling.cue)).telling
    opening = min(first.triggers, key=lambda t: t.start, default=None)
    another = any(t is not None and t.new for t in (first.head, opening)) or opens_another(document.text, first.start)
    listed = frozenset(d.telling.order for d in draft.items if d.telling.kind in ("bullet", "table"))
    harms = [h for d in draft.items for h in d.telling.harms]
    anew = any(_anew(h) for h in harms)
    known = bool(harms) and all(h.people.definite or h.people.pronoun for h in harms)
    parts = frozenset((d.telling.order, d.telling.part) for d in draft.items)
    counted = min(first.harms, key=lambda h: h.start, default=None)
    beside = (counted is not None and counted.people.more) or _HOURS_LATER.match(document.text, first.start) is not None
    news = any(_as_news(d) for d in draft.items)
    titles = tuple(_worded(document, d) for d in draft.items if d.telling.kind == "title")
    items = tuple(_worded(document, d) for d in draft.items if d.telling.kind == "bullet")
    under = _under(document, draft)
    more, turned = _more(draft), first.elsewhere
    counted_from = _opens_from_incident(first)
    return Told(
        draft, mention, first.start, another, news, listed, anew, known, beside, parts, titles, items, more, under, turned, counted_from
    )


def _opens_from_incident(first: Telling) -> bool:
    """Whether a sentence opens with days counted from what was told before, and not with how those fared who were hurt in it."""
    time = first.time if first.head is None or not first.head.new else None
    opens = time is not None and time.relative_to == "incident" and time.event_at is None and time.start - first.start <= OPENING
    return opens and not first.dated_by


def _under(document: Document, draft: Draft) -> frozenset[int]:
    """The headings that give a day with their matter under which a deed is told, where all of it stands under such."""
    heads = titled_heads(document.text, document.blocks)
    entries = [d.telling.entry for d in draft.items]
    return frozenset(e for e in entries if e is not None) if heads and all(e in heads for e in entries) else frozenset()


def _more(draft: Draft) -> bool:
    """Whether a sentence that gives a deed its day says that people were killed beside others: "two more guards were killed on 3 May"."""
    dating = [d.telling for d in draft.items if d.firm and any(t.lemma not in _DYING for t in d.telling.triggers)]
    return any(h.people.more and h.outcome == "killed" for t in dating for h in t.harms)


def restates(a: Told, b: Told) -> bool:
    """Whether an item of a list says of a deed what the title says, but for the numbers: the report's own headline at another time (rule
    `extract.restated`)."""
    if dates_clash(a.draft.date, b.draft.date):
        return False
    pairs = [(t, i) for one, other in ((a, b), (b, a)) if one.titles for t in (*one.titles, *one.items) for i in other.items]
    return any(len(i) >= HEADLINE and len(t & i) >= SAME * min(len(t), len(i)) for t, i in pairs)


def headed(a: Told, b: Told, lead: int) -> bool:
    """Whether the one is told only by the report's title and the other opens its text, with as many killed, or hurt where none is told to
    be killed (rule `extract.headed`); `lead` is where the text's first telling starts."""
    title, told = (a, b) if a.start <= b.start else (b, a)
    titled = all(d.telling.kind == "title" for d in title.draft.items)
    if not titled or min(d.telling.start for d in told.draft.items) != lead:
        return False
    killed = [total(t.mention, "killed") for t in (title, told)]
    hurt = [total(t.mention, "injured") for t in (title, told)]
    return bool(killed[0] and killed[0] == killed[1]) or (not any(killed) and bool(hurt[0]) and hurt[0] == hurt[1])


def _worded(document: Document, item: Dated) -> frozenset[str]:
    """The words of a sentence without its numbers."""
    return frozenset(w.lower() for w in _WORD.findall(document.text[item.telling.start : item.telling.end]))


def two_in_words(a: Told, b: Told) -> str:
    """The rule by which words alone make two deeds of two: one sentence counts both; one is opened as another, of another day or place, or
    at another place as done beside; or each counts people of its own at a place of its own.
    """
    if a.orders & b.orders and any(x == y and p != q for x, p in a.parts for y, q in b.parts):
        return "extract.apart.one-by-one"
    second = a if a.start > b.start else b
    if second.another and (_elsewhere(a, b, towns_apart) or dates_clash(a.draft.date, b.draft.date)):
        return "extract.apart.another"
    if (second.beside and _elsewhere(a, b, towns_apart)) or ((a.more or b.more) and dates_clash(a.draft.date, b.draft.date)):
        return "extract.apart.another"
    if second.counted_from and a.anew and b.anew and dates_clash(a.draft.date, b.draft.date):
        return "extract.apart.another"
    if second.turned and a.anew and b.anew and max(a.harmed & b.harmed, default=0) < SEVERAL:
        return "extract.elsewhere"
    if not second.known and beside_it((b if second is a else a).draft.items, second.draft.items[0]):
        return "extract.besides"
    if a.anew and b.anew and a.under and b.under and a.under.isdisjoint(b.under):
        return "extract.another-entry"
    others = a.anew and b.anew and max(a.harmed & b.harmed, default=0) < SEVERAL
    named = (a.anew or b.anew) and not second.known and spots_apart(a.draft.items, b.draft.items)
    return "extract.apart.elsewhere" if (others and _elsewhere(a, b, places_clash)) or named else ""


def said(draft: Draft) -> bool:
    """Whether a sentence of its own says where the deed was done."""
    return any(i.at is not None and i.at in i.telling.places for i in draft.items)


def _elsewhere(a: Told, b: Told, apart: Callable[[Place, Place], bool]) -> bool:
    """Whether both say where their deeds were done, and the places are apart."""
    p, q = (t.mention.place.place if t.mention.place is not None else None for t in (a, b))
    return p is not None and q is not None and said(a.draft) and said(b.draft) and apart(p, q)


def numbers(draft: Draft, outcomes: Collection[str]) -> set[int]:
    """All numbers of several people that the sentences of a deed give for some outcomes, parts too."""
    told = (h.quantity.best for i in draft.items for h in i.telling.harms if h.outcome in outcomes and h.quantity is not None)
    return {n for n in told if n is not None and n > 1}


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
