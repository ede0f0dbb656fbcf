"""Edits: a document in other words, and where in the document as written each of its characters comes from.

Invariants: edits do not overlap and lie inside one block each; what no edit touches stays as it is.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Block, Document


class Edit(Struct, frozen=True, order=True):
    """The words `new` in place of those between two characters."""

    start: int
    end: int
    new: str


Rewording = Callable[[str], Iterable[Edit]]
"""A kind of rewording: the edits of a stretch of text without line breaks."""


def apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits in order, without those that lie on one before them."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return tuple(kept)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits, which are in order and apart."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:]])


class Shifts:
    """Where characters of a text and of the same text reworded lie in one another."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self.edits = edits
        self._old = [edit.start for edit in edits]
        self._new: list[int] = []
        shift = 0
        for edit in edits:
            self._new.append(edit.start + shift)
            shift += len(edit.new) - (edit.end - edit.start)

    def forth(self, at: int) -> int:
        """Where a character as written lies in the text reworded; one inside an edit at the edit's start."""
        n = bisect_right(self._old, at) - 1
        if n < 0:
            return at
        edit = self.edits[n]
        return self._new[n] if edit.start < at < edit.end else at + self._new[n] - edit.start + self._grown(n, at)

    def _grown(self, n: int, at: int) -> int:
        edit = self.edits[n]
        return len(edit.new) - (edit.end - edit.start) if at >= edit.end else 0

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The stretch as written of which a stretch of the text reworded tells; an edit that it touches is in it whole."""
        return self._back(start, False), self._back(end, True)

    def _back(self, at: int, end: bool) -> int:
        n = bisect_right(self._new, at - end) - 1
        if n < 0:
            return at
        edit, behind = self.edits[n], at - self._new[n] - len(self.edits[n].new)
        return edit.end + behind if behind >= end else edit.end if end else edit.start

    def within(self, start: int, end: int) -> Iterator[Edit]:
        """The edits that touch a stretch of the text as written."""
        return (edit for edit in self.edits if edit.start < end and edit.end > start)


def reworded(document: Document, rewording: Rewording) -> tuple[Document, Shifts]:
    """A document in other words with its blocks, its title and a hash of its own, and the shifts of its characters."""
    found = (
        Edit(block.start + edit.start, block.start + edit.end, edit.new)
        for block in document.blocks
        for edit in apart(rewording(document.text[block.start : block.end]))
    )
    edits = apart(found)
    shifts = Shifts(edits)
    if not edits:
        return document, shifts
    text = applied(document.text, edits)
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    title = applied(document.title, apart(rewording(document.title))) if document.title else document.title
    blocks = tuple(_moved(block, shifts) for block in document.blocks)
    return replace(document, id=digest[:12], text=text, sha256=digest, blocks=blocks, title=title, copy_of=None), shifts


def _moved(block: Block, shifts: Shifts) -> Block:
    return replace(block, start=shifts.forth(block.start), end=shifts.forth(block.end))
