"""Trouble: what databases and disks complain of, said in one line with what to do about it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, NoSuchModuleError

from thucydides.record.errors import LockedError, RecordError, RefusedError, UnreadableError, UnwritableError

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_ROOM = "the disk is full; free some space and try again (the last whole revision still stands)"
_SAYS: tuple[tuple[str, type[RecordError], str], ...] = (
    ("is full", UnwritableError, _NO_ROOM),
    ("no space left", UnwritableError, _NO_ROOM),
    ("disk i/o error", UnwritableError, "the disk is full or failing; see to it and try again (the last whole revision stands)"),
    ("readonly", UnwritableError, "it cannot be written; check the permissions of the folder and its files"),
    ("read-only", UnwritableError, "it cannot be written; check its permissions"),
    ("permission denied", UnwritableError, "permission denied; check the rights of this user"),
    ("locked", LockedError, "another program is using it; wait for that to end and try again"),
    ("not a database", UnreadableError, "record.db is not a database; restore it from a copy, or build into a new folder"),
    ("malformed", UnreadableError, "record.db is damaged; restore it from a copy, or build into a new folder"),
    ("unable to open", UnreadableError, "record.db cannot be opened; check that it exists and that you may read it"),
)  # fmt: skip


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turn errors of the database and of the disk, met while working on the record `name`, into one line of ours."""
    try:
        yield
    except IntegrityError as error:
        raise RefusedError(f"{name}: the database refused a value: {_first_line(error)}") from error
    except DBAPIError as error:
        said = _first_line(error)
        for words, kind, advice in _SAYS:
            if words in said.lower():
                raise kind(f"{name}: {advice}") from error
        raise UnreadableError(f"{name}: the database says: {said}; check the address and that the server is running") from error
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise UnreadableError(
            f"{name}: no driver for this database ({error}); for PostgreSQL: pip install 'thucydides[postgresql]'"
        ) from error
    except OSError as error:
        raise from_disk(name, error) from error


def from_disk(name: str, error: OSError) -> RecordError:
    """What an error of the operating system means for the record `name`."""
    if error.errno in _FULL:
        return UnwritableError(f"{name}: {_NO_ROOM}")
    if error.errno in _FORBIDDEN:
        return UnwritableError(f"{name}: {error.filename or 'a file'} cannot be read or written; check its permissions")
    return UnreadableError(f"{name}: {error.strerror or error} ({error.filename or 'no file named'}); check the folder")


def _first_line(error: DBAPIError) -> str:
    """The database's own words, first line, without the statement that it failed on."""
    lines = str(error.orig).strip().splitlines()
    return lines[0] if lines else type(error.orig).__name__
