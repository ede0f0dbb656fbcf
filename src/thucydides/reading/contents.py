"""Contents: the bytes of a file, read within bounds, unpacked where it is gzipped.

Nothing here reads a whole file before it knows that the file is small enough, and nothing unpacks without end.
"""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from thucydides.reading.page import Unreadable
from thucydides.vocabulary import mapping

DOCUMENT_BYTES = 20_000_000
"""The longest document taken: some 3 million words, beyond any report; a longer file is many documents or none."""
COLLECTION_BYTES = 4_000_000_000
"""The longest collection of documents (JSON Lines) taken, unpacked."""
EXPANSION = 100
"""A gzipped file that unpacks to more than so many times its size is taken for a bomb (text packs to a third or a tenth)."""
_CHUNK = 1 << 20
_GZIP = b"\x1f\x8b"


def megabytes(size: int) -> str:
    """A size in words: "20 MB"."""
    return f"{size / 1_000_000:.0f} MB" if size >= 1_000_000 else f"{size} bytes"


class Bounded:
    """A readable file that stops with `Unreadable` once it has given more bytes than it may."""

    def __init__(self, file: Path) -> None:
        self.raw = file.open("rb")
        self.packed = self.raw.peek(2)[:2] == _GZIP
        self.size = file.stat().st_size
        self.stream = cast(BinaryIO, gzip.GzipFile(fileobj=self.raw)) if self.packed else self.raw
        self.given = 0

    def __enter__(self) -> "Bounded":
        return self

    def __exit__(self, *error: object) -> None:
        self.raw.close()

    def read(self, limit: int) -> bytes:
        """At most `limit` bytes more; b"" at the end."""
        try:
            piece = self.stream.read(limit)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise Unreadable(f"the gzip data is broken ({error}); pack the file again") from error
        self.given += len(piece)
        if self.packed and self.given > max(_CHUNK, EXPANSION * self.size):
            raise Unreadable(
                f"unpacks to more than {EXPANSION} times its size, so it is not read; unpack it yourself if you trust it"
            )
        return piece


def whole(file: Path, limit: int = DOCUMENT_BYTES) -> bytes:
    """All bytes of a file, unpacked. Raises `Unreadable` where there are more than `limit`, none, or no right to read."""
    try:
        with Bounded(file) as source:
            if not source.packed and source.size > limit:
                raise Unreadable(_too_long(source.size, limit))
            pieces = []
            while piece := source.read(_CHUNK):
                pieces.append(piece)
                if source.given > limit:
                    raise Unreadable(f"unpacks to more than {megabytes(limit)}; split it into documents")
    except OSError as error:
        raise Unreadable(refusal(error)) from error
    return b"".join(pieces)


def rows(file: Path) -> Iterator[tuple[int, bytes | None, int]]:
    """Each line of a file, unpacked: its number from 1, its bytes, and how many bytes of the file itself are read so far.

    A line longer than a document may be comes as None. Raises `Unreadable` as `whole` does.
    """
    try:
        with Bounded(file) as source:
            held, number, overlong = b"", 0, False
            while piece := source.read(_CHUNK):
                if source.given > COLLECTION_BYTES:
                    raise Unreadable(_too_long(source.given, COLLECTION_BYTES))
                *full, held = (held + piece).split(b"\n")
                for row in full:
                    number += 1
                    yield number, None if overlong else row, source.raw.tell()
                    overlong = False
                if len(held) > DOCUMENT_BYTES:
                    held, overlong = b"", True
            if held or overlong:
                yield number + 1, None if overlong else held, source.size
    except OSError as error:
        raise Unreadable(refusal(error)) from error


def refusal(error: OSError) -> str:
    """Why the system would not give a file, and what to do, in one line."""
    if isinstance(error, PermissionError):
        return "no right to read it; change its permissions or run as another user"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder; check the spelling"
    return f"could not be opened ({error.strerror or error}); check the file and the disk"


def disguise(data: bytes) -> str | None:
    """The file name ending that the first bytes give away ("pdf"), whatever the file is called; None for text."""
    signatures: dict[str, str] = mapping("reading_formats")["signatures"]
    head = data[:8].hex()
    return next((ending for start, ending in signatures.items() if head.startswith(start)), None)


def _too_long(size: int, limit: int) -> str:
    return f"is longer than {megabytes(limit)} ({megabytes(size)}); split it into documents"
