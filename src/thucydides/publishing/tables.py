"""Tables: the record as rows of named cells, which the tabular formats write.

Invariant: every row has the cells of its table in `data/columns.yaml`.
"""

from collections.abc import Callable, Iterator

from thucydides import __version__
from thucydides.nouns import Record
from thucydides.publishing import rows_claims, rows_incidents
from thucydides.publishing.assets import mapping
from thucydides.publishing.cells import Row
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options


def columns(table: str) -> dict[str, str]:
    """A table's columns in order, each with its meaning."""
    return {name: meaning for part in mapping("columns")["tables"][table]["columns"] for name, meaning in part.items()}


def names() -> tuple[str, ...]:
    """The tables there are, in order."""
    return tuple(mapping("columns")["tables"])


def rows(table: str, index: Index) -> Iterator[Row]:
    """The rows of one table."""
    return iter(_ROWS[table](index))


def _columns(index: Index) -> Iterator[Row]:
    for table in names():
        for column, meaning in columns(table).items():
            yield {"table": table, "column": column, "meaning": meaning}


def _about(index: Index) -> Iterator[Row]:
    """What these tables are: facts about the export as item and value."""
    record, options = index.record, index.options
    yield {"item": "title", "value": record.title}
    yield {"item": "revision", "value": record.revision}
    yield {"item": "program", "value": f"thucydides {__version__}"}
    yield {"item": "status", "value": options.status}
    yield {"item": "quotations", "value": "passages in full" if options.full_text else f"at most {options.words} words a passage"}


_ROWS: dict[str, Callable[[Index], Iterator[Row]]] = {
    "incidents": rows_incidents.incident_rows,
    "acts": rows_incidents.act_rows,
    "accounts": rows_incidents.account_rows,
    "claims": rows_claims.claims_rows,
    "discrepancies": rows_claims.discrepancies_rows,
    "aggregates": rows_claims.aggregates_rows,
    "sources": rows_claims.sources_rows,
    "figures": rows_claims.figures_rows,
    "gaps": rows_claims.gaps_rows,
    "columns": _columns,
    "about": _about,
}


def all_tables(record: Record, options: Options) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every table with its rows, in order."""
    index = Index(record, options)
    for name in names():
        yield name, rows(name, index)
