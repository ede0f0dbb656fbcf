"""Two who blame each other each accuse the other; where they are not two, nobody is accused."""

from pathlib import Path

import pytest

from told import told


def accused(folder: Path, text: str) -> set[tuple[str, str]]:
    claims = told(folder, text).claims
    return {(c.speaker or "", c.value) for c in claims if c.attribute == "responsibility" and c.stance == "accuses"}


@pytest.mark.parametrize("said", ["accused each other of firing first", "blamed each other for the attack", "blamed one another"])
def test_two_parties_named_accuse_one_another(tmp_path: Path, said: str) -> None:
    text = f"Four soldiers were killed in a clash near Kilis on Tuesday.\n\nTurkey and Syria {said}."
    assert accused(tmp_path, text) == {("Turkey", "Syria"), ("Syria", "Turkey")}


def test_both_sides_are_those_of_the_incident(tmp_path: Path) -> None:
    text = "Armenian troops clashed with Azerbaijani troops near Vardenis on Tuesday, killing four.\n\nEach side blames the other."
    armenia, azerbaijan = "Military Forces of Armenia", "Military Forces of Azerbaijan"
    assert accused(tmp_path, text) == {(armenia, azerbaijan), (azerbaijan, armenia)}


def test_who_denies_harbouring_others_denies_no_deed_of_its_own(tmp_path: Path) -> None:
    text = "Nine men were killed in an attack near Bannu on Tuesday.\n\nKabul denies harbouring the militants who carry out such attacks."
    assert not [c for c in told(tmp_path, text).claims if c.attribute == "responsibility"]


def test_sides_that_are_not_told_accuse_nobody_by_name(tmp_path: Path) -> None:
    text = "Four people were killed in a clash near Kilis on Tuesday.\n\nBoth sides blamed each other."
    claims = [c for c in told(tmp_path, text).claims if c.attribute == "responsibility"]
    assert [(c.speaker, c.value, c.speaker_actor) for c in claims] == [("Both sides", "each other", None)]
