"""Unit: one telling, counted once: a mention together with the same mention in copies of its document.

Invariants: a mention stands in at most one unit; units are sorted by their first mention id; adding a further copy of a document
changes no unit but by one more member, so that copies neither strengthen nor weaken any evidence.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from thucydides.nouns import Document, Mention


class Unit(Struct, frozen=True, gc=False):
    """The mention that is compared, the ids of it and its copies (sorted), its original document, and when that was published.

    `published` is the last day on which the document can have appeared, as a proleptic ordinal, None where unknown.
    """

    mention: Mention
    members: tuple[str, ...]
    document: str
    published: int | None = None


class Repeating(Protocol):
    """A document as far as it repeats others."""

    @property
    def sha256(self) -> str | None:
        """The hash of its text."""

    @property
    def copy_of(self) -> str | None:
        """The id of the document that it repeats."""


def linkable(mention: Mention) -> bool:
    """Does the mention tell of something that took place? Foiled deeds count where a toll shows that force was used (`link.which`)."""
    if mention.status == "happened":
        return True
    return mention.status == "foiled" and any(
        t.outcome in ("killed", "injured") and ((t.quantity.best or 0) > 0 or (t.quantity.low or 0) > 0) for t in mention.toll
    )


def units(mentions: Sequence[Mention], documents: Sequence[Document]) -> tuple[Unit, ...]:
    """The linkable mentions as units (`link.copies`); ids that occur twice are taken once, the order given plays no part."""
    by_id = {d.id: d for d in documents}
    sources = originals(by_id)
    groups: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    for mention in sorted({m.id: m for m in mentions if linkable(m)}.values(), key=lambda m: (m.document, m.id)):
        telling = (sources.get(mention.document, mention.document), *_telling(mention))
        seen[(mention.document, *telling)] += 1
        groups[(*telling, seen[(mention.document, *telling)])].append(mention)
    made = [_unit(group, str(key[0]), by_id) for key, group in groups.items()]
    return tuple(sorted(made, key=lambda u: u.members[0]))


def _unit(group: list[Mention], original: str, documents: Mapping[str, Document]) -> Unit:
    first = min(group, key=lambda m: (m.document != original, m.id))
    days = [p for m in group if (p := _published(documents.get(m.document))) is not None]
    own = _published(documents.get(original))
    return Unit(first, tuple(sorted(m.id for m in group)), original, own if own is not None else min(days, default=None))


def _published(document: Document | None) -> int | None:
    if document is None or document.published is None or document.published.basis in ("collection", "unknown"):
        return None
    latest = document.published.latest
    return latest.toordinal() if latest is not None else None


def originals(documents: Mapping[str, Repeating]) -> dict[str, str]:
    """The original of each document: along `copy_of`, and one for all documents of the same text; the least of a ring."""
    first: dict[str, str] = {}
    for name, document in sorted(documents.items()):
        if document.sha256 and document.copy_of is None:
            first.setdefault(document.sha256, name)
    found: dict[str, str] = {}
    for start in documents:
        at, path = start, [start]
        while (here := documents.get(at)) is not None:
            at = here.copy_of or first.get(here.sha256 or "", at)
            if at in path:
                break
            path.append(at)
        found[start] = min(path[path.index(at) :])
    return found


def _telling(mention: Mention) -> tuple[object, ...]:
    """All that a mention says, without where it stands in which document."""
    place = mention.place.place if mention.place else None
    toll = tuple((t.outcome, t.quantity, t.group, t.part_of) for t in mention.toll)
    weapons = tuple(name for name, _ in mention.weapons)
    return (mention.kind, mention.type, mention.status, mention.date, mention.date_is_report, place, toll, weapons, mention.words,
            mention.names, mention.background)  # fmt: skip
