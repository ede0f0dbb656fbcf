"""Revision: one whole state of a record."""

from msgspec import Struct
from sqlalchemy import Connection, select

from thucydides.record import schema


class Revision(Struct, frozen=True):
    """One whole state of a record and what it was made from; `engine` is the digest of program, tables and engines."""

    number: int
    title: str
    given_title: str | None
    inputs: str
    program: str
    engine: str
    rule: str
    content: str
    documents: int
    incidents: int


def every(connection: Connection) -> tuple[Revision, ...]:
    """Every revision, first to last."""
    table = schema.revisions
    return tuple(Revision(**row) for row in connection.execute(select(table).order_by(table.c.number)).mappings().all())
