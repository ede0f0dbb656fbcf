"""build turns reports into a record: the same for any order, at once or one by one, again or after it was killed."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

import thucydides.extracting
from cli_runner import Runner
from thucydides.nouns import Document
from thucydides.record.laws import faults
from tumaco_reports import REPORTS, contents, latest, written


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path / "reports")


def test_reports_become_a_record(run: Runner, reports: Path, tmp_path: Path) -> None:
    (reports / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (reports / "nothing.txt").write_text("")
    ran = run("build", reports, "--record", tmp_path / "r")
    assert ran.code == 0, ran
    assert ran.err == "", "progress is for a terminal only"
    assert "4 documents in the record, 4 of them new." in ran.out
    assert "2 inputs could not be read:" in ran.out
    assert "photo.png" in ran.out
    assert f"thucydides check {tmp_path / 'r'}" in ran.out
    assert f"thucydides export {tmp_path / 'r'} --format html" in ran.out
    record = latest(tmp_path / "r")
    assert len(record.incidents) >= 3
    assert not list(faults(record))
    assert "Colombia" in record.title
    assert "2019" in record.title
    again = run("build", reports, "--record", tmp_path / "other", "--title", "The coast", "--json").json
    assert (again["title"], again["changed"], again["revision"], again["documents"]) == ("The coast", True, 1, 4)
    assert sorted(again["new_documents"]) == sorted(REPORTS)
    assert len(again["unread"]) == 2


def test_what_to_type_next_is_what_can_be_typed(run: Runner, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "bin" / "thucydides")])
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.chdir(tmp_path)
    assert "bin/thucydides show 'my record'" in run("build", reports / "wire.txt", "--record", "my record").out
    again = run("build", reports / "wire.txt", "--record", "my record", "--title", "The coast").out
    assert "Revision 2: no incident, value or question changed." in again
    assert "See them" not in again


def test_the_record_is_the_same_for_any_order_and_one_by_one(run: Runner, reports: Path, tmp_path: Path) -> None:
    files = [reports / name for name in REPORTS]
    assert run("build", *files, "--record", tmp_path / "at-once").code == 0
    assert run("build", *reversed(files), "--record", tmp_path / "reversed").code == 0
    for file in random.Random(5).sample(files, len(files)):
        assert run("build", file, "--record", tmp_path / "one-by-one").code == 0
    assert contents(tmp_path / "at-once") == contents(tmp_path / "reversed") == contents(tmp_path / "one-by-one")
    assert latest(tmp_path / "at-once") == latest(tmp_path / "reversed")
    assert latest(tmp_path / "one-by-one").revision > 1
    shutil.copytree(reports, tmp_path / "moved")
    assert run("build", tmp_path / "moved", "--record", tmp_path / "elsewhere").code == 0
    assert latest(tmp_path / "elsewhere") == latest(tmp_path / "at-once")


def test_an_unchanged_build_adds_no_revision(run: Runner, reports: Path, tmp_path: Path) -> None:
    first = run("build", reports, "--record", tmp_path / "r", "--json").json
    second = run("build", reports, "--record", tmp_path / "r", "--json").json
    third = run("build", "--record", tmp_path / "r", "--json").json
    assert [first["changed"], second["changed"], third["changed"]] == [True, False, False]
    assert [first["revision"], second["revision"], third["revision"]] == [1, 1, 1]
    assert "Nothing changed: revision 1 stands." in run("build", reports, "--record", tmp_path / "r").out


def test_a_build_says_in_a_line_what_the_new_reports_changed_as_diff_does(run: Runner, reports: Path, tmp_path: Path) -> None:
    *first, last = REPORTS
    assert run("build", *(reports / name for name in first), "--record", tmp_path / "r").code == 0
    ran = run("build", reports / last, "--record", tmp_path / "r")
    assert "4 documents in the record, 1 of them new." in ran.out
    (said,) = (line.removeprefix("Revision 2: ") for line in ran.out.splitlines() if line.startswith("Revision 2: "))
    assert said.startswith("1 document added, ")
    assert f"From revision 1 to revision 2: {said}" in run("diff", tmp_path / "r", 1, 2).out


def test_one_more_document_reads_only_that_one(run: Runner, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = reports / "tally.txt"
    late.rename(tmp_path / "tally.txt")
    assert run("build", reports, "--record", tmp_path / "r").code == 0
    read: list[str] = []
    original = thucydides.extracting.extract_documents

    def spied(documents: list[Document], failed: Any) -> Any:
        read.extend(d.path for d in documents)
        return original(documents)

    monkeypatch.setattr(thucydides.extracting, "extract_documents", spied)
    ran = run("build", tmp_path / "tally.txt", "--record", tmp_path / "r")
    assert read == ["tally.txt"]
    assert "Revision 2: 1 document added" in ran.out
    assert "A bloody March" in run("diff", tmp_path / "r", 1, 2).out


def test_a_title_stays_until_another_is_given(run: Runner, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r"
    run("build", reports / "wire.txt", "--record", record, "--title", "The coast")
    assert run("build", reports / "paper.txt", "--record", record, "--json").json["title"] == "The coast"
    assert run("build", "--record", record, "--title", "The shore", "--json").json["title"] == "The shore"


def test_a_corrected_report_takes_the_place_of_the_old_one(run: Runner, reports: Path, tmp_path: Path) -> None:
    run("build", reports, "--record", tmp_path / "r")
    file = reports / "wire.txt"
    file.write_text(file.read_text(encoding="utf-8").replace("killed three farmers", "killed four farmers"), encoding="utf-8")
    ran = run("build", file, "--record", tmp_path / "r", "--json").json
    assert (ran["documents"], ran["changed"], ran["new_documents"]) == (4, True, ["wire.txt"])
    (found,) = [d for d in latest(tmp_path / "r").documents if d.path == "wire.txt"]
    assert "killed four farmers" in found.text


def test_copies_are_kept_and_marked(run: Runner, reports: Path, tmp_path: Path) -> None:
    (reports / "wire-copy.txt").write_text(REPORTS["wire.txt"], encoding="utf-8")
    assert run("build", reports, "--record", tmp_path / "r").code == 0
    copies = [d for d in latest(tmp_path / "r").documents if d.copy_of]
    assert "wire" in " ".join(d.path for d in copies)
    assert all(d.copy_of in {o.id for o in latest(tmp_path / "r").documents} for d in copies)


def test_rulings_hold_in_later_builds_and_can_be_withdrawn(run: Runner, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r"
    run("build", reports, "--record", record)
    before = latest(record)
    mention = before.incidents[0].mentions[0]
    run("rule", "set", record, before.incidents[0].id, "killed", "7", "--who", "Ana", "--why", "I was there")
    assert run("build", "--record", record).code == 0
    changed = next(i for i in latest(record).incidents if mention in i.mentions)
    killed = changed.assessed("killed")
    assert killed is not None
    assert killed.quantity is not None
    assert killed.quantity.best == 7
    assert "Ana" in run("explain", record, changed.id, "killed").out
    run("rule", "undo", record, 1)
    assert run("build", "--record", record).code == 0
    after = latest(record)
    assert msgspec.structs.replace(after, revision=0, rulings=()) == msgspec.structs.replace(before, revision=0)


def test_sources_that_give_nothing_are_said_in_one_line_and_leave_no_record(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    for source in ("empty", "pictures", "none"):
        message = run.fails(2, "build", tmp_path / source, "--record", tmp_path / "r")
        assert "none of the sources could be read" in message
        assert source in message
    assert "no sources were given" in run.fails(2, "build", "--record", tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_a_folder_of_other_files_is_not_made_a_record(run: Runner, reports: Path) -> None:
    assert "holds other files" in run.fails(3, "build", reports, "--record", reports)
    assert {f.name for f in reports.iterdir()} == set(REPORTS)


def test_documents_that_tell_of_nothing_are_kept(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "recipe.txt").write_text("Soup\n\nBoil the carrots for an hour, then add salt and serve with fresh bread.\n")
    assert run("build", tmp_path / "recipe.txt", "--record", tmp_path / "r").code == 0
    assert latest(tmp_path / "r").incidents == ()
    assert run("check", tmp_path / "r").code == 0
    assert run("show", tmp_path / "r").code == 0


def test_reports_in_other_languages_are_kept_and_named(run: Runner, reports: Path, tmp_path: Path) -> None:
    (reports / "journal.txt").write_text(
        "TUMACO, 6 mars 2019. Des hommes armés ont tué trois paysans et blessé une femme dans un village du département de Nariño, "
        "a déclaré la police mardi. Personne n'a revendiqué cette attaque.\n"
    )
    (reports / "note.txt").write_text("Обстрел села под Тумако: погибли пятеро.\n")
    ran = run("build", reports, "--record", tmp_path / "r")
    assert "2 new reports are not in English" in ran.err
    assert "journal.txt (fr), note.txt (ru)" in ran.err
    assert not run("build", reports, "--record", tmp_path / "r").err
    assert not run("build", reports / "wire.txt", "--record", tmp_path / "english").err


@pytest.mark.skipif(not os.environ.get("THUCYDIDES_SHARED"), reason="THUCYDIDES_SHARED names no folder of shared reports")
def test_real_reports_from_the_command_line_in_time(tmp_path: Path) -> None:
    source = Path(os.environ["THUCYDIDES_SHARED"]) / "seeds"
    if not source.is_dir():
        pytest.skip(f"no reports in {source}")
    program = [sys.executable, "-m", "thucydides.cli"]
    subprocess.run([*program, "build", str(source), "--record", str(tmp_path / "r")], check=True, capture_output=True)
    record = latest(tmp_path / "r")
    assert record.incidents
    assert not list(faults(record))
    ran = subprocess.run([*program, "check", str(tmp_path / "r")], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert not [d.id for d in record.documents if d.id in ran.stdout]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals there")
def test_progress_is_shown_on_a_terminal_only(reports: Path, tmp_path: Path) -> None:
    import pty

    command = [sys.executable, "-m", "thucydides.cli", "build", str(reports / "wire.txt"), "--record", str(tmp_path / "r")]
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    out, _ = process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode == 0
    assert b"extracting" in seen
    assert "Revision 1 is in" in out
    assert "\x1b" not in out
