"""Comparing: a record held against the rows that stand, so that only what differs is checked, written and told.

Invariant: a noun is the same as a row where both are the same JSON; so what stood is known without reading it again, save where it
differs.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from thucydides.nouns import Document, Record
from thucydides.record import loading, rows, schema
from thucydides.record.kinds import KINDS, Kind
from thucydides.record.laws import REFERRING, Fresh
from thucydides.record.making import Making
from thucydides.record.revision import Revision

_ENCODER = msgspec.json.Encoder()
_AT_ONCE = 500


class Compared(Struct, frozen=True):
    """Nouns of one kind as they were given and in the record's order, the digest of each as JSON and the mark of the row that it makes, the
    keys of the rows that hold them (0 where none does yet), the positions of the nouns that no row holds, and the keys of rows that hold no
    more.
    """

    given: tuple[Any, ...]
    nouns: tuple[Any, ...]
    digests: list[bytes]
    marks: list[bytes]
    keys: list[int]
    fresh: list[int]
    closed: list[int]


Draft = Mapping[str, Compared]
"""A record to be saved, by field."""


def compare(
    connection: Connection, record: Record, making: Making, known: Draft | None = None, kept: rows.Standing | None = None
) -> dict[str, Compared]:
    """A record held against the rows that stand; what was compared before is taken from there as far as it was given again, and which rows
    stand from what was `kept`, where anything was.
    """
    found = {}
    for kind in KINDS:
        given, before = getattr(record, kind.field), known.get(kind.field) if known else None
        found[kind.field] = before if before is not None and before.given is given else _compared(connection, kind, given, making, kept)
    return found


def _compared(connection: Connection, kind: Kind, given: tuple[Any, ...], making: Making, kept: rows.Standing | None) -> Compared:
    table, nouns = kind.table, ordered(kind, given)
    written = [body(noun) for noun in nouns]
    digests = [rows.mark(one) for one in written]
    marks = digests
    if table is schema.documents:
        marks = [rows.mark(one, said) for one, said in zip(written, as_read(nouns, making, written), strict=True)]
    if kept is not None and kind.field in kept:
        found = _matched(given, nouns, digests, marks, kept[kind.field])
        if rows.hold(connection, table, found.closed, kept[kind.field]):
            return found
    return _matched(given, nouns, digests, marks, rows.read(connection, table))


def _matched(
    given: tuple[Any, ...], nouns: tuple[Any, ...], digests: list[bytes], marks: list[bytes], standing: Mapping[bytes, Sequence[int]]
) -> Compared:
    """Each noun with the row that holds it."""
    left = {mark: list(keys) for mark, keys in standing.items()}
    keys = [some.pop(0) if (some := left.get(mark)) else 0 for mark in marks]
    fresh = [n for n, key in enumerate(keys) if not key]
    return Compared(given, nouns, digests, marks, keys, fresh, [key for some in left.values() for key in some])


def changed(draft: Draft) -> Fresh:
    """What has to be held against the laws again where all that stood is known to obey them: the nouns that no row holds, and all that may
    refer to one that is gone.
    """
    gone = any(draft[field].closed for field in ("mentions", "claims", "aggregates"))
    return {field: range(len(one.nouns)) if gone and field in REFERRING else one.fresh for field, one in draft.items()}


def ordered(kind: Kind, nouns: tuple[Any, ...]) -> tuple[Any, ...]:
    """Nouns in the record's order: of id, then of what they hold."""
    if len({kind.id(noun) for noun in nouns}) == len(nouns):
        return tuple(sorted(nouns, key=kind.id))
    return tuple(sorted(nouns, key=lambda noun: (kind.id(noun), body(noun))))


def body(noun: Any) -> bytes:
    """A noun as JSON; a document without its text, which is kept by hash."""
    if isinstance(noun, Document):
        noun = msgspec.structs.replace(noun, text="")
    return _ENCODER.encode(noun)


def as_read(documents: Sequence[Document], making: Making, written: Sequence[bytes]) -> list[str | None]:
    """The documents as they were read, as JSON, where the record says otherwise of them."""
    read = {document.id: body(document) for document in making.documents}
    found = [read.get(document.id, said) for document, said in zip(documents, written, strict=True)]
    return [None if was == said else was.decode() for was, said in zip(found, written, strict=True)]


def stood(connection: Connection, draft: Draft, last: Revision, folder: Path | None, name: str) -> Record:
    """The record of the last revision: what the draft holds too, and what stands in rows that hold no more."""
    fields: dict[str, Any] = {kind.field: _stood(connection, kind, draft[kind.field], folder, name) for kind in KINDS}
    return Record(title=last.title, revision=last.number, **fields)


def _stood(connection: Connection, kind: Kind, compared: Compared, folder: Path | None, name: str) -> tuple[Any, ...]:
    fresh, table = frozenset(compared.fresh), kind.table
    same = tuple(noun for n, noun in enumerate(compared.nouns) if n not in fresh)
    bodies: list[str] = []
    for start in range(0, len(compared.closed), _AT_ONCE):
        some = compared.closed[start : start + _AT_ONCE]
        bodies += connection.execute(select(table.c.body).where(table.c.key.in_(some))).scalars()
    gone = loading.decoded(bodies, kind.type, name)
    if table is schema.documents:
        gone = loading.with_texts(connection, gone, folder, name)
    return ordered(kind, (*same, *gone)) if gone else same


def texts_stand(connection: Connection, draft: Draft) -> bool:
    """Whether no document that stood is gone or has another text."""
    closed, table = frozenset(draft["documents"].closed), schema.documents
    if not closed:
        return True
    texts = {document.id: document.sha256 for document in draft["documents"].nouns}
    found: list[Any] = []
    for start in range(0, len(closed), _AT_ONCE):
        some = draft["documents"].closed[start : start + _AT_ONCE]
        found += connection.execute(select(table.c.id, table.c.sha256).where(table.c.key.in_(some)))
    return all(texts.get(identifier) == sha256 for identifier, sha256 in found)
