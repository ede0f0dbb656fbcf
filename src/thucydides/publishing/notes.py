"""Notes: the footnotes of a text, each a document and a quotation of it, numbered as they are first used.

Invariants: a note's quotation is words of the document, at most 40 of them; one sentence of a document is one note, however many
claims rest on it.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Passage
from thucydides.publishing import words
from thucydides.publishing.index import Index


class Note(Struct, frozen=True):
    """One footnote: its number, the passage that it was first used for, and the words quoted around it."""

    number: int
    passage: Passage
    quote: str


class Notes:
    """The notes of one text, collected while it is written."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._found: dict[tuple[str, str], Note] = {}

    def cite(self, passages: Iterable[Passage]) -> tuple[Note, ...]:
        """The notes for these passages, each once, in the order of their numbers."""
        cited = {}
        for passage in passages:
            quote = self._index.sentence(passage)
            if not quote:
                continue
            note = self._found.setdefault((passage.document, quote), Note(len(self._found) + 1, passage, quote))
            cited[note.number] = note
        return tuple(cited[n] for n in sorted(cited))

    @property
    def all(self) -> tuple[Note, ...]:
        """Every note, by number."""
        return tuple(self._found.values())


def credit(index: Index, document: str) -> str:
    """A document as a footnote names it: outlet, “title”, date."""
    found = index.documents.get(document)
    if found is None:
        return document
    date = words.when(found.published) if found.published else ""
    named = [found.outlet or "", f"“{found.title}”" if found.title else "", date]
    return ", ".join(part for part in named if part) or found.path
