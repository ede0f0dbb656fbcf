"""Loading: a record as it stood at a revision, read back whole from its rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, or_, select

from thucydides.nouns import Document, Record
from thucydides.record import schema, texts
from thucydides.record.errors import UnreadableError
from thucydides.record.kinds import KINDS, Kind


def stands(table: Table, number: int) -> ColumnElement[bool]:
    """Whether a row of the table stands in the revision."""
    return (table.c.since <= number) & or_(table.c.until.is_(None), table.c.until >= number)


def load(connection: Connection, number: int, folder: Path | None, name: str) -> Record:
    """The whole record of revision `number`, which must exist."""
    title = connection.execute(select(schema.revisions.c.title).where(schema.revisions.c.number == number)).scalar_one()
    fields: dict[str, Any] = {kind.field: _nouns(connection, kind, number, name) for kind in KINDS}
    fields["documents"] = _with_texts(connection, fields["documents"], folder, name)
    return Record(title=title, revision=number, **fields)


def as_read(connection: Connection, number: int, folder: Path | None, name: str) -> tuple[Document, ...]:
    """The documents of a revision as they were read, without what the record found out about them; in order of id."""
    table = schema.documents
    rows = connection.execute(select(table.c.as_read, table.c.body).where(stands(table, number)).order_by(table.c.id)).all()
    documents = _decode([read or body for read, body in rows], Document, name)
    return _with_texts(connection, documents, folder, name)


def _nouns(connection: Connection, kind: Kind, number: int, name: str) -> tuple[Any, ...]:
    """The nouns of one kind in the record's order: by id, then by what they hold."""
    table = kind.table
    rows = connection.execute(select(table.c.id, table.c.body).where(stands(table, number))).all()
    return _decode([body for _, body in sorted((row.id, row.body) for row in rows)], kind.type, name)


def _decode(bodies: Sequence[str], noun: type[Any], name: str) -> tuple[Any, ...]:
    decoder = msgspec.json.Decoder(noun)
    try:
        return tuple(decoder.decode(body) for body in bodies)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise UnreadableError(
            f"{name}: a {noun.__name__.lower()} in it cannot be read ({error}); restore record.db from a copy"
        ) from error


def _with_texts(connection: Connection, documents: Sequence[Document], folder: Path | None, name: str) -> tuple[Document, ...]:
    bodies = texts.read(connection, folder, (d.sha256 for d in documents), name)
    return tuple(msgspec.structs.replace(d, text=bodies[d.sha256]) for d in documents)
