"""The command `evaluate`: errors listed, a baseline saved and shown, a part of the data taken."""

import json
from pathlib import Path

import pytest

from cli_runner import Runner


@pytest.fixture
def data(tmp_path: Path) -> Path:
    text = "Gunmen killed three farmers near Tumaco, Colombia, on 3 March 2019, police said on 5 March 2019.\n"
    (tmp_path / "wire.txt").write_text(text)
    event = {
        "id": "one",
        "date_start": "2019-03-03",
        "date_precision": "day",
        "deaths": {"best": 4},
        "mentions": [{"page": "wire.txt"}],
    }
    (tmp_path / "gold.json").write_text(json.dumps({"events": [event]}))
    return tmp_path


def test_wrong_answers_stand_beside_text_and_gold(run: Runner, data: Path) -> None:
    lines = run("evaluate", "record", data, "--errors", 5).out.splitlines()
    at = lines.index("killed best: one")
    assert "killed 4" in lines[at + 1]
    assert "killed 3" in lines[at + 2]
    assert "three farmers" in lines[at + 3]
    assert not [
        line for line in run("evaluate", "record", data, "--errors", 5, "--only", "place").out.splitlines() if "gold" in line
    ]


def test_a_script_gets_scores_and_errors_as_json(run: Runner, data: Path) -> None:
    found = run("evaluate", "record", data, "--errors", 1, "--only", "killed best", "--json").json
    assert found["scores"]["killed best"] == 0.0
    assert found["documents"] == 1
    assert [error["where"] for error in found["errors"]] == ["one"]


def test_scores_are_laid_down_as_a_baseline_for_their_slice(run: Runner, data: Path) -> None:
    file = data.parent / "figures.json"
    run("evaluate", "record", data, "--limit", 1, "--save-baseline", file)
    held = json.loads(file.read_text())["slices"]
    assert list(held) == [f"record {data.name}, all, 1"]
    assert held[f"record {data.name}, all, 1"]["scores"]["killed best"] == 0.0
    file.write_text("no")
    assert "is no baseline file" in run.fails(2, "evaluate", "record", data, "--save-baseline", file)


def test_a_half_without_documents_is_an_answer_not_a_fault(run: Runner, data: Path) -> None:
    ran = {half: run("evaluate", "record", data, "--half", half) for half in ("tune", "check")}
    assert sorted(one.code for one in ran.values()) == [0, 2]
    assert [one.err.count("\n") for one in ran.values() if one.code] == [1]
    assert "no document of that half" in "".join(one.err for one in ran.values())
