"""Parts of a brief: what every form of it (Markdown, HTML, DOCX, PDF) is written from.

Invariants: each line has at least one note; a note holds either words of a document (at most 40) or the working of a sum.
"""

from msgspec import Struct

from thucydides.nouns import Passage


class Note(Struct, frozen=True):
    """A footnote: `source` is the letter of the document quoted, "" where `text` is the working of a sum."""

    number: int
    text: str
    source: str = ""
    passage: Passage | None = None


class Line(Struct, frozen=True):
    """One sentence or two of a brief: `label` stands before it in bold; `claims` and `passages` are what it rests on.

    `incidents` are those that a sum runs over; `grounds` the ids of discrepancies, gaps and aggregates that it reports.
    """

    text: str
    notes: tuple[int, ...]
    label: str = ""
    claims: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    incidents: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """A heading with its lines."""

    heading: str
    lines: tuple[Line, ...]


class Source(Struct, frozen=True):
    """A document that a note quotes: its letter, its names and date in words, its address where it has one."""

    letter: str
    credit: str
    url: str


class Brief(Struct, frozen=True):
    """A whole brief; `scope` says what it is made from and what was left out."""

    title: str
    scope: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    sources: tuple[Source, ...]
