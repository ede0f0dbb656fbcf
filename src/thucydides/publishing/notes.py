"""Notes: the footnotes of a text, each a document and a quotation of it, numbered as they are first used.

Invariants: a note's quotation is words of the document, at most 40 of them; one sentence of a document is one note, however many
claims rest on it.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Passage
from thucydides.publishing import days
from thucydides.publishing.index import Index, begins


class Note(Struct, frozen=True):
    """One footnote: its number, the passage that it was first used for, and the words quoted around it."""

    number: int
    passage: Passage
    quote: str


class Notes:
    """The notes of one text, collected while it is written."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._notes: list[Note] = []
        self._at: dict[tuple[str, int, int], list[Note]] = {}

    def cite(self, passages: Iterable[Passage]) -> tuple[Note, ...]:
        """The notes for these passages, each once, in the order of their numbers."""
        cited = {}
        for passage in passages:
            if self._index.text(passage).strip():
                note = self._note(passage)
                cited[note.number] = note
        return tuple(cited[n] for n in sorted(cited))

    def _note(self, passage: Passage) -> Note:
        """The note of the passage's sentence; another one where that quotes another part of a long sentence."""
        same = self._at.setdefault((passage.document, *self._index.bounds(passage)), [])
        words, quote = " ".join(self._index.text(passage).split()), self._index.sentence(passage)
        found = next((n for n in same if words in n.quote or quote == n.quote), None)
        if found is None:
            found = Note(len(self._notes) + 1, passage, quote)
            self._notes.append(found)
            same.append(found)
        return found

    @property
    def all(self) -> tuple[Note, ...]:
        """Every note, by number."""
        return tuple(self._notes)


def credit(index: Index, document: str) -> str:
    """A document as a footnote names it: outlet, “title”, date."""
    found = index.documents.get(document)
    if found is None:
        return document
    date = days.published(found.published) if found.published else ""
    named = [found.outlet or "", f"“{found.title}”" if found.title else "", date]
    if not found.outlet and not found.title:
        named.insert(0, f"{begins(found) or found.path} (untitled)")
    return ", ".join(part for part in named if part)
