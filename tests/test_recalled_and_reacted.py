"""A recall gives the days behind it no year, a reaction no place, a sum of battles no town, and bodies found are those of who was shot."""

from pathlib import Path

import pytest

from thucydides.nouns import Mention
from told import read, told


def _deeds(tmp_path: Path, text: str) -> list[Mention]:
    return [m for m in told(tmp_path, text).mentions if m.kind == "incident"]


def test_days_behind_a_recall_of_a_generation_ago_are_of_the_year_told_before_it() -> None:
    text = (
        "City of ghosts\n\nSAGUIARAN, October 2017 — Few have come back.\n\n"
        "On May 23 gunmen burned a college in Marawi, killing four guards.\n\n"
        "In February 1945, the battle for Manila cost the lives of 100,000 civilians.\n\n"
        "On May 31, an air strike killed 10 soldiers in Marawi."
    )
    days = [m.date.edtf for m in read(text, None).mentions if m.kind == "incident" and m.date is not None]
    assert days == ["2017-05-23", "1945-02", "2017-05-31"]


@pytest.mark.parametrize(
    "line",
    ["Regional leaders met in Maputo on 8 April and condemned the attacks.", "The president met survivors in Maputo on 8 April and deplored the attacks."],
)
def test_a_meeting_that_condemned_the_attacks_is_no_attack(tmp_path: Path, line: str) -> None:
    (deed,) = _deeds(tmp_path, f"Gunmen attacked Palma on 24 March, killing 40 people.\n\n{line}")
    assert deed.date is not None
    assert deed.date.edtf == "2025-03-24"


def test_more_battles_than_towns_are_a_sum_over_them(tmp_path: Path) -> None:
    text = "From 20 May to 10 June our forces fought 170 battles in Muse, Namkham and Kutkai townships.\n\nOn 24 June jets bombed Laiza."
    extract = told(tmp_path, text)
    assert [a.incidents.best for a in extract.aggregates if a.incidents is not None] == [170]
    assert len([m for m in extract.mentions if m.kind == "incident"]) == 1


def test_three_bombs_in_three_towns_are_one_in_each(tmp_path: Path) -> None:
    assert len(_deeds(tmp_path, "On Monday three bombs went off in Quetta, Karachi and Peshawar.")) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Gunmen shot five farmers near Jos on Monday. Their bodies were found on Wednesday.",
        "Gunmen stopped a truck near Jos on Monday and shot five farmers; their bodies were found in a ravine on Wednesday.",
    ],
)
def test_those_shot_whose_bodies_were_found_were_killed(tmp_path: Path, line: str) -> None:
    (deed,) = _deeds(tmp_path, line)
    assert [(t.outcome, t.quantity.best) for t in deed.toll] == [("killed", 5)]


def test_a_month_and_a_place_that_no_gazetteer_has_make_a_deed(tmp_path: Path) -> None:
    text = "Gunmen killed four in Pemba on Monday.\n\nIn April 2020, insurgents killed 52 young men in Xitaxi."
    assert [m.toll[0].quantity.best for m in _deeds(tmp_path, text)] == [4, 52]


def test_a_tongue_names_no_country(tmp_path: Path) -> None:
    text = "At least 4,000 civilians have been killed in the English-speaking regions of Cameroon since 2016."
    assert [a.area.name for a in told(tmp_path, text).aggregates if a.area is not None] == ["Cameroon"]
