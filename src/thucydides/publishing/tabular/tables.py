"""Tables: the record as rows of named cells, which the tabular formats write.

Invariants: every row has the cells of its table in `data/columns.yaml`; a cell is of the type that its column has there or None.
"""

from collections.abc import Callable, Iterator
from functools import cache

from msgspec import Struct

from thucydides.nouns import Record
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.tabular import rows_about, rows_claims, rows_incidents, rows_sources
from thucydides.publishing.tabular.cells import Row


class Column(Struct, frozen=True):
    """A column: its name, what it means, the type of its cells (text, integer, number, date, flag), and its HXL tag or ""."""

    name: str
    meaning: str
    type: str
    hxl: str


@cache
def columns(table: str) -> dict[str, Column]:
    """A table's columns in order."""
    found = mapping("columns")
    types, tags = found["types"], found["hxl"]

    def column(name: str, meaning: str) -> Column:
        own = f"{table}.{name}"
        return Column(name, meaning, types.get(own, types.get(name, "text")), tags.get(own, tags.get(name, "")))

    return {n: column(n, m) for part in found["tables"][table]["columns"] for n, m in part.items()}


def names() -> tuple[str, ...]:
    """The tables there are, in order."""
    return tuple(mapping("columns")["tables"])


def meaning(table: str) -> str:
    """What one row of a table is."""
    return str(mapping("columns")["tables"][table]["meaning"])


def key(table: str) -> tuple[str, ...]:
    """The columns whose cells together name a row; empty where rows have no name."""
    return tuple(mapping("columns")["tables"][table].get("key", ()))


def links(table: str) -> dict[str, tuple[str, str]]:
    """The columns that name a row of another table, as column: (table, column)."""
    found = mapping("columns")["tables"][table].get("links", {})
    return {column: (to.partition(".")[0], to.partition(".")[2]) for column, to in found.items()}


def rows(table: str, index: Index) -> Iterator[Row]:
    """The rows of one table."""
    return _columns() if table == "columns" else iter(_ROWS[table](index))


def all_tables(record: Record, options: Options) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every table with its rows, in order."""
    index = Index(record, options)
    for name in names():
        yield name, rows(name, index)


def _columns() -> Iterator[Row]:
    for table in names():
        for column in columns(table).values():
            yield {"table": table, "column": column.name, "type": column.type, "hxl": column.hxl, "meaning": column.meaning}


_ROWS: dict[str, Callable[[Index], Iterator[Row]]] = {
    "incidents": rows_incidents.incident_rows,
    "acts": rows_incidents.act_rows,
    "accounts": rows_incidents.account_rows,
    "claims": rows_claims.claims_rows,
    "discrepancies": rows_claims.discrepancies_rows,
    "aggregates": rows_claims.aggregates_rows,
    "sources": rows_sources.sources_rows,
    "passages": rows_sources.passages_rows,
    "actors": rows_sources.actors_rows,
    "figures": rows_claims.figures_rows,
    "gaps": rows_claims.gaps_rows,
    "rulings": rows_about.rulings_rows,
    "about": rows_about.about_rows,
}
