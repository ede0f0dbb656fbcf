"""Deeds told together of several places are one in each, however each place is described. All sentences are ours."""

import pytest

from told import incidents, read

TITLE = "News of the day\n\n"


def places(sentence: str) -> set[str]:
    """The places of the deeds that a report of one sentence tells."""
    found = incidents(read(TITLE + sentence, "2031-06-03"))
    return {m.place.place.name if m.place is not None and m.place.place is not None else "" for m in found}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels shelled the northern city of Gao and the president's birthplace of Kidal on Sunday.",
        "Army posts in Gao and the general's birthplace of Kidal were bombed on Sunday, the radio said.",
        "Fighters overran Gao and the salt-trading town of Kidal on Sunday.",
        "Explosions were heard in Gao, the largest town of the north, and in Kidal, close to the Algerian border, on Sunday.",
        "Artillery fire was reported on Sunday in Gao as well as in Kidal.",
        "The town of Gao and the village of Kidal came under mortar fire on Sunday.",
        "Insurgents fought government soldiers for the cities of Kidal and Gao on Sunday.",
        "The towns of Gao and Kidal were shelled by the army on Sunday.",
        "On Sunday rebels attacked police posts in Gao and Kidal and the fighting resumed.",
    ],
)
def test_what_is_told_of_two_described_towns_is_a_deed_in_each(sentence: str) -> None:
    assert places(sentence) == {"Gao", "Kidal"}


def test_provinces_and_towns_of_one_row_have_a_deed_each() -> None:
    sentence = "Jets struck rebel camps in the northern province of Idlib, the neighbouring province of Aleppo and the port city of Latakia on Monday."
    assert places(sentence) == {"Idlib", "Aleppo", "Latakia"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Clashes erupted on Sunday between the towns of Gao and Kidal, the army said.",
        "Rebels entered Kidal on Sunday, officials in Gao and Mopti said.",
        "Mortar bombs fell on a barracks in Kidal on Sunday as ministers met in Gao and Bamako.",
        "Troops from Gao and Mopti were fighting the rebels in Kidal on Sunday.",
    ],
)
def test_towns_where_nothing_was_done_have_no_deed(sentence: str) -> None:
    assert len(places(sentence)) == 1


def test_a_count_over_several_towns_parts_nothing() -> None:
    assert len(places("Gunmen attacked Gao and the mining town of Kidal on Sunday, killing dozens of people.")) == 1


def test_people_counted_right_behind_are_those_of_all_the_towns() -> None:
    (one,) = incidents(read(TITLE + "Shells hit the towns of Gao and Kidal on Sunday. Nine people died.", "2031-06-03"))
    assert [i.quantity.best for i in one.toll if i.outcome == "killed"] == [9]
