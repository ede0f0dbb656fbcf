"""A day that says in full when an offset from another deed was is the deed's day."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources


def _day(tmp_path, sentence: str) -> str | None:
    path = tmp_path / "report.txt"
    path.write_text(f"Report from the province\nJune 24, 2025\n\n{sentence}\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    (told,) = extract.mentions
    return told.date.edtf if told.date is not None else None


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        (
            "About a year after the bombing of Anang, on October 9, 2023, the army launched an airstrike on a camp, killing 29 people.",
            "2023-10-09",
        ),
        ("Two days after the ambush, on 12 May 2024, gunmen killed nine farmers in Sokoto.", "2024-05-12"),
        ("A week after the ceasefire, at dawn on 3 March 2025, shelling killed four villagers in Bara.", "2025-03-03"),
    ],
)
def test_a_day_told_in_full_stands_for_an_offset(tmp_path, sentence, day):
    assert _day(tmp_path, sentence) == day
