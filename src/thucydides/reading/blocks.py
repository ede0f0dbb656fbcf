"""Blocks: cleaned lines become the text of a document and its blocks: title, byline, summary, heading, paragraph, bullet, ...

Invariants: blocks stand in the order of the text, never overlap, and cover every character of it but white space.
"""

import re
from collections.abc import Sequence
from typing import cast

from msgspec import structs

from thucydides.grounding.datelines import is_dateline
from thucydides.nouns.document import Block, BlockKind
from thucydides.reading.bylines import byline
from thucydides.reading.captions import caption, credit_end
from thucydides.reading.facts import is_sentence
from thucydides.reading.outlets import _first
from thucydides.reading.page import Line
from thucydides.reading.phrases import bare
from thucydides.vocabulary import mapping

HEADING_WORDS = 14
"""A line without a mark of its own is a heading only up to so many words."""
BYLINE_WORDS = 30
LONG = 200
"""A question is a heading only over a paragraph of so many characters; in a text with a sentence a line it is speech."""

_ENDED = re.compile(r"[.;,…][\"'”’»)\]]*$|[\"”]$")
_STARTS = re.compile(r"[^\W_a-z]|[(\[¿¡]\w")
_CLOSE = frozenset({"bullet", "infobox", "table"})
_KINDS = frozenset({"title", "byline", "summary", "heading", "paragraph", "bullet", "infobox", "caption", "quote", "table"})


def classified(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Every line with a kind, lines of two kinds taken apart, a dateline that stands alone joined to what follows it."""
    joined = _filed(lines)
    found: list[Line] = []
    begun = False
    titled = not any(line.kind == "title" for line in joined)
    for at, line in enumerate(joined):
        titled = titled or line.kind == "title"
        after = joined[at + 1] if at + 1 < len(joined) else None
        found += _kinds(line, after, not begun)
        begun = begun or (titled and found[-1].kind == "paragraph")
    return tuple(_standfirst(_entries(_credited(found))))


def _filed(lines: Sequence[Line]) -> list[Line]:
    """The lines, with a dateline that stands alone joined to what follows it: to the next line, and to one more where that one, cut short
    when the dateline was parted from it, goes on."""
    joined: list[Line] = []
    cut = False
    for line in lines:
        goes_on = bool(joined) and not joined[-1].kind and not line.kind
        if goes_on and (is_dateline(joined[-1].text) or (cut and not line.gap)):
            cut = not cut and not _ENDED.search(line.text) and len(line.text) < CUT
            joined[-1] = structs.replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
            cut = False
    return joined


CUT = 60
"""A line of fewer characters behind a dateline, without an end, is the rest of a line that both shared (pages are 60 to 80 wide)."""
CREDIT_WORDS = 6
"""Words of a line that only credits a picture ("Credit: PTI Photo")."""


def _credited(lines: list[Line]) -> list[Line]:
    """The lines with the first paragraph as a picture's caption where a credit stands right under it and a blank line behind that."""
    first = next((n for n, line in enumerate(lines) if line.kind == "paragraph"), None)
    if first is None or first + 2 >= len(lines):
        return lines
    credit, after = lines[first + 1], lines[first + 2]
    under = credit.kind == "caption" and not credit.gap and len(credit.text.split()) <= CREDIT_WORDS
    if not (under and lines[first].gap and after.gap):
        return lines
    return [*lines[:first], structs.replace(lines[first], kind="caption"), *lines[first + 1 :]]


def _kinds(line: Line, after: Line | None, leading: bool) -> list[Line]:
    text = line.text
    if line.kind == "byline" and len(text.split()) > BYLINE_WORDS:
        line = structs.replace(line, kind="")
    if line.kind:
        return [line]
    label, colon, rest = text.partition(":")
    if colon and rest.strip() and bare(label) in mapping("reading_credits")["summaries"]:
        return [structs.replace(line, kind="summary")]
    said = byline(text)
    if said and (leading or said.names or not said.dated) and (leading or not said.dated or bool(re.match(r"by\b", text, re.I))):
        return [structs.replace(line, kind="byline")]
    if len(text) <= 400 and len(text.split()) <= BYLINE_WORDS and _first().search(text):
        return [structs.replace(line, kind="byline")]
    goes_on = credit_end(text)
    if goes_on is not None:
        return [Line(text[:goes_on].strip(), "caption"), structs.replace(line, text=text[goes_on:].strip(), kind="paragraph")]
    at = caption(text, leading)
    if at == 0:
        return [structs.replace(line, kind="caption")]
    if at:
        return [
            structs.replace(line, text=text[:at].strip(), kind="summary" if leading else "paragraph"),
            Line(text[at:].strip(), "caption"),
        ]
    if _heads(line, after):
        return [structs.replace(line, kind="heading", level=line.level or 2)]
    return [structs.replace(line, kind="paragraph")]


def _heads(line: Line, after: Line | None) -> bool:
    """Whether a line is a heading over the one after it: short, without an end of sentence, and over a longer line or a list."""
    words = line.text.split()
    if after is None or len(words) > HEADING_WORDS or _ENDED.search(line.text) or not _STARTS.match(line.text):
        return False
    if line.text.endswith(("?", "!")) and (len(words) > 8 or after.kind or len(after.text) < LONG):
        return False
    if line.text.endswith(":") and is_sentence(f"{line.text[:-1]}.") and len(words) > 8:
        return False
    return after.kind in ("bullet", "table", "infobox") or (
        not after.kind and len(after.text) > len(line.text) and not after.text[:1].islower()
    )


_DAY = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s+\d{1,2}(?:st|nd|rd|th)?)\.?:?")
"""A day and a month, and nothing else."""


def _entries(lines: list[Line]) -> list[Line]:
    """The lines with a day alone that was taken for a byline made a heading, where other headings are days too: the first of a timeline."""
    heads = [line for line in lines if line.kind == "heading" and _DAY.fullmatch(line.text.strip())]
    if not heads:
        return lines
    level = heads[0].level
    return [
        structs.replace(line, kind="heading", level=level) if line.kind == "byline" and _DAY.fullmatch(line.text.strip()) else line
        for line in lines
    ]


def _standfirst(lines: list[Line]) -> list[Line]:
    """A single sentence between title and byline is the summary that editors put there."""
    kinds = [line.kind for line in lines]
    for at in range(len(lines) - 2):
        if kinds[at : at + 3] == ["title", "paragraph", "byline"]:
            lines[at + 1] = structs.replace(lines[at + 1], kind="summary")
    return lines


def assembled(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks: an empty line between blocks, none between items of a list, fields of an infobox, rows of a table."""
    pieces: list[str] = []
    blocks: list[Block] = []
    length = 0
    before = ""
    for line in lines:
        words = line.text.strip()
        if not words:
            continue
        kind = line.kind if line.kind in _KINDS else "paragraph"
        between = "" if not pieces else "\n" if kind == before and kind in _CLOSE else "\n\n"
        start = length + len(between)
        pieces += [between, words]
        length = start + len(words)
        blocks.append(Block(start, length, cast(BlockKind, kind), line.level if kind == "heading" else 0, line.key))
        before = kind
    return "".join(pieces), tuple(blocks)
