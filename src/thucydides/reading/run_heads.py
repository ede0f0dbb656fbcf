"""Run heads: titles, highlights and bylines that ran onto the line of a wire report's dateline, as copied pages and archives keep them.

"Troops retake town * Rebels deny it By A. Writer GAO, Mali, March 4 (Agency) - Troops ..." becomes a title, highlights, a byline and the
report (rule `read.run-head`).

Invariants: nothing is lost but the marks between highlights; a line is parted only near the head of a page, and only at a dateline that
names its agency in brackets and ends in a dash.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from thucydides.reading.page import Line

LINES = 4
"""Lines at the head of a page among which the one with the dateline is."""
LEAST = 20
"""Characters before a dateline that are more than a mark of its own."""
MOST = 1_500
"""Characters before a dateline that may be titles and highlights."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)?"
_LAND = r"[A-Z][a-z]+\.?(?: [A-Z][a-z]+)?"
_LOUD = r"[A-Z][A-Z'’.-]{2,}(?:[ /-][A-Z'’.-]{3,}){0,3}"
_QUIET = r"[A-Z][\w'’-]+"
_ZONE = r"(?:[A-Z]{1,4}T|UTC)"
_DATELINE = re.compile(
    rf"(?<!\S)(?!{_ZONE} [A-Z])(?:{_LOUD}(?:, {_LAND})?|{_QUIET}, {_LAND}){_DAY} "
    r"\((?P<agency>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})\)\s*(?:--|[-–—])\s+(?=[A-Z“\"‘])"
)
_HIGHLIGHT = re.compile(r"(?:^|\s+)\*\s+|\s+(?=NEW: )")
_BY_AT_END = re.compile(r"\s+(By [A-Z][\w.'’-]+(?:(?: and|,)? [A-Z][\w.'’-]+){1,7})$")
_NOTE = re.compile(r"\s+(\((?:Adds|Recasts|Updates|Corrects|Refiles|Repeats|Writes|New throughout)\b[^()]*\))$", re.IGNORECASE)


def parted(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with what ran onto the dateline of the report parted from it; all others as they were.

    >>> [line.text for line in parted([Line("Town falls in a day * Army denies it GAO, Mali, March 4 (Agency) - Rebels took Gao.")])]
    ['Town falls in a day', 'Army denies it', 'GAO, Mali, March 4 (Agency) - Rebels took Gao.']
    """
    for at, line in enumerate(lines[:LINES]):
        found = _DATELINE.search(line.text, 0, MOST) if not line.kind or line.kind == "bullet" else None
        if found is None:
            continue
        if found.start() < LEAST:
            return tuple(lines)
        head = list(_head(line.text[: found.start()].strip(), found["agency"]))
        report = structs.replace(line, text=line.text[found.start() :], kind="", gap=True)
        return (*lines[:at], *(structs.replace(h, gap=h.gap or line.gap) for h in head[:1]), *head[1:], report, *lines[at + 1 :])
    return tuple(lines)


def _head(text: str, agency: str) -> Iterator[Line]:
    """The lines of a head that ran together: byline, title, highlights, byline, an editor's note."""
    staff = re.match(rf"By [^.\n]{{0,60}}?\b{re.escape(agency)}\b(?: Wire)?(?: Staff)?\s+(?=\S)", text)
    if staff is not None:
        yield Line(staff.group().strip(), "byline", gap=True)
        text = text[staff.end() :]
    writers = _BY_AT_END.search(text)
    text = text[: writers.start()] if writers is not None else text
    note = _NOTE.search(text)
    text = text[: note.start()] if note is not None else text
    for turn, words in enumerate(w for w in _HIGHLIGHT.split(text) if w.strip()):
        marked = turn or text.lstrip().startswith("*")
        yield Line(words.strip(), "summary" if marked else "", gap=True)
    for found in (note, writers):
        if found is not None:
            yield Line(found[1], "byline", gap=True)
