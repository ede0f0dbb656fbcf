"""sqlite: the same tables in one SQLite file, with keys, links, views and full-text search, as datasette likes them.

Unknown is NULL. Link tables (`incident_documents`, `incident_claims`, ...) lead from an incident to what tells of it and back; the view
`timeline` is the record in the order of time, `months` its sums.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from thucydides.nouns import Record
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.tabular.linked import LINKS
from thucydides.publishing.tabular.tables import columns, key, links, names, rows

INFO = FormatInfo(
    "sqlite",
    ".sqlite",
    "The same tables in one SQLite file with keys, links, views and full-text search; opens in datasette.",
    standard="SQLite 3",
    readers=("datasette", "DB Browser for SQLite", "DuckDB", "QGIS"),
)
KINDS = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT", "flag": "INTEGER"}
SEARCHED = {"incidents": ("title", "place", "actors"), "passages": ("passage",), "sources": ("title", "outlet", "text")}
"""The columns that full-text search covers, by table."""
VIEWS = {
    "timeline": (
        "SELECT id, date_edtf AS date, title, place, country, killed_low, killed_best, killed_high, harm_grade FROM incidents "
        "ORDER BY date_earliest IS NULL, date_earliest, date_latest, id"
    ),
    "months": (
        "SELECT substr(date_earliest, 1, 7) AS month, count(*) AS incidents, sum(killed_low) AS killed_low, "
        "sum(killed_best) AS killed_best, sum(killed_high) AS killed_high, sum(killed_best IS NULL) AS killed_unknown "
        "FROM incidents WHERE substr(date_earliest, 1, 7) = substr(date_latest, 1, 7) GROUP BY month ORDER BY month"
    ),
}


def write(record: Record, options: Options) -> bytes:
    """The database file."""
    index = Index(record, options)
    base = sqlite3.connect(":memory:", isolation_level=None)
    try:
        base.execute("BEGIN")
        for name in names():
            base.execute(_create(name))
            header = list(columns(name))
            _insert(base, name, len(header), map(itemgetter(*header), rows(name, index)))
        for name, link in LINKS.items():
            base.execute(link.create(name))
            _insert(base, name, link.width, link.rows(index))
        for name, query in VIEWS.items():
            base.execute(f"CREATE VIEW {name} AS {query}")
        for name, searched in SEARCHED.items():
            listed = ", ".join(searched)
            # datasette knows the index of a table by just these quotation marks
            base.execute(f'CREATE VIRTUAL TABLE {name}_fts USING fts5({listed}, content="{name}", content_rowid="rowid")')
            base.execute(f"INSERT INTO {name}_fts (rowid, {listed}) SELECT rowid, {listed} FROM {name} ORDER BY rowid")
        base.execute("COMMIT")
        return base.serialize()
    finally:
        base.close()


def _create(name: str) -> str:
    """The statement that makes a table, with its key and its links to other tables."""
    parts = [f'"{c.name}" {KINDS[c.type]}' for c in columns(name).values()]
    if key(name):
        parts.append("PRIMARY KEY (" + ", ".join(f'"{c}"' for c in key(name)) + ")")
    parts += [f'FOREIGN KEY ("{c}") REFERENCES "{to}" ("{column}")' for c, (to, column) in links(name).items()]
    return f'CREATE TABLE "{name}" ({", ".join(parts)})'


def _insert(base: sqlite3.Connection, name: str, width: int, values: Iterable[Sequence[Any]]) -> None:
    base.executemany(f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})', values)
