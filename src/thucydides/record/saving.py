"""Saving: a record written as a new revision, in one transaction; rows that did not change stay as they are."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple, TypeAlias

import msgspec
from sqlalchemy import Connection, Table, bindparam, func, insert, select, update

from thucydides.nouns import Document, Passage, Record
from thucydides.record import schema
from thucydides.record.columns import Row
from thucydides.record.kinds import KINDS, Kind
from thucydides.record.making import Making
from thucydides.record.tables import metadata


def canonical(record: Record) -> Record:
    """The record with every tuple in order of id, then of what the noun holds."""
    return msgspec.structs.replace(record, **{kind.field: _ordered(kind, getattr(record, kind.field)) for kind in KINDS})


def _ordered(kind: Kind, nouns: tuple[Any, ...]) -> tuple[Any, ...]:
    if len({kind.id(noun) for noun in nouns}) == len(nouns):
        return tuple(sorted(nouns, key=kind.id))
    return tuple(sorted(nouns, key=lambda noun: (kind.id(noun), body(noun))))


Bodies: TypeAlias = Mapping[str, Sequence[str]]
"""For each field of a record its nouns as JSON, in order."""


def bodies(record: Record) -> Bodies:
    """The nouns of a canonical record as JSON."""
    return {kind.field: [body(noun) for noun in getattr(record, kind.field)] for kind in KINDS}


def content_hash(record: Record, written: Bodies | None = None) -> str:
    """SHA-256 of all that the canonical record says, its revision's number aside; `written` are its nouns as JSON."""
    digest = sha256(msgspec.json.encode(record.title))
    for field, nouns in (written or bodies(record)).items():
        digest.update(f"\n{field} {len(nouns)}\n".encode())
        digest.update("\n".join(nouns).encode())
    return digest.hexdigest()


_ENCODER = msgspec.json.Encoder()


def body(noun: Any) -> str:
    """A noun as JSON; a document without its text, which is kept by hash."""
    if isinstance(noun, Document):
        noun = msgspec.structs.replace(noun, text="")
    return _ENCODER.encode(noun).decode()


class Numbers(dict[Passage, int]):
    """The row number of each passage: those that stand, and a new one for each that is asked for the first time."""

    def __init__(self, connection: Connection, documents: Iterable[Document]) -> None:
        """Take the numbers that stand in the database; `documents` give the texts that new passages lie in."""
        super().__init__()
        self._connection = connection
        self._documents = {document.id: document for document in documents}
        self._next = (connection.execute(select(func.max(schema.passages.c.key))).scalar() or 0) + 1
        self._new = self._next == 1
        self._standing: dict[str, dict[tuple[int, int], int]] = {}
        self.rows: list[Row] = []

    def __missing__(self, passage: Passage) -> int:
        document = self._documents[passage.document]
        place, standing = (passage.start, passage.end), self._of(document.sha256)
        if place not in standing:
            standing[place] = self._next
            self.rows.append({
                "key": self._next, "sha256": document.sha256, "characters": len(document.text), "start_offset": passage.start,
                "end_offset": passage.end, "quote": document.text[passage.start : passage.end],
            })  # fmt: skip
            self._next += 1
        self[passage] = standing[place]
        return self[passage]

    def _of(self, sha256: str) -> dict[tuple[int, int], int]:
        """The numbers of the passages of one text, read when it is first asked for: a build asks for few of those that stand."""
        if sha256 not in self._standing:
            table = schema.passages.c
            chosen = select(table.start_offset, table.end_offset, table.key).where(table.sha256 == sha256)
            found = () if self._new else self._connection.execute(chosen)
            self._standing[sha256] = {(start, end): key for start, end, key in found}
        return self._standing[sha256]


class Differing(NamedTuple):
    """Of one kind of nouns, the keys of the rows that hold no more, and the positions of the nouns that no row holds yet."""

    closed: list[int]
    fresh: list[int]


def differing(connection: Connection, record: Record, making: Making, written: Bodies) -> dict[str, Differing]:
    """What differs between the rows that stand and a canonical record, by field; `written` are its nouns as JSON."""
    return {kind.field: _differing(connection, kind, record, making, written[kind.field]) for kind in KINDS}


