"""Surroundings: the times, places and parties named in one document, found once and looked up by stretch of text.

Invariant: lookups give what lies wholly inside the characters asked for, in order.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.attributing.attributions import find_citations
from thucydides.extracting.covering import Cover
from thucydides.extracting.filling.month_told import with_months
from thucydides.extracting.filling.reckoning import reckoning
from thucydides.extracting.tellings.landmarks import with_bearings
from thucydides.extracting.tellings.opened_days import opened
from thucydides.extracting.tellings.strays import without_strays
from thucydides.extracting.tellings.taken_to import without_taken_to
from thucydides.grounding.actors.actors import ActorMatch, as_of, find_actors
from thucydides.grounding.actors.countries import country_of_name
from thucydides.grounding.datelines import head_datelines
from thucydides.grounding.places import ground_places
from thucydides.grounding.times import TimeExpression, find_times, only_a_time, only_a_year
from thucydides.grounding.times.forms import Day, Month, Span
from thucydides.grounding.times.nicknames import held_to_report
from thucydides.nouns import Block, Document, PlaceRef
from thucydides.nouns.place import PROVINCE


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class PlaceSpan(Struct, frozen=True):
    """A place reference with its characters, so that it can be looked up like the others."""

    start: int
    end: int
    ref: PlaceRef


ENTRIES = 2
"""So many headings that are times make a timeline; one alone is rather the date of the report."""
T = TypeVar("T", bound=_Spanned)


class Surroundings:
    """What a document names: `times`, `places` and `actors`, each sorted by where it stands; inline citations left out.

    `reckoning` is what its times are held against.
    """

    __slots__ = ("actors", "cited", "document", "entries", "places", "reckoning", "times")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.reckoning = reckoning(document)
        self.cited = cited = [(c.start, c.end) for c in find_citations(document.text)]
        starts = [b.start for b in document.blocks if b.kind in ("paragraph", "summary")] or [0]
        aside = cited + head_datelines(document.text, starts)
        boxes = [b for b in document.blocks if b.kind == "infobox"]
        stamps = [m.span() for m in _STAMP.finditer(document.text)]
        aside += [s for s in stamps if not any(b.start <= s[0] < b.end for b in boxes)]  # a box gives the time of day of a deed
        aside += [m.span() for m in _OTHER_CLOCK.finditer(document.text)]
        aside += [m.span() for m in _FOR_FEAST.finditer(document.text)]
        aside += [m.span() for b in document.blocks if b.kind == "title" for m in _ISSUE.finditer(document.text, b.start, b.end)]
        times = held_to_report(_outside(with_months(document, find_times(document.text)), aside))
        self.times: tuple[TimeExpression, ...] = tuple(opened(document.text, t) for t in times)
        self.entries = _entries(document)
        day = document.published.latest if document.published is not None else None
        found = _outside(tuple(as_of(a, day) for a in find_actors(document.text)), cited)
        said = [r for r in ground_places(document) if not _in_a_day(r, self.times)]
        named = without_strays(document.text, said, (a.country for a in found))
        spans = [PlaceSpan(r.passage.start, r.passage.end, r) for r in with_bearings(document.text, without_taken_to(document.text, named))]
        found = tuple(a for a in found if not _is_town(a, spans))
        fine = _countries([s.ref for s in spans])
        self.actors: tuple[ActorMatch, ...] = tuple(a for a in found if not _says_where(document, a, fine))
        parties = Cover((a.start, a.end) for a in self.actors if not a.metonym and (a.actor_id or a.country or not a.generic))
        # "Tajikistani border guards" are no place, while "the Darfur rebels" name one
        self.places = _outside([s for s in spans if not parties.holds(s.start, s.end)], cited)

    def times_in(self, start: int, end: int) -> list[TimeExpression]:
        """The time expressions within `[start, end)`."""
        return within(self.times, start, end)

    def headed(self, start: int) -> TimeExpression | None:
        """The day or month that the nearest heading above `start` consists of, as in a timeline (rule `date.heading`)."""
        above = [b.start for b in self.document.blocks if (b.kind == "heading" or b.start in self.entries) and b.end <= start]
        return self.entries.get(above[-1]) if above and len(self.entries) >= ENTRIES else None

    def closing(self, block: Block) -> TimeExpression | None:
        """The whole day or month that stands by itself behind the last sentence of an entry: "A bomb killed six in Dori. July 2019" (rule
        `date.closing`)."""
        times = self.times_in(block.start, block.end)
        last = times[-1] if times else None
        if last is None or last.window or last.relative_to != "nothing" or not isinstance(last.form, Day | Month | Span):
            return None
        before, behind = self.document.text[block.start : last.start], self.document.text[last.end : block.end]
        return last if _ENDED.search(before) and not behind.strip(" .)]") else None

    def places_in(self, start: int, end: int) -> list[PlaceRef]:
        """The place references within `[start, end)`."""
        return [p.ref for p in within(self.places, start, end)]

    def actors_in(self, start: int, end: int) -> list[ActorMatch]:
        """The parties named within `[start, end)`."""
        return within(self.actors, start, end)


_WRITTEN = 40
"""Characters of a day that is written out."""


def _in_a_day(ref: PlaceRef, times: Sequence[TimeExpression]) -> bool:
    """Whether what looks like a place is a word of a day: "Mon. 16 Aug." """
    near = within(times, ref.passage.start - _WRITTEN, ref.passage.end + _WRITTEN)
    return any(t.start <= ref.passage.start and ref.passage.end <= t.end for t in near)


def _countries(places: Sequence[PlaceRef]) -> list[str | None]:
    """The country of each place, no coarser than a province, at or near which something is told."""
    return [p.place.country for p in places if p.role in ("at", "near") and p.place is not None and p.place.coarseness <= PROVINCE]


def _says_where(document: Document, party: ActorMatch, fine: Sequence[str | None]) -> bool:
    """Whether a country's name in a title, which could be its forces, only says where it was: "Sudan drone strike kills 40" over a report
    of towns in Sudan (rule `extract.country-headline`); `fine` are the countries of the places told."""
    titled = any(b.kind == "title" and b.start <= party.start < b.end for b in document.blocks)
    if party.metonym or not titled or country_of_name(document.text[party.start : party.end]) != party.country:
        return False
    return bool(fine) and 2 * fine.count(party.country) > len(fine)


def _is_town(party: ActorMatch, spans: Sequence[PlaceSpan]) -> bool:
    """Whether what sounds like an armed group that nobody knows is a town at which something is told: "a bank in Lashkar Gah"."""
    if party.actor_id is not None or party.country is not None or party.generic:
        return False
    same = (s.ref for s in within(spans, party.start, party.end) if (s.start, s.end) == (party.start, party.end))
    return any(r.place is not None and r.place.kind == "settlement" and r.role in ("at", "near", "from", "to") for r in same)


_ENDED = re.compile(r"[\w)\"”’][.!?;]\s*[\[(–—-]?\s*$")


def _entries(document: Document) -> dict[int, TimeExpression]:
    """The headings of a document, and lines like them, that are nothing but a day, a weekday, a month or a year: the start of each and
    its time."""
    found: dict[int, TimeExpression] = {}
    for head in (b for b in document.blocks if b.kind in ("heading", "paragraph")):
        line = document.text[head.start : head.end]
        time = only_a_time(line) or (only_a_year(line) if head.kind == "heading" else None)
        if time is not None and not time.clock:
            found[head.start] = replace(time, start=head.start + time.start, end=head.start + time.end)
    return found


_DAY = r"(?:\b[A-Z][a-z]{2,8},?\s+)?(?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s+\d{1,2}),?\s+\d{4}"
_STAMP = re.compile(
    rf"{_DAY},?\s+(?:-\s+|at\s+)?\d{{1,2}}[.:]\d{{2}}(?::\d{{2}})?\s*(?:[ap]\.?m\.?\s+)?\(?(?:[A-Z]{{1,4}}T|UTC|Z)\b"
    rf"|\b(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Aa]ired|[Uu]ploaded):?\s+{_DAY}(?:,?\s+\d{{1,2}}[.:]\d{{2}}(?::\d{{2}})?)?"
)
"""When a report was put out ("Saturday 14 May 2005 00.01 BST"), which dates no deed."""
_OTHER_CLOCK = re.compile(r"(?<=local time) \([^()\n]{0,40}\b(?:UTC|GMT)[^()\n]{0,10}\)")
"""What a local time is by another clock, whose day may be another: "after midnight local time (2 July, 21:00 UTC)"."""
_FOR_FEAST = re.compile(
    r"\bfor\s+(?:the\s+(?:holy\s+)?(?:month|feast|holiday)\s+of\s+)?(?:Ramadan|Eid|Christmas|Easter|Ashura|Nowruz|Diwali)\b"
)
"""A feast for which something is done, before it or in it: "busy with shoppers for Ramadan"."""
_ISSUE = re.compile(
    r"\b(?:flash|bulletin|update|report|sitrep|snapshot|digest|newsletter|round-?up|summary|briefing|brief|overview|monitor)\b"
    r"(?:\s+(?:no\.?\s*|#)?\d{1,4}\b)?\s*(?:of|for|from|as\s+of|on|[|,:(–—-])\s*\(?(?:\w+day,?\s+)?"
    r"(?:\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})",
    re.IGNORECASE,
)
"""The day of an issue in the title of a page ("Daily Flash of 26 October 2020"), which dates no deed."""
def _outside(items: Sequence[T], spans: Sequence[tuple[int, int]]) -> tuple[T, ...]:
    """The items that lie in none of the spans: what a citation in brackets names is the outlet's and its day, not the deed's."""
    if not spans:
        return tuple(items)
    cover = Cover(spans)
    return tuple(i for i in items if not cover.holds(i.start))


def within(items: Sequence[T], start: int, end: int) -> list[T]:
    """The items, sorted by start, that lie inside `[start, end)`."""
    first = bisect_left(items, start, key=lambda item: item.start)
    found = []
    for number in range(first, len(items)):
        item = items[number]
        if item.start >= end:
            break
        if item.end <= end:
            found.append(item)
    return found
