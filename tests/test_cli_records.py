"""show, explain, check, diff and export say what a record holds, in words and as JSON."""

import json
import re
from pathlib import Path

import pytest

from cli_runner import Runner, keep
from record_factory import report, tally
from thucydides.record import Store
from thucydides.showing.listing import listed

FIRST = [report("a.txt", 3, 2, outlet="Gazette"), report("c.txt", 9, 1, outlet="Courier")]
SECOND = [*FIRST, report("b.txt", 3, 4, 1, outlet="Herald"), tally()]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return keep(tmp_path / "r", FIRST, SECOND)


def test_show_lists_incidents_in_the_order_of_time_with_ranges_and_unknowns(run: Runner, made: Path) -> None:
    ran = run("show", made)
    assert ran.code == 0
    head, *rows = [line.split() for line in ran.out.splitlines() if line.startswith(("incident", "TJ-"))]
    assert [row[0] for row in rows] == ["TJ-2024-03-03", "TJ-2024-03-09"]
    killed, injured, accounts = head.index("killed"), head.index("injured"), head.index("accounts")
    cells = [dict(zip(head, re.split(r"\s{2,}", line), strict=False)) for line in ran.out.splitlines() if line.startswith("TJ-")]
    assert [(c["killed"], c["injured"], c["accounts"]) for c in cells] == [("2–4", "1", "2"), ("1", "?", "1")]
    assert killed < injured < accounts
    assert "…" not in ran.out, "nothing is cut where no terminal is too narrow"
    assert '"?" is unknown' in ran.out


def test_a_narrow_terminal_loses_the_grades_before_the_names(made: Path) -> None:
    with Store.open(made) as store:
        record = store.latest()
    assert record is not None
    whole, wide, narrow = listed(record), listed(record, 150), listed(record, 80)
    assert "responsibility" in whole[2]
    assert "responsibility" in wide[2]
    assert "responsibility" not in " ".join(narrow)
    assert max(map(len, narrow[1:])) <= 80
    assert all("Kala" in line for line in narrow if line.startswith("TJ-"))


def test_show_json_has_the_shapes_of_the_export(run: Runner, made: Path, tmp_path: Path) -> None:
    assert run("export", made, "--format", "json", "--output", tmp_path / "r.json").code == 0
    exported = json.loads((tmp_path / "r.json").read_text())
    shown = run("show", made, "--json").json
    assert shown["incidents"] == exported["incidents"]
    assert run("show", made, "TJ-2024-03-03", "--json").json == exported["incidents"][0]


def test_show_one_incident_quotes_every_account(run: Runner, made: Path) -> None:
    for wanted in ("TJ-2024-03-03", "tj-2024-03-03", "2024-03-03"):
        out = run("show", made, wanted).out
        assert "Attack at Kala, 2024-03-03" in out
        assert "“On 3 March 2024 two people were killed at Kala, the mayor said.”" in out
        assert "Gazette" in out
        assert "Herald" in out
        assert "One count is older." not in out or "Where accounts differ" in out


def test_an_unknown_incident_is_answered_with_the_nearest(run: Runner, made: Path) -> None:
    assert "TJ-2024-03-09" in run.fails(2, "show", made, "TJ-2024-03-90")
    assert "may be" in run.fails(2, "show", made, "TJ-2024")
    assert "may be" in run.fails(2, "show", made, "Kala")
    assert "may be" in run.fails(2, "show", made, "2024-03")
    assert "no incident is called" in run.fails(2, "show", made, " ")
    assert "there are: date, place, killed" in run.fails(2, "explain", made, "TJ-2024-03-03", "weather")


def test_explain_gives_rule_and_both_sides_with_passages(run: Runner, made: Path) -> None:
    ran = run("explain", made, "TJ-2024-03-03", "killed")
    assert ran.code == 0
    before, after = ran.out.split("Against it")
    assert "Killed: 2 to 4 (best 2)" in before
    assert "assess.origins" in before
    assert "“On 3 March 2024 two people were killed at Kala, the mayor said.”" in before
    assert "Gazette" in before
    assert "four people" in after
    assert "Herald" in after
    assert "the mayor" in after


def test_explain_counts_one_origin_once(run: Runner, tmp_path: Path) -> None:
    made = keep(tmp_path / "r", [report(f"{n}.txt", 3, 2, outlet=f"Paper {n}") for n in range(3)])
    out = run("explain", made, "TJ-2024-03-03", "killed").out
    assert "the mayor (counts once, told 3 times)" in out
    values = run("explain", made, "TJ-2024-03-03", "killed", "--json").json["values"]
    assert [len(side["claims"]) for side in values[0]["for"]] == [3]


