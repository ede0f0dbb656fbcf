"""Lock: one writer of a record at a time; the system frees it when the writer ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from thucydides.record.errors import LockedError

_BUSY = "another build is at work on it; wait for that to end and try again"
_POSTGRESQL_KEY = 0x7C0C
"""First half of the advisory lock's key, a number of our own; the second half names the schema within the database."""


def locked(engine: Engine, folder: Path | None, name: str) -> AbstractContextManager[None]:
    """Be the only writer of a record meanwhile: by its folder where it has one, else by the server that holds it."""
    return folder_lock(folder) if folder is not None else server_lock(engine, name)


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the file `lock` of a record's folder; `LockedError` at once where another process holds it."""
    with (folder / "lock").open("ab") as file:
        try:
            _seize(file.fileno())
        except OSError as error:
            raise LockedError(f"{folder}: {_BUSY}") from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _seize(descriptor: int) -> None:
        """Lock the open file, or raise OSError at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(descriptor: int) -> None:
        """Lock the open file, or raise OSError at once."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def server_lock(engine: Engine, name: str) -> Iterator[None]:
    """Hold PostgreSQL's advisory lock for the schema in use; `LockedError` at once where another session holds it."""
    with engine.connect() as connection:
        seized = connection.execute(
            text("SELECT pg_try_advisory_lock(:key, hashtext(current_schema()))"), {"key": _POSTGRESQL_KEY}
        ).scalar_one()
        connection.commit()
        if not seized:
            raise LockedError(f"{name}: {_BUSY}")
        try:
            yield
        finally:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock(:key, hashtext(current_schema()))"), {"key": _POSTGRESQL_KEY})
            connection.commit()
