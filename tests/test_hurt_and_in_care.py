"""Hurt and in care: the injured told by wounds, hospitals and care, beside the dead."""

import pytest

from told import killed, only, toll


@pytest.mark.parametrize(
    ("told", "hurt"),
    [
        ("More than 40 were taken to hospital, some with severe wounds.", 40),
        ("Eight were rushed to a clinic.", 8),
        ("Thirty-four people were in hospital.", 34),
        ("Another 12 were being treated at a Red Cross ward.", 12),
        ("Eleven people were flown to the capital for surgery.", 11),
        ("Doctors at the district hospital treated 103 casualties.", 103),
        ("Nine passengers needed treatment for burns.", 9),
        ("Fifteen people were left nursing injuries.", 15),
        ("Five more were left with shrapnel in their legs.", 5),
        ("A further 18 people were in need of medical care.", 18),
        ("Seven went to hospital with cuts.", 7),
        ("Twelve people suffered burns.", 12),
        ("Three children suffered burns.", 3),
    ],
)
def test_people_in_care_beside_the_dead_are_injured(told: str, hurt: int) -> None:
    found = only(f"Two people died when a shell hit a bus in Donetsk on Monday. {told}")
    counted = [i.quantity.low for i in found.toll if i.outcome == "injured" and i.part_of is None]
    assert killed(found) == [2]
    assert counted == [hurt]


def test_who_died_of_those_shot_is_still_none_of_the_injured() -> None:
    found = only("Six men were shot at a checkpoint near Balad on Wednesday. Two of them died.")
    assert killed(found) == [2]
    assert toll(found, "injured") == [4]


@pytest.mark.parametrize("verb", ["injured", "wounded", "maimed"])
@pytest.mark.parametrize("many", ["scores", "dozens", "hundreds"])
def test_the_many_hurt_behind_those_killed_are_not_among_them(verb: str, many: str) -> None:
    found = only(f"A blast in a chapel in Tanta killed 25 worshippers and {verb} {many} on Sunday.")
    assert killed(found) == [25]
    assert len(toll(found, "injured")) == 1


def test_those_burned_are_hurt_and_those_burned_alive_dead() -> None:
    burned = only("A petrol bomb killed a mother on a bus in Jericho on Sunday. Three children and two soldiers were burned.")
    assert killed(burned) == [1]
    assert toll(burned, "injured") == [3, 2]
    alive = only("Raiders set a hut on fire in Bukavu on Sunday. Eight people were burned alive.")
    assert killed(alive) == [8]


def test_what_a_hospital_takes_in_over_months_is_no_toll() -> None:
    found = only("A mine killed two farmers near Kunduz on Monday. The city's hospital has treated 160 casualties this year.")
    assert toll(found, "injured") == []
