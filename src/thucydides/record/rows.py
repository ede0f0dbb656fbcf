"""Rows: which rows of a record stand, by the digest of what they hold; kept beside it, so that the next build need not read them.

Invariants: what is kept says of which revision it is, and is taken up for no other; a row is closed only where the database says that it
stands and holds what it is taken to hold.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeAlias

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, select

from thucydides.record import schema
from thucydides.record.revision import Revision
from thucydides.shelf import Shelf

Standing: TypeAlias = Mapping[str, dict[bytes, list[int]]]
"""By field, the keys of the rows that stand by the mark of what they hold."""
_NAME = "rows"
_SIZE = 16
_AT_ONCE = 500


class _Column(Struct, frozen=True, array_like=True):
    """The keys of all rows of one kind that stand, and the marks of what they hold, in one order."""

    keys: bytes
    marks: bytes


class _Kept(Struct, frozen=True, array_like=True):
    """The rows of the revision that `of` names, by field."""

    of: bytes
    columns: dict[str, _Column]


def mark(body: bytes, as_read: str | None = None) -> bytes:
    """The digest of what a row holds: a noun as JSON, of a document also how it was read where that differs."""
    return blake2b(body if as_read is None else b"\n".join((body, as_read.encode())), digest_size=_SIZE).digest()


def known(shelf: Shelf | None, last: Revision | None) -> Standing | None:
    """The rows of the latest revision as they were kept; None where they were not, or those of another revision were."""
    data = shelf.take(_NAME) if shelf is not None and last is not None else None
    if data is None or last is None:
        return None
    try:
        kept = msgspec.msgpack.decode(data, type=_Kept)
    except msgspec.MsgspecError:
        return None
    return {field: _by_mark(column) for field, column in kept.columns.items()} if kept.of == _of(last) else None


def keep(shelf: Shelf | None, revision: Revision, columns: Mapping[str, tuple[Sequence[int], Sequence[bytes]]]) -> None:
    """Keep the keys and marks of all rows that stand in a revision, by field."""
    if shelf is not None:
        kept = {field: _Column(array("q", keys).tobytes(), b"".join(marks)) for field, (keys, marks) in columns.items()}
        shelf.put(_NAME, msgspec.msgpack.encode(_Kept(_of(revision), kept)))


def read(connection: Connection, table: Table) -> dict[bytes, list[int]]:
    """The rows of a table that stand, from the database."""
    found: dict[bytes, list[int]] = {}
    more = [table.c.as_read] if table is schema.documents else []
    for key, body, *said in connection.execute(select(table.c.key, table.c.body, *more).where(table.c.until.is_(None))):
        found.setdefault(mark(body.encode(), *said), []).append(key)
    return found


def hold(connection: Connection, table: Table, keys: Iterable[int], rows: Mapping[bytes, Sequence[int]]) -> bool:
    """Whether some rows of a table stand and hold what they are taken to hold."""
    wanted = sorted(keys)
    holds = {key: found for found, some in rows.items() for key in some} if wanted else {}
    more = [table.c.as_read] if table is schema.documents else []
    right = 0
    for start in range(0, len(wanted), _AT_ONCE):
        chosen = table.c.key.in_(wanted[start : start + _AT_ONCE]) & table.c.until.is_(None)
        for key, body, *said in connection.execute(select(table.c.key, table.c.body, *more).where(chosen)):
            right += holds.get(key) == mark(body.encode(), *said)
    return right == len(wanted)


def _of(revision: Revision) -> bytes:
    told = (revision.number, revision.content, revision.inputs, revision.title)
    return blake2b(msgspec.msgpack.encode(told), digest_size=_SIZE).digest()


def _by_mark(column: _Column) -> dict[bytes, list[int]]:
    keys = array("q")
    keys.frombytes(column.keys)
    found: dict[bytes, list[int]] = {}
    for n, key in enumerate(keys):
        found.setdefault(column.marks[n * _SIZE : (n + 1) * _SIZE], []).append(key)
    return found
