"""Whose word a count is: headlines that name their speaker, rival counts of two sides, who is blamed, and who was not there."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources
from thucydides.reconciling.voices import plain_voice
from told import told


def _incidents(tmp_path: Path, text: str) -> list[Mention]:
    return [m for m in told(tmp_path, text).mentions if m.kind == "incident"]


def _wholes(mention: Mention, outcome: str = "killed") -> list[int | None]:
    return [i.quantity.best for i in mention.toll if i.outcome == outcome and i.part_of is None]


def test_who_speaks_in_a_headline_is_not_the_one_who_died(tmp_path: Path) -> None:
    text = "Governor Ana Ruiz: two children died in Gao in shelling by the army\n\nThe shelling was on 3 May 2021."
    shelling = _incidents(tmp_path, text)[0]
    assert _wholes(shelling) == [2]
    assert not [a for a in shelling.actors if a.role == "victim" and "Ruiz" in a.wording]


def test_a_ministry_dies_in_no_attack(tmp_path: Path) -> None:
    text = "As reported the Ministry of Rescue, nine adults and one child were killed in the shelling of Gao on 3 May 2021."
    (shelling,) = _incidents(tmp_path, text)
    assert sum(n or 0 for n in _wholes(shelling)) == 10


@pytest.mark.parametrize(
    "lead",
    [
        "At least 12 people have been killed after a rocket struck a football pitch in Gao, officials said.",
        "A policeman and three gunmen have been killed after about 30 attackers stormed the village of Tongo in Blue Nile, police say.",
        "At least 30 gunmen killed a policeman in Gao, then stormed a church, setting off gunbattles that have left three attackers dead.",
    ],
)
def test_a_lead_in_the_perfect_that_tells_one_deed_is_that_deed(tmp_path: Path, lead: str) -> None:
    (deed,) = _incidents(tmp_path, lead)
    assert sum(n or 0 for n in _wholes(deed)) in (4, 12)


def test_what_the_rebels_say_once_is_not_the_whole_beside_what_the_report_says_thrice(tmp_path: Path) -> None:
    text = (
        "The army said on 3 May 2021 that 16 soldiers were killed in a clash with the rebels near Gao. A total of 16 soldiers were killed in the "
        "attack and six others were wounded. Radio Nile quoted a site close to the rebels, which reported that the rebels had "
        "killed 31 soldiers in the attack."
    )
    clash = _incidents(tmp_path, text)[0]
    assert _wholes(clash) == [16]


def test_who_did_not_fire_is_no_doer(tmp_path: Path) -> None:
    text = "The militia Ansar did not fire on the village of Tongo in Blue Nile, where 12 children were killed on 3 May 2021, Radio Nile said."
    (strike,) = _incidents(tmp_path, text)
    assert not [a for a in strike.actors if a.role == "perpetrator"]


def test_of_a_weapon_that_is_believed_to_have_struck_the_one_who_fired_it_is_suspected(tmp_path: Path) -> None:
    text = (
        "On 3 May 2021 a rocket killed two people in the village of Tongo in Blue Nile. The army believes that an old rocket fired by the "
        "Desert Brigades struck the village."
    )
    extract = told(tmp_path, text)
    blamed = [c.value for c in extract.claims if c.attribute == "responsibility" and c.stance == "suspects"]
    assert blamed == ["Desert Brigades"]


def test_people_who_became_victims_beside_the_injured_are_dead(tmp_path: Path) -> None:
    text = "On 3 May 2021, 25 people became victims of the shelling of Gao, and more than 100 were injured."
    (shelling,) = _incidents(tmp_path, text)
    assert _wholes(shelling) == [25]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Governor Ana Ruiz", "Ruiz", True),
        ("the governor of the northern region, Ana Ruiz", "Ana Ruiz, the governor", True),
        ("the Red Cross", "the White Cross", False),
        ("the Northern Front", "the Southern Front", False),
        ("Ruiz", "Rios", False),
    ],
)
def test_a_person_is_one_voice_with_and_without_the_office(one: str, other: str, same: bool) -> None:
    assert (plain_voice(one) == plain_voice(other)) is same


def test_preliminary_information_is_nobody_in_particular() -> None:
    assert plain_voice("preliminary information") == ""


def test_an_army_behind_the_dash_of_a_headline_was_not_hurt(tmp_path: Path) -> None:
    text = "At least 5 rebel troops killed, one soldier wounded – Gao Defence Army\n\nMay 3, 2021\n\nRebel troops attacked a post near Gao on Monday."
    path = tmp_path / "page.txt"
    path.write_text(text)
    documents, _ = read_sources([str(path)])
    harmed = [i.group for m in next(iter(extract_documents(documents))).mentions for i in m.toll]
    assert not [group for group in harmed if "Army" in group]


def test_one_of_a_side_wounded_is_no_count_over_a_war(tmp_path: Path) -> None:
    text = "Troops opened fire on a post near Gao on 3 May 2021, killing five rebels. The army side has one wounded, the statement said."
    extract = told(tmp_path, text)
    assert not extract.aggregates


def test_fighting_in_the_direction_of_a_district_is_near_it(tmp_path: Path) -> None:
    (battle,) = _incidents(tmp_path, "On 3 May 2021 troops opened artillery fire in the direction of the Gao district, killing three people.")
    assert battle.place is not None
    assert "Gao" in battle.place.wording
