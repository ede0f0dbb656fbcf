"""Counts without a day: the news of one deed in the perfect tense, and what only words of a long war or great numbers run over."""

from pathlib import Path

import pytest
from tests.told import told


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("At least eight hikers have been killed, according to medics in Zakho, Iraq.", 8),
        ("Around 200 people have been killed in the town of Djibo, Burkina Faso, the latest in a long line of deadly attacks.", 200),
        ("At least 49 soldiers were killed in cross-border attacks by rebels, the defence ministry of Armenia says.", 49),
        ("In early 2001, members of the militia killed at least 16 people in Bunia, Congo.", 16),
        ("A rights group counted 43 dead in what it called a war crime in El Fasher, Sudan.", 43),
    ],
)
def test_the_news_of_one_deed_is_told_in_the_perfect_too(tmp_path: Path, sentence: str, killed: int) -> None:
    found = told(tmp_path, sentence)
    assert not found.aggregates
    assert [i.quantity.best for m in found.mentions for i in m.toll] == [killed]


@pytest.mark.parametrize(
    "sentence",
    [
        "More than 1,300 people have been killed, a monitoring group says.",
        "Some 300 people have died in the uprising, activists said.",
        "In April, violence killed 209 civilians across the country, the United Nations said.",
        "So far this year, 90 people have been killed in Mali.",
    ],
)
def test_words_of_a_war_great_numbers_and_stretches_count_over_many_deeds(tmp_path: Path, sentence: str) -> None:
    found = told(tmp_path, sentence)
    assert found.aggregates
    assert not [m for m in found.mentions if m.kind == "incident"]
