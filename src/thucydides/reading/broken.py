"""Broken: lines that a page breaks where its column was full, each made a paragraph, put together again into what they say.

Copies of printed pages keep the breaks of the column; what ends a line there is no end of a sentence.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from thucydides.reading.page import Line
from thucydides.reading.wrapping import WRAP_WIDTH, ended

LEAST = 5
"""So many lines that run on into the next show that a page breaks them."""
SHARE = 0.4
"""Of all neighbouring lines so many run on where a page breaks its lines (our choice)."""


def rejoined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a page, those that run on into the next joined to it where most of them do (rule `read.broken`)."""
    pairs = [(a, b) for a, b in pairwise(lines) if _plain(a) and _plain(b)]
    running = sum(_runs_on(a, b) for a, b in pairs)
    if running < LEAST or running < SHARE * len(pairs):
        return tuple(lines)
    found: list[Line] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _plain(last) and _plain(line) and (_runs_on(last, line) or _filled(last, lines)):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
        last = line
    return tuple(found)


def _plain(line: Line) -> bool:
    return not line.kind and len(line.text) <= WRAP_WIDTH


def _runs_on(line: Line, after: Line) -> bool:
    """Whether a sentence goes on from one line into the next."""
    return not ended(line.text) and after.text[:1].islower()


def _filled(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line that ends no sentence fills its column, so that a name or a number may go on in the next."""
    widths = sorted(len(one.text) for one in lines if _plain(one))
    return not ended(line.text) and 10 * len(line.text) >= 7 * widths[len(widths) // 2]
