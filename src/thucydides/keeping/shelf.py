"""Shelf: what a record's folder keeps of a build so that the next one is quick; it may be deleted at any time.

Invariants: what is taken from it is what the same program put there, byte for byte, or nothing at all; no trouble with it stops a build
or changes what comes out.
"""

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_FORM = b"thucydides kept 1\n"


class Shelf:
    """The folder `kept` of a record, for the program that `stamp` names by the digest of all that can change a record."""

    def __init__(self, home: Path, stamp: str) -> None:
        self._home, self._stamp = home, stamp.encode()

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
        with suppress(OSError):
            for path in self._home.iterdir():
                path.unlink()

    def _head(self, data: bytes | memoryview) -> bytes:
        """What stands before the data: the form, the program, and the digest of the data."""
        return b"".join((_FORM, self._stamp, b"\n", blake2b(data, digest_size=32).hexdigest().encode(), b"\n"))
