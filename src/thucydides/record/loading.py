"""Loading: a record as it stood at a revision, read back whole from its rows."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import BindParameter, ColumnElement, Connection, Select, Table, bindparam, func, or_, select

from thucydides.nouns import Document, Record, Unread
from thucydides.record import schema, texts
from thucydides.record.errors import UnreadableError
from thucydides.record.kinds import KINDS, Kind


def stands(table: Table, number: int | BindParameter[int]) -> ColumnElement[bool]:
    """Whether a row of the table stands in the revision."""
    return (table.c.since <= number) & or_(table.c.until.is_(None), table.c.until >= number)


def load(connection: Connection, number: int, folder: Path | None, name: str) -> Record:
    """The whole record of revision `number`, which must exist."""
    title = connection.execute(select(schema.revisions.c.title).where(schema.revisions.c.number == number)).scalar_one()
    fields: dict[str, Any] = {kind.field: _nouns(connection, kind, number, name) for kind in KINDS}
    fields["documents"] = with_texts(connection, fields["documents"], folder, name)
    return Record(title=title, revision=number, **fields)


def numbers(connection: Connection) -> dict[str, int]:
    """How many nouns of each kind stand, by the record's field."""
    counts = {kind.field: select(func.count()).select_from(kind.table).where(kind.table.c.until.is_(None)) for kind in KINDS}
    return {field: connection.execute(count).scalar_one() for field, count in counts.items()}


def as_read(connection: Connection, number: int, folder: Path | None, name: str, only: str | None = None) -> tuple[Document, ...]:
    """The documents of a revision as they were read, without what the record found out about them, or `only` that of an id; in order of
    id.
    """
    table = schema.documents
    chosen = select(table.c.as_read, table.c.body).where(stands(table, number)).order_by(table.c.id) if only is None else _one_as_read()
    rows = connection.execute(chosen, {"document": only, "revision": number} if only is not None else None).all()
    documents = decoded([read or body for read, body in rows], Document, name)
    return with_texts(connection, documents, folder, name)


@cache
def _one_as_read() -> Select[tuple[str | None, str]]:
    """What selects one document, made once: it takes longer to make than to answer."""
    table = schema.documents
    return select(table.c.as_read, table.c.body).where(table.c.id == bindparam("document"), stands(table, bindparam("revision")))


def unread(connection: Connection, number: int, name: str) -> tuple[Unread, ...]:
    """The inputs that were not taken in up to a revision."""
    return tuple(_nouns(connection, next(kind for kind in KINDS if kind.type is Unread), number, name))


def _nouns(connection: Connection, kind: Kind, number: int, name: str) -> tuple[Any, ...]:
    """The nouns of one kind in the record's order: by id, then by what they hold."""
    table = kind.table
    rows = connection.execute(select(table.c.id, table.c.body).where(stands(table, number))).all()
    return decoded([body for _, body in sorted((row.id, row.body) for row in rows)], kind.type, name)


def decoded(bodies: Sequence[str], noun: type[Any], name: str) -> tuple[Any, ...]:
    """Nouns of one kind from their JSON; UnreadableError where one is none."""
    decoder = msgspec.json.Decoder(noun)
    try:
        return tuple(decoder.decode(body) for body in bodies)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise UnreadableError(
            f"{name}: a {noun.__name__.lower()} in it cannot be read ({error}); restore record.db from a copy"
        ) from error


def with_texts(connection: Connection, documents: Sequence[Document], folder: Path | None, name: str) -> tuple[Document, ...]:
    """Documents with their texts."""
    bodies = texts.read(connection, folder, (d.sha256 for d in documents), name)
    return tuple(msgspec.structs.replace(d, text=bodies[d.sha256]) for d in documents)
