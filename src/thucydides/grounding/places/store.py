"""Store: the gazetteer's file, written by the build and read through a memory map.

One file holds a JSON head, fixed-width columns (one value an entry, entries sorted by country and name skeleton) and two tries: of
lookup keys and of display names. Opening it reads the head and maps the rest, so that a column or a trie costs no memory until it is
looked at, and what is looked at is shared by all programs that read the file. Layout: 8 bytes magic, 8 bytes length of the head, the head,
then the sections at the offsets that it names.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

MAGIC = b"THUCGAZ1"
_MORE = 0x80000000  # high bit of a posting: the rest is a position in the list of many
CALLED = ("", "longer", "other")
"""How a name stands to the main name of its bearer: it is that, the main name begins with it, or it is another name."""
_CALLED_AT = 29  # the two bits of a posting from this on tell which: 0 not told, else one more than the place in `CALLED`
_TOLD = (None, *CALLED)
_NUMBER = (1 << _CALLED_AT) - 1


class Sections:
    """A gazetteer file opened for reading: `head` (the JSON head), typed views of the columns, and tries by name."""

    def __init__(self, path: Path) -> None:
        """Open and map `path`; ValueError with one line if it is no gazetteer of this version."""
        self.path = path
        self._file = open(path, "rb", buffering=0)  # noqa: SIM115 - the map and the tries live as long as the object
        if self._file.read(8) != MAGIC:
            raise ValueError(f"{path} is no gazetteer of this version: build it again with scripts/build_gazetteer.py")
        length = int.from_bytes(self._file.read(8), "little")
        self.head: dict[str, Any] = json.loads(self._file.read(length))
        self._map = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        self._base = 16 + length

    def column(self, name: str) -> memoryview:
        """The section `name` as a typed read-only view."""
        kind, start, size = self.head["sections"][name]
        begin = self._base + start
        return memoryview(self._map)[begin : begin + size].cast(kind)

    def trie(self, name: str) -> Any:
        """The section `name` as a trie from strings to their numbers, read through the map too."""
        _, start, size = self.head["sections"][name]
        trie = _mapped()()
        trie.source = memoryview(self._map)[self._base + start : self._base + start + size]
        trie.map(trie.source)
        return trie


@cache
def _mapped() -> type[Any]:
    """The kind of a trie that keeps the map open which it reads."""
    import marisa_trie

    class Mapped(marisa_trie.Trie):  # type: ignore[misc]
        source: memoryview | None = None

    return Mapped


def write(
    path: Path, head: Mapping[str, Any], columns: Mapping[str, array[Any]], tries: Mapping[str, Iterable[str]]
) -> dict[str, int]:
    """Write a gazetteer file and return the size of each section in bytes. Same input, same bytes."""
    import marisa_trie

    if sys.byteorder != "little":
        raise OSError("a gazetteer file can only be written on a little-endian machine")
    parts: list[bytes] = []
    sections: dict[str, list[Any]] = {}
    offset = 0
    for name, column in columns.items():
        data = column.tobytes()
        sections[name] = [column.typecode, offset, len(data)]
        data += b"\0" * (-len(data) % 8)
        parts.append(data)
        offset += len(data)
    for name, words in tries.items():
        data = marisa_trie.Trie(sorted(set(words))).tobytes()
        sections[name] = ["B", offset, len(data)]
        data += b"\0" * (-len(data) % 8)
        parts.append(data)
        offset += len(data)
    text = json.dumps({**head, "sections": sections}, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".part")
    with open(temporary, "wb") as out:
        out.write(MAGIC + len(text).to_bytes(8, "little") + text)
        out.writelines(parts)
    os.replace(temporary, path)
    return {name: section[2] for name, section in sections.items()}


def called(main: str, key: str) -> str:
    """How a name stands to the main name of an entry, both folded; see `CALLED`."""
    return "" if main == key else "longer" if main.startswith(key + " ") else "other"


def postings(trie: Any, pairs: Iterable[tuple[str, int]], mains: Sequence[str]) -> tuple[array[int], array[int]]:
    """The lists of entries by key number: a direct number where a key has one entry, else a place in the list of many.

    In the list of many a run starts with its length. `mains` are the folded main names of the entries.
    """
    by_key: dict[int, list[int]] = {}
    for key, number in pairs:
        told = CALLED.index(called(mains[number], key)) + 1
        by_key.setdefault(trie[key], []).append(told << _CALLED_AT | number)
    first = array("I", [0]) * len(trie)
    many = array("I")
    for key_number in range(len(trie)):
        numbers = sorted(set(by_key[key_number]), key=lambda posting: posting & _NUMBER)
        if len(numbers) == 1:
            first[key_number] = numbers[0]
        else:
            first[key_number] = _MORE | len(many)
            many.append(len(numbers))
            many.extend(numbers)
    return first, many


def read_postings(first: memoryview, many: memoryview, key_number: int) -> tuple[int, ...]:
    """The entries of one key, in order."""
    value = first[key_number]
    if not value & _MORE:
        return (value & _NUMBER,)
    start = value & ~_MORE
    return tuple([posting & _NUMBER for posting in many[start + 1 : start + 1 + many[start]]])


def called_of(first: memoryview, many: memoryview, key_number: int) -> list[str | None]:
    """How the name of a key stands to the main name of each of its entries, in order (see `CALLED`); None where the file does not tell."""
    value = first[key_number]
    start = value & ~_MORE
    found = many[start + 1 : start + 1 + many[start]] if value & _MORE else (value,)
    return [_TOLD[posting >> _CALLED_AT] for posting in found]
