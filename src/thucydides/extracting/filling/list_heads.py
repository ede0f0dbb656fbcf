"""List heads: the month and day with which the entries of a list open, and the headings that give a year, as a document writes them.

Invariant: a head is only found, never made; what stands amid a sentence is none.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from thucydides.grounding.times import find_times
from thucydides.grounding.times.forms import Day, Either, Month, Span, Years
from thucydides.nouns import Document
from thucydides.vocabulary import mapping

_MARKS = re.compile(r"[\W\d_]*(?:(?:on|in)\s+)?$", re.IGNORECASE)
_PLACED = re.compile(r"(?:[A-Z][\w.'’-]*(?: of| and)?[ ,]+){1,4}\(?")
_HEADED = re.compile(r"\s*(?:$|[:|–—-]|\.\s|,\s+\d{1,2}:)|\s*\)\s*[:–—-]")
_OPENED = re.compile(r"\s*,?\s+\S")
_CAPITAL = re.compile(r"\s+[A-Z]")
"""What follows a day that ends with the stop of its month: "Sat. 14 Aug. Gunmen fired on a bus"."""
_SHORT = 48
_ENDS = (".", ":", ";", ",")
ITEMS = 2
"""Behind so many items that open with their day a paragraph that does so is one that lost its mark."""
_YEAR_LAST = re.compile(r"(?:[^\d\n]*[\W_])?((?:19|20)\d\d)[\W_]*")
_YEAR_STUCK = re.compile(r"[a-z.)\]]((?:19|20)\d\d)$")
_AMID = re.compile(r"(?<=[.!?)\]\"”’])\s+(?=(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?: )")
_YEAR_FIRST = re.compile(r"[\W_]*((?:19|20)\d\d)\b(?:\s+[^\W\d][\w'’-]*){0,5}\s*:")


class Entry(Struct, frozen=True):
    """One entry of a list, from its head to the next: the month and day it opens with, and the year where the head says one."""

    start: int
    month: int
    day: int | None
    year: int | None = None
    heading: bool = False


def heads_of(document: Document) -> Iterator[Entry]:
    """The heads of a document's entries and the headings that give a year, in order.

    A year that ran onto the last word of a block is the heading of what follows, and entries may stand in one block, each behind the
    last sentence of the one before. A paragraph opens an entry as an item does where it goes on with the items of a year.
    """
    items: list[Entry] = []
    for block in document.blocks:
        if block.kind == "title" and (year := _of_year(document.text[block.start : block.end])) is not None:
            yield Entry(block.start, 1, None, year, heading=True)
        if block.kind in ("title", "byline", "infobox", "caption"):
            continue
        text = document.text[block.start : block.end]
        if len(text) <= _SHORT * 2 and text[-1:] not in _ENDS and (year := _of_year(text)) is not None:
            yield Entry(block.start, 1, None, year, heading=True)  # the title of a list, wherever a saved page has it
            continue
        last = items[-1] if items else None
        kind = "bullet" if len(items) >= ITEMS and block.kind == "paragraph" else block.kind
        for start in (0, *(m.end() for m in _AMID.finditer(text))):
            line = text[start:].split("\n", 1)[0]
            found = _entry(line, block.start + start, kind)
            if found is None or (kind != block.kind and not found.heading and not _goes_on(found, last)):
                continue
            items = [] if found.heading else [*items, found] if kind == "bullet" else items
            yield found
        if (stuck := _YEAR_STUCK.search(text)) is not None:
            yield Entry(block.end, 1, None, int(stuck[1]), heading=True)


def _entry(line: str, start: int, kind: str) -> Entry | None:
    """What a line opens with: a day or month that heads it, or a year that heads what follows."""
    times = [t for t in find_times(line[: _SHORT * 2]) if t.relative_to in ("nothing", "document")]
    first = times[0] if times else None
    placed = first is not None and _PLACED.fullmatch(line[: first.start]) is not None and line[first.end :].lstrip().startswith(":")
    if first is not None and (_MARKS.match(line[: first.start]) or placed) and first.start <= _SHORT:
        form = first.form.first if isinstance(first.form, Span | Either) else first.form
        last = first.form.last if isinstance(first.form, Span) else form
        plain = not first.window and getattr(form, "which", "plain") == "plain"
        if plain and isinstance(form, Day | Month) and isinstance(last, Day | Month):
            stopped = line[first.end - 1] == "." and _CAPITAL.match(line, first.end)
            headed = stopped or _HEADED.match(line, first.end) or (kind == "bullet" and _OPENED.match(line, first.end))
            year = form.year or last.year
            return Entry(start, form.month, form.day if isinstance(form, Day) else None, year) if headed else None
    opened = _YEAR_FIRST.match(line)
    if opened is None and len(line) <= _SHORT and (kind == "heading" or not any(c.isalpha() for c in line)):
        opened = _YEAR_LAST.fullmatch(line)
    return Entry(start, 1, None, int(opened[1]), heading=True) if opened else None


def _goes_on(entry: Entry, last: Entry | None) -> bool:
    """Whether an entry lies behind the last one in one year."""
    return last is not None and (last.month, last.day or 0) < (entry.month, entry.day or 0)


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
