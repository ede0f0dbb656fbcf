"""Library: the documents of a record by id, of which a build reads only those that it asks for.

Invariant: a header is a function of its document, of what is numbered and marked among all, and of nothing else.
"""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b, sha256

import msgspec
from msgspec import Struct

from thucydides.keeping.lazily import Lazily
from thucydides.keeping.shelf import Shelf
from thucydides.nouns import DateRange, Document

_NAME = "documents"
SHORT = 12
"""So many digits of the hash of a text are the id of its first document."""


class Header(Struct, frozen=True, array_like=True, gc=False):
    """What is asked of a document that nobody reads: what orders it among others, the id of the first of the same text (`same`), what it
    repeats, the digest of it as read (`mark`, without its number among those of one text) and the fingerprint of it with that.
    """

    id: str
    path: str
    url: str | None
    sha256: str
    published: DateRange | None
    same: str | None
    copy_of: str | None
    mark: bytes
    fingerprint: str


class _Kept(Struct, frozen=True, array_like=True):
    """The headers of the documents of the revision that `of` names."""

    of: bytes
    headers: tuple[Header, ...]


_DECODER = msgspec.msgpack.Decoder(_Kept)


class Library:
    """Documents by id, each with its header; `read` reads one that stands, `every` all. Those `at_hand` were all read, since no header was
    kept: what this program makes of them is not known.
    """

    def __init__(
        self, headers: Iterable[Header] = (), read: Callable[[str], Document] | None = None,
        every: Callable[[], Mapping[str, Document]] | None = None, at_hand: Mapping[str, Document] = {},
    ) -> None:  # fmt: skip
        self.headers: Mapping[str, Header] = {h.id: h for h in sorted(headers, key=lambda h: h.id)}
        self.at_hand = at_hand
        self.documents: Mapping[str, Document] = Lazily(self.headers, read or at_hand.__getitem__, every)

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """The fingerprint of each document."""
        return {name: header.fingerprint for name, header in self.headers.items()}


def header(document: Document, same: str | None, mark: bytes) -> Header:
    """The header of a document that is numbered and marked."""
    d = document
    return Header(d.id, d.path, d.url, d.sha256, d.published, same, d.copy_of, mark, fingerprint(d))


def plain(document: Document) -> Document:
    """A document as it was read, before it is numbered and marked among others."""
    return msgspec.structs.replace(document, id=document.sha256[:SHORT], copy_of=None)


def mark(document: Document) -> bytes:
    """The digest of a document as it was read."""
    return blake2b(msgspec.json.encode(document), digest_size=16).digest()


def fingerprint(document: Document) -> str:
    """SHA-256 of everything that an extract of the document can depend on: its text, blocks and header."""
    return sha256(msgspec.json.encode(document)).hexdigest()


def whole(documents: Iterable[Document]) -> Library:
    """The library of documents that are at hand."""
    known = {d.id: d for d in documents}
    return Library((header(d, None, mark(plain(d))) for d in known.values()), at_hand=known)


def headers(shelf: Shelf | None, of: bytes) -> tuple[Header, ...]:
    """The headers that the shelf keeps of a revision; none where it keeps those of another."""
    kept = shelf.recall(_NAME, _DECODER.decode) if shelf is not None else None
    return kept.headers if kept is not None and kept.of == of else ()


def keep(shelf: Shelf | None, of: bytes, library: Library) -> None:
    """Keep the headers of the documents of a revision."""
    if shelf is not None:
        shelf.keep(_NAME, _Kept(of, tuple(library.headers.values())), msgspec.msgpack.encode)
