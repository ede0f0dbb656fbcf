"""parquet, sqlite and the HXL row: the same tables as csv, read back by programs that are not ours."""

import asyncio
import csv
import datetime
import io
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from publishing_sample import sample
from thucydides.nouns import Record
from thucydides.publishing import Options, export
from thucydides.publishing.index import Index
from thucydides.publishing.outputs import csv as as_csv
from thucydides.publishing.outputs import parquet
from thucydides.publishing.tabular import tables

ASKED = Options(grade="weak", held=5)
ROWS = {name: list(rows) for name, rows in tables.all_tables(sample(), ASKED)}
PARQUET = parquet.write(sample(), ASKED)
TYPES = {"text": "string", "integer": "int32", "number": "double", "date": "date32[day]", "flag": "bool"}


@pytest.fixture(scope="module")
def base() -> Iterator[sqlite3.Connection]:
    found = sqlite3.connect(":memory:")
    found.deserialize(export(sample(), "sqlite") or b"")
    yield found
    found.close()


def cells(value: Any) -> Any:
    """A value read back as the row had it."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


@pytest.mark.parametrize("name", tables.names())
def test_parquet_gives_back_every_row(name: str) -> None:
    table = pq.read_table(io.BytesIO(PARQUET[f"{name}.parquet"]))
    assert {f.name: str(f.type) for f in table.schema} == {c.name: TYPES[c.type] for c in tables.columns(name).values()}
    assert [{k: cells(v) for k, v in row.items()} for row in table.to_pylist()] == ROWS[name]


def test_parquet_says_what_it_is() -> None:
    schema = pq.read_schema(io.BytesIO(PARQUET["incidents.parquet"]))
    assert schema.metadata[b"status"].startswith(b"Only what is graded weak or better is here")
    assert schema.field("killed_best").metadata[b"hxl"] == b"#affected+killed+best"


def test_duckdb_reads_the_parquet_and_counts_unknown_as_unknown(tmp_path: Path) -> None:
    export(sample(), "parquet", tmp_path / "t")
    found = duckdb.sql(
        f"SELECT sum(killed_best), count(*), count(killed_best) FROM '{tmp_path / 't' / 'incidents.parquet'}'"
    ).fetchall()
    assert found == [(9, 4, 3)]


@pytest.mark.parametrize("name", tables.names())
def test_sqlite_gives_back_every_row(base: sqlite3.Connection, name: str) -> None:
    read = base.execute(f'SELECT * FROM "{name}"')
    header = [d[0] for d in read.description]
    assert [dict(zip(header, row, strict=True)) for row in read] == ROWS[name]


def test_sqlite_is_sound_and_every_link_leads_somewhere(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    linked = base.execute("SELECT count(*) FROM incident_claims JOIN claims ON claim = id").fetchone()[0]
    assert linked == base.execute("SELECT count(*) FROM incident_claims").fetchone()[0] > 0


def test_sqlite_can_be_searched_and_has_its_views(base: sqlite3.Connection) -> None:
    found = base.execute(
        "SELECT title FROM incidents WHERE rowid IN (SELECT rowid FROM incidents_fts WHERE incidents_fts MATCH 'clash')"
    )
    assert found.fetchall()
    dated = [row[0] for row in base.execute("SELECT date FROM timeline") if row[0]]
    assert dated == sorted(dated)
    months = {row[0]: row[1:] for row in base.execute("SELECT * FROM months")}
    assert months["1991-02"] == (1, None, None, None, 1), "no number known is no nought"


def test_keys_name_their_rows() -> None:
    for name, rows in ROWS.items():
        named = [tuple(row[c] for c in tables.key(name)) for row in rows]
        assert len(set(named)) == len(named), name


def test_every_cell_is_of_its_columns_type() -> None:
    kinds: dict[str, tuple[type, ...]] = {
        "text": (str,),
        "date": (str,),
        "integer": (int,),
        "flag": (int,),
        "number": (int, float),
    }
    for name, rows in ROWS.items():
        for row in rows:
            for column in tables.columns(name).values():
                assert row[column.name] is None or isinstance(row[column.name], kinds[column.type]), (name, column.name)


def test_passages_are_words_of_their_documents_and_lead_to_incidents() -> None:
    texts = {d.id: " ".join(d.text.split()) for d in sample().documents}
    incidents = {i.id for i in sample().incidents}
    for row in ROWS["passages"]:
        assert str(row["passage"]).removesuffix(" …") in texts[str(row["document"])]
        assert set(str(row["incidents"]).split("; ")) <= incidents | {""}
    assert {p for row in ROWS["passages"] for p in str(row["used_for"]).split("; ")} >= {"claim", "account", "aggregate", "gap"}


def test_the_documents_texts_go_only_with_full_text() -> None:
    for full in (False, True):
        rows = list(tables.rows("sources", Index(sample(), Options(full_text=full))))
        assert all((row["text"] is not None) == full for row in rows)


def test_every_passage_of_every_table_keeps_to_40_words() -> None:
    for rows in ROWS.values():
        assert all(len(str(row.get("passage") or "").removesuffix(" …").split()) <= 40 for row in rows)


def test_a_made_record_of_nothing_has_all_tables() -> None:
    assert set(parquet.write(Record("Nothing", 1), Options())) == {f"{n}.parquet" for n in tables.names()}


def test_hxl_tools_read_the_hashtags(tmp_path: Path) -> None:
    hxl = pytest.importorskip("hxl", reason="libhxl is not installed")
    (tmp_path / "incidents.csv").write_bytes(as_csv.write(sample(), Options())["incidents.csv"])
    data = hxl.data(str(tmp_path / "incidents.csv"), hxl.InputOptions(allow_local=True))
    assert [row.get("#event+id") for row in data] == [row["id"] for row in ROWS["incidents"]]
    assert "#affected+killed+best" in [c.display_tag for c in data.columns]


def test_datasette_opens_the_file_with_links_and_search(tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="datasette is not installed")
    export(sample(), "sqlite", tmp_path / "record.sqlite")

    async def asked(*addresses: str) -> list[Any]:
        served = app.Datasette([str(tmp_path / "record.sqlite")])
        return [await served.client.get(address) for address in addresses]

    table, search, links = asyncio.run(
        asked("/record/incidents.json?_shape=array", "/record/passages.json?_shape=array&_search=bomb", "/record/incident_documents")
    )
    assert [row["id"] for row in table.json()] == [row["id"] for row in ROWS["incidents"]]
    assert search.json()
    assert all("bomb" in row["passage"].lower() for row in search.json())
    assert 'href="/record/incidents/EC-1991-03-12"' in links.text.replace("&#45;", "-")


def test_every_hashtag_is_well_formed() -> None:
    for name in tables.names():
        for column in tables.columns(name).values():
            assert re.fullmatch(r"(?:#[a-z][a-z0-9_]*(?:\+[a-z][a-z0-9_]*)*)?", column.hxl), (name, column.name)
    header = next(csv.reader(io.StringIO(as_csv.write(sample(), Options())["claims.csv"].decode())))
    assert header[0] == "id"
