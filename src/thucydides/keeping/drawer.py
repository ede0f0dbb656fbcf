"""Drawer: many things that a record's folder keeps by key in one file, each read when it is asked for.

Invariants: what is taken is what was put, byte for byte, or nothing at all; what is new is written behind what stands, and only then the
list of what is kept, so that whatever stops a build leaves the former list whole.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

from thucydides.keeping.shelf import Shelf

_Place = tuple[int, int, bytes]
"""Where a thing begins, how long it is, and its digest."""
_LISTED = msgspec.msgpack.Decoder(dict[bytes, _Place])
_SIZE = 16


class Drawer:
    """The things kept under a name of a shelf; those put are kept once it is `closed`."""

    def __init__(self, shelf: Shelf, name: str) -> None:
        self._shelf, self._name, self._file = shelf, f"{name}-list", shelf.path(name)
        self._places, self._new = shelf.recall(self._name, _LISTED.decode) or {}, dict[bytes, bytes]()

    def take(self, key: bytes) -> bytes | None:
        """What was put under a key; None where nothing was, or where it is not whole."""
        if key in self._new:
            return self._new[key]
        start, length, digest = self._places.get(key, (0, 0, b""))
        with suppress(OSError), self._file.open("rb") as file:
            file.seek(start)
            found = file.read(length)
            return found if _digest(found) == digest else None
        return None

    def put(self, key: bytes, data: bytes) -> None:
        """Keep some bytes under a key."""
        self._new[key] = data

    def close(self, keys: Collection[bytes]) -> None:
        """Keep what was put under some keys, and nothing else; where there is no room, nothing that is new."""
        self._new = {key: data for key, data in self._new.items() if key in keys}
        stay = {key: place for key, place in self._places.items() if key in keys and key not in self._new}
        if not self._new and len(stay) == len(self._places):
            return
        end = max((start + length for start, length, _ in self._places.values()), default=0)
        told = sum(length for _, length, _ in stay.values())
        partial = self._file.with_name(f"{self._file.name}.partial")
        try:
            if 2 * told < end:
                places = self._written(partial, 0, self._every(stay))
                partial.replace(self._file)
            else:
                places = stay | self._written(self._file, end, iter(self._new.items()))
        except OSError:
            return
        self._places, self._new = places, {}
        self._shelf.keep(self._name, places, msgspec.msgpack.encode)

    def _every(self, stay: Collection[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """All that is to be kept and is whole."""
        yield from ((key, data) for key in stay if (data := self.take(key)) is not None)
        yield from self._new.items()

    def _written(self, file: Path, end: int, things: Iterator[tuple[bytes, bytes]]) -> dict[bytes, _Place]:
        """Where some things lie that are written into a file from a place on."""
        places: dict[bytes, _Place] = {}
        file.parent.mkdir(exist_ok=True)
        with file.open("r+b" if end and file.exists() else "wb") as out:
            out.seek(end)
            for key, data in things:
                places[key] = (out.tell(), len(data), _digest(data))
                out.write(data)
            out.truncate()
        return places


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SIZE).digest()
