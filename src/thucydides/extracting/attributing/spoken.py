"""Said: an attribution where it stands in its document."""

from msgspec import Struct

from thucydides.extracting.attributing.spans import Attribution


class Said(Struct, frozen=True):
    """An attribution with document offsets."""

    attribution: Attribution
    source: tuple[int, int] | None
    cue: tuple[int, int]
    content: tuple[tuple[int, int], ...]
    on: tuple[int, int] | None
    what: tuple[int, int] | None
    sentence: tuple[int, int]

    @property
    def size(self) -> int:
        """Characters of its content."""
        return sum(e - s for s, e in self.content)
