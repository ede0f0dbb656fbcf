"""csv: tables whose every column is described, unknown empty, and no cell that a spreadsheet would run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from publishing_sample import sample
from thucydides.nouns import Passage
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.outputs.csv import FORMULA, NUMBER, cell, write
from thucydides.publishing.tabular import tables

TABLES = write(sample(), Options())


def read(name: str) -> list[dict[str, str]]:
    return parsed(TABLES[f"{name}.csv"])


def parsed(data: bytes) -> list[dict[str, str]]:
    """A table's rows, without the row of hashtags."""
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    return rows[1:] if any(str(v).startswith("#") for v in rows[0].values()) else rows


def test_the_tables_are_those_promised() -> None:
    promised = {"incidents", "accounts", "claims", "discrepancies", "aggregates", "sources", "figures", "gaps", "acts", "columns"}
    promised |= {"passages", "actors", "rulings", "about"}
    assert set(TABLES) == {f"{name}.csv" for name in promised}


@pytest.mark.parametrize("name", tables.names())
def test_every_row_has_just_the_columns_that_are_described(name: str) -> None:
    rows = list(tables.rows(name, Index(sample())))
    assert rows, "the sample fills every table"
    assert all(set(row) == set(tables.columns(name)) for row in rows)
    assert all(column.meaning for column in tables.columns(name).values())


def test_the_meaning_of_every_column_goes_with_the_tables() -> None:
    described = {(row["table"], row["column"]) for row in read("columns")}
    assert described == {(name, column) for name in tables.names() for column in tables.columns(name)}


def test_one_row_an_incident_account_claim_and_side() -> None:
    record = sample()
    assert [r["id"] for r in read("incidents")] == [i.id for i in record.incidents if i.kind == "incident"]
    assert len(read("accounts")) == 8
    assert len(read("claims")) == len(record.claims)
    assert len(read("discrepancies")) == sum(len(d.values) for d in record.discrepancies)
    assert len(read("aggregates")) == 3, "a row for each reading of each count"


def test_unknown_is_empty_and_nought_is_0() -> None:
    rows = {r["id"]: r for r in read("incidents")}
    assert (rows["PE-1991-02"]["killed_best"], rows["XX-unknown"]["killed_best"]) == ("", "0")
    assert (rows["XX-unknown"]["injured_low"], rows["XX-unknown"]["injured_high"]) == ("3", "")
    assert rows["XX-unknown"]["latitude"] == rows["XX-unknown"]["date_edtf"] == ""
    assert rows["EC-1991-03-12"]["latitude"] == "-3.4", "a negative number is no formula"
    assert rows["EC-1991-03-12"]["killed_groups"] == "Ecuadorian soldiers=3"
    assert rows["EC-1991-03-12"]["responsibility"] == "Quito accused the Military Forces of Peru; the army denied responsibility"


def test_a_claim_carries_its_passage() -> None:
    texts = {d.id: d.text for d in sample().documents}
    for row in read("claims"):
        passage = texts[row["document"]][int(row["start"]) : int(row["end"])]
        assert row["passage"] == " ".join(passage.split())


def test_a_long_passage_is_cut_to_40_words() -> None:
    record = sample()
    document = record.documents[0]
    passage = Passage(document.id, 0, 400)
    long = replace(record.claims[0], document=document.id, passage=passage)
    row = next(iter(tables.rows("claims", Index(replace(record, claims=(long,))))))
    assert len(str(row["passage"]).split()) == 41
    assert str(row["passage"]).endswith(" …")


def test_a_latitude_in_the_south_stays_a_number() -> None:
    assert [cell(value) for value in ("-11.3517", "-70", "-1+2", "-cmd")] == ["-11.3517", "-70", "'-1+2", "'-cmd"]


@given(st.text() | st.sampled_from(['=HYPERLINK("http://x")', "+1", "-1+2", "@SUM(A1)", "\tx", " =1", "＝1"]))
def test_no_text_is_a_formula_and_none_is_lost(text: str) -> None:
    written = cell(text)
    assert not written.lstrip(" ").startswith(FORMULA) or NUMBER.fullmatch(written)
    assert written.removeprefix("'") == text.removeprefix("'")


def test_hostile_names_stay_text() -> None:
    record = sample()
    documents = tuple(replace(d, outlet='=cmd|" /C calc"!A0', title="+evil") for d in record.documents)
    rows = parsed(write(replace(record, documents=documents), Options())["sources.csv"])
    assert {r["outlet"] for r in rows} == {'\'=cmd|" /C calc"!A0'}
    assert {r["title"] for r in rows} == {"'+evil"}
