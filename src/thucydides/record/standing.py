"""Standing: what stood in the latest revision, as far as a draft of the next one does not hold it all the same."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from thucydides.keeping.parcel import Nouns
from thucydides.nouns import Record
from thucydides.record import loading, rows, schema
from thucydides.record.comparing import Compared, Draft, ordered
from thucydides.record.kinds import KINDS, Kind
from thucydides.record.laws import Beside, referred
from thucydides.record.revision import Revision
from thucydides.record.tables import metadata

_AT_ONCE = 500


def stood(connection: Connection, draft: Draft, last: Revision, folder: Path | None, name: str) -> Record:
    """The record of the last revision, without the parcels that stand: what the draft holds too, and what rows hold that hold no more."""
    fields: dict[str, Any] = {kind.field: _stood(connection, kind, draft.fields[kind.field], folder, name) for kind in KINDS}
    return Record(title=last.title, revision=last.number, **fields)


def _stood(connection: Connection, kind: Kind, compared: Compared, folder: Path | None, name: str) -> tuple[Any, ...]:
    fresh, table, closed = frozenset(compared.fresh), kind.table, sorted(compared.closed)
    same = tuple(noun for n, noun in enumerate(compared.nouns) if n not in fresh)
    bodies: list[str] = []
    for some in _portions(closed):
        bodies += connection.execute(select(table.c.body).where(table.c.key.in_(some))).scalars()
    gone = loading.decoded(bodies, kind.type, name)
    if table is schema.documents:
        gone = loading.with_texts(connection, gone, folder, name)
    return ordered(kind, (*same, *gone)) if gone else same


def beside(connection: Connection, draft: Draft, nouns: Nouns, texts: Mapping[str, str]) -> Beside:
    """What some nouns of a draft are held against: `texts` by document, and what they refer to of all that stands or comes."""
    return Beside(texts, **{field: _known(connection, draft.fields[field], field, ids) for field, ids in referred(nouns).items()})


def _known(connection: Connection, compared: Compared, field: str, ids: frozenset[str]) -> frozenset[str]:
    """Of some ids those of nouns of one kind that the record holds."""
    table, found = metadata.tables[field], {noun.id for noun in compared.nouns}
    for some in _portions(sorted(ids - found)):
        rows = connection.execute(select(table.c.id, table.c.key).where(table.c.id.in_(some) & table.c.until.is_(None)))
        found.update(identifier for identifier, key in rows if key not in compared.closed)
    return ids & found


def texts_stand(connection: Connection, draft: Draft) -> bool:
    """Whether no document that stood is gone or has another text."""
    closed, table = sorted(draft.fields["documents"].closed), schema.documents
    texts = {document.id: document.sha256 for document in draft.fields["documents"].nouns}
    chosen = (select(table.c.id, table.c.sha256).where(table.c.key.in_(some)) for some in _portions(closed))
    return all(texts.get(identifier) == sha256 for one in chosen for identifier, sha256 in connection.execute(one))


def _portions(keys: list[Any]) -> Iterator[list[Any]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def kept(draft: Draft, keys: dict[str, list[int]], revision: Revision) -> rows.Known:
    """The rows of a draft that was written as a revision; `keys` are those of all nouns compared, by field."""
    by_parcel: list[dict[str, list[tuple[int, bytes, bytes]]]] = [{} for _ in draft.came]
    others: dict[str, list[tuple[int, bytes, bytes]]] = {}
    for field, one in draft.fields.items():
        for owner, row in zip(one.owners, zip(keys[field], one.marks, one.digests, strict=True), strict=True):
            (by_parcel[owner] if owner >= 0 else others).setdefault(field, []).append(row)
    came = {
        parcel.mark: msgspec.Raw(msgspec.msgpack.encode({field: rows.column(some) for field, some in found.items()}))
        for parcel, found in zip(draft.came, by_parcel, strict=True)
    }
    left = {field: rows.column(some) for field, some in others.items()}
    return rows.Known(rows.revision_mark(revision), {**draft.same, **came}, left, dict(draft.totals))
