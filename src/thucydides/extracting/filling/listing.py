"""Listing: the heads of a list's entries ("19 February - ...", "August 23: ...") read as one sequence, which gives years they leave out.

Invariant: only a day or month without its year is held against a list; where nothing anchors the list, it stays open.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from thucydides.extracting.filling.list_heads import Entry, heads_of
from thucydides.extracting.filling.turning import AHEAD, day_in, run_of
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.needs import is_open
from thucydides.nouns import DateRange, Document

LEAST = 3
"""So many heads make a sequence."""
REACH = 24
"""Characters from the start of an entry within which the day stands that it opens with."""
BESIDE = timedelta(days=60)
"""How long behind the head of an entry a day may lie that is told in it without its year."""


class Listed(Struct, frozen=True):
    """What days without a year are held against from `start` on: the last day that they may be of, None where nothing says; `entry` holds
    where the head of an entry stands there. Where the text itself says no year of the list, it may be moved as a whole: `turned` counts
    the years since the first entry, against `way` (1 forward, -1 backward)."""

    start: int
    until: date | None
    entry: Entry
    turned: int | None = None
    way: int = 1

    def of_year(self, year: int) -> DateRange:
        """What days without a year are held against where the entry is of a year."""
        until = _until(self.entry, year, None)
        return DateRange(until.isoformat(), until, until, basis="collection")


def listed(document: Document, published: date | None) -> tuple[Listed, ...]:
    """The stretches of a document whose days without a year follow from the heads of a list (rule `date.listed`), in order."""
    entries = list(heads_of(document))
    if sum(not e.heading for e in entries) < LEAST:
        entries = [e for e in entries if e.heading]
    if not entries:
        return ()
    run = run_of(document, entries, published)
    return tuple(
        Listed(e.start, None if y is None else _until(e, y, published), e, run.turned[at] if run.turned else None, run.way)
        for at, (e, y) in enumerate(zip(entries, run.years, strict=True))
    )


def _until(entry: Entry, year: int, published: date | None) -> date:
    """The last day that a day told in an entry may be of: some time behind its head; of a heading's year its end."""
    until = date(year, 12, 31) if entry.heading else day_in(entry, year) + BESIDE
    return min(until, published + AHEAD) if published is not None else until


def stretch_at(stretches: Sequence[Listed], start: int) -> Listed | None:
    """The stretch in which a character stands, None before the first."""
    return next((s for s in reversed(stretches) if s.start <= start), None)


def held(stretches: Sequence[Listed], time: TimeExpression) -> DateRange | None:
    """What a day without its year is held against by the list in which it stands; None where nothing says."""
    found = stretch_at(stretches, time.start) if is_open(time.form) else None
    if found is None or found.until is None:
        return None
    return DateRange(found.until.isoformat(), found.until, found.until, basis="document" if found.turned is not None else "text")


def entry_of(stretches: Sequence[Listed], headings: Sequence[int], start: int) -> int | None:
    """The start of the entry of a list in which a character stands, None before the first; a heading ends an entry."""
    found = stretch_at(stretches, start)
    if found is None or found.entry.heading:
        return None
    return max((found.start, *(h for h in headings if h <= start)))


def settled(stretches: Sequence[Listed], start: int) -> bool:
    """Whether a time that starts there heads an entry of a list that says its year."""
    found = stretch_at(stretches, start)
    return found is not None and found.until is not None and heads_entry(stretches, start)


def heads_entry(stretches: Sequence[Listed], start: int) -> bool:
    """Whether a time that starts there is that with which an entry of a list opens: the deed's, whoever tells of it ("25 February: A source
    says that two raids hit a camp", rule `date.entry`)."""
    found = stretch_at(stretches, start)
    return found is not None and not found.entry.heading and 0 <= start - found.start <= REACH
