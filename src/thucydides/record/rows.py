"""Rows: which rows of a record stand, by the digest of what they hold; kept beside it, so that the next build need not read them.

Invariants: what is kept says of which revision it is, and is taken up for no other; a row is closed only where the database says that it
stands and holds what it is taken to hold.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Table, select

from thucydides.keeping.shelf import Shelf
from thucydides.record import schema
from thucydides.record.kinds import KINDS
from thucydides.record.revision import Revision

_NAME = "rows"
_SIZE = 16
_AT_ONCE = 500


class Column(Struct, frozen=True, array_like=True):
    """Rows of one kind: their keys, the marks of what they hold, and the digests of their nouns, in one order."""

    keys: bytes
    marks: bytes
    digests: bytes

    def rows(self) -> Iterator[tuple[int, bytes, bytes]]:
        """Each row."""
        keys = array("q")
        keys.frombytes(self.keys)
        for n, key in enumerate(keys):
            yield key, self.marks[n * _SIZE : (n + 1) * _SIZE], self.digests[n * _SIZE : (n + 1) * _SIZE]


Columns = Mapping[str, Column]
"""Rows by the field of a record that their nouns stand in."""


class Known(Struct, frozen=True, array_like=True):
    """The rows of the revision that `of` names: those of each parcel by its mark, all others, and by field how many there are and the sum
    of their digests.
    """

    of: bytes
    parcels: dict[bytes, msgspec.Raw]
    others: dict[str, Column]
    totals: dict[str, tuple[int, bytes]]


_KNOWN = msgspec.msgpack.Decoder(Known)
_COLUMNS = msgspec.msgpack.Decoder(dict[str, Column])


def of_parcel(known: Known, mark: bytes) -> Columns:
    """The rows of one parcel."""
    return _COLUMNS.decode(known.parcels[mark])


def column(rows: Sequence[tuple[int, bytes, bytes]]) -> Column:
    """Some rows as a column."""
    keys, marks, digests = zip(*rows, strict=True) if rows else ((), (), ())
    return Column(array("q", keys).tobytes(), b"".join(marks), b"".join(digests))


def added(total: tuple[int, bytes], digests: Iterable[bytes], sign: int = 1) -> tuple[int, bytes]:
    """A number of rows and the sum of their digests with some more, or (-1) without some."""
    number, found = total[0], int.from_bytes(total[1])
    for one in digests:
        number += sign
        found += sign * int.from_bytes(one)
    return number, (found % (1 << 8 * _SIZE)).to_bytes(_SIZE)


NOTHING = (0, bytes(_SIZE))


def mark(body: bytes, as_read: str | None = None) -> bytes:
    """The digest of what a row holds: a noun as JSON, of a document also how it was read where that differs."""
    return blake2b(body if as_read is None else b"\n".join((body, as_read.encode())), digest_size=_SIZE).digest()


def known(shelf: Shelf | None, last: Revision | None) -> Known | None:
    """The rows of the latest revision as they were kept; None where they were not, or those of another revision were."""
    kept = shelf.recall(_NAME, _KNOWN.decode) if shelf is not None and last is not None else None
    return kept if kept is not None and last is not None and kept.of == revision_mark(last) else None


def keep(shelf: Shelf | None, rows: Known) -> None:
    """Keep the rows that stand in a revision."""
    if shelf is not None:
        shelf.keep(_NAME, rows, msgspec.msgpack.encode)


def read(connection: Connection) -> dict[str, Column]:
    """All rows that stand, from the database."""
    found = {}
    for kind in KINDS:
        table = kind.table
        more = [table.c.as_read] if table is schema.documents else []
        rows = connection.execute(select(table.c.key, table.c.body, *more).where(table.c.until.is_(None)))
        found[kind.field] = column([(key, mark(body.encode(), *said), mark(body.encode())) for key, body, *said in rows])
    return found


def hold(connection: Connection, table: Table, closed: Mapping[int, bytes]) -> bool:
    """Whether some rows of a table, given by key with their marks, stand and hold what they are taken to hold."""
    wanted = sorted(closed)
    more = [table.c.as_read] if table is schema.documents else []
    right = 0
    for start in range(0, len(wanted), _AT_ONCE):
        chosen = table.c.key.in_(wanted[start : start + _AT_ONCE]) & table.c.until.is_(None)
        for key, body, *said in connection.execute(select(table.c.key, table.c.body, *more).where(chosen)):
            right += closed[key] == mark(body.encode(), *said)
    return right == len(wanted)


def revision_mark(revision: Revision) -> bytes:
    """What names one revision and no other, however records are copied about."""
    told = (revision.number, revision.content, revision.inputs, revision.title)
    return blake2b(msgspec.msgpack.encode(told), digest_size=_SIZE).digest()
