"""Listing: the heads of a list's entries ("19 February - ...", "August 23: ...") read as one sequence, which gives years they leave out.

A list runs forward or backward; where the next head lies against that, a year has turned. What anchors it is any head or heading with a
year, the year that the title names as its beginning ("since 2011"), or the report's own day at the end that touches it.
Invariant: no entry of a list is later than its report; where nothing anchors a list, its years stay open.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from thucydides.extracting.filling.list_heads import Entry, heads_of
from thucydides.grounding.times import TimeExpression, find_times
from thucydides.grounding.times.forms import Bound, Span, Years
from thucydides.grounding.times.needs import is_open
from thucydides.nouns import DateRange, Document

LEAST = 3
"""So many heads make a sequence."""
LINES = 31
"""Days by which neighbours of a list may stand out of order."""
BESIDE = timedelta(days=60)
"""How long behind the head of an entry a day may lie that is told in it without its year."""
AHEAD = timedelta(days=1)


class Listed(Struct, frozen=True):
    """What days without a year are held against from `start` on: the last day that they may be of, None where nothing says; `entry` holds
    where the head of an entry stands there, `reckoned` where the text itself says no year of the list."""

    start: int
    until: date | None
    entry: bool = False
    reckoned: bool = False


def listed(document: Document, published: date | None) -> tuple[Listed, ...]:
    """The stretches of a document whose days without a year follow from the heads of a list (rule `date.listed`), in order."""
    entries = list(heads_of(document))
    heads = [e for e in entries if not e.heading]
    if len(heads) < LEAST:
        entries = [e for e in entries if e.heading]
    if not entries:
        return ()
    way = _way(heads, published)
    years = _years(entries, way, published, _begun(document))
    reckoned = all(e.year is None for e in entries)
    return tuple(Listed(e.start, _until(e, y, published), not e.heading, reckoned) for e, y in zip(entries, years, strict=True))


def _until(entry: Entry, year: int | None, published: date | None) -> date | None:
    """The last day that a day told in an entry may be of: some time behind its head; of a heading's year its end."""
    if year is None:
        return None
    until = date(year, 12, 31) if entry.heading else _day(entry, year) + BESIDE
    return min(until, published + AHEAD) if published is not None else until


def _day(entry: Entry, year: int) -> date:
    try:
        return date(year, entry.month, entry.day or 28)
    except ValueError:
        return date(year, entry.month, 28)


def _way(heads: Sequence[Entry], published: date | None) -> int:
    """1 where the list runs forward, -1 where it runs backward: as most of its steps do, else by the end that lies nearer to the report."""
    steps = [_step(a, b) for a, b in pairwise(heads)]
    ahead = sum(s > 0 for s in steps) - sum(s < 0 for s in steps)
    if ahead or published is None or not heads:
        return -1 if ahead < 0 else 1
    first, last = ((published - _first(h, published.year)).days % 366 for h in (heads[0], heads[-1]))
    return -1 if first < last else 1


def _step(one: Entry, other: Entry) -> int:
    """How many days of one year lie between two heads, months alone at no day of theirs; with their years where both say them."""
    if one.month == other.month and (one.day is None or other.day is None):
        days = 0
    else:
        days = (other.month - one.month) * 31 + (other.day or 15) - (one.day or 15)
    return days + 372 * (other.year - one.year) if one.year is not None and other.year is not None else days


def _turns(one: Entry, other: Entry, way: int) -> int:
    """The years that turn between two neighbours, 0 or 1."""
    return int(way * _step(one, other) < -LINES)


def _years(entries: Sequence[Entry], way: int, published: date | None, begun: int | None) -> list[int | None]:
    """The year of each entry, None where nothing anchors the list."""
    years: list[int | None] = [e.year for e in entries]
    for at in range(1, len(entries)):  # from what is told before
        one, other, year = entries[at - 1], entries[at], years[at - 1]
        if years[at] is None and year is not None:
            before = next((e for e in reversed(entries[:at]) if e.heading or e.year is not None), None)
            turned = 0 if one.heading or (before is not None and before.heading) else way * _turns(one, other, way)
            years[at] = year + turned
    first = next((at for at, year in enumerate(years) if year is not None), None)
    if first is None:
        return _anchored(entries, way, published, begun)
    for at in range(first - 1, -1, -1):  # up to what is told behind
        one, other, year = entries[at], entries[at + 1], years[at + 1]
        if year is not None:
            years[at] = year - (way if other.heading else way * _turns(one, other, way))
    return years


def _anchored(entries: Sequence[Entry], way: int, published: date | None, begun: int | None) -> list[int | None]:
    """The years of a list of which no head says one: from the title's first year, else up to the report's own day."""
    passed = [0]
    for one, other in pairwise(entries):
        passed.append(passed[-1] + way * _turns(one, other, way))
    earliest = passed.index(min(passed))
    if begun is not None and max(passed) > min(passed):
        years = [begun + p - passed[earliest] for p in passed]
        if published is None or all(_day(e, y) <= published + AHEAD for e, y in zip(entries, years, strict=True)):
            return [*years]
    if published is None:
        return [None] * len(entries)
    last = published.year - max(passed)
    if any(_first(e, last + p) > published + AHEAD for e, p in zip(entries, passed, strict=True)):
        last -= 1
    return [last + p for p in passed]


def _first(entry: Entry, year: int) -> date:
    """The first day of an entry in a year."""
    return _day(entry, year).replace(day=1) if entry.day is None else _day(entry, year)


def _begun(document: Document) -> int | None:
    """The year from which on a title says that its list goes: "since 2011", "2004 - 2015"."""
    for block in document.blocks:
        if block.kind == "title":
            for time in find_times(document.text[block.start : block.end]):
                form = time.form
                if isinstance(form, Bound) and form.side in ("since", "after") and isinstance(form.of, Years):
                    return form.of.first
                if isinstance(form, Span) and isinstance(form.first, Years):
                    return form.first.first
    return None


def held(stretches: Sequence[Listed], time: TimeExpression) -> DateRange | None:
    """What a day without its year is held against by the list in which it stands; None where nothing says."""
    if not is_open(time.form):
        return None
    found = next((s for s in reversed(stretches) if s.start <= time.start), None)
    if found is None or found.until is None:
        return None
    return DateRange(found.until.isoformat(), found.until, found.until, basis="document" if found.reckoned else "text")


def entry_of(stretches: Sequence[Listed], start: int) -> int | None:
    """The start of the entry of a list in which a character stands, None before the first."""
    found = next((s for s in reversed(stretches) if s.start <= start), None)
    return found.start if found is not None and found.entry else None
