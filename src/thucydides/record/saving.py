"""Saving: a record written as a new revision, in one transaction; rows that did not change stay as they are."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, bindparam, func, insert, select, update

from thucydides.nouns import Document, Passage, Record
from thucydides.record import schema
from thucydides.record.columns import Row
from thucydides.record.comparing import Draft, as_read, body
from thucydides.record.kinds import KINDS, Kind
from thucydides.record.making import Making
from thucydides.record.rows import NOTHING, added, mark
from thucydides.record.tables import metadata


def content_hash(record: Record) -> str:
    """SHA-256 of all that the record says, its revision's number aside: of how many nouns of each kind it holds and the sum of their
    digests."""
    fields = {kind.field: [mark(body(noun)) for noun in getattr(record, kind.field)] for kind in KINDS}
    return content(record.title, {field: added(NOTHING, digests) for field, digests in fields.items()})


def content(title: str, totals: Mapping[str, tuple[int, bytes]]) -> str:
    """The same, of the numbers of nouns and the sums of their digests by field."""
    return sha256(msgspec.json.encode((title, [(kind.field, *totals.get(kind.field, NOTHING)) for kind in KINDS]))).hexdigest()


class Numbers(dict[Passage, int]):
    """The row number of each passage: those that stand, and a new one for each that is asked for the first time."""

    def __init__(self, connection: Connection, documents: Mapping[str, Document]) -> None:
        """Take the numbers that stand in the database; `documents` give the texts that new passages lie in."""
        super().__init__()
        self._connection = connection
        self._documents = documents
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


def write(
    connection: Connection, number: int, title: str, draft: Draft, making: Making, documents: Mapping[str, Document]
) -> dict[str, list[int]]:
    """Write a draft as a revision: close rows that no longer hold, add those that are new.

    `documents` hold the texts that new passages lie in. The keys of the rows of all nouns compared are given back, by field.
    """
    connection.execute(insert(schema.revisions), _revision(number, title, draft, making))
    numbers = Numbers(connection, documents)
    batches: list[tuple[Table, list[Row]]] = []
    keys: dict[str, list[int]] = {}
    for kind in KINDS:
        change = draft.fields[kind.field]
        keys[kind.field] = list(change.keys)
        if change.closed:
            statement = update(kind.table).where(kind.table.c.key == bindparam("closed")).values(until=number - 1)
            connection.execute(statement, [{"closed": key} for key in change.closed])
        if change.fresh:
            first = (connection.execute(select(func.max(kind.table.c.key))).scalar() or 0) + 1
            for key, n in enumerate(change.fresh, first):
                keys[kind.field][n] = key
            nouns = {key: change.nouns[n] for key, n in enumerate(change.fresh, first)}
            batches += _added(kind, number, nouns, numbers, making)
    for table, rows in [(schema.passages, numbers.rows), *batches]:
        if rows:
            connection.execute(insert(table), rows)
    stand = schema.incidents.c
    force = select(func.count()).select_from(schema.incidents).where(stand.until.is_(None), stand.kind == "incident")
    found = connection.execute(force).scalar_one()
    connection.execute(update(schema.revisions).where(schema.revisions.c.number == number).values(incidents=found))
    return keys


def confirm(connection: Connection, number: int, engine: str) -> None:
    """Note that a program of another digest gives the same revision, so that it need not work it out again."""
    connection.execute(update(schema.revisions).where(schema.revisions.c.number == number).values(engine=engine))


def _revision(number: int, title: str, draft: Draft, making: Making) -> Row:
    return {
        "number": number, "title": title, "given_title": making.title, "inputs": making.inputs, "program": making.program,
        "engine": making.engine, "rule": making.rule, "content": content(title, draft.totals), "documents": draft.totals["documents"][0],
        "incidents": 0,
    }  # fmt: skip


def _added(
    kind: Kind, revision: int, nouns: Mapping[int, Any], numbers: Numbers, making: Making
) -> list[tuple[Table, list[Row]]]:
    """The rows to add for nouns of one kind by their new keys, the nouns' own before their parts'."""
    table, own, parts = kind.table, list[Row](), dict[str, list[Row]]()
    written = [body(noun) for noun in nouns.values()]
    read = as_read(tuple(nouns.values()), making, written) if table is schema.documents else None
    for n, (key, noun) in enumerate(nouns.items()):
        new: Row = {"id": kind.id(noun), "body": written[n].decode(), "key": key, "since": revision, "until": None}
        own.append(new | ({"as_read": read[n]} if read is not None else {}) | kind.columns(noun, numbers))
        for name, rows in kind.parts(noun, numbers).items():
            parent = next(iter(metadata.tables[name].primary_key.columns)).name
            parts.setdefault(name, []).extend({parent: key, **part} for part in rows)
    return [(table, own), *((metadata.tables[name], rows) for name, rows in parts.items())]
