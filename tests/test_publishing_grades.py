"""Publication status: what passes the grade is exported, the rest is not, and the output says which part of the record it is."""

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from publishing_sample import sample
from thucydides.nouns import Grade, Incident, Record
from thucydides.publishing import Options, export
from thucydides.publishing.options import GRADES
from thucydides.publishing.selection import passes, select, standing

CLASH, CAMP = "EC-1991-03-12", "EC-1991-03-09"


def graded(**grades: str) -> Record:
    """The sample with the harm of some incidents graded otherwise; ids have "_" for "-"."""
    named = {name.replace("_", "-"): grade for name, grade in grades.items()}

    def harm(incident: Incident) -> Incident:
        given = named.get(incident.id)
        return replace(incident, harm=Grade(given, "as the test needs")) if given else incident  # type: ignore[arg-type]

    record = sample()
    return replace(record, incidents=tuple(harm(i) for i in record.incidents))


def tables(record: Record, options: Options) -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(export(record, "csv", options=options) or b"")) as pack:
        names = [n for n in pack.namelist() if n.endswith(".csv")]
        return {
            n[:-4]: list(csv.DictReader(io.StringIO(pack.read(n).decode(), newline="")))[
                n != "rulings.csv" and n != "about.csv" :
            ]
            for n in names
        }


def features(record: Record, options: Options) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export(record, "geojson", options=options) or b"")
    return found


def test_without_a_grade_data_formats_leave_out_what_is_contested() -> None:
    record = graded(EC_1991_03_12="contested")
    found = features(record, Options())
    assert CLASH not in {f["id"] for f in found["features"]}
    assert found["status"] == "Only what is graded weak or better is here: 4 incidents and acts; 1 is left out."
    assert "4 incidents and acts" not in (export(record, "markdown") or b"").decode(), "a text that shows both accounts holds it"


def test_all_exports_everything_and_says_so() -> None:
    record = graded(EC_1991_03_12="contested", EC_1991_03_09="discounted")
    found = tables(record, Options(all=True))
    assert {r["id"] for r in found["incidents"]} == {i.id for i in record.incidents if i.kind == "incident"}
    about = {r["item"]: r["value"] for r in found["about"]}
    assert about["status"] == "Everything in the record is here, whatever its grade (exported with --all): 5 incidents and acts."
    for name in ("html", "markdown"):
        assert b"exported with --all" in (export(record, name, options=Options(all=True)) or b"").replace(b"\\", b"")


def test_the_json_is_the_whole_record_whatever_is_asked_for() -> None:
    record = graded(EC_1991_03_12="contested")
    for options in (Options(), Options(grade="confirmed")):
        found = json.loads(export(record, "json", options=options) or b"")
        assert len(found["incidents"]) + len(found["acts"]) == len(record.incidents)
        assert found["contains_document_texts"] is True
        assert [d["text"] for d in found["documents"]] == [d.text for d in record.documents]


def test_with_an_incident_go_its_claims_mentions_and_discrepancies() -> None:
    record = graded(EC_1991_03_12="contested")
    part = select(record, "weak")
    gone = set(next(i for i in record.incidents if i.id == CLASH).mentions)
    assert not gone & {m.id for m in part.mentions}
    assert all(not c.mentions or set(c.mentions) - gone for c in part.claims)
    assert {d.id for d in record.discrepancies} - {d.id for d in part.discrepancies} == {"d1", "d3", "d5"}
    assert part.documents == record.documents
    assert part.aggregates == record.aggregates
    assert select(record, "discounted") == record


def test_where_nobody_was_harmed_the_origins_count() -> None:
    spared = next(i for i in graded(EC_1991_03_12="discounted").incidents if i.id == CLASH)
    assert standing(replace(spared, origins=2)) == "fair"
    assert standing(replace(spared, origins=1, harm=None)) == "weak"


@given(st.sampled_from(GRADES), st.sampled_from(GRADES), st.sampled_from(GRADES))
def test_a_lower_grade_never_exports_less(harm: str, one: str, other: str) -> None:
    record = graded(EC_1991_03_12=harm, EC_1991_03_09=harm)
    high, low = sorted((one, other), key=GRADES.index)  # type: ignore[arg-type]
    strict, wide = (select(record, g) for g in (high, low))  # type: ignore[arg-type]
    assert {i.id for i in strict.incidents} <= {i.id for i in wide.incidents}
    assert all(passes(i, high) for i in strict.incidents)  # type: ignore[arg-type]
    assert {c.id for c in strict.claims} <= {c.id for c in wide.claims}


@pytest.mark.parametrize("full", [False, True])
def test_passages_are_cut_unless_the_full_text_is_asked_for(full: bool) -> None:
    record = sample()
    document = record.documents[0]
    long = replace(
        record.claims[0], document=document.id, passage=replace(record.claims[0].passage, document=document.id, start=0, end=600)
    )
    row = tables(replace(record, claims=(long,)), Options(full_text=full))["claims"][0]
    assert (len(row["passage"].split()) > 41) == full
