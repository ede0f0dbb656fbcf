"""Sentences: where they end by their marks, and where a point ends none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.sentences import ends, split

WHOLE = [
    "GOMA, Dec. 16 (Agency) — The army said rebels had attacked.", "Maj. Gen. P. K. Osei spoke of 9 dead on Sept. 3.",
    "It began at 5 p.m. Monday near St. Mary’s church.", "The U.S. Army lost two men at No. 12 Hill Street.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", WHOLE)
def test_the_point_of_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert split(f"{sentence} Nobody claimed it.") == [sentence, "Nobody claimed it."]


def test_marks_within_quotation_marks_and_line_breaks_end_sentences() -> None:
    text = "“We lost four.” He left!\nTwelve were hurt… (Two died later.) 7 are missing"
    assert split(text) == ["“We lost four.”", "He left!", "Twelve were hurt…", "(Two died later.)", "7 are missing"]


@given(st.text(alphabet="ab .!?\n”AB1", max_size=60))
def test_sentences_leave_nothing_out(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    assert all(0 <= end <= behind <= len(text) for end, behind in ends(text))
