"""Copies: documents that repeat one another, found by MinHash over runs of five words and verified exactly.

Rules `read.copy-exact` and `read.copy-near`. The result does not depend on the order of the documents.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from msgspec import structs

from thucydides.keeping.shelf import Shelf
from thucydides.nouns import DateRange, Document
from thucydides.reading.repeating import Told, repeated
from thucydides.reading.sketches import LEAST_RUNS

ALIKE = 0.8
"""Documents that share so much of all their runs are copies of one another."""
HELD = 0.9
"""A document that holds so much of another's runs repeats it."""


class Ordered(Protocol):
    """What orders a document among others."""

    @property
    def sha256(self) -> str:
        """The hash of its text."""

    @property
    def path(self) -> str:
        """Its file name."""

    @property
    def url(self) -> str | None:
        """Its address."""

    @property
    def published(self) -> DateRange | None:
        """When it came out."""


def repeats(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one of two sets of runs repeats the other."""
    shared = len(left & right)
    smaller = min(len(left), len(right))
    return smaller >= LEAST_RUNS and (shared >= ALIKE * (len(left) + len(right) - shared) or shared >= HELD * smaller)


def order(document: Ordered) -> tuple[date, str, str, str]:
    """Originals before copies: the earliest published, then by text, file name and address."""
    published = document.published.earliest if document.published and document.published.earliest else date.max
    return published, document.sha256, document.path, document.url or ""


def numbered(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with their ids, sorted by id: the first 12 digits of the hash, further ones of the same text with "-2", "-3"."""
    counts: dict[str, int] = {}
    originals: dict[str, str] = {}
    found = []
    for document in sorted(documents, key=order):
        short = document.sha256[:12]
        counts[short] = number = counts.get(short, 0) + 1
        name = short if number == 1 else f"{short}-{number}"
        found.append(structs.replace(document, id=name, copy_of=originals.get(document.sha256)))
        originals.setdefault(document.sha256, name)
    return tuple(sorted(found, key=lambda one: one.id))


def marked(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with `copy_of` on every near-copy: the original is the earliest published, else the one with the smallest id."""
    found = near_copies([Told(d.id, order(d)[0], d.sha256.encode(), partial(body, d)) for d in documents if d.copy_of is None])
    return tuple(structs.replace(one, copy_of=found.get(one.copy_of or one.id, one.copy_of)) for one in documents)


def near_copies(texts: Iterable[Told], shelf: Shelf | None = None) -> dict[str, str]:
    """The original of each text that nearly repeats one, by id; what the `shelf` keeps of an earlier look saves time only."""
    ordered = sorted(texts, key=lambda told: (told.day, told.id))
    found: dict[str, str] = {}
    for told, first in zip(ordered, repeated(ordered, repeats, shelf), strict=True):
        if first >= 0:
            found[told.id] = found.get(ordered[first].id, ordered[first].id)
    return found


def body(document: Document) -> str:
    """The words that a copy repeats: not its title, bylines and captions, which change from outlet to outlet."""
    return "\n".join(
        document.text[block.start : block.end] for block in document.blocks if block.kind not in ("title", "byline", "caption")
    )
