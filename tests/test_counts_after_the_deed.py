"""Counts that somebody gives after a deed are of that deed, on whatever day they are given."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import told

DEED = "Gunmen stormed the town of Liancourt on Monday, killing 70 people. "


def _incidents(folder: Path, text: str) -> list[tuple[str | None, list[int | None]]]:
    """Of each incident of a report its day and the numbers killed."""
    found = [m for m in told(folder, text).mentions if m.kind == "incident"]
    return [(m.date.edtf if m.date else None, sorted(i.quantity.best or 0 for i in m.toll if i.outcome == "killed")) for m in found]


@pytest.mark.parametrize(
    "later",
    [
        "On Wednesday the government revised the toll to 115.",
        "The toll rose to 115 on Wednesday, a local official said.",
        "The number of dead climbed on Wednesday to 115.",
    ],
)
def test_the_day_on_which_a_toll_rose_is_not_a_deeds(tmp_path: Path, later: str) -> None:
    assert _incidents(tmp_path, DEED + later) == [("2025-06-30", [115])]


def test_a_toll_told_before_its_deed_is_the_deeds(tmp_path: Path) -> None:
    text = "The toll of the massacre in Liancourt rose to 115 on Wednesday, an official said. Gunmen stormed the town before dawn on Monday."
    assert _incidents(tmp_path, text) == [("2025-06-30", [115])]


def test_what_others_counted_is_of_the_deed_told_right_before(tmp_path: Path) -> None:
    text = "Four soldiers died in a fight near Banki on Monday, the army said. Residents said they counted 15 dead soldiers."
    assert [day for day, _ in _incidents(tmp_path, text)] == ["2025-06-30"]


def test_the_day_of_a_dateline_that_ends_in_a_stop_is_no_deeds(tmp_path: Path) -> None:
    text = "An air strike hit a bus in the market of Razih on Tuesday. A hospital received 29 bodies."
    path = tmp_path / "report.txt"
    path.write_text(f"Sana'a, 3 July 2025. {text}")
    (extract,) = extract_documents(read_sources([str(path)])[0])
    assert [m.date.edtf for m in extract.mentions if m.kind == "incident" and m.date] == ["2025-07-01"]


@pytest.mark.parametrize("revised", ["raised the number of dead to 91", "revised the number of people killed to 91"])
def test_who_puts_another_number_for_a_toll_did_not_do_the_deed(tmp_path: Path, revised: str) -> None:
    (mention,) = (m for m in told(tmp_path, f"{DEED}On Wednesday the ministry {revised}.").mentions if m.kind == "incident")
    assert "ministry" not in {a.wording for a in mention.actors if a.role == "perpetrator"}


def test_the_dead_of_a_nation_are_not_those_of_one_town(tmp_path: Path) -> None:
    assert _incidents(tmp_path, f"{DEED}Nationwide 160 people were killed, a rights group said.")[0][1] == [70]
