"""gazetteer and actors answer what a name means, or what comes nearest to it."""

import pytest

from cli_runner import Runner


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    return Runner(capsys)


def test_a_place_by_name(run: Runner) -> None:
    assert "settlement in" in run("gazetteer", "lookup", "Khartoum").out
    found = run("gazetteer", "lookup", "Khartoum", "--country", "sd", "--limit", 1, "--json").json
    assert [(p["country"], round(p["latitude"]), round(p["longitude"])) for p in found] == [("SD", 16, 33)]
    assert "no place is listed under 'Xyzzyq'" in run.fails(2, "gazetteer", "lookup", "Xyzzyq")
    assert " in TJ" in run.fails(2, "gazetteer", "lookup", "Khartoum", "--country", "tj")


def test_a_party_by_name_alias_or_id(run: Runner) -> None:
    first = run("actors", "lookup", "Boko", "Haram", "--json").json[0]
    assert "Boko Haram" in (first["name"], *first["aliases"])
    assert run("actors", "lookup", first["id"], "--json").json[0] == first
    assert "the nearest are" in run.fails(2, "actors", "lookup", "Boko Harram")
