"""Evidence: references from a page's values to the passages that they were read from.

Invariant: a reference's address is an anchor that the page's reader has, because the reader is given every passage handed out here.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Discrepancy, Passage
from thucydides.publishing.addresses import Addresses, OnePage
from thucydides.publishing.index import Index


class Ref(Struct, frozen=True):
    """A way to a passage: its address in the page, the document's letter and name, the words quoted."""

    href: str
    tag: str
    source: str
    quote: str


class Cell(Struct, frozen=True):
    """A value as shown, with the way to its passage; `differs` where it is not the record's own value."""

    text: str
    ref: Ref | None = None
    differs: bool = False
    note: str = ""


class Side(Struct, frozen=True):
    """One side of a discrepancy: the value, and the ways to every passage that holds it."""

    text: str
    refs: tuple[Ref, ...]


class Evidence:
    """Hands out references and remembers which passages they lead to."""

    def __init__(self, index: Index, addresses: Addresses | None = None) -> None:
        self.index = index
        self.addresses: Addresses = addresses or OnePage()
        self.tags = {d.id: letters(n) for n, d in enumerate(index.record.documents)}
        self.passages: dict[str, set[Passage]] = {d.id: set() for d in index.record.documents}

    def ref(self, passage: Passage | None) -> Ref | None:
        """The way to a passage; None where its document is not in the record."""
        if passage is None or passage.document not in self.passages:
            return None
        if not 0 <= passage.start < passage.end <= len(self.index.documents[passage.document].text):
            return None
        self.passages[passage.document].add(passage)
        quote = self.index.quote(passage)
        return Ref(self.addresses.passage(passage), self.tags[passage.document], self.index.source(passage.document), quote)

    def refs(self, passages: Iterable[Passage]) -> tuple[Ref, ...]:
        """The ways to several passages, by document; those of one sentence lead together to the stretch that holds them."""
        hulls: dict[tuple[str, int, int], Passage] = {}
        for p in sorted(set(passages), key=lambda p: (self.tags.get(p.document, "~"), p.document, p.start, p.end)):
            if p.document not in self.passages:
                continue
            key = (p.document, *self.index.bounds(p))
            first = hulls.get(key, p)
            hulls[key] = Passage(p.document, first.start, max(first.end, p.end))
        return tuple(r for p in hulls.values() if (r := self.ref(p)) is not None)

    def cell(self, text: str, passage: Passage | None, differs: bool = False, note: str = "") -> Cell:
        """A value with the way to its passage."""
        return Cell(text, self.ref(passage), differs, note)

    def sides(self, value: Discrepancy) -> tuple[Side, ...]:
        """A discrepancy's sides, each value once."""
        found: dict[str, list[Passage]] = {}
        for side in value.values:
            found.setdefault(side.value, []).append(side.passage)
        return tuple(Side(text, self.refs(passages)) for text, passages in found.items())


def letters(n: int) -> str:
    """A, B, ... Z, AA, AB, ... for 0, 1, ..."""
    text = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        text = chr(65 + rest) + text
    return text
