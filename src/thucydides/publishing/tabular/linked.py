"""Links: pairs of ids that say what belongs to what, for formats in which a table can point at another.

Invariant: both ends of a link are rows of their tables.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct

from thucydides.nouns import Incident
from thucydides.publishing.index import Index

Pairs = Callable[[Index], Iterator[tuple[str, ...]]]


class Link(Struct, frozen=True):
    """A table of links: its columns with the tables whose `id` they hold ("" for a plain word), and its rows."""

    ends: tuple[tuple[str, str], ...]
    rows: Pairs

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.ends)

    def create(self, name: str) -> str:
        """The SQL that makes the table."""
        parts = [f'"{column}" TEXT' + (f" REFERENCES {to} (id)" if to else "") for column, to in self.ends]
        keys = ", ".join(f'"{column}"' for column, _ in self.ends)
        return f"CREATE TABLE {name} ({', '.join(parts)}, PRIMARY KEY ({keys})) WITHOUT ROWID"


def _documents(kind: str) -> Pairs:
    def documents(index: Index, incident: Incident) -> Iterator[str]:
        yield from sorted({index.mentions[m].document for m in incident.mentions if m in index.mentions} & index.documents.keys())

    return _pairs(kind, documents)


def _claims(kind: str) -> Pairs:
    def claims(index: Index, incident: Incident) -> Iterator[str]:
        own = {c.id for m in incident.mentions for c in index.claims_of.get(m, ())}
        yield from sorted(own)

    return _pairs(kind, claims)


def _passages(kind: str) -> Pairs:
    def passages(index: Index, incident: Incident) -> Iterator[str]:
        told = {p for m in incident.mentions if m in index.mentions for p in index.mentions[m].passages}
        said = {c.passage for m in incident.mentions for c in index.claims_of.get(m, ())}
        yield from (f"{p.document}:{p.start}-{p.end}" for p in sorted(told | said))

    return _pairs(kind, passages)


def _pairs(kind: str, find: Callable[[Index, Incident], Iterator[str]]) -> Pairs:
    def pairs(index: Index) -> Iterator[tuple[str, ...]]:
        return ((i.id, other) for i in index.record.incidents if i.kind == kind for other in find(index, i))

    return pairs


def _actors(kind: str) -> Pairs:
    def actors(index: Index) -> Iterator[tuple[str, ...]]:
        for incident in index.record.incidents:
            if incident.kind == kind:
                yield from sorted({(incident.id, a, role) for a, _, role in incident.actors if a in index.actors})

    return actors


LINKS = {
    f"{kind}_{what}": Link(((kind, f"{kind}s"), (one, table), *more), find(kind))
    for kind in ("incident", "act")
    for what, one, table, more, find in (
        ("documents", "document", "sources", (), _documents),
        ("claims", "claim", "claims", (), _claims),
        ("passages", "passage", "passages", (), _passages),
        ("actors", "actor", "actors", (("role", ""),), _actors),
    )
}
"""The tables of links by name."""
