"""Whatever goes wrong is one line on standard error that says what to do, with the exit code that the manual gives."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from cli_runner import Runner, keep
from record_factory import report
from thucydides.cli import EXIT_CODES, main
from thucydides.record import Store

PROGRAM = [sys.executable, "-m", "thucydides.cli"]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return keep(tmp_path / "r", [report(f"{n}.txt", n % 28 + 1, n % 9) for n in range(150)])


def test_mistakes_in_the_call(run: Runner, made: Path) -> None:
    assert "no such command 'frob'; see: thucydides --help" in run.fails(2, "frob")
    assert "see: thucydides show --help" in run.fails(2, "show")
    assert "see: thucydides build --help" in run.fails(2, "build", "x")
    assert "no such option" in run.fails(2, "show", made, "--frob").lower()
    assert "there is no rule 'x'; choose one of assess.origins" in run.fails(2, "build", "x", "--record", made, "--rule", "x")


@pytest.mark.parametrize("call", [(), ("rule",), ("gazetteer",)])
def test_a_call_without_a_verb_shows_the_verbs_a_line_each(run: Runner, call: tuple[str, ...]) -> None:
    ran = run(*call)
    assert ran.code == 2
    assert ran.err == run(*call, "--help").out


def test_records_that_cannot_be_used(run: Runner, made: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for command in (["show"], ["check"], ["explain", "x"], ["diff", "1"], ["export", "--format", "json"], ["rule", "list"]):
        verb = command[:2] if command[0] == "rule" else command[:1]
        rest = command[len(verb) :]
        assert "there is no record; make one: thucydides build" in run.fails(2, *verb, tmp_path / "none", *rest)
        assert "no record lies in this folder" in run.fails(2, *verb, tmp_path / "folder", *rest)
    Store.open(tmp_path / "empty", create=True).close()
    assert "no build has finished yet" in run.fails(2, "show", tmp_path / "empty")
    (tmp_path / "folder" / "record.db").write_bytes(b"not a database, but longer than a header would be" * 9)
    assert "not a database" in run.fails(3, "show", tmp_path / "folder")
    db = sqlite3.connect(made / "record.db")
    db.execute("UPDATE alembic_version SET version_num = '0999'")
    db.commit()
    assert "update the program" in run.fails(3, "show", made)


def test_a_locked_record(run: Runner, made: Path) -> None:
    with Store.open(made) as store, store.writing():
        assert "another build is at work" in run.fails(3, "rule", "reject", made, "TJ-2024-03-03")
        assert run("show", made).code == 0


def test_an_output_that_cannot_be_written(run: Runner, made: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    message = run.fails(4, "export", made, "--format", "json", "--output", tmp_path / "file" / "r.json")
    assert "file" in message


def test_a_fault_of_the_program_is_one_line_too(run: Runner, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import thucydides.showing.listing as listing

    def broken(*_: object) -> None:
        raise ZeroDivisionError("one\ntwo")

    monkeypatch.setattr(listing, "listed", broken)
    assert "please report it" in run.fails(70, "show", made)
    monkeypatch.setenv("THUCYDIDES_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["show", str(made)])


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_that_stops_reading(made: Path) -> None:
    process = subprocess.Popen([*PROGRAM, "export", str(made), "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(30) == 141
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device here that is always full")
def test_a_full_output_device(made: Path) -> None:
    with open("/dev/full", "wb") as full:
        process = subprocess.run([*PROGRAM, "show", str(made)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert process.returncode == 4
    assert re.fullmatch(rb"thucydides: the output: .*space.*\n", process.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c() -> None:
    # a shell's background job starts its children with interrupts ignored
    code = "import signal, sys, time, thucydides.cli as c, thucydides.commands.show as s\n"
    code += "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    code += "s.latest = lambda r: (print('ready', flush=True), time.sleep(60))\nsys.exit(c.main(['show', 'x']))"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.strip() == "thucydides: stopped"


def test_text_that_the_terminal_cannot_show_is_escaped(made: Path) -> None:
    surroundings = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    process = subprocess.run([*PROGRAM, "show", str(made), "TJ-2024-03-03"], env=surroundings, capture_output=True, check=False)
    assert process.returncode == 0
    assert b"\\u201c" in process.stdout


def test_every_exit_code_of_ours_is_documented() -> None:
    from thucydides.record import errors

    codes = {e.code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.RecordError)}
    assert codes | {0, 1, 4, 70, 130, 141} <= set(EXIT_CODES)


def test_help_loads_none_of_what_takes_long_to_load() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, thucydides.cli; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"sqlalchemy", "spacy", "splink", "rich", "msgspec", "yaml", "alembic", "ortools"} & set(loaded)


def test_version(run: Runner) -> None:
    from thucydides import __version__

    assert run("--version").out == f"thucydides {__version__}\n"


def test_the_package_can_be_run_as_a_module() -> None:
    ran = subprocess.run([sys.executable, "-m", "thucydides", "show", "nowhere"], capture_output=True, text=True, check=False)
    assert ran.returncode == main(["show", "nowhere"])
    assert ran.stderr.startswith("thucydides: ")
