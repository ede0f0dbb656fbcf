"""Counts of what goes on, of a month, of some days and of several deeds are of no one deed; those of a deed are."""

from pathlib import Path

import pytest

from told import told

HEAD = "Violence in the north\n\nGARISSA, June 18, 2026 - The governor met elders on Wednesday. "


def counted(folder: Path, sentence: str) -> set[int | None]:
    return {a.deaths.best for a in told(folder, f"{HEAD}{sentence} Talks are to go on next week.").aggregates if a.deaths}


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The campaign has killed nine sailors and sunk three tankers.", 9),
        ("The insurgency, now in its sixth year, has cost 2,100 lives.", 2100),
        ("Those raids have killed 31 people.", 31),
        ("On the Armenian side, 14 soldiers and 11 civilians have died.", 25),
        ("At least six people have been killed in the protests.", 6),
        ("The mission recorded 87 civilian deaths in the period.", 87),
        ("In the entire month, 61 civilians were killed in the province.", 61),
        ("Attacks on villages in the district have killed 71 people in recent weeks.", 71),
        ("Hospitals had received 64 bodies since Friday.", 64),
        ("The monitor put the toll since Sunday at more than 270.", 270),
        ("That brought to 37 the number of people killed in the district this week.", 37),
        ("The deaths bring the toll of the month to 45.", 45),
        ("In all, 44 people died in the three attacks.", 44),
    ],
)
def test_what_goes_on_or_came_together_is_counted_over_many(tmp_path: Path, sentence: str, number: int) -> None:
    assert number in counted(tmp_path, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack has claimed 31 lives, the hospital said.",
        "The offensive on Tuesday has left 12 soldiers dead.",
        "A shell killed four children in the camp, the worst attack in recent weeks.",
        "Rescuers have found 19 bodies in the rubble of the school since Friday.",
        "Fighting in the town on Tuesday killed seven soldiers.",
        "The siege of the hotel has left eight dead, officials said on Monday.",
    ],
)
def test_one_deed_is_counted_over_none(tmp_path: Path, sentence: str) -> None:
    assert not counted(tmp_path, sentence)


@pytest.mark.parametrize(
    ("sentence", "one", "many"),
    [
        ("Gunmen shot dead nine people in Jos on Tuesday, bringing to 21 the number killed in the city this week.", 9, 21),
        ("A bomb killed five soldiers on Tuesday, taking to 43 the number of troops killed since the offensive began on May 17.", 5, 43),
    ],
)
def test_what_a_deed_brings_a_count_to_is_counted_beside_the_deed(tmp_path: Path, sentence: str, one: int, many: int) -> None:
    found = told(tmp_path, f"LAGOS, June 4, 2026 - {sentence}")
    assert [i.quantity.best for m in found.mentions for i in m.toll if i.quantity.best] == [one]
    assert [a.deaths.best for a in found.aggregates if a.deaths] == [many]


def test_what_a_deed_brings_its_own_toll_to_is_no_count_over_many(tmp_path: Path) -> None:
    text = "LAGOS, June 4, 2026 - A bomb went off in Jos on Tuesday. Two of the wounded died on Wednesday, bringing to 12 the number killed."
    assert not told(tmp_path, text).aggregates
