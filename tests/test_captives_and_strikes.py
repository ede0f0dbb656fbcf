"""Captives are counted; a strike of workers is no force; what ran up since a mission started is a count over many."""

from pathlib import Path

import pytest

from told import told


def taken(folder: Path, text: str) -> list[tuple[int | None, str]]:
    return [(i.quantity.best, i.group) for m in told(folder, text).mentions for i in m.toll if i.outcome == "captured"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Militants took 40 people hostage at a hotel in Bamako on Tuesday.", [(40, "people")]),
        ("Militants took at least two workers hostage in Bamako on Tuesday.", [(2, "workers")]),
        ("The rebels took 15 soldiers prisoner near Gao on Tuesday.", [(15, "soldiers")]),
        ("Gunmen raided a compound in Khobar on Sunday. Fifty hostages were taken during the raid.", [(50, "people")]),
        ("The gunmen held 30 hostages at a hotel in Bamako on Tuesday.", [(30, "people")]),
        ("Gunmen stormed a hotel in Bamako on Tuesday, killing two guards and taking up to 30 others hostage.", [(30, "people")]),
    ],
)
def test_people_made_captives_are_counted(tmp_path: Path, text: str, expected: list[tuple[int, str]]) -> None:
    assert taken(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rebels raided the jail at Goma on Sunday. Forty prisoners were taken to another prison after the raid.",
        "Gunmen threatened to take 40 people hostage in Bamako on Tuesday.",
        "The rebels did not take any hostages near Gao on Tuesday.",
    ],
)
def test_who_was_not_taken_is_not_counted(tmp_path: Path, text: str) -> None:
    assert taken(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    ["Thousands of miners went on strike at Marikana on Tuesday.", "Nurses in Lima went on an indefinite strike on Tuesday over wages."],
)
def test_a_strike_of_workers_is_no_incident(tmp_path: Path, text: str) -> None:
    assert not told(tmp_path, text).mentions


def test_a_strike_on_workers_is_one(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "Israeli strikes killed two teachers in Gaza on Tuesday.").mentions
    assert mention.type == "Air/drone strike"


def test_the_dead_since_a_mission_started_are_counted_over_many(tmp_path: Path) -> None:
    found = told(tmp_path, "Nearly 300 peacekeepers have been killed since the mission started in 1999.")
    assert [a.deaths.best for a in found.aggregates if a.deaths] == [300]
    assert not found.mentions


def test_the_dead_since_an_attack_began_are_of_the_attack(tmp_path: Path) -> None:
    found = told(tmp_path, "At least 12 people have been killed since the attack began in Gao on Tuesday.")
    assert not found.aggregates
    assert [i.quantity.best for m in found.mentions for i in m.toll] == [12]


@pytest.mark.parametrize(
    "text",
    [
        "Armed men took two brothers from a coffee stall in Kadugli, Sudan, on Tuesday.",
        "Unknown gunmen seized two traders from their lorry near Kadugli, Sudan, on Tuesday.",
        "Two nurses were taken from their house by men in uniform in Kadugli, Sudan, on Tuesday.",
    ],
)
def test_who_is_taken_is_no_ground(tmp_path: Path, text: str) -> None:
    (mention,) = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    assert mention.type in ("Abduction/forced disappearance", "Arrests")
