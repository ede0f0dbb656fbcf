"""Shelf: what a record's folder keeps of a build so that the next one is quick; it may be deleted at any time.

Invariants: what is taken from it is what the same program put there, byte for byte, or nothing at all; no trouble with it stops a build
or changes what comes out.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from thucydides.keeping.memory import Memory

T = TypeVar("T")
_FORM = b"thucydides kept 2\n"


class Shelf:
    """The folder `kept` of a record, for the program that `stamp` names by the digest of all that can change a record; with a `memory`,
    what is kept stays in this process and is written once it is told to `settle`.
    """

    def __init__(self, home: Path, stamp: str, memory: Memory | None = None) -> None:
        self._home, self._stamp, self._memory = home, stamp.encode(), memory

    def recall(self, name: str, decode: Callable[[memoryview], T]) -> T | None:
        """The thing that was last kept under a name, as this process holds it or as it is read; None where there is none."""
        if self._memory is not None and name in self._memory.held:
            held: T = self._memory.held[name]
            return held
        data = self.take(name)
        try:
            found = decode(data) if data is not None else None
        except msgspec.MsgspecError:
            return None
        if self._memory is not None and found is not None:
            self._memory.held[name] = found
        return found

    def keep(self, name: str, thing: T, encode: Callable[[T], bytes]) -> None:
        """Keep a thing under a name."""
        if self._memory is None:
            self.put(name, encode(thing))
            return
        self._memory.held[name], self._memory.due[name] = thing, partial(encode, thing)

    def own(self, name: str, make: Callable[[], T]) -> T:
        """What this process holds under a name and never writes; made where nothing is held."""
        if self._memory is None:
            return make()
        found: T = self._memory.held.setdefault(name, None) or make()
        self._memory.held[name] = found
        return found

    def let_go(self, name: str) -> None:
        """Hold what is kept under a name no longer, for it is about to change."""
        if self._memory is not None:
            self._memory.drop(name)

    def settle(self) -> None:
        """Write what is held and not written yet."""
        while self._memory is not None and self._memory.due:
            name, made = self._memory.due.popitem()
            self.put(name, made())

    def take(self, name: str) -> memoryview | None:
        """What was last put under a name; None where nothing was, where another program put it, or where it is not whole."""
        try:
            data = (self._home / name).read_bytes()
        except OSError:
            return None
        head = self._head(found := memoryview(data)[len(self._head(b"")) :])
        return found if data.startswith(head) else None

    def put(self, name: str, data: bytes) -> None:
        """Keep some bytes under a name, whole or not at all; where there is no room, nothing is kept under it."""
        partial = self._home / f"{name}.partial"
        try:
            self._home.mkdir(exist_ok=True)
            with partial.open("wb") as file:
                file.write(self._head(data))
                file.write(data)
            partial.replace(self._home / name)
        except OSError:
            for path in (partial, self._home / name):
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def path(self, name: str) -> Path:
        """Where the file of a name lies."""
        return self._home / name

    def clear(self) -> None:
        """Keep nothing any longer."""
        if self._memory is not None:
            self._memory.clear()
        with suppress(OSError):
            for path in self._home.iterdir():
                path.unlink()

    def _head(self, data: bytes | memoryview) -> bytes:
        """What stands before the data: the form, the program, and the digest of the data."""
        return b"".join((_FORM, self._stamp, b"\n", sha256(data).hexdigest().encode(), b"\n"))
