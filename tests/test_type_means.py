"""What a deed of a longer report was: a fight where people came to harm in one, and by the means that its page tells of its other deeds."""

from pathlib import Path

import pytest

from thucydides.extracting.kinds.found_arms import only_found
from thucydides.extracting.parsing import pipeline
from told import told

LONG = "\n\n" + " ".join(
    ["The minister spoke at length about the harvest and about prices.", "Parliament meets next week to discuss the reform of the courts.",
     "The president left for a visit abroad and met his colleagues there."] * 4
)  # fmt: skip


def types(folder: Path, text: str) -> list[str]:
    return [m.type for m in told(folder, text + LONG).mentions if m.kind == "incident"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("There was fighting on Tuesday at Baidoa, where four officers of the regional police were killed.", "Armed clash"),
        ("Fighting broke out on Tuesday near Tessalit and two Malian soldiers were killed.", "Armed clash"),
        ("Two rustlers were shot dead on Tuesday in a gun duel with vigilantes at Dansadau.", "Armed clash"),
        ("Three nuns were shot dead on Tuesday at Bukavu while fighting went on around the town.", "Attack"),
        ("Rebels attacked soldiers near Lashkar Gah on Tuesday.", "Armed clash"),
    ],
)
def test_harm_done_in_a_fight_is_a_clash_and_fighting_around_a_deed_is_not(tmp_path: Path, sentence: str, kind: str) -> None:
    assert types(tmp_path, sentence) == [kind]


def test_raids_of_a_page_that_tells_of_aircraft_are_from_the_air(tmp_path: Path) -> None:
    page = "Raids on Saada on Monday left nine people dead.\n\nIn Hajjah, aircraft carried out a raid on Tuesday in which four people were killed."
    assert types(tmp_path, page) == ["Air/drone strike", "Air/drone strike"]


def test_raids_of_a_page_without_aircraft_stay_open(tmp_path: Path) -> None:
    page = "A raid on Pibor on Monday left nine people dead.\n\nIn Bor, gunmen on horses carried out a raid on Tuesday in which four people were killed."
    assert "Air/drone strike" not in types(tmp_path, page)


def test_who_was_shot_on_a_page_of_air_strikes_was_not_struck_from_the_air(tmp_path: Path) -> None:
    page = (
        "An airstrike on a mill in Idlib killed five people on Sunday.\n\nOn Monday an airstrike on a school in Saraqib killed three.\n\n"
        "On Tuesday a teacher was shot dead in Jisr al-Shughur."
    )
    assert types(tmp_path, page) == ["Air/drone strike", "Air/drone strike", "Attack"]


@pytest.mark.parametrize(
    ("sentence", "word", "found"),
    [
        ("Police seized a lorry carrying 40 rifles.", "rifles", True),
        ("Sappers found and destroyed two mines.", "mines", True),
        ("The seizure of ten grenades followed.", "grenades", True),
        ("The post was seized on Monday; the next day a drone struck the market.", "drone", False),
        ("Aircraft carried out a raid on the port.", "Aircraft", False),
        ("Gunmen with rifles seized a priest.", "rifles", False),
    ],
)
def test_a_weapon_is_only_found_where_its_own_words_say_so(sentence: str, word: str, found: bool) -> None:
    token = next(t for t in pipeline()(sentence) if t.text == word)
    assert only_found(token) is found


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A crowd of 200 stormed the governor's office in Kirkuk on Tuesday.", "Violent demonstration"),
        ("The army's guns fired on the bus station of Gorlovka on Tuesday and killed four passengers.", "Shelling/artillery/missile attack"),
        ("Helicopters fired on a wedding at Bounti on Tuesday; 19 villagers died.", "Air/drone strike"),
        ("Villagers with white flags were shot down by soldiers at Maungdaw on Tuesday.", "Attack"),
        ("Twenty villagers were rounded up as human shields by soldiers at Shwebo on Tuesday.", "Abduction/forced disappearance"),
        ("The two sides shot at one another for an hour at Isfara on Tuesday; a Tajik guard was hurt.", "Armed clash"),
        ("Clashes with police in Tbilisi on Tuesday left 60 people hurt.", "Violent demonstration"),
        ("Police were ambushed at Robore on Tuesday and three officers were wounded.", "Armed clash"),
        ("Gunmen on motorcycles rode into Solenzo on Tuesday; 32 people were killed.", "Attack"),
        ("A house was struck at midnight on Tuesday in Hodeidah; nine of the family were killed.", "Air/drone strike"),
        ("A boy died on Tuesday in Logar when a leftover shell went off in a field.", "Remote explosive/landmine/IED"),
        ("Troops opened fire on Tuesday at Imphal as a crowd headed for the camp, and two people died.",
         "Excessive force against protesters"),
    ],
)  # fmt: skip
def test_who_did_it_and_to_whom_says_what_it_was(tmp_path: Path, sentence: str, kind: str) -> None:
    assert types(tmp_path, sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Eight men were arrested on suspicion of looting in Batken on Tuesday.",
        "Three suspected militants were arrested in Garissa on Tuesday with 30 kilos of explosives.",
        "Two alleged insurgents were taken into custody in Lamu on Tuesday.",
        "Another suspect in the bombing was arrested in Pattani on Tuesday.",
        "Fugitive gang leader Julio Paredes was recaptured on Tuesday in Manta.",
        "Four men suspected of helping the bombers were picked up by police in overnight raids in Peshawar on Tuesday.",
    ],
)
def test_what_people_are_arrested_for_or_with_is_no_deed_of_its_own(tmp_path: Path, sentence: str) -> None:
    assert types(tmp_path, sentence) == ["Arrests"]


def test_what_was_bombed_on_a_page_of_air_raids_was_bombed_from_the_air(tmp_path: Path) -> None:
    page = (
        "The air force bombed the hospital of Kutum on Monday and killed nine.\n\nAn air raid on Kabkabiya on Tuesday killed four.\n\n"
        "Hundreds marched in Geneina on Wednesday.\n\nThe village of Tabit was bombed on Thursday; six farmers died."
    )
    assert types(tmp_path, page) == ["Air/drone strike", "Air/drone strike", "Peaceful protest", "Air/drone strike"]