def test_explain_says_why_mentions_are_one(run: Runner, made: Path) -> None:
    out = run("explain", made, "TJ-2024-03-03").out
    assert "Why its 2 mentions are one" in out
    assert "same day" in out
    assert "One mention tells of it" in run("explain", made, "TJ-2024-03-09").out
    assert run("explain", made, "TJ-2024-03-03", "--json").json["pairs"]


def test_check_reports_findings_in_words_and_by_exit_code(run: Runner, made: Path, tmp_path: Path) -> None:
    ran = run("check", made)
    assert ran.code == 1
    for words in ("One count is older.", "two", "four", "Where were the other eight killed?", "9 killed"):
        assert words in ran.out
    with Store.open(made) as store:
        latest = store.latest()
    assert latest is not None
    ids = [n.id for nouns in (latest.documents, latest.claims, latest.incidents, latest.discrepancies) for n in nouns]
    assert not [i for i in ids if i in ran.out], "check names things by their ids"
    found = run("check", made, "--json")
    assert found.code == 1
    assert found.json["findings"] == 3
    nothing = keep(tmp_path / "calm", [report("a.txt", 3, 2)])
    assert run("check", nothing).code == 0
    assert run("check", nothing, "--json").json["findings"] == 0


def test_diff_names_changes_and_the_documents_behind_them(run: Runner, made: Path) -> None:
    out = run("diff", made, 1, 2).out
    assert "From revision 1 to revision 2: 2 documents added" in out
    assert re.search(r"killed: 2 is now 2 to 4 \(best 2\) \[Herald", out)
    assert re.search(r"injured: 1 \(was not known\) \[Herald", out)
    assert "Questions opened" in out
    changes = run("diff", made, 1, 2, "--json").json["changes"]
    assert {c["about"] for c in changes} == {"value", "discrepancy", "gap"}
    assert run("diff", made, 1).out == out
    assert "no incident, value or question changed" in run("diff", made, 2, 2).out
    assert "they run from 1 to 2" in run.fails(2, "diff", made, 1, 3)


def test_every_format_is_written_whole_and_the_same_twice(run: Runner, made: Path, tmp_path: Path) -> None:
    listed = run("export", "--list")
    assert listed.code == 0
    names = [line.split()[0] for line in listed.out.splitlines()]
    assert {"json", "csv", "geojson", "markdown", "html"} <= set(names)
    for name in names:
        contents = []
        for n in (1, 2):
            output = tmp_path / f"{name}-{n}"
            assert run("export", made, "--format", name, "--output", output).code == 0
            files = sorted(output.rglob("*")) if output.is_dir() else [output]
            contents.append([f.read_bytes() for f in files if f.is_file()])
        assert contents[0] == contents[1]
        assert all(contents[0])
    assert "no format" in run.fails(2, "export", made, "--format", "punchcard")
    assert "name the record and the format" in run.fails(2, "export", made)


def test_a_record_can_be_named_by_its_database_file(run: Runner, made: Path) -> None:
    assert run("show", made / "record.db").out == run("show", made).out


def test_all_formats_are_written_into_one_folder_without_one_that_cannot_be_loaded(
    run: Runner, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    metadata = tmp_path / "plugins" / "broken-1.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[thucydides.formats]\nbroken = no_such_module\n")
    monkeypatch.syspath_prepend(str(tmp_path / "plugins"))
    out = tmp_path / "out"
    ran = run("export", made, "--format", "all", "--output", out)
    assert ran.code == 0
    assert "broken is left out: cannot be loaded: No module named 'no_such_module'" in ran.err
    assert {p.name for p in out.iterdir()} >= {"record.json", "record.html", "record.md", "record.geojson", "csv", "acled", "package"}
    assert "another package cannot be loaded" in run.fails(2, "export", made, "--format", "broken")


def test_explain_holds_two_incidents_against_each_other_and_draws_the_reasons(run: Runner, tmp_path: Path) -> None:
    one, other = report("a.txt", 3, 2, outlet="Gazette"), report("c.txt", 9, 1, outlet="Courier")
    made, chart = keep(tmp_path / "r", [one, other]), tmp_path / "chart.html"
    ids = [incident["id"] for incident in run("show", made, "--json").json["incidents"]]
    ran = run("explain", made, ids[0], "--against", ids[1], "--chart", chart)
    assert "Gazette" in ran.out
    assert "probability" in ran.out
    assert chart.read_text(encoding="utf-8").count("<rect ") >= 3
    assert run("explain", made, ids[0], "--against", ids[1], "--json").json["parts"][0][0] == "prior"
    assert "name the other with --against" in run.fails(2, "explain", made, ids[0], "--chart", chart)
    assert "no two accounts" in run.fails(2, "explain", made, ids[0], "--against", ids[0])
