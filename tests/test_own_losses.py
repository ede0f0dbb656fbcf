"""What each side counts of its own dead is put together: neither count is a part of the other, nor another number of the same people."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Clashes broke out on 1 July near Sotk. Armenia lost 6 soldiers. Azerbaijan put its losses at seven dead.", {6, 7}),
        ("Clashes broke out on 1 July near Sotk. Yerevan put its dead at six. Baku put its losses at seven dead.", {6, 7}),
        ("In fighting around Tskhinvali on 1 July Georgia lost 12 soldiers. South Ossetia put its losses at 27 dead.", {12, 27}),
        ("Sudan and South Sudan fought over Heglig on 1 July. Juba gave its losses as 19 dead; Khartoum said 22 of its men had died.", {19, 22}),
        ("Troops clashed with M23 rebels at Sake on 1 July. The army said it lost 12 soldiers, and the rebels put their own dead at four.", {12, 4}),
        ("Turkish forces clashed with PKK fighters near Lice on 1 July. Two soldiers were killed. The PKK gave its own losses as five dead.", {2, 5}),
        ("Azerbaijan lost 71 soldiers in the fighting of 1 July near Jermuk; Armenia lost 105.", {71, 105}),
        ("In the battle for Goose Green on 1 July the British lost 17 soldiers, the Argentines 47.", {17, 47}),
    ],
)  # fmt: skip
def test_the_own_losses_of_two_sides_stand_beside_each_other(tmp_path: Path, text: str, dead: set[int]) -> None:
    (mention,) = told(tmp_path, text).mentions
    killed = [t for t in mention.toll if t.outcome == "killed"]
    assert {t.quantity.best for t in killed} == dead
    assert all(t.part_of is None for t in killed)
    assert not mention.beside


def test_what_an_army_counts_of_its_own_is_no_second_side(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "Rebels attacked a post near Sake on 1 July. Three soldiers died. The army put its losses at five dead.").mentions
    assert {t.quantity.best for t in mention.toll if t.outcome == "killed" and t.part_of is None} == {5}


@pytest.mark.parametrize(
    "text",
    [
        "A raiding band of that command lost five men when it fought an army patrol near Sake on 1 July.",
        "His column lost five men in an ambush near Sake on 1 July.",
    ],
)
def test_men_lost_in_a_fight_are_dead_whoever_they_were(tmp_path: Path, text: str) -> None:
    (mention,) = told(tmp_path, text).mentions
    assert [t.quantity.best for t in mention.toll if t.outcome == "killed"] == [5]
