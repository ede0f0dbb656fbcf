"""Gathering: the documents that stand in a record and those of the sources, as if all had been read at once."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Document, Unread
from thucydides.progress import Progress

SAME_REPORT = 0.5
"""Two texts of one file name are one report, read again, where they share so much of the shorter one's runs of five words."""


def gather(
    sources: Sequence[Path | str], standing: Sequence[Document], unread: Sequence[Unread], tell: Progress, shelf: Shelf | None = None
) -> tuple[tuple[Document, ...], tuple[Unread, ...]]:
    """The documents that stand and those of the sources, numbered as if read at once, and all that could not be read.

    What the `shelf` keeps of an earlier record saves time and changes nothing.
    """
    from thucydides.reading import read_sources
    from thucydides.reading.copies import marked, numbered
    from thucydides.record.laws import document_faults

    read, refused = read_sources(list(sources), lambda done, total: tell("reading", done, total)) if sources else ((), ())
    found: dict[bytes, Document] = {}
    unfit: list[Unread] = []
    for document in (*_without_old_readings(standing, read), *read):
        fault = next(document_faults(document), None)
        if fault is None:
            plain = msgspec.structs.replace(document, id=document.sha256[:12], copy_of=None)
            found.setdefault(msgspec.json.encode(plain), plain)
        else:
            unfit.append(Unread(ascii(document.path)[1:-1], f"{fault}; save its text again as plain UTF-8"))
    given = [str(Path(source)) for source in sources]
    kept = (u for u in unread if not any(u.path == g or u.path.startswith(f"{g}/") for g in given))
    return marked(numbered(tuple(found.values())), shelf), tuple(sorted({*kept, *refused, *unfit}, key=lambda u: (u.path, u.reason)))


def _without_old_readings(standing: Sequence[Document], read: Sequence[Document]) -> list[Document]:
    """The documents that stand, save those that were read again: same name, and the same text or much of it.

    A corrected report takes the place of the old one, and so does one that a newer program reads otherwise.
    """
    from thucydides.reading.sketches import runs

    def alike(old: Document, new: Document) -> bool:
        one, other = runs(old.text), runs(new.text)
        return old.sha256 == new.sha256 or len(one & other) >= SAME_REPORT * max(1, min(len(one), len(other)))

    named: dict[str, list[Document]] = {}
    for document in read:
        named.setdefault(document.path, []).append(document)
    return [old for old in standing if not any(alike(old, new) for new in named.get(old.path, ()))]
