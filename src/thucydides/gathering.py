"""Gathering: the documents that stand in a record and those of the sources, as if all had been read at once.

Of what stands only that is read which the sources can change: reports of the same file name, and those of the same text.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from thucydides.keeping.library import SHORT, Header, Library, header, mark, plain
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import Document, Unread
from thucydides.progress import Progress

SAME_REPORT = 0.5
"""Two texts of one file name are one report, read again, where they share so much of the shorter one's runs of five words."""


def gather(
    sources: Sequence[Path | str], standing: Library, unread: Sequence[Unread], tell: Progress, shelf: Shelf | None = None
) -> tuple[Library, tuple[Unread, ...]]:
    """The documents that stand and those of the sources, numbered as if read at once, and all that could not be read.

    What the `shelf` keeps of an earlier record saves time and changes nothing.
    """
    from thucydides.reading import read_sources
    from thucydides.record.laws import document_faults

    read, refused = read_sources(list(sources), lambda done, total: tell("reading", done, total)) if sources else ((), ())
    again = frozenset(_read_again(standing, read))
    found: dict[bytes, Document] = {}
    unfit: list[Unread] = []
    for document in (*(d for name, d in standing.at_hand.items() if name not in again), *read):
        fault = next(document_faults(document), None)
        if fault is None:
            found.setdefault(mark(said := plain(document)), said)
        else:
            unfit.append(Unread(ascii(document.path)[1:-1], f"{fault}; save its text again as plain UTF-8"))
    given = [str(Path(source)) for source in sources]
    kept = (u for u in unread if not any(u.path == g or u.path.startswith(f"{g}/") for g in given))
    library = _changed(Library() if standing.at_hand else standing, found, again, shelf)
    return library, tuple(sorted({*kept, *refused, *unfit}, key=lambda u: (u.path, u.reason)))


def _read_again(standing: Library, read: Iterable[Document]) -> Iterator[str]:
    """The documents that stand and were read again: same name, and the same text or much of it.

    A corrected report takes the place of the old one, and so does one that a newer program reads otherwise.
    """
    from thucydides.reading.sketches import runs

    def alike(old: Header, new: Document) -> bool:
        if old.sha256 == new.sha256:
            return True
        one, other = runs(standing.documents[old.id].text), runs(new.text)
        return len(one & other) >= SAME_REPORT * max(1, min(len(one), len(other)))

    named: dict[str, list[Document]] = {}
    for document in read:
        named.setdefault(document.path, []).append(document)
    for name, old in standing.headers.items() if named else ():
        if any(alike(old, new) for new in named.get(old.path, ())):
            yield name


def _changed(standing: Library, read: dict[bytes, Document], again: frozenset[str], shelf: Shelf | None) -> Library:
    """What stands without the documents that were read again, and with those that were read; all are numbered and marked."""
    from thucydides.reading.copies import body, near_copies, numbered, order
    from thucydides.reading.repeating import Told

    stays = {h.mark for name, h in standing.headers.items() if name in again and h.mark in read}
    gone = {name for name, h in standing.headers.items() if name in again and h.mark not in stays}
    came = [document for digest, document in read.items() if digest not in stays]
    if not came and not gone:
        return standing
    texts = {d.sha256[:SHORT] for d in came} | {standing.headers[name].sha256[:SHORT] for name in gone}
    beside = [name for name, h in standing.headers.items() if h.sha256[:SHORT] in texts]
    some = {d.id: d for d in numbered([*came, *(plain(standing.documents[name]) for name in beside if name not in gone)])}
    marks = {name: mark(plain(document)) for name, document in some.items()}
    others = {name: h for name, h in standing.headers.items() if h.sha256[:SHORT] not in texts}
    told = [Told(d.id, order(d)[0], marks[d.id], partial(body, d)) for d in some.values() if d.copy_of is None]
    told += [Told(h.id, order(h)[0], h.mark, partial(_body, standing, h.id)) for h in others.values() if h.same is None]
    near = near_copies(told, shelf)
    headers: list[Header] = []
    for name, document in some.items():
        same = document.copy_of
        some[name] = one = replace(document, copy_of=near.get(same or name, same))
        headers.append(header(one, same, marks[name]))
    for name, h in others.items():
        if (copied := near.get(h.same or name, h.same)) == h.copy_of:
            headers.append(h)
        else:
            some[name] = replace(standing.documents[name], copy_of=copied)
            headers.append(header(some[name], h.same, h.mark))
    return Library(
        headers, lambda name: some[name] if name in some else standing.documents[name],
        lambda: {**{d.id: d for d in standing.documents.values()}, **some},
    )  # fmt: skip


def _body(standing: Library, document: str) -> str:
    from thucydides.reading.copies import body

    return body(standing.documents[document])
