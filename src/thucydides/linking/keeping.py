"""Keeping: what linking knows of a record as bytes, so that the next build takes it up and changes only what came, changed or went.

Invariant: what is kept says by digests what it was made of, and is taken up only for that; so it changes how long linking takes and
nothing else.
"""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

import msgspec
from msgspec import Struct

from thucydides.keeping.corpus import Corpus
from thucydides.keeping.shelf import Shelf
from thucydides.linking.arrays import Array, Table
from thucydides.linking.groups import GROUP_KINDS, Grouping, Groups
from thucydides.linking.layers import Layers
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.querying import queries, take_queries
from thucydides.linking.reports import Report, Reports
from thucydides.linking.scoring import Compared
from thucydides.linking.standing import Kept, Standing
from thucydides.linking.unit import Unit
from thucydides.linking.weights import Weights
from thucydides.nouns import Mention, Ruling

_NAME, _QUERY = "linking", "query"
_NONE: frozenset[str] = frozenset()


class _Row(Struct, frozen=True, array_like=True):
    """One unit with what is asked of it once its words stand in the table."""

    mention: str
    told_in: str
    kind: str
    members: tuple[str, ...]
    document: str
    published: int | None


_Columns = tuple[memoryview, ...]
"""Columns of numbers as their bytes."""
_POSITIONS = ("int32", "int64")
"""As which numpy type positions are kept, and as which they are held."""
_PAIRS = (_POSITIONS, _POSITIONS, ("float64", "float64"), ("int64", "int64"))
_GROUPING = tuple(_POSITIONS if kind == "int64" else (kind, kind) for kind in ("int64", *GROUP_KINDS))
_WEIGHED = (("float64", "float64"), ("uint64", "uint64"))


class _State(Struct, frozen=True, array_like=True):
    """A standing state; `told` is the digest of each document with all that it tells."""

    figures: bytes
    told: dict[str, bytes]
    reports: dict[str, Report]
    rulings: tuple[Ruling, ...]
    rows: tuple[_Row, ...]
    words: tuple[str, ...]
    weighed: _Columns
    numbers: tuple[tuple[bool | int | str, ...], ...]
    pairs: _Columns
    groupings: tuple[_Columns, ...]
    besides: tuple[_Columns, ...]
    table: memoryview


class _Held(NamedTuple):
    """A standing state that this process holds; `told` is the digest of each document with all that it tells."""

    figures: bytes
    told: Mapping[str, bytes]
    standing: Standing


_STATE = msgspec.msgpack.Decoder(_State)


def stands(shelf: Shelf, given: Corpus, rulings: Sequence[Ruling], figures: Weights) -> Standing:
    """The standing state of what is given, from what was kept of an earlier one as far as that goes; kept again where it changed."""
    take_queries(before := shelf.take(_QUERY) or memoryview(b""))
    digests = given.digests
    kept: _State | _Held | None = shelf.recall(_NAME, _STATE.decode)
    if kept is None or kept.figures != _figures(figures):
        standing, same, gone = Standing(figures), _NONE, _NONE
    else:
        same = frozenset(name for name, digest in digests.items() if kept.told.get(name) == digest)
        gone = frozenset(kept.told.keys() - digests.keys())
        standing = kept.standing if isinstance(kept, _Held) else Standing(figures, _again(kept))
        standing.reads(given, same)
        if len(same) == len(digests) and not gone and standing.kept().decided == tuple(rulings):
            return standing
    shelf.let_go(_NAME)
    new = [name for name in digests if name not in same]
    told = [given.extract(name) for name in new]
    standing.change(
        [given.documents[name] for name in new if name in given.documents], [m for e in told for m in e.mentions],
        [c for e in told for c in e.claims], rulings, gone,
    )  # fmt: skip
    shelf.keep(_NAME, _Held(_figures(figures), dict(digests), standing), _written)
    if (after := queries()) != before:
        shelf.put(_QUERY, after)
    return standing


def _figures(figures: Weights) -> bytes:
    return blake2b(msgspec.msgpack.encode(figures), digest_size=16).digest()


def _written(held: _Held) -> bytes:
    kept = held.standing.kept()
    rows = tuple(_Row(u.mention.id, u.mention.document, u.mention.kind, u.members, u.document, u.published) for u in kept.units)
    known = _columns(kept.words.known(), _WEIGHED)
    return msgspec.msgpack.encode(_State(
        held.figures, dict(held.told), dict(kept.reports.known()), kept.decided, rows, kept.words.met(), known,
        kept.numbers.met(), _pairs(kept.pairs), tuple(_grouping(g) for g in kept.layers.groupings),
        tuple(_pairs(b) for b in kept.layers.besides), _table(kept.table),
    ))  # fmt: skip


def _again(kept: _State) -> Kept:
    """The state that was kept."""
    size = len(kept.rows)
    return Kept(
        Reports.again(kept.reports), [_unit(row) for row in kept.rows], _table_of(kept.table), _words(kept),
        Numbers(kept.numbers), _compared(kept.pairs, size),
        Layers(tuple(_grouping_of(g) for g in kept.groupings), tuple(_compared(b, size) for b in kept.besides)), kept.rulings,
    )  # fmt: skip


def _unit(row: _Row) -> Unit:
    """A unit that stands, of whose mention nothing more is asked than what the row holds."""
    mention = Mention(row.mention, row.told_in, row.kind, "", "", "happened", ())  # type: ignore[arg-type]
    return Unit(mention, row.members, row.document, row.published)


def _words(kept: _State) -> Words:
    usual, digest = _arrays(kept.weighed, _WEIGHED)
    return Words(kept.words, (usual, digest))


def _pairs(pairs: Compared) -> _Columns:
    return _columns((pairs.left, pairs.right, pairs.weight, pairs.met), _PAIRS)


def _compared(columns: _Columns, units: int) -> Compared:
    return Compared(units, *_arrays(columns, _PAIRS))


def _grouping(grouping: Grouping) -> _Columns:
    return _columns((grouping.labels, *grouping.groups.columns()), _GROUPING)


def _grouping_of(columns: _Columns) -> Grouping:
    labels, *groups = _arrays(columns, _GROUPING)
    return Grouping(labels, Groups(*groups))


def _columns(held: Sequence[Array], kinds: Sequence[tuple[str, str]]) -> _Columns:
    import numpy as np

    return tuple(np.ascontiguousarray(some, kept).view(np.uint8).data for some, (kept, _) in zip(held, kinds, strict=True))


def _arrays(columns: _Columns, kinds: Sequence[tuple[str, str]]) -> list[Array]:
    import numpy as np

    return [np.frombuffer(data, kept).astype(held) for data, (kept, held) in zip(columns, kinds, strict=True)]


def _table(rows: Table) -> memoryview:
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as writer:
        writer.write_table(rows)
    return memoryview(sink.getvalue())


def _table_of(data: memoryview) -> Table:
    import pyarrow as pa

    with pa.ipc.open_stream(pa.py_buffer(data)) as reader:
        return reader.read_all().combine_chunks()
