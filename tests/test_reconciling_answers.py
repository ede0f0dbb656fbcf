"""A question that one revision leaves open is answered by a later document, and the record says by what."""

import json
from pathlib import Path

import pytest

from cli_runner import Runner
from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store

EXAMPLE = Path(__file__).parent.parent / "examples" / "panj-border"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example built, and built again with the later report."""
    path = tmp_path_factory.mktemp("answers") / "record"
    with Store.open(path, create=True) as store:
        build([EXAMPLE / "reports"], store)
        build([EXAMPLE / "later"], store)
    return path


@pytest.fixture(scope="module")
def record(folder: Path) -> Record:
    with Store.open(folder) as store:
        found = store.latest()
    assert found is not None
    return found


def test_the_record_says_which_question_is_answered_and_by_what(record: Record) -> None:
    (answer,) = [a for a in record.answers if "16 deaths in at least five incidents" in a.question]
    assert (answer.asked, answer.answered) == (1, 2)
    (document,) = [d for d in record.documents if d.id in answer.documents]
    assert document.path.endswith("smugglers.txt")
    (incident,) = [i for i in record.incidents if i.id in answer.incidents]
    assert "smugglers" in incident.title
    assert "16 deaths in five incidents" in answer.words
    assert all(g.id != answer.id for g in record.gaps)


def test_a_question_that_is_only_narrowed_stays_open(record: Record, folder: Path) -> None:
    with Store.open(folder) as store:
        first = store.revision(1)
    asked = {g.id: g for g in first.gaps}
    narrowed = [g for g in record.gaps if g.id in asked and (g.deaths, g.incidents) != (asked[g.id].deaths, asked[g.id].incidents)]
    assert narrowed
    assert {g.id for g in narrowed}.isdisjoint(a.id for a in record.answers)


def test_the_first_revision_answers_nothing(folder: Path) -> None:
    with Store.open(folder) as store:
        assert store.revision(1).answers == ()


def test_answers_survive_further_builds(folder: Path, record: Record, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "record"
    shutil.copytree(folder, copy)
    (tmp_path / "more.txt").write_text("Market opens in Khujand\n\nThe Daily\n3 February 2026\n\nA market opened in Khujand on Monday.\n")
    with Store.open(copy, create=True) as store:
        after = build([tmp_path / "more.txt"], store)
        again = build([], store)
    assert after.revision == 3
    assert [(a.id, a.words, a.incidents) for a in after.answers] == [(a.id, a.words, a.incidents) for a in record.answers]
    assert again.revision == 3


def test_check_and_export_tell_of_the_answer(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Runner(capsys)
    told = run("check", str(folder))
    assert "Questions answered" in told.out
    assert "Answered in revision 2" in told.out
    exported = json.loads(run("export", str(folder), "--format", "json").out)
    assert exported["answers"][0]["answered_in_revision"] == 2
    assert any(r["scope"] == "month" and r["key"] == "2025-12" for r in exported["ranges"])
    assert "Questions answered" in run("export", str(folder), "--format", "markdown").out
