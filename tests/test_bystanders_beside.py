"""Bystanders beside: armed dead counted for a day, and others of that day of whom it is told how and where they were harmed."""

from pathlib import Path

import pytest

from told import ASIDE, told


def dead(folder: Path, text: str) -> list[list[int | None]]:
    found = told(folder, f"{text}\n\n{ASIDE}")
    return sorted([t.quantity.best for t in m.toll if t.outcome == "killed"] for m in found.mentions if m.kind == "incident" and m.toll)


@pytest.mark.parametrize(
    ("armed", "others"),
    [
        ("Twelve policemen were killed on Tuesday, the ministry said.", "A girl died on Tuesday when a shell hit a school in Gao, Mali."),
        ("The army lost 12 soldiers on Tuesday.", "A mine blew up under a cart near Gao, Mali, on Tuesday and killed a farmer."),
        ("On Tuesday 12 rebels were shot dead, the army said.", "A rocket killed a trader at a market in Gao, Mali, on Tuesday."),
    ],
)
def test_bystanders_of_another_paragraph_are_of_another_deed(tmp_path: Path, armed: str, others: str) -> None:
    assert dead(tmp_path, f"{armed}\n\n{others}") == [[1], [12]]


def test_how_those_counted_died_is_of_their_deed(tmp_path: Path) -> None:
    text = "Twelve policemen were killed on Tuesday, the ministry said.\n\nThe officers died when a rocket hit their lorry in Gao, Mali."
    assert dead(tmp_path, text) == [[12]]


@pytest.mark.parametrize("since", ["Since the night of 24 June", "Since the morning of 24 June"])
def test_losses_since_a_night_are_no_toll_of_the_deed_told_before(tmp_path: Path, since: str) -> None:
    text = f"A drone struck a bus near Gao, Mali, on Tuesday. Seven people died.\n\n{since} the army has lost 26 men."
    assert dead(tmp_path, text) == [[7]]
    assert [a.deaths.best for a in told(tmp_path, text).aggregates if a.deaths] == [26]
