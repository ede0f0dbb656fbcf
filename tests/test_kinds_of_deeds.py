"""What kind of deed longer reports tell of: by the sentences that tell it, whatever means and crowds the rest of a report names."""

from pathlib import Path

import pytest

from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.parsing import pipeline
from told import told

REST = (
    "\n\nThe governor is to visit the area later this week, his office said. Schools in the district stayed closed, and the market opened only "
    "for an hour.\n\nPeople in the region have lived with the war for years, and many families have moved to the capital or to their relatives "
    "in the south. Prices of bread and fuel have doubled since the summer.\n\nThe bishop called on all sides to spare those who take no part in "
    "the conflict and to let food and medicine through. Envoys said that talks might begin again in the spring, but neither side has named its "
    "delegates, and the last round ended after a day without a word about the prisoners."
)


def _family(text: str) -> set[str]:
    sentence = next(iter(pipeline()(text).sents))
    return {t.family for t in find_triggers(sentence)}


@pytest.mark.parametrize(
    "text",
    [
        "A man drove a lorry full of explosives into the gate of the barracks in Gao on Friday and killed nine soldiers.",
        "A laden boat exploded beside the tanker as two guards watched; its pilot detonated the charge, killing himself and a sailor.",
        "Two women detonated the explosives strapped to their bodies at a bus stop in Maiduguri on Sunday.",
        "A car packed with explosives rammed the wall of the courthouse in Kismayo on Monday.",
    ],
)
def test_who_dies_by_his_own_bomb_is_a_suicide_attacker(text: str) -> None:
    assert "suicide" in _family(text)


@pytest.mark.parametrize(
    "text",
    [
        "A drone laden with explosives slammed into a fuel depot in Aden on Friday.",
        "A car packed with explosives blew up outside the courthouse in Kismayo on Monday.",
        "The guard killed himself with his rifle on Monday.",
        "Police drove a car into the yard, where explosives were stored.",
    ],
)
def test_what_explodes_without_an_attacker_is_no_suicide_attack(text: str) -> None:
    assert "suicide" not in _family(text)


@pytest.mark.parametrize("text", ["Bombs fell on the market of Kauda on Tuesday.", "Six bombs were dropped on the village of Loi on Friday.", "Nine monks were killed by the bombs that fell on Mindat."])
def test_bombs_that_fall_come_from_the_air(text: str) -> None:
    assert "air" in _family(text)


@pytest.mark.parametrize("text", ["Mortar bombs fell on the camp on Tuesday.", "Youths dropped petrol bombs on the police car on Friday."])
def test_bombs_of_mortars_and_of_rioters_do_not(text: str) -> None:
    assert "air" not in _family(text)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Their bus hit an anti-tank mine near Fizuli on Friday.", "bomb"),
        ("The lorry ran over a home-made landmine near Cauca on Friday.", "bomb"),
        ("The town of Kunduz fell to the insurgents on Sunday.", "takeover"),
        ("The police post of Kidal fell to the rebels on Sunday.", "takeover"),
        ("The rebels tried to seize the town of Bor on Friday.", "clash"),
        ("Twelve of the prisoners were recaptured on Tuesday.", "arrest"),
        ("Soldiers opened fire on the march in Conakry on Monday.", "crackdown"),
        ("Sappers defused a device of ten kilos near the school on Monday.", "seizure"),
        ("Guards seized a lorry with 40 rifles on Monday.", "seizure"),
        ("Police fired rubber bullets to scatter a march of students on Monday.", "crackdown"),
        ("Ukrainian troops reclaimed the town of Izium on Monday.", "territory"),
        ("A youth wearing a belt of explosives set it off at the door of a church on Sunday.", "suicide"),
        ("A van laden with explosives crashed into the wall of a police post on Tuesday.", "suicide"),
    ],
)
def test_words_are_a_deed_by_what_they_are_said_of(text: str, family: str) -> None:
    assert family in _family(text)


@pytest.mark.parametrize("text", ["Since May 35 of our citizens have fallen to mines.", "He fell to his death on Monday.", "The rate fell to a fifth."])
def test_only_a_place_falls_to_those_who_take_it(text: str) -> None:
    assert "takeover" not in _family(text)


