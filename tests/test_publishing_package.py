"""package: a data package that validates, with a method that names the rules in force and a note on rights."""

import csv
import io
import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from publishing_sample import sample
from thucydides.nouns import Record
from thucydides.publishing import Options, export
from thucydides.publishing.outputs.csv import cell
from thucydides.publishing.outputs.package import write
from thucydides.publishing.rules import used
from thucydides.publishing.tabular import tables

FILES = write(sample(), Options(grade="weak", held=5))
PACKAGE: dict[str, Any] = json.loads(FILES["datapackage.json"])


def test_every_table_is_described_with_every_column() -> None:
    found = {r["name"]: r for r in PACKAGE["resources"]}
    assert tuple(found) == tables.names()
    for name, resource in found.items():
        header = next(csv.reader(io.StringIO(FILES[resource["path"]].decode(), newline="")))
        assert header == [f["name"] for f in resource["schema"]["fields"]]
        assert all(f["description"] for f in resource["schema"]["fields"]), name


def test_the_digests_are_those_of_the_files() -> None:
    for resource in PACKAGE["resources"]:
        data = FILES[resource["path"]]
        assert resource["hash"] == f"sha256:{sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)


@pytest.mark.parametrize("name", tables.names())
def test_the_tables_read_back_are_the_records_rows(name: str) -> None:
    read = list(csv.reader(io.StringIO(FILES[f"data/{name}.csv"].decode(), newline="")))[1:]
    rows = next(list(rows) for n, rows in tables.all_tables(sample(), Options(grade="weak", held=5)) if n == name)
    assert read == [[cell(row[c]) for c in tables.columns(name)] for row in rows]


def test_frictionless_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    export(sample(), "package", tmp_path / "p")
    report = frictionless.Package(str(tmp_path / "p" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])


def test_frictionless_would_find_a_broken_link_and_a_wrong_type(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    for column, wrong in (("document", "nowhere"), ("start", "many")):
        folder = tmp_path / column
        export(sample(), "package", folder)
        rows = list(csv.DictReader(io.StringIO((folder / "data" / "claims.csv").read_text(encoding="utf-8"), newline="")))
        rows[0][column] = wrong
        with (folder / "data" / "claims.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        package = json.loads((folder / "datapackage.json").read_text())
        for resource in package["resources"]:
            del resource["hash"], resource["bytes"]
        (folder / "datapackage.json").write_text(json.dumps(package))
        assert not frictionless.Package(str(folder / "datapackage.json")).validate().valid


def test_the_method_names_every_rule_that_was_used_and_says_what_is_left_out() -> None:
    text = FILES["METHODOLOGY.md"].decode()
    rules = {r.id for _, found in used(sample()) for r in found}
    assert rules
    assert all(f"| `{rule}` |" in text for rule in rules)
    parts = re.findall(r"^## (.*)$", text, re.M)
    assert parts == ["Kinds of source", "Collection", "Evaluation", "Corroboration", "Quality control", "Rules in force"]
    assert "Only what is graded weak or better is here: 5 incidents and acts; none is left out." in text
    assert "rests on 3 documents" in text
    assert "Inputs that could not be read: 1." in text


def test_the_numbers_of_the_method_are_the_records() -> None:
    text = FILES["METHODOLOGY.md"].decode()
    record = sample()
    assert f"Of {len(record.claims)} claims, {sum(c.speaker is not None for c in record.claims)} have a named speaker" in text
    assert f"{len(record.discrepancies)} discrepancies in `discrepancies`" in text


def test_texts_of_documents_go_only_with_full_text_and_the_note_on_rights_says_so() -> None:
    whole = [cell(d.text) for d in sample().documents]
    for full in (False, True):
        files = write(sample(), Options(full_text=full))
        read = list(csv.DictReader(io.StringIO(files["data/sources.csv"].decode(), newline="")))
        assert ([r["text"] for r in read] == whole) == full
        assert ("No more than 40 words a passage" in files["LICENCE.md"].decode()) != full
        assert ("may need their publishers' leave" in files["LICENCE.md"].decode()) == full


def test_names_of_others_cannot_become_markup() -> None:
    hostile = replace(
        sample(), title="A | <b>b</b>\n# c", documents=tuple(replace(d, outlet="[x](javascript:y)") for d in sample().documents)
    )
    files = write(hostile, Options())
    for name in ("METHODOLOGY.md", "README.md"):
        text = files[name].decode()
        assert "<b>" not in text.replace("\\<b\\>", "")
        assert "[x](javascript" not in text
        assert len(re.findall("^# ", text, re.M)) == 1


def test_an_empty_record_is_a_package_of_empty_tables() -> None:
    files = write(Record("", 1), Options())
    assert json.loads(files["datapackage.json"])["name"] == "record"
    assert "rests on 0 documents" in files["METHODOLOGY.md"].decode()
