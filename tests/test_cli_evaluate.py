"""evaluate runs a benchmark suite over data and prints its scores."""

import json
from pathlib import Path

from cli_runner import Runner


def test_a_suite_is_run_over_its_data(run: Runner, tmp_path: Path) -> None:
    text = "Gunmen killed three farmers near Tumaco, Colombia, on 3 March 2019, police said on 5 March 2019.\n"
    (tmp_path / "wire.txt").write_text(text)
    event = {"id": "one", "date_start": "2019-03-03", "date_precision": "day", "deaths": {"best": 3}, "mentions": [{"page": "wire.txt"}]}
    (tmp_path / "gold.json").write_text(json.dumps({"events": [event]}))
    scores = run("evaluate", "record", tmp_path, "--json").json
    assert scores["incidents recall"] == 1.0
    assert scores["killed best"] == 1.0
    lines = run("evaluate", "record", tmp_path).out.splitlines()
    assert [line.rsplit("  ", 1)[0].strip() for line in lines] == list(scores)


def test_suites_are_listed_and_wrong_ones_refused(run: Runner, tmp_path: Path) -> None:
    names = [line.split()[0] for line in run("evaluate", "--list").out.splitlines()]
    assert "record" in names
    assert f"choose one of {', '.join(names)}" in run.fails(2, "evaluate", "xyz", tmp_path)
    assert "there is no such file or folder" in run.fails(2, "evaluate", "record", tmp_path / "none")
    assert "is a folder; name a file in it" in run.fails(2, "evaluate", "polnear", tmp_path)
    assert "name the suite and its data" in run.fails(2, "evaluate", "record")
