"""gazetteer and actors answer what a name means, or what comes nearest to it."""

from pathlib import Path

import pytest

from cli_runner import Runner
from thucydides.record.making import engine, extractor


def test_a_place_by_name(run: Runner) -> None:
    assert "settlement in" in run("gazetteer", "lookup", "Khartoum").out
    found = run("gazetteer", "lookup", "Khartoum", "--country", "sd", "--limit", 1, "--json").json
    assert [(p["country"], round(p["latitude"]), round(p["longitude"])) for p in found] == [("SD", 16, 33)]
    assert "no place is listed under 'Xyzzyq'" in run.fails(2, "gazetteer", "lookup", "Xyzzyq")
    assert "'Sudan' is no code of two letters" in run.fails(2, "gazetteer", "lookup", "Khartoum", "--country", "Sudan")
    assert "0 is not in the range" in run.fails(2, "gazetteer", "lookup", "Khartoum", "--limit", 0)
    assert " in TJ" in run.fails(2, "gazetteer", "lookup", "Khartoum", "--country", "tj")


def test_a_party_by_name_alias_or_id(run: Runner) -> None:
    first = run("actors", "lookup", "Boko", "Haram", "--json").json[0]
    assert "Boko Haram" in (first["name"], *first["aliases"])
    assert run("actors", "lookup", first["id"], "--json").json[0] == first
    assert "the nearest are" in run.fails(2, "actors", "lookup", "Boko Harram")


def test_places_of_ones_own_are_found_once_they_are_added(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table, own = tmp_path / "mine.csv", tmp_path / "own.gazetteer"
    table.write_text("name,latitude,longitude,country,alternates\nZzyxby,15.6,32.5,SD,Zzyxbi|Zixby\n")
    assert "no place is listed" in run.fails(2, "gazetteer", "lookup", "Zzyxby")
    ran = run("gazetteer", "add", table, "--to", own)
    assert ran.code == 0
    assert f"export THUCYDIDES_GAZETTEER={own}" in ran.out
    monkeypatch.setenv("THUCYDIDES_GAZETTEER", str(own))
    assert run("gazetteer", "add", table, "--json").json == {"added": 0, "gazetteer": str(own), "in_use": True}
    for name in ("Zzyxby", "Zixby"):
        (found,) = run("gazetteer", "lookup", name, "--json").json
        assert (found["name"], found["country"]) == ("Zzyxby", "SD")
    (tmp_path / "notes.csv").write_text("a,b\n1,2\n")
    assert "notes.csv" in run.fails(2, "gazetteer", "add", tmp_path / "notes.csv")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\xff\xfe")
    assert "no text in UTF-8; give" in run.fails(2, "gazetteer", "add", tmp_path / "picture.csv")
    assert "does not exist" in run.fails(2, "gazetteer", "add", tmp_path / "none.csv")


def test_places_of_ones_own_are_used_by_the_next_build(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("THUCYDIDES_GAZETTEER", raising=False)
    report, record = tmp_path / "report.txt", tmp_path / "record"
    report.write_text("Shelling killed four people in the village of Zzyxby in Sudan on 3 May 2024, a medic said.\n")

    def place() -> dict[str, object]:
        extractor.cache_clear()
        engine.cache_clear()
        assert run("build", report, "--record", record).code == 0
        (incident,) = run("export", record, "--format", "json", "--all").json["incidents"]
        found: dict[str, object] = incident["place"]
        return found

    assert place()["name"] == "Sudan"
    cells = ["7", "Zzyxby", "Zzyxby", "", "13.6", "25.3", "P", "PPL", "SD", *[""] * 5, "900", *[""] * 3, "2024-01-01"]
    dump = tmp_path / "SD.txt"
    dump.write_text("\t".join(cells) + "\n")
    assert run("gazetteer", "add", dump, "--json").json["in_use"] is True
    found = place()
    assert (found["name"], found["latitude"], found["gazetteer_id"]) == ("Zzyxby", 13.6, "geonames:7")
