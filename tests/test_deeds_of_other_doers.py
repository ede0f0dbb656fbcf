"""Unlike deeds that a sentence lays upon unlike sides are two, whichever of its clauses tells them. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.nouns import Mention
from told import ASIDE, told


def deeds(folder: Path, sentence: str) -> list[Mention]:
    """The incidents of a sentence with such words around it as a report has."""
    return [m for m in told(folder, f"{sentence} {ASIDE}").mentions if m.kind == "incident"]


def types(folder: Path, sentence: str) -> set[str]:
    return {m.type for m in deeds(folder, sentence)}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Troops torched 34 huts in Lalo on Monday after rebels ambushed a police lorry.", {"Looting/property destruction", "Armed clash"}),
        ("The army razed a dozen homes in Lalo on Monday; guerrillas had shot three farmers.", {"Looting/property destruction", "Attack"}),
        ("Gunmen seized a doctor in Lalo on Monday as shells hit the harbour.", {"Abduction/forced disappearance", "Shelling/artillery/missile attack"}),
        ("Militiamen ransacked a clinic in Lalo on Monday while jets bombed the market.", {"Looting/property destruction", "Air/drone strike"}),
        ("Rebels abducted six pupils in Lalo on Monday, and soldiers burned 20 houses.", {"Abduction/forced disappearance", "Looting/property destruction"}),
        ("Soldiers detained 40 men in Lalo on Monday after a bomb killed two guards.", {"Arrests", "Remote explosive/landmine/IED"}),
        ("Troops arrested 64 officials in Lalo on Monday after militants kidnapped a farmer.", {"Arrests", "Abduction/forced disappearance"}),
        ("Troops wrecked several homes in Lalo on Monday after a booby trap killed a guard.", {"Looting/property destruction", "Remote explosive/landmine/IED"}),
        ("Herders burned 19 houses in Lalo on Monday and vigilantes killed three traders.", {"Looting/property destruction", "Attack"}),
        ("Police arrested 55 men in Lalo on Monday following an attack on a bunker that left three farmers dead.", {"Arrests", "Attack"}),
    ],
)  # fmt: skip
def test_unlike_deeds_of_unlike_sides_are_two(tmp_path: Path, sentence: str, kinds: set[str]) -> None:
    assert types(tmp_path, sentence) == kinds


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen kidnapped a priest in Lalo on Monday while soldiers guarded the church.",
        "Soldiers burned 20 houses in Lalo on Monday after they were fired on from a hill.",
        "Police arrested a dozen people in Lalo on Monday after protesters threw stones at them.",
        "Gunmen raided a farm in Lalo on Monday and the attackers set a barn on fire.",
    ],
)
def test_what_one_side_did_is_one_deed(tmp_path: Path, sentence: str) -> None:
    assert len(deeds(tmp_path, sentence)) == 1


def test_each_side_does_its_own_deed_only(tmp_path: Path) -> None:
    found = deeds(tmp_path, "Troops torched 34 huts in Lalo on Monday after rebels ambushed a police lorry.")
    doers = {m.type: {a.kind for a in m.actors if a.role == "perpetrator"} for m in found}
    assert doers == {"Looting/property destruction": {"state forces"}, "Armed clash": {"rebel group"}}


def test_a_day_in_what_came_before_is_of_that(tmp_path: Path) -> None:
    sentence = "Soldiers detained 25 men in Lalo on Sunday following a blast that killed two guards there on Saturday."
    days = {m.type: m.date.edtf for m in deeds(tmp_path, sentence) if m.date is not None}
    assert days["Arrests"] > days["Remote explosive/landmine/IED"]


@pytest.mark.parametrize("who", ["Guerrillas", "Gunmen", "Deserters", "Militiamen"])
def test_who_shot_at_something_was_not_shot(tmp_path: Path, who: str) -> None:
    (found,) = deeds(tmp_path, f"{who} shot at a lorry near Lalo on Monday.")
    assert not [i for i in found.toll if i.outcome == "killed" and i.quantity.best]
