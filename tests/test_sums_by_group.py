"""Sums over many incidents by whom they count: each kind of people by itself, and those who died in some of the deeds alone."""

from pathlib import Path

import pytest

from told import told

NEWS = "A grenade killed two guards at a bar in Bangui, Central African Republic, on 1 July 2025. "


def sums(folder: Path, text: str) -> set[tuple[int | None, str]]:
    return {(a.deaths.best if a.deaths else None, a.window.edtf if a.window else "") for a in told(folder, NEWS + text).aggregates}


@pytest.mark.parametrize(
    "text",
    [
        "Since 12 May, 61 policemen and 104 rebels have been killed.",
        "The army says it has killed 104 rebels and lost 61 men since 12 May.",
        "The offensive has left 61 soldiers and 104 herders dead since 12 May.",
    ],
)
def test_people_of_two_kinds_are_counted_each_and_together(tmp_path: Path, text: str) -> None:
    assert sums(tmp_path, text) == {(n, "2025-05-12/2025-07-03") for n in (61, 104, 165)}


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        ("Between January and May 2025 at least 88 farmers were killed in raids, of whom 31 were killed in three ambushes on lorries.", 3),
        ("From January to May, 88 people died in attacks on villages, 31 of them in two raids on markets.", 2),
    ],
)
def test_who_died_in_some_of_the_deeds_is_counted_apart(tmp_path: Path, text: str, incidents: int) -> None:
    found = {a.deaths.best: a.incidents.best if a.incidents else None for a in told(tmp_path, NEWS + text).aggregates if a.deaths}
    assert found == {88: None, 31: incidents}


def test_who_is_only_named_among_the_dead_is_no_sum(tmp_path: Path) -> None:
    assert {n for n, _ in sums(tmp_path, "Since May, 88 people have been killed, including nine women.")} == {88}


@pytest.mark.parametrize("when", ["By mid-June", "By early June"])
def test_what_had_been_lost_by_a_day_is_counted_up_to_it(tmp_path: Path, when: str) -> None:
    ((dead, window),) = sums(tmp_path, f"{when}, 240 villagers had died, the Red Cross said.")
    assert (dead, window[:10]) == (240, "../2025-06")


@pytest.mark.parametrize("behind", ["against 64 in the whole of 2022", "compared with 64 in 2022", "up from 64 deaths in all of 2022"])
def test_a_sum_held_against_a_whole_year_leaves_that_its_own(tmp_path: Path, behind: str) -> None:
    text = f"So far this year 119 people have been killed in the province, {behind}."
    assert sums(tmp_path, text) == {(119, "2025-01-01/2025-07-03"), (64, "2022")}


@pytest.mark.parametrize("dead", ["Some 34 people died in them.", "At least 34 villagers were killed in these."])
def test_who_died_in_the_deeds_just_spoken_of_is_no_toll_of_one(tmp_path: Path, dead: str) -> None:
    text = f"Bandits made a string of raids on hamlets near Bria in June. {dead} The last, on 29 June at Bria, cost nine lives."
    assert 34 in {n for n, _ in sums(tmp_path, text)}
    tolls = [t.quantity.best for m in told(tmp_path, NEWS + text).mentions for t in m.toll if t.outcome == "killed"]
    assert 34 not in tolls
