"""Copies: documents that repeat one another, found by MinHash over runs of five words and verified exactly.

Rules `read.copy-exact` and `read.copy-near`. The result does not depend on the order of the documents.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import structs

from thucydides.keeping.shelf import Shelf
from thucydides.nouns.document import Document
from thucydides.reading.sketches import LEAST_RUNS, PERMUTATIONS, runs, sketched

ALIKE = 0.8
"""Documents that share so much of all their runs are copies of one another."""
HELD = 0.9
"""A document that holds so much of another's runs repeats it."""
BANDS = 64
"""Two values a band: pairs that share a fifth of their runs meet with probability 0.93, so a brief held in a report five times
as long is found."""


def repeats(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one of two sets of runs repeats the other."""
    shared = len(left & right)
    smaller = min(len(left), len(right))
    return smaller >= LEAST_RUNS and (shared >= ALIKE * (len(left) + len(right) - shared) or shared >= HELD * smaller)


def order(document: Document) -> tuple[date, str, str, str]:
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


def marked(documents: Sequence[Document], shelf: Shelf | None = None) -> tuple[Document, ...]:
    """The documents with `copy_of` on every near-copy: the original is the earliest published, else the one with the smallest id.

    What the `shelf` keeps of an earlier look saves time only.
    """
    from rensa import RMinHashLSH

    index = RMinHashLSH(ALIKE, PERMUTATIONS, BANDS)
    ordered = sorted((one for one in documents if one.copy_of is None), key=lambda one: (order(one)[0], one.id))
    bodies = [_body(document) for document in ordered]
    original: dict[str, str] = {}
    known: dict[int, frozenset[str]] = {}
    for at, sketch in enumerate(sketched(bodies, shelf)):
        if sketch is None:
            continue
        for other in sorted(set(index.query(sketch))):
            known |= {n: runs(bodies[n]) for n in (other, at) if n not in known}
            if repeats(known[other], known[at]):
                original[ordered[at].id] = original.get(ordered[other].id, ordered[other].id)
                break
        index.insert(at, sketch)
    return tuple(structs.replace(one, copy_of=original.get(one.copy_of or one.id, one.copy_of)) for one in documents)


def _body(document: Document) -> str:
    """The words that a copy repeats: not its title, bylines and captions, which change from outlet to outlet."""
    return "\n".join(
        document.text[block.start : block.end] for block in document.blocks if block.kind not in ("title", "byline", "caption")
    )
