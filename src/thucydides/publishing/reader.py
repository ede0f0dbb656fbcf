"""Reader: a document's text cut at the edges of its passages, so that a page can mark each and jump to it.

Invariants: the pieces put together are the document's text, save for white space between blocks; a piece is marked exactly where
some passage covers it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from thucydides.nouns import Block, Document, Passage
from thucydides.publishing.quoting import window

LINES = re.compile(r"[^\n]+")
MOST_CHARACTERS = 200_000
"""Length of a text above which a page gives only the lines that something was read from."""


class Piece(Struct, frozen=True):
    """A stretch of text; `marked` where passages cover it; the passages that begin here, and the incidents that end here."""

    start: int
    end: int
    text: str
    marked: bool
    begins: tuple[Passage, ...] = ()
    ends: tuple[tuple[int, str], ...] = ()


class Paragraph(Struct, frozen=True):
    """A block of a document: its kind and its pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def anchor(passage: Passage) -> str:
    """The id that a page gives to a passage."""
    return f"p-{slug(passage.document)}-{passage.start}-{passage.end}"


def slug(name: str) -> str:
    """A name as part of an id: what is neither letter, digit nor - is written as its number."""
    return re.sub(r"[^A-Za-z0-9-]", lambda m: f"_{ord(m[0]):x}", name)


def paragraphs(
    document: Document, passages: Iterable[Passage], ends: Iterable[tuple[int, int, str]] = (), words: int | None = None
) -> tuple[Paragraph, ...]:
    """A document's lines as paragraphs of pieces. `ends` are (offset, number, address) of what is told up to there.

    With `words` only the sentence of each passage is given, in so many words at most; "…" stands for what is left out. Of a text
    longer than MOST_CHARACTERS only the lines with a passage are given. A paragraph of kind "cut" stands for lines left out.
    """
    spans = sorted({p for p in passages if 0 <= p.start < p.end <= len(document.text)})
    if words is not None:
        return _excerpts(document, spans, ends, words)
    edges = _Edges(document.text, spans, ends)
    kinds = _Kinds(document.blocks)
    brief = len(document.text) > MOST_CHARACTERS
    found: list[Paragraph] = []
    for line in LINES.finditer(document.text):
        if not line[0].strip():
            continue
        pieces = edges.pieces(line.start(), line.end())
        if not brief or any(p.marked or p.begins for p in pieces):
            found.append(Paragraph(kinds.of(line.start(), line.end()), pieces))
        elif not found or found[-1].kind != "cut":
            found.append(Paragraph("cut", ()))
    return tuple(found)


def _excerpts(
    document: Document, spans: list[Passage], ends: Iterable[tuple[int, int, str]], words: int
) -> tuple[Paragraph, ...]:
    """The lines with passages, each only as far as the windows around its passages reach."""
    text = document.text
    shown = _merged([Passage(p.document, *window(text, p, words)) for p in spans])
    inside = [(min(at, max((e for s, e in shown if s < at), default=at)), number, to) for at, number, to in ends]
    cut = [Passage(p.document, p.start, min(p.end, window(text, p, words)[1])) for p in spans]
    edges, kinds, found = _Edges(text, sorted(set(cut)), inside, begins=spans), _Kinds(document.blocks), []
    for line in LINES.finditer(text):
        if not line[0].strip():
            continue
        windows = [(max(s, line.start()), min(e, line.end())) for s, e in shown if s < line.end() and line.start() < e]
        windows = [(s, e) for s, e in windows if text[s:e].strip()]
        kind = kinds.of(line.start(), line.end())
        if windows:
            found.append(Paragraph(kind, tuple(_joined(edges, line.start(), line.end(), windows))))
        elif not found or found[-1].kind != "cut":
            found.append(Paragraph("cut", ()))
    return tuple(found)


def _joined(edges: "_Edges", start: int, end: int, windows: list[tuple[int, int]]) -> Iterable[Piece]:
    """The pieces of a line's windows with "…" where words are left out."""
    at = start
    for first, last in windows:
        if edges.holds(at, first):
            yield Piece(at, first, " … " if at > start else "… ", False)
        elif start < at < first:
            yield Piece(at, first, " ", False)
        yield from edges.pieces(first, last)
        at = last
    if edges.holds(at, end):
        yield Piece(at, end, " …", False)


class _Edges:
    """Where the passages of one text begin and end, and what they cover."""

    def __init__(
        self, text: str, spans: list[Passage], ends: Iterable[tuple[int, int, str]], begins: list[Passage] | None = None
    ) -> None:
        self._text = text
        self._begins: dict[int, list[Passage]] = defaultdict(list)
        for passage in spans if begins is None else begins:
            inner = text[passage.start : passage.end]
            self._begins[passage.start + len(inner) - len(inner.lstrip())].append(passage)
        self._told: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for offset, number, incident in sorted(set(ends)):
            self._told[len(text[:offset].rstrip())].append((number, incident))
        self._covered = _merged(spans)
        self._cuts = sorted({e for p in spans for e in (p.start, p.end)} | set(self._begins) | set(self._told))

    def holds(self, start: int, end: int) -> bool:
        """Are there words between?"""
        return bool(self._text[start:end].strip())

    def pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces of one line."""
        inner = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        return tuple(
            Piece(a, b, self._text[a:b], self._marked(a, b), tuple(self._begins.get(a, ())), tuple(self._told.get(b, ())))
            for a, b in pairwise([start, *inner, end])
        )

    def _marked(self, start: int, end: int) -> bool:
        at = bisect_right(self._covered, (start, len(self._text) + 1)) - 1
        return at >= 0 and self._covered[at][0] <= start and end <= self._covered[at][1]


def _merged(spans: list[Passage]) -> list[tuple[int, int]]:
    """The passages put together where they touch."""
    merged: list[tuple[int, int]] = []
    for passage in spans:
        if merged and passage.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], passage.end))
        else:
            merged.append((passage.start, passage.end))
    return merged


class _Kinds:
    """The kinds of a text's blocks, asked for in the order of its lines."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = sorted(blocks, key=lambda b: (b.start, b.end))
        self._at = 0

    def of(self, start: int, end: int) -> str:
        """The kind of the block that holds the first of a line; a paragraph where none does."""
        while self._at < len(self._blocks) and self._blocks[self._at].end <= start:
            self._at += 1
        block = self._blocks[self._at] if self._at < len(self._blocks) else None
        return block.kind if block and block.start < end else "paragraph"