def test_tear_gas_is_no_chemical_attack() -> None:
    assert "chemical" not in _family("Officers tear-gassed the crew of the ambulance on Monday.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Fighting went on around Harasta on Friday, and 14 rebels and five soldiers were killed in the clashes. The army would not hesitate to "
            "use poison gas, a deserter said.",
            "Armed clash",
        ),
        (
            "Rebels and soldiers clashed near Ituri on Friday, and nine soldiers were killed. Elsewhere drones were seen over the lake, and bombs "
            "were heard.",
            "Armed clash",
        ),
        (
            "At least 12 people were killed at a market in Kutum on Tuesday. Residents said that two shells had landed among the stalls.",
            "Shelling/artillery/missile attack",
        ),
        (
            "The army retook the town of Sake on Friday. In the days after, 30 men were found shot in their houses.",
            "Government regains territory",
        ),
        (
            "Soldiers opened fire when a crowd marched to the barracks in Pallel on Friday, and two people were killed.",
            "Excessive force against protesters",
        ),
        ("A prosecutor was ambushed on his way to work in Tumaco on Friday; ten bullets went through the door.", "Attack"),
        ("Insurgents ambushed a convoy near Konna on Friday and wounded three soldiers.", "Armed clash"),
        ("Air defences shot down a drone over the port of Odesa on Friday.", "Disrupted weapons use"),
        ("Rival gangs fought in the prison of Latacunga on Friday; 13 inmates were killed.", "Armed clash"),
        ("Helicopters dropped canisters of chlorine on Saraqib on Friday and injured nine people.", "Chemical weapon"),
        ("A family was set alight in its car by a mob in Imphal on Friday.", "Mob violence"),
        ("Demonstrators set the parliament in Lome on fire on Friday, and three people were killed.", "Violent demonstration"),
    ],
)
def test_the_core_of_a_report_says_what_was_done(tmp_path: Path, text: str, kind: str) -> None:
    assert [m.type for m in told(tmp_path, text + REST).mentions] == [kind]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Government jets bombed the town of Mota in Ethiopia on Friday and killed nine people.", "jets"),
        ("Israeli forces detained 18 people in raids in Jenin on Friday.", "forces"),
        ("Police arrested 60 demonstrators at a rally in Astana on Saturday.", "Police"),
        ("Artillery of the army hit the market in Kadugli on Friday and killed eight people.", "army"),
        ("Rebels triggered a mine under a police lorry near Gadchiroli on Wednesday and killed six policemen.", "Rebels"),
        ("Prison guards beat a man to death in Asmara on Thursday.", "guards"),
        ("Soldiers found 40 rifles in a cave near Dahuk on Thursday.", "Soldiers"),
        ("Kunduz fell to the rebels on Sunday.", "rebels"),
    ],
)
def test_who_did_it_is_told_of_arrests_seizures_and_falls_too(tmp_path: Path, text: str, doer: str) -> None:
    (mention,) = told(tmp_path, text + REST).mentions
    assert [a.wording.split()[-1] for a in mention.actors if a.role == "perpetrator"] == [doer]


def test_who_is_stoned_to_death_was_killed(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "A mob stoned a man to death in Khanewal on Saturday." + REST).mentions
    assert (mention.type, [t.quantity.best for t in mention.toll if t.outcome == "killed"]) == ("Mob violence", [1])


def test_who_arrests_a_killer_is_no_killer(tmp_path: Path) -> None:
    found = told(tmp_path, "Soldiers arrested a man in Bangui on Monday over the killing of a priest." + REST).mentions
    assert not [a for m in found for a in m.actors if a.role == "perpetrator"]


def test_who_lost_a_town_stands_behind_from(tmp_path: Path) -> None:
    (mention,) = told(tmp_path, "The army retook the town of Sake from the rebels on Friday." + REST).mentions
    assert [(a.wording, a.role) for a in mention.actors] == [("army", "perpetrator"), ("rebels", "target")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A strike on a market in Omdurman left 14 dead on Monday.", "Air/drone strike"),
        ("Twelve people were killed in a strike on a village in Tigray on Friday.", "Air/drone strike"),
        ("A missile strike on Odesa killed three people on Saturday.", "Shelling/artillery/missile attack"),
        ("A rebel strike on an army post near Goma killed four soldiers on Monday.", "Armed clash"),
        ("A militant strike on a church in Beni killed ten worshippers on Sunday.", "Attack"),
    ],
)
def test_a_strike_that_nobody_is_said_to_have_done_was_from_the_air(tmp_path: Path, text: str, kind: str) -> None:
    assert [m.type for m in told(tmp_path, text + REST).mentions if m.kind == "incident"] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two MiG-29s bombed a bridge near Sukhumi on Tuesday, wounding three villagers.", "Air/drone strike"),
        ("An F-16 bombed a herders' camp near Sirnak on Friday, killing two.", "Air/drone strike"),
        ("Two soldiers lost a leg to a mine near Stepanakert on Thursday.", "Remote explosive/landmine/IED"),
        ("Three sappers were hurt by a mine near Mosul on Friday.", "Remote explosive/landmine/IED"),
    ],
)
def test_models_of_aircraft_and_mines_that_maim_are_means(tmp_path: Path, text: str, kind: str) -> None:
    assert [m.type for m in told(tmp_path, text + REST).mentions if m.kind == "incident"] == [kind]
