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
from thucydides.record import loading, schema
from thucydides.record.kinds import KINDS, Kind
from thucydides.record.making import Making
from thucydides.record.revision import Revision

_ENCODER = msgspec.json.Encoder()
_AT_ONCE = 500


class Compared(Struct, frozen=True):
    """Nouns of one kind as they were given, in the record's order and as JSON, the keys of the rows that hold no more, and the positions of
    the nouns that no row holds yet.
    """

    given: tuple[Any, ...]
    nouns: tuple[Any, ...]
    written: list[str]
    closed: list[int]
    fresh: list[int]


Draft = Mapping[str, Compared]
"""A record to be saved, by field."""


def compare(connection: Connection, record: Record, making: Making, known: Draft | None = None) -> dict[str, Compared]:
    """A record held against the rows that stand; what was compared before is taken from there as far as it was given again."""
    found = {}
    for kind in KINDS:
        given, before = getattr(record, kind.field), known.get(kind.field) if known else None
        found[kind.field] = before if before is not None and before.given is given else _compared(connection, kind, given, making)
    return found


def _compared(connection: Connection, kind: Kind, given: tuple[Any, ...], making: Making) -> Compared:
    table, nouns = kind.table, ordered(kind, given)
    written = [body(noun) for noun in nouns]
    more = as_read(nouns, making, written) if table is schema.documents else None
    extra = [table.c.as_read] if more is not None else []
    standing: dict[tuple[Any, ...], list[int]] = {}
    for key, *said in connection.execute(select(table.c.key, table.c.id, table.c.body, *extra).where(table.c.until.is_(None))):
        standing.setdefault(tuple(said), []).append(key)
    fresh = []
    for n, (noun, said_) in enumerate(zip(nouns, written, strict=True)):
        if stood := standing.get((kind.id(noun), said_) if more is None else (kind.id(noun), said_, more[n])):
            stood.pop(0)
        else:
            fresh.append(n)
    return Compared(given, nouns, written, [key for keys in standing.values() for key in keys], fresh)


def ordered(kind: Kind, nouns: tuple[Any, ...]) -> tuple[Any, ...]:
    """Nouns in the record's order: of id, then of what they hold."""
    if len({kind.id(noun) for noun in nouns}) == len(nouns):
        return tuple(sorted(nouns, key=kind.id))
    return tuple(sorted(nouns, key=lambda noun: (kind.id(noun), body(noun))))


def body(noun: Any) -> str:
    """A noun as JSON; a document without its text, which is kept by hash."""
    if isinstance(noun, Document):
        noun = msgspec.structs.replace(noun, text="")
    return _ENCODER.encode(noun).decode()


def as_read(documents: Sequence[Document], making: Making, written: Sequence[str]) -> list[str | None]:
    """The documents as they were read, as JSON, where the record says otherwise of them."""
    read = {document.id: body(document) for document in making.documents}
    found = [read.get(document.id, said) for document, said in zip(documents, written, strict=True)]
    return [None if was == said else was for was, said in zip(found, written, strict=True)]


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
    rows = connection.execute(select(table.c.key, table.c.id, table.c.sha256).where(table.c.until.is_(None)))
    return all(texts.get(identifier) == sha256 for key, identifier, sha256 in rows if key in closed)
