"""Citing: the notes of a brief, numbered as they are first used, and the letters of the documents that they quote."""

from collections.abc import Iterable

from thucydides.nouns import Passage
from thucydides.publishing.briefing.parts import Line, Note, Source
from thucydides.publishing.evidence import letters
from thucydides.publishing.index import Index
from thucydides.publishing.notes import credit
from thucydides.publishing.pages.sources import safe

MOST_NOTES = 3
"""Notes that one line has at most: enough for a value of each of several accounts, few enough to read."""
QUOTED = 24
"""Words of a document that one note of a brief quotes, unless passages are asked for in full; the record has the rest."""


class Citing:
    """Collects the notes while a brief is written."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._notes: list[Note] = []
        self._letters: dict[str, str] = {}
        self._at: dict[tuple[str, str], int] = {}
        self._sentences: dict[tuple[str, int, int], list[int]] = {}

    def line(
        self,
        text: str,
        passages: Iterable[Passage] = (),
        *,
        label: str = "",
        claims: Iterable[str] = (),
        working: str = "",
        incidents: Iterable[str] = (),
        grounds: Iterable[str] = (),
        most: int = MOST_NOTES,
    ) -> Line | None:
        """A line with the notes for its passages, and for its working where it is a sum; None where nothing bears it."""
        rests, numbers = tuple(dict.fromkeys(passages)), []
        if working:
            numbers.append(self._number(working, None))
        for passage in rests:
            if len(numbers) < most and self.index.text(passage).strip():
                numbers.append(self._quoted(passage))
        if not numbers:
            return None
        return Line(text, tuple(dict.fromkeys(numbers)), label, tuple(claims), rests, tuple(incidents), tuple(grounds))

    def _quoted(self, passage: Passage) -> int:
        """The note of a passage: one that quotes its words already, else a new one."""
        same = self._sentences.setdefault((passage.document, *self.index.bounds(passage)), [])
        words = " ".join(self.index.text(passage).split())
        found = next((n for n in same if words in self._notes[n - 1].text), None)
        if found is None:
            found = self._number(self.index.sentence(passage, None if self.index.options.full_text else QUOTED), passage)
            same.append(found)
        return found

    def _number(self, text: str, passage: Passage | None) -> int:
        letter = self._letters.setdefault(passage.document, letters(len(self._letters))) if passage else ""
        key = (letter, text)
        if key not in self._at:
            self._notes.append(Note(len(self._notes) + 1, text, letter, passage))
            self._at[key] = len(self._notes)
        return self._at[key]

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(self._notes)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents quoted, in the order of their letters."""
        found = []
        for document, letter in self._letters.items():
            held = self.index.documents.get(document)
            found.append(Source(letter, credit(self.index, document), safe(held.url) if held else ""))
        return tuple(found)
