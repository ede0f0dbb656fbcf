"""Document: one report as published, and Unread: what could not be read, and why."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.daterange import DateRange

BlockKind = Literal["title", "byline", "summary", "heading", "paragraph", "bullet", "infobox", "caption", "quote", "table"]


class Block(Struct, frozen=True):
    """A stretch of a document's text of one kind; `level` is a heading's depth, `key` an infobox line's field name."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    key: str = ""


class Document(Struct, frozen=True):
    """One report: its clean text, the blocks of it in order, and what is known of its making.

    `id` is the first 12 hex digits of `sha256` (of the text), with "-2", "-3" for further copies. `path` is the input's file name
    or the id that a JSON document gave. `published` carries its basis; `copy_of` is the id of the document that this one repeats.
    """

    id: str
    path: str
    text: str
    sha256: str
    blocks: tuple[Block, ...] = ()
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: DateRange | None = None
    language: str | None = None
    copy_of: str | None = None
    notes: tuple[str, ...] = ()


class Unread(Struct, frozen=True):
    """An input that was not taken in: which, why, and what to do about it, in one line."""

    path: str
    reason: str
