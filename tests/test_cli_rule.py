"""rule keeps a person's decision in the log, in words that later builds still understand."""

from pathlib import Path

import pytest

from cli_runner import Runner, keep
from record_factory import extract, report

DOCUMENTS = [report("a.txt", 3, 2), report("b.txt", 3, 4), report("c.txt", 9, 1)]
MENTIONS = {d.path[0]: extract(d).mentions[0].id for d in DOCUMENTS}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return keep(tmp_path / "r", DOCUMENTS)


def groups(arguments: list[str]) -> set[frozenset[str]]:
    return {frozenset(a.split(",")) for a in arguments}


def test_incidents_are_written_as_their_mentions(run: Runner, made: Path) -> None:
    for number, verb in enumerate(("merge", "different"), 1):
        ran = run("rule", verb, made, "TJ-2024-03-03", "TJ-2024-03-09", "--who", "Ana", "--why", "same guns")
        assert ran.code == 0
        assert f"Ruling {number}" in ran.out
    first = run("rule", "list", made, "--json").json[0]
    assert (first["verb"], first["who"], first["why"]) == ("merge", "Ana", "same guns")
    assert groups(first["arguments"]) == {frozenset([MENTIONS["a"], MENTIONS["b"]]), frozenset([MENTIONS["c"]])}
    assert "name at least two" in run.fails(2, "rule", "merge", made, "TJ-2024-03-03")


def test_accounts_can_be_split_off(run: Runner, made: Path) -> None:
    assert run("rule", "split", made, "TJ-2024-03-03", "b.txt", "--who", "Ana").code == 0
    (ruling,) = run("rule", "list", made, "--json").json
    assert ruling["arguments"] == [MENTIONS["b"], MENTIONS["a"]]
    assert "does not tell of" in run.fails(2, "rule", "split", made, "TJ-2024-03-03", "c.txt")
    assert run("rule", "split", made, "TJ-2024-03-03", "--documents", "a.txt").code == 0
    assert run("rule", "list", made, "--json").json[1]["arguments"] == [MENTIONS["a"], MENTIONS["b"]]
    assert "name at least one account" in run.fails(2, "rule", "split", made, "TJ-2024-03-03")
    assert "leave at least one" in run.fails(2, "rule", "split", made, "TJ-2024-03-03", "a.txt", "b.txt")


def test_values_are_set_only_where_they_can_be_read(run: Runner, made: Path) -> None:
    for attribute, value in (("killed", "3"), ("killed", "3-5"), ("date", "2024-03"), ("place", "37.5,69.5,TJ,Kala")):
        assert run("rule", "set", made, "TJ-2024-03-09", attribute, value).code == 0
    assert "cannot be set to" in run.fails(2, "rule", "set", made, "TJ-2024-03-09", "killed", "a handful")
    assert "nothing called 'weather' can be set; there are: killed" in run.fails(2, "rule", "set", made, "TJ-2024-03-09", "weather", "rain")
    rulings = run("rule", "list", made, "--json").json
    assert rulings[0]["arguments"] == [MENTIONS["c"], "killed", "3"]
    assert len(rulings) == 4
    assert run("rule", "set", made, "TJ-2024-03-09", "killed.best", "3", "--json").json["arguments"] == rulings[0]["arguments"]


def test_a_record_without_rulings_says_so(run: Runner, made: Path) -> None:
    assert run("rule", "list", made).out == "There are no rulings.\n"
    assert run("rule", "list", made, "--json").json == []


def test_rulings_can_be_withdrawn(run: Runner, made: Path) -> None:
    assert run("rule", "reject", made, "TJ-2024-03-09", MENTIONS["a"]).code == 0
    assert run("rule", "undo", made, 1, "--json").json["verb"] == "undo"
    out = run("rule", "list", made).out
    assert "withdrawn by ruling 2" in out
    assert "reject: Attack at Kala, 2024-03-09 (TJ-2024-03-09)" in out
    assert "undo ruling 1" in out
    assert "already undone" in run.fails(2, "rule", "undo", made, 1)
    assert "no ruling 9" in run.fails(2, "rule", "undo", made, 9)
