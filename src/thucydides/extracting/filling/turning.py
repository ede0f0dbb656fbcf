"""Turning: the years of a list's entries from the heads that say one and from where the run of their days turns.

A list runs forward or backward; where the next head lies against that, a year has turned. What anchors it is any head or heading with a
year, the year from which on the title or the words that lead into the list say that it goes ("since 2011"), the day on which the page's
box says that it all began, or the report's own day.
Invariant: no entry of a list is later than its report; where nothing anchors a list, its years stay open.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec import Struct

from thucydides.extracting.filling.list_heads import Entry
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.grounding.times.forms import Bound, Span, Years
from thucydides.nouns import Document
from thucydides.vocabulary import mapping

LINES = 31
"""Days by which neighbours of a list may stand out of order."""
AHEAD = timedelta(days=1)
SOON, _BEFORE = 62, -7
"""Days behind the day on which it all began by which the first entry of its list comes; it may open a little before."""
FEW, SHORTER = 5, 5
"""Up to so many entries run the way in which they go over the shorter time, where that is so many times shorter."""


class Run(Struct, frozen=True):
    """The years of a list's entries, None for those that nothing dates; `turned` are the years passed since its first entry where no
    head says a year, so that the list may still move; `way` is 1 where it runs forward and -1 where it runs backward."""

    years: tuple[int | None, ...]
    turned: tuple[int, ...] = ()
    way: int = 1


def run_of(document: Document, entries: Sequence[Entry], published: date | None) -> Run:
    """The years of the entries of a document's list."""
    way = _way(entries, published)
    if any(e.year is not None for e in entries):
        return Run(tuple(_years(entries, way)), way=way)
    turned = [0]
    for one, other in pairwise(entries):
        turned.append(turned[-1] + way * _turns(one, other, way))
    begun = begun_in_box(document)
    if begun is not None and way > 0 and _BEFORE <= (day_in(entries[0], begun.year) - begun).days <= SOON:
        return Run(tuple(begun.year + t for t in turned), way=way)
    return Run(tuple(_anchored(entries, turned, published, _spanned(document, entries[0].start), way)), tuple(turned), way)


def begun_in_box(document: Document) -> date | None:
    """The day or month with which the time begins that an infobox says a page is about; None where it says none so fine."""
    names = mapping("reading_records")["fields"]["date"]
    for block in document.blocks:
        if block.kind == "infobox" and block.key.lower() in names:
            said = (resolve(t, Anchor()) for t in find_times(document.text[block.start : block.end]) if t.relative_to == "nothing")
            fine = [d.earliest for d in said if d is not None and d.earliest is not None and d.precision not in ("year", "years")]
            return min(fine, default=None)
    return None


def day_in(entry: Entry, year: int) -> date:
    """The day of an entry in a year, the 28th of a month alone."""
    try:
        return date(year, entry.month, entry.day or 28)
    except ValueError:
        return date(year, entry.month, 28)


def _way(entries: Sequence[Entry], published: date | None) -> int:
    """1 where the list runs forward, -1 where it runs backward: as most steps between neighbours do, else by the end that lies nearer to
    the report."""
    heads = [e for e in entries if not e.heading]
    steps = [_step(a, b) for a, b in pairwise(entries) if not a.heading and not b.heading]
    ahead = sum(s > 0 for s in steps) - sum(s < 0 for s in steps)
    if ahead and len(heads) <= FEW and all(e.year is None and not e.heading for e in entries):
        other = 1 if ahead < 0 else -1
        if SHORTER * _span(entries, other) < _span(entries, -other):
            return other  # "On 26 December ... On 16 December ... On 25 January" runs over a month and not back over a year
    if ahead or published is None or not heads:
        return -1 if ahead < 0 else 1
    first, last = ((published - _first(h, published.year)).days % 366 for h in (heads[0], heads[-1]))
    return -1 if first < last else 1


def _span(entries: Sequence[Entry], way: int) -> int:
    """Over how many days a list goes from its first entry to its last, one way or the other."""
    return sum(way * _step(a, b) + 372 * _turns(a, b, way) for a, b in pairwise(entries))


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


def _years(entries: Sequence[Entry], way: int) -> list[int | None]:
    """The year of each entry of a list of which some heads or headings say one."""
    years: list[int | None] = [e.year for e in entries]
    for at in range(1, len(entries)):  # from what is told before
        one, other, year = entries[at - 1], entries[at], years[at - 1]
        if years[at] is None and year is not None:
            turned = 0 if one.heading else way * _turns(one, other, way)
            years[at] = year + (turned if _room(entries, at, year, turned) else 0)
    first = next((at for at, year in enumerate(years) if year is not None), None)
    for at in range((first or 0) - 1, -1, -1):  # up to what is told behind
        one, other, year = entries[at], entries[at + 1], years[at + 1]
        if year is not None:
            years[at] = year - (way if other.heading else way * _turns(one, other, way))
    return years


def _room(entries: Sequence[Entry], at: int, year: int, turned: int) -> bool:
    """Whether a year may turn at an entry: under a heading only where the next heading leaves out the year that comes then."""
    before = next((e for e in reversed(entries[:at]) if e.heading or e.year is not None), None)
    if before is None or not before.heading:
        return True
    behind = next((e.year for e in entries[at:] if e.heading), None)
    return behind is not None and (behind - (year + turned)) * turned > 0


def _anchored(
    entries: Sequence[Entry], turned: Sequence[int], published: date | None, spanned: tuple[int | None, int | None], way: int
) -> list[int | None]:
    """The years of a list of which no head says one: from the first year that the report names, of a list that runs backward from the
    last one, else up to the report's own day."""
    begun, ended = spanned
    if way < 0 and ended is not None and (begun is None or begun <= ended + min(turned)):
        start: int | None = ended
    else:
        start = begun - min(turned) if begun is not None and max(turned) > min(turned) else None
    if start is not None:
        years = [start + t for t in turned]
        if published is None or all(day_in(e, y) <= published + AHEAD for e, y in zip(entries, years, strict=True)):
            return [*years]
    if published is None:
        return [None] * len(entries)
    last = published.year - max(turned)
    if any(_first(e, last + t) > published + AHEAD for e, t in zip(entries, turned, strict=True)):
        last -= 1
    return [last + t for t in turned]


def _first(entry: Entry, year: int) -> date:
    """The first day of an entry in a year."""
    return day_in(entry, year).replace(day=1) if entry.day is None else day_in(entry, year)


def _spanned(document: Document, start: int) -> tuple[int | None, int | None]:
    """The first and the last year that a title, or the line that leads into the list at `start`, says that it tells of: "since 2011",
    "2004 - 2015"."""
    blocks = [b for b in document.blocks if b.kind == "title"]
    before = [b for b in document.blocks if b.end <= start]
    blocks += [b for b in before[-1:] if document.text[b.start : b.end].rstrip().endswith(":")]
    for block in blocks:
        for time in find_times(document.text[block.start : block.end]):
            form = time.form
            if isinstance(form, Bound) and form.side in ("since", "after") and isinstance(form.of, Years):
                return form.of.first, None
            if isinstance(form, Span) and isinstance(form.first, Years):
                return form.first.first, form.last.first if isinstance(form.last, Years) else None
    return None, None
