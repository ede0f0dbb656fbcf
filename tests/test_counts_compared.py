"""Counts over many incidents: since when they ran up, with what they are compared, and which numbers of a sentence are none of their own."""

from pathlib import Path

import pytest

from told import told


def counts(folder: Path, text: str) -> list[tuple[int | None, str]]:
    return [(a.deaths.best if a.deaths else None, a.window.edtf if a.window else "") for a in told(folder, text).aggregates]


def test_the_same_period_of_another_year_is_a_count_of_its_own(tmp_path: Path) -> None:
    text = "Since the beginning of the year, a total of 102 villagers have been killed in Nariño, compared with {} in the same period {}."
    assert counts(tmp_path, text.format("71", "in 2023")) == [(102, "2025-01-01/2025-07-03"), (71, "2023-01-01/2023-07-03")]
    assert counts(tmp_path, text.format("71 deaths", "last year")) == [(102, "2025-01-01/2025-07-03"), (71, "2024-01-01/2024-07-03")]


def test_what_ran_up_since_the_unrest_began_is_no_toll_of_the_day(tmp_path: Path) -> None:
    text = "At least three people were killed in Lima on Tuesday, bringing the total death toll to at least 22 since the unrest began."
    assert counts(tmp_path, text) == [(22, "")]
    (mention,) = told(tmp_path, text).mentions
    assert [i.quantity.best for i in mention.toll if i.outcome == "killed"] == [3]


def test_a_toll_that_ran_up_since_one_deed_began_is_of_the_deed(tmp_path: Path) -> None:
    assert counts(tmp_path, "The death toll rose to 22 after the shooting began in Gao on Tuesday morning.") == []


def test_the_dead_of_a_strike_that_goes_on_are_many(tmp_path: Path) -> None:
    assert counts(tmp_path, "At least 45 people have died in the ongoing strike of the dockers.") == [(45, "")]
    assert counts(tmp_path, "At least 25 people have been killed in an ongoing attack on a hotel in Mogadishu.") == []


def test_of_how_many_some_did_it_is_told_within_the_count(tmp_path: Path) -> None:
    assert counts(tmp_path, "Since May, 107 villagers have been killed in Ituri, including 95 killed by rebels.")[0][0] == 107


@pytest.mark.parametrize("who", ["soldiers", "Malian soldiers"])
def test_a_number_behind_a_day_and_its_month_counts(tmp_path: Path, who: str) -> None:
    (mention,) = told(tmp_path, f"On 7 March 15 {who} were killed in Gao.").mentions
    assert [(i.quantity.best, i.group) for i in mention.toll] == [(15, who)]
