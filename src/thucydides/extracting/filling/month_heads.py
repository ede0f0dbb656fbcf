"""Month heads: the months that head the sections of a page, as headings or as the first word of a paragraph, and days counted in a month.

Invariant: a month heads only what stands under it; the year that it leaves out follows from the section before it.
"""

import re
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from thucydides import vocabulary
from thucydides.grounding.times.forms import Day, Span
from thucydides.nouns import Block

TURNED = 20
"""Days by which a number lies before the day told last from which on it is of the next month: "On 28 May ... on the 3rd"."""
HALF = 6
"""Months from which on a section lies rather in the next year than before the last one."""
_YEAR = r"\.?,?(?:\s+((?:19|20)\d\d))?"


class Told(Struct, frozen=True):
    """A month, with its year and the day told in it where the words give them; `headed` where it heads a section."""

    month: int
    year: int | None
    day: int | None = None
    end: int = 0
    headed: bool = False

    def form(self, first: int, last: int, weekday: int | None) -> Day | Span | None:
        """A day, or days, by their number in this month or, where they turn, in the next; None where the calendar has none."""
        turned = self.day is not None and not self.headed and first < self.day - TURNED
        month = self.month % 12 + 1 if turned else self.month
        year = self.year + (turned and month == 1) if self.year is not None else None
        try:
            date(year or 2000, month, last)
        except ValueError:
            return None
        if first == last:
            return Day(month, first, year, weekday)
        return Span(Day(month, first, year), Day(month, last, year))


def head_of(text: str, block: Block) -> Told | None:
    """The month that a heading consists of, or with which a paragraph opens as with a heading."""
    if block.kind == "heading":
        match = _heading().fullmatch(text, block.start, block.end)
    else:
        match = _opening().match(text, block.start, block.end) if block.kind in ("paragraph", "bullet") else None
    return Told(_months()[match[1].lower()], int(match[2]) if match[2] else None, headed=True) if match is not None else None


def after(last: Told | None, head: Told | None) -> Told | None:
    """A section's month with the year that follows from the section before it, where its own head says none."""
    if head is None or head.year is not None or last is None or last.year is None:
        return head
    return replace(head, year=last.year + (last.month - head.month >= HALF))


@cache
def _months() -> dict[str, int]:
    """The names of months and their short forms."""
    words = vocabulary.mapping("dates")["words"]
    return {**words["month"], **words["shortmonth"]}


@cache
def _names() -> str:
    return "|".join(sorted({n for m in _months() for n in (m.upper(), m.capitalize())}, key=len, reverse=True))


@cache
def _heading() -> re.Pattern[str]:
    """A line that is nothing but a month, with or without its year."""
    return re.compile(rf"\W*({_names()}){_YEAR}\W*")


@cache
def _opening() -> re.Pattern[str]:
    """A month that opens a paragraph as a heading does: "MARCH. ", "May 2003: "."""
    return re.compile(rf"\W*({_names()}){_YEAR}(?:\s*:|\.|\s*[–—]|\s+-)\s+(?=\W*[A-Z])")
