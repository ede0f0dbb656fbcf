"""Wrapping: lines that a text breaks at a fixed width, as mail and wire texts do, joined again into paragraphs.

A line that is nothing but a time is the text's own and runs on into nothing. Where paragraphs open with white space, a line without it
goes on with the paragraph before it, however short that one's first line is: the dateline was cut off it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from thucydides.reading.bullets import mark
from thucydides.reading.facts import a_time_alone
from thucydides.reading.page import Line

WRAP_WIDTH = 110
"""A text with a longer line is not wrapped at a fixed width (mail and wire texts wrap at 65 to 80)."""
WRAPPED_SHARE = 0.3
"""A text is wrapped where at least so many of its lines run on into the next without an end of sentence (our choice)."""
LEAST_WIDTH = 40
FULL = 0.6
"""A line shorter than this share of the width ends its paragraph."""
INDENTED = 2
"""So many paragraphs that open with white space show that all do."""
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def ended(line: str) -> bool:
    """Whether a line ends where a sentence may."""
    return _ENDED.search(line) is not None


def unwrapped(raw: list[Line]) -> list[Line]:
    """The lines of a text, those that were broken at a fixed width made paragraphs again (rule `read.wrapped`)."""
    return _joined(raw) if _wrapped([line for line in raw if not line.kind]) else raw


def _wrapped(raw: Sequence[Line]) -> bool:
    pairs = [(first, second) for first, second in pairwise(raw) if not second.gap]
    if len(pairs) < 3 or max(len(line.text) for line in raw) > WRAP_WIDTH:
        return False
    width = max(len(line.text) for line in raw)
    running = sum(len(a.text) > FULL * width and not ended(a.text) and not mark(b) for a, b in pairs)
    return running >= WRAPPED_SHARE * len(pairs) and width >= LEAST_WIDTH


def _joined(raw: Sequence[Line]) -> list[Line]:
    width = max((len(line.text) for line in raw if not line.kind), default=0)
    indented = sum(line.indent and not line.gap and not mark(line) for line in raw) >= INDENTED
    found: list[Line] = []
    last: Line | None = None
    for line in raw:
        if last is not None and _runs_on(last, line, width) and not (line.indent and not found[-1].indent):
            cut = indented and last.gap and len(found) > 1 and not ended(last.text) and len(line.text) >= FULL * width
            if cut or len(last.text) >= FULL * width:
                held = found[-1]
                found[-1] = Line(f"{held.text} {line.text}", held.kind, gap=held.gap, indent=held.indent)
                last = line
                continue
        found.append(line)
        last = line
    return found


def _runs_on(one: Line, two: Line, width: int) -> bool:
    """Whether nothing keeps two lines apart: no kind, no blank line, no mark of a list, and neither is a time alone."""
    if one.kind or two.kind or two.gap or mark(two):
        return False
    return not any(len(line.text) < FULL * width and a_time_alone(line.text) for line in (one, two))
