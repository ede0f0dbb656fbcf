"""Listing: the heads of a list's entries ("19 February - ...", "August 23: ...") read as one sequence, which gives years they leave out.

A list runs forward or backward; where the next head lies against that, a year has turned. What anchors it is any head or heading with a
year, the year that the title names as its beginning ("since 2011"), or the report's own day at the end that touches it.
Invariant: no entry of a list is later than its report; where nothing anchors a list, its years stay open.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from msgspec import Struct

from thucydides.grounding.times import TimeExpression, find_times
from thucydides.grounding.times.forms import Bound, Day, Month, Span, Years
from thucydides.grounding.times.needs import is_open
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

LEAST = 3
"""So many heads make a sequence."""
LINES = 31
"""Days by which neighbours of a list may stand out of order."""
BESIDE = timedelta(days=60)
"""How long behind the head of an entry a day may lie that is told in it without its year."""
AHEAD = timedelta(days=1)
_MARKS = re.compile(r"[\W\d_]*(?:(?:on|in)\s+)?$", re.IGNORECASE)
_PLACED = re.compile(r"(?:[A-Z][\w.'’-]*(?: of| and)?[ ,]+){1,4}\(?")
_HEADED = re.compile(r"\s*(?:$|[:|–—-]|\.\s|,\s+\d{1,2}:)|\s*\)\s*[:–—-]")
_OPENED = re.compile(r"\s*,?\s+\S")
_SHORT = 48
_YEAR_LAST = re.compile(r"(?:[^\d\n]*[\W_])?((?:19|20)\d\d)[\W_]*")
_YEAR_FIRST = re.compile(r"[\W_]*((?:19|20)\d\d)\b(?:\s+[^\W\d][\w'’-]*){0,5}\s*:")


class Entry(Struct, frozen=True):
    """One entry of a list, from its head to the next: the month and day it opens with, and the year where the head says one."""

    start: int
    month: int
    day: int | None
    year: int | None = None
    heading: bool = False


class Listed(Struct, frozen=True):
    """What days without a year are held against from `start` on: the last day that they may be of, None where nothing says; `entry` holds
    where the head of an entry stands there, `reckoned` where the text itself says no year of the list."""

    start: int
    until: date | None
    entry: bool = False
    reckoned: bool = False


def listed(document: Document, published: date | None) -> tuple[Listed, ...]:
    """The stretches of a document whose days without a year follow from the heads of a list (rule `date.listed`), in order."""
    entries = list(_entries(document))
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


def _entries(document: Document) -> Iterator[Entry]:
    """The heads of a document's entries and the headings that give a year, in order."""
    for block in document.blocks:
        if block.kind == "title" and (year := _of_year(document.text[block.start : block.end])) is not None:
            yield Entry(block.start, 1, None, year, heading=True)
        if block.kind in ("title", "byline", "infobox", "caption"):
            continue
        line = document.text[block.start : block.end].split("\n", 1)[0]
        if (found := _entry(line, block.start, block.kind)) is not None:
            yield found


def _entry(line: str, start: int, kind: str) -> Entry | None:
    """What a line opens with: a day or month that heads it, or a year that heads what follows."""
    times = [t for t in find_times(line[: _SHORT * 2]) if t.relative_to in ("nothing", "document")]
    first = times[0] if times else None
    placed = first is not None and _PLACED.fullmatch(line[: first.start]) is not None and line[first.end :].lstrip().startswith(":")
    if first is not None and (_MARKS.match(line[: first.start]) or placed) and first.start <= _SHORT:
        form = first.form.first if isinstance(first.form, Span) else first.form
        last = first.form.last if isinstance(first.form, Span) else form
        plain = not first.window and getattr(form, "which", "plain") == "plain"
        if plain and isinstance(form, Day | Month) and isinstance(last, Day | Month):
            headed = _HEADED.match(line, first.end) or (kind == "bullet" and _OPENED.match(line, first.end))
            year = form.year or last.year
            return Entry(start, form.month, form.day if isinstance(form, Day) else None, year) if headed else None
    opened = _YEAR_FIRST.match(line)
    if opened is None and len(line) <= _SHORT and (kind == "heading" or not any(c.isalpha() for c in line)):
        opened = _YEAR_LAST.fullmatch(line)
    return Entry(start, 1, None, int(opened[1]), heading=True) if opened else None


def _of_year(title: str) -> int | None:
    """The year of which a title says that it lists or reports on it: "Terrorist incidents in 2014", "World Report 2011: Yemen"."""
    if not _lists().search(title):
        return None
    years = {time.form.first for time in find_times(title) if isinstance(time.form, Years) and time.form.count == 1 and not time.window}
    return years.pop() if len(years) == 1 else None


@cache
def _lists() -> re.Pattern[str]:
    """The words for a text that tells of all that was in some time."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, mapping("reading_records")["lists"])) + r")\b", re.IGNORECASE)


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