def _differing(connection: Connection, kind: Kind, record: Record, making: Making, written: Sequence[str]) -> Differing:
    table, more = kind.table, _as_read(record, making, written) if kind.table is schema.documents else None
    extra = [table.c.as_read] if more is not None else []
    standing: dict[tuple[Any, ...], list[int]] = {}
    for key, *said in connection.execute(select(table.c.key, table.c.id, table.c.body, *extra).where(table.c.until.is_(None))):
        standing.setdefault(tuple(said), []).append(key)
    fresh = []
    for n, (noun, said_) in enumerate(zip(getattr(record, kind.field), written, strict=True)):
        if stood := standing.get((kind.id(noun), said_) if more is None else (kind.id(noun), said_, more[n])):
            stood.pop(0)
        else:
            fresh.append(n)
    return Differing([key for keys in standing.values() for key in keys], fresh)


def texts_stand(connection: Connection, record: Record, changes: Mapping[str, Differing]) -> bool:
    """Whether no document that stood is gone or has another text."""
    closed, table = frozenset(changes["documents"].closed), schema.documents
    if not closed:
        return True
    texts = {document.id: document.sha256 for document in record.documents}
    rows = connection.execute(select(table.c.key, table.c.id, table.c.sha256).where(table.c.until.is_(None)))
    return all(texts.get(identifier) == sha256 for key, identifier, sha256 in rows if key in closed)


def _as_read(record: Record, making: Making, written: Sequence[str]) -> list[str | None]:
    """The documents as they were read, as JSON, where the record says otherwise of them."""
    read = {document.id: body(document) for document in making.documents}
    found = [read.get(document.id, said) for document, said in zip(record.documents, written, strict=True)]
    return [None if was == said else was for was, said in zip(found, written, strict=True)]


def write(
    connection: Connection, record: Record, making: Making, content: str, written: Bodies, changes: Mapping[str, Differing]
) -> None:
    """Write the canonical record of that content hash as its revision: close rows that no longer hold, add those that are new.

    `written` are its nouns as JSON, `changes` what differs from the rows that stand.
    """
    connection.execute(insert(schema.revisions), _revision(record, making, content))
    numbers = Numbers(connection, record.documents)
    batches: list[tuple[Table, list[Row]]] = []
    for kind in KINDS:
        change = changes[kind.field]
        if change.closed:
            statement = update(kind.table).where(kind.table.c.key == bindparam("closed")).values(until=record.revision - 1)
            connection.execute(statement, [{"closed": key} for key in change.closed])
        if change.fresh:
            more = _as_read(record, making, written[kind.field]) if kind.table is schema.documents else None
            batches += _added(connection, kind, record, change.fresh, written[kind.field], numbers, more)
    for table, rows in [(schema.passages, numbers.rows), *batches]:
        if rows:
            connection.execute(insert(table), rows)


def confirm(connection: Connection, number: int, engine: str) -> None:
    """Note that a program of another digest gives the same revision, so that it need not work it out again."""
    connection.execute(update(schema.revisions).where(schema.revisions.c.number == number).values(engine=engine))


def _revision(record: Record, making: Making, content: str) -> Row:
    return {
        "number": record.revision, "title": record.title, "given_title": making.title, "inputs": making.inputs,
        "program": making.program, "engine": making.engine, "rule": making.rule, "content": content,
        "documents": len(record.documents), "incidents": sum(i.kind == "incident" for i in record.incidents),
    }  # fmt: skip


def _added(
    connection: Connection, kind: Kind, record: Record, fresh: Sequence[int], written: Sequence[str], numbers: Numbers,
    as_read: Sequence[str | None] | None,
) -> list[tuple[Table, list[Row]]]:  # fmt: skip
    """The rows to add for some nouns of one kind, the nouns' own before their parts'."""
    table, nouns = kind.table, getattr(record, kind.field)
    own: list[Row] = []
    parts: dict[str, list[Row]] = {}
    first = (connection.execute(select(func.max(table.c.key))).scalar() or 0) + 1
    for key, n in enumerate(fresh, first):
        new: Row = {"id": kind.id(nouns[n]), "body": written[n], "key": key, "since": record.revision, "until": None}
        own.append(new | ({"as_read": as_read[n]} if as_read is not None else {}) | kind.columns(nouns[n], numbers))
        for name, rows in kind.parts(nouns[n], numbers).items():
            parent = next(iter(metadata.tables[name].primary_key.columns)).name
            parts.setdefault(name, []).extend({parent: key, **part} for part in rows)
    return [(table, own), *((metadata.tables[name], rows) for name, rows in parts.items())]
