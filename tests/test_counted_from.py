"""Deeds from whose day another is counted: each keeps its own day and its own dead."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import told


def test_the_deed_from_which_another_is_counted_is_one_of_its_own_day(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_text(
        "# Eight soldiers killed in raid near Banikoara\n\nCOTONOU, 18 April 2025 (Wire) - Eight soldiers were killed on Thursday when gunmen "
        "attacked a post near Banikoara, the army said.\n\nThe raid came three months after the deadly assault of 8 January, in which 28 soldiers "
        "lost their lives."
    )
    documents, _ = read_sources([str(path)])
    extract = next(iter(extract_documents(documents)))
    told = {m.date.edtf: [i.quantity.best for i in m.toll if i.outcome == "killed"] for m in extract.mentions if m.date is not None}
    assert told == {"2025-04-17": [8], "2025-01-08": [28]}


def test_days_before_that_end_their_clause_are_counted_from_the_day_of_the_sentence(tmp_path: Path) -> None:
    text = "On 20 May 2025 troops killed six men at Kolwezi. On 29 April the bodies of two farmers who had been seized at Manono three days before were found."
    days = [m.date.edtf for m in told(tmp_path, text).mentions if m.kind == "incident" and m.date is not None]
    assert days == ["2025-05-20", "2025-04-26"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack came four days after legislators met in Abuja.",
        "The attack came a week after legislators met there.",
        "The attack happened two days before the president was due to visit Lagos.",
    ],
)
def test_a_known_deed_set_against_what_was_no_deed_keeps_its_day(tmp_path: Path, sentence: str) -> None:
    mentions = told(tmp_path, f"On 20 June gunmen killed three farmers in Jos. {sentence}").mentions
    deeds = [m for m in mentions if m.kind == "incident"]
    assert [m.date.edtf for m in deeds if m.date is not None] == ["2025-06-20"]
