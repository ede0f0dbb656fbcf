"""Comparing: a record held against the rows that stand, so that only what differs is checked, written and told.

Invariant: a noun is the same as a row where both are the same JSON, and a parcel stands with all its rows where its mark does; so what
stood is known without reading it again, save where it differs.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection

from thucydides.keeping.parcel import Nouns, Parcel
from thucydides.nouns import Document, Record
from thucydides.record import rows, schema
from thucydides.record.kinds import KINDS, Kind
from thucydides.record.laws import REFERRING
from thucydides.record.making import Making

_ENCODER = msgspec.json.Encoder()


class Given(Struct, frozen=True):
    """A record to be saved: what its documents and incidents give as parcels, and all else that it holds by field."""

    title: str
    parcels: tuple[Parcel, ...]
    others: Nouns


def given(record: Record) -> Given:
    """A record that is at hand as a whole."""
    return Given(record.title, (), {kind.field: getattr(record, kind.field) for kind in KINDS})


class Compared(Struct, frozen=True):
    """Nouns of one kind, those of parcels that stand left out, in the record's order; of each its digest as JSON, the mark of the row that
    it makes, which of the parcels that do not stand holds it (-1: none), and the key of the row that holds it (0 where none does yet); the
    positions of those that no row holds, and the rows that hold no more, by key with their marks.
    """

    nouns: tuple[Any, ...]
    digests: list[bytes]
    marks: list[bytes]
    owners: list[int]
    keys: list[int]
    fresh: list[int]
    closed: dict[int, bytes]


class Draft(Struct, frozen=True):
    """A record held against what stands: the parcels that came, what is compared by field, and what else is known to stand."""

    came: tuple[Parcel, ...]
    fields: Mapping[str, Compared]
    same: dict[bytes, msgspec.Raw]
    totals: Mapping[str, tuple[int, bytes]]

    def nouns(self) -> Nouns:
        """All that is compared."""
        return {field: one.nouns for field, one in self.fields.items()}

    def differs(self) -> bool:
        """Whether any row comes or goes."""
        return any(one.fresh or one.closed for one in self.fields.values())


def compare(connection: Connection, record: Given, making: Making, known: rows.Known | None = None) -> Draft:
    """A record held against the rows that stand, which are read where they are not `known` or other than known."""
    if known is not None:
        same = {p.mark: known.parcels[p.mark] for p in record.parcels if p.mark in known.parcels}
        gone = [rows.of_parcel(known, mark) for mark in known.parcels.keys() - same.keys()]
        draft = _drafted(record, making, same, [*gone, known.others], known.totals)
        if all(rows.hold(connection, kind.table, draft.fields[kind.field].closed) for kind in KINDS):
            return draft
    stand = rows.read(connection)
    totals = {field: rows.added(rows.NOTHING, (digest for _, _, digest in one.rows())) for field, one in stand.items()}
    return _drafted(record, making, {}, [stand], totals)


def _drafted(
    record: Given, making: Making, same: dict[bytes, msgspec.Raw], stood: Sequence[rows.Columns], totals: Mapping[str, tuple[int, bytes]]
) -> Draft:
    """The draft of a record of which the `same` parcels stand, against all other rows that `stood`."""
    came = tuple(p for p in record.parcels if p.mark not in same)
    told = [p.nouns() for p in came]
    fields, sums = {}, {}
    for kind in KINDS:
        field = kind.field
        nouns = [(noun, n) for n, some in enumerate(told) for noun in some.get(field, ())]
        nouns += [(noun, -1) for noun in record.others.get(field, ())]
        before = [row for columns in stood if field in columns for row in columns[field].rows()]
        fields[field] = found = _compared(kind, nouns, making, before)
        left = rows.added(totals.get(field, rows.NOTHING), (digest for _, _, digest in before), -1)
        sums[field] = rows.added(left, found.digests)
    return Draft(came, fields, same, sums)


def with_more(draft: Draft, field: str, nouns: Sequence[Any], making: Making) -> Draft:
    """A draft that holds some nouns of a kind besides, of which it held none."""
    kind = next(kind for kind in KINDS if kind.field == field)
    before = [(key, mark, mark) for key, mark in draft.fields[field].closed.items()]
    found = _compared(kind, [(noun, -1) for noun in nouns], making, before)
    totals = {**draft.totals, field: rows.added(draft.totals[field], found.digests)}
    return Draft(draft.came, {**draft.fields, field: found}, draft.same, totals)


def _compared(kind: Kind, given: Sequence[tuple[Any, int]], making: Making, before: Sequence[tuple[int, bytes, bytes]]) -> Compared:
    """Each noun with the row that holds it."""
    order = _order(kind, [noun for noun, _ in given])
    nouns, owners = tuple(given[n][0] for n in order), [given[n][1] for n in order]
    written = [body(noun) for noun in nouns]
    marks = digests = [rows.mark(one) for one in written]
    if kind.table is schema.documents:
        marks = [rows.mark(one, said) for one, said in zip(written, as_read(nouns, making, written), strict=True)]
    left: dict[bytes, list[int]] = {}
    for key, mark, _ in before:
        left.setdefault(mark, []).append(key)
    keys = [some.pop(0) if (some := left.get(mark)) else 0 for mark in marks]
    fresh = [n for n, key in enumerate(keys) if not key]
    return Compared(nouns, digests, marks, owners, keys, fresh, {key: mark for mark, some in left.items() for key in some})


def changed(draft: Draft, texts_stand: bool) -> Nouns:
    """What has to be held against the laws again where all that stood is known to obey them: the nouns that no row holds, and all that may
    refer to one that is gone; everything compared where texts do not stand.
    """
    gone = any(draft.fields[field].closed for field in ("mentions", "claims", "aggregates"))
    return {
        field: one.nouns if not texts_stand or (gone and field in REFERRING) else tuple(one.nouns[n] for n in one.fresh)
        for field, one in draft.fields.items()
    }


def _order(kind: Kind, nouns: Sequence[Any]) -> list[int]:
    """The positions of nouns in the record's order: of id, then of what they hold."""
    ids = [kind.id(noun) for noun in nouns]
    if len(set(ids)) == len(ids):
        return sorted(range(len(ids)), key=ids.__getitem__)
    return sorted(range(len(ids)), key=lambda n: (ids[n], body(nouns[n])))


def ordered(kind: Kind, nouns: Iterable[Any]) -> tuple[Any, ...]:
    """Nouns in the record's order."""
    some = tuple(nouns)
    return tuple(some[n] for n in _order(kind, some))


def body(noun: Any) -> bytes:
    """A noun as JSON; a document without its text, which is kept by hash."""
    if isinstance(noun, Document):
        noun = msgspec.structs.replace(noun, text="")
    return _ENCODER.encode(noun)


def as_read(documents: Sequence[Document], making: Making, written: Sequence[bytes]) -> list[str | None]:
    """The documents as they were read, as JSON, where the record says otherwise of them."""
    read = {d.id: body(making.documents[d.id]) for d in documents if d.id in making.documents}
    found = [read.get(document.id, said) for document, said in zip(documents, written, strict=True)]
    return [None if was == said else was.decode() for was, said in zip(found, written, strict=True)]
