"""Sentences begin also where boxes, captions and bullets lost the marks before them, and nowhere else."""

from pathlib import Path

import pytest

from thucydides.extracting.parsing import pipeline
from told import told


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Residents say soldiers opened fire on the town Some accounts say rebels attacked first.", ["Residents", "Some"]),
        ("Smoke rises over the port after the raid The army said that nine sailors died.", ["Smoke", "The"]),
        ("Leader promises an inquiry Tuesday 8 May 2007 14.20 GMT The judge left yesterday.", ["Leader", "The"]),
        ("Most died of knife wounds No more than 20 were killed by shells.", ["Most", "No"]),
        ("Children ill with hepatitis A were brought to the town.", ["Children"]),
        ("They voted No to the plan that was agreed at The Hague.", ["They"]),
        ("Writing in the newspaper The guardian of the shrine said so.", ["Writing"]),
    ],
)
def test_a_word_that_opens_sentences_opens_one(text: str, begins: list[str]) -> None:
    assert [s[0].text for s in pipeline()(text).sents] == begins


def test_each_statement_of_a_box_that_ran_together_is_its_own_speakers(tmp_path: Path) -> None:
    text = (
        "Residents of Daraya say that on 20 August the army began shelling the town Some accounts say rebels attacked first "
        "Unconfirmed reports say militia entered homes and killed 60 people"
    )
    laid = {(c.speaker, c.value) for c in told(tmp_path, text).claims if c.attribute == "responsibility"}
    assert ("Unconfirmed reports", "Militia") in laid
    assert all(not c.via for c in told(tmp_path, text).claims)
