"""Builds that are stopped, killed or meet a fault: what was whole before stands, and the rest is read."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

import thucydides.extracting
from cli_runner import Runner
from thucydides.extracting import extract
from thucydides.nouns import Document, Extract
from thucydides.record.laws import faults
from tumaco_reports import contents, latest, written


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return written(tmp_path / "reports")


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed otherwise there")
def test_a_killed_build_leaves_the_last_whole_revision(run: Runner, reports: Path, tmp_path: Path) -> None:
    record = tmp_path / "r"
    assert run("build", reports / "wire.txt", "--record", record).code == 0
    before = latest(record)
    command = [sys.executable, "-m", "thucydides.cli", "build", str(reports), "--record", str(record)]
    moments = random.Random(9)
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.3, 2.5))
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0:
            break
        assert latest(record) == before or latest(record).revision == 2
    assert run("build", reports, "--record", record).code == 0
    assert run("build", reports, "--record", tmp_path / "never-killed").code == 0
    assert contents(record) == contents(tmp_path / "never-killed")


def test_extracts_survive_a_stopped_build(run: Runner, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import thucydides.extracted as builder

    monkeypatch.setattr(builder, "KEEP_EVERY", 2)
    original = thucydides.extracting.extract_documents
    read: list[str] = []

    def stopping(documents: list[Document], failed: Any) -> Any:
        for count, one in enumerate(original(documents)):
            if count == 3:
                raise KeyboardInterrupt
            read.append(one.document)
            yield one

    monkeypatch.setattr(thucydides.extracting, "extract_documents", stopping)
    assert run("build", reports, "--record", tmp_path / "r").code == 130
    monkeypatch.setattr(thucydides.extracting, "extract_documents", original)
    again: list[str] = []

    def counting(documents: list[Document], failed: Any) -> Any:
        again.extend(d.id for d in documents)
        return original(documents)

    monkeypatch.setattr(thucydides.extracting, "extract_documents", counting)
    assert run("build", reports, "--record", tmp_path / "r").code == 0
    assert set(read[:2]).isdisjoint(again)
    assert len(again) == 2


def test_a_document_that_cannot_be_stored_does_not_stop_the_others(run: Runner, reports: Path, tmp_path: Path) -> None:
    bad = {"id": "odd", "title": "A \ud800 title", "text": "Gunmen killed three farmers near Tumaco on 3 March 2019, police said."}
    (reports / "odd.json").write_text(json.dumps(bad))
    ran = run("build", reports, "--record", tmp_path / "r")
    assert ran.code == 0, ran
    assert not list(faults(latest(tmp_path / "r")))


def test_a_fault_met_in_one_report_leaves_the_others_read(
    run: Runner, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = extract.told_by_rules

    def faulty(document: Document, *rest: Any) -> Any:
        seen.append(document.id)
        if document.id == seen[0]:
            raise ZeroDivisionError("division by zero")
        return original(document, *rest)

    seen: list[str] = []
    monkeypatch.setattr(extract, "told_by_rules", faulty)
    ran = run("build", reports, "--record", tmp_path / "r")
    assert ran.code == 0
    assert ran.err.count("\n") == 1
    assert "nothing is read from it: ZeroDivisionError: division by zero; a fault of the program, please report it" in ran.err
    record = latest(tmp_path / "r")
    assert len(record.documents) == 4
    assert record.incidents
    assert not [m for m in record.mentions if m.document == seen[0]]


def test_values_without_passages_do_not_come_in_and_the_rest_does(
    run: Runner, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = thucydides.extracting.extract_documents

    def careless(documents: list[Document], failed: Any) -> Any:
        for one in original(documents):
            mentions = tuple(msgspec.structs.replace(m, passages=()) for m in one.mentions)
            yield one if len(seen) else Extract(one.document, mentions)
            seen.append(one.document)

    seen: list[str] = []
    monkeypatch.setattr(thucydides.extracting, "extract_documents", careless)
    ran = run("build", reports, "--record", tmp_path / "r")
    assert ran.code == 0
    assert ran.err.count("\n") == 1
    assert "has no passage; please report this" in ran.err
    record = latest(tmp_path / "r")
    assert len(record.documents) == 4
    assert record.incidents
    assert not [m for m in record.mentions if m.document == seen[0]]
