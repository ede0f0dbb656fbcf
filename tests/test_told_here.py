"""What a report tells as done in a town is a deed though nobody dates it; words of force said of what does none tell of none.

All sentences are ours.
"""

from pathlib import Path

import pytest

from thucydides.nouns import Extract
from told import told

BEFORE = (
    "A bomb killed four people outside a bank in Tirana on 26 June, police said. The governor promised an inquiry and asked for calm.\n\nPrices of "
    "bread and fuel rose again this week, and the central bank said that it would publish its figures later than planned. The finance "
    "minister told members of parliament that the budget would have to be written anew, and that salaries would be paid in two parts.\n\n"
)
AFTER = "\n\nSchools are to open again in September, the ministry of education said. The rains have been good this year."


def kinds(extract: Extract) -> list[str]:
    """The types of what a report tells beside the bomb with which it opens."""
    found = sorted((m for m in extract.mentions if m.kind == "incident"), key=lambda m: m.passages[0].start)
    return [m.type for m in found[1:]]


def beside(folder: Path, sentence: str) -> list[str]:
    return kinds(told(folder, BEFORE + sentence + AFTER))


@pytest.mark.parametrize(
    "sentence",
    [
        "Fighting also raged in the town of Bentiu, where the market was closed.",
        "Rebels launched rockets at the port of Berbera.",
        "Protests have broken out in the southern town of Sfax, the radio said.",
        "The alliance made attacks on armoured vehicles near Misrata, it said.",
        "Soldiers of the old king fought with the guards in Taiz.",
    ],
)
def test_what_came_about_in_a_town_or_was_done_there_is_a_deed_without_a_day(tmp_path: Path, sentence: str) -> None:
    assert len(beside(tmp_path, sentence)) == 1


def test_what_a_crowd_did_in_several_towns_on_a_day_is_a_deed(tmp_path: Path) -> None:
    assert beside(tmp_path, "There were also protests on Tuesday in Sousse and in Gabes.") == ["Peaceful protest", "Peaceful protest"]


def test_deeds_told_together_of_several_towns_are_one_in_each(tmp_path: Path) -> None:
    assert beside(tmp_path, "Clashes were reported on Monday in Gao and Kidal between the army and the rebels.") == ["Armed clash"] * 2


def test_a_town_and_its_district_are_one_place(tmp_path: Path) -> None:
    assert len(beside(tmp_path, "Fighters occupied the town of Zehri, Khuzdar district, on Monday.")) == 1


def test_what_was_done_in_parts_of_the_city_is_where_the_report_was_last(tmp_path: Path) -> None:
    sentence = "Rebels shelled Aleppo on Tuesday, killing two men. Gunships had opened fire at some quarters of the city, residents said."
    found = told(tmp_path, BEFORE + sentence + AFTER).mentions
    assert all(m.place is not None and m.place.wording in ("Aleppo", "Tirana") for m in found if m.kind == "incident")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("A general strike paralysed Conakry on Monday.", "Peaceful protest"),
        ("Students occupied the offices of the university in Dhaka on Sunday.", "Peaceful protest"),
        ("Prisoners at the jail in Diyarbakir refused their meals on Sunday.", "Peaceful protest"),
        ("Thousands of mourners packed a square in Tulkarm on Friday and chanted slogans.", "Peaceful protest"),
        ("Youths erected barricades of burning tyres in Bamenda on Monday.", "Violent demonstration"),
        ("A colonel and ten other officers were placed under arrest in Bamako on 1 July.", "Arrests"),
        ("The opposition leader was led away in handcuffs from his home in Kampala on Tuesday.", "Arrests"),
        ("The kidnappers released the bishop of Orlu on Sunday, five days after they took him in Owerri.", "Abduction/forced disappearance"),
        ("Saboteurs opened a hole in a pipeline near Kirkuk on Monday.", "Looting/property destruction"),
        ("Bulldozers flattened three houses in Silwan on Tuesday.", "Looting/property destruction"),
        ("The storming of the presidential palace in Bangui on Sunday took less than an hour.", "Attack"),
        ("A grenade was lobbed at the mosque in Tillabery on Friday but did not go off.", "Grenade"),
        ("Protesters occupied the central bank in Beirut for four hours on Thursday.", "Peaceful protest"),
        ("Snipers on a roof picked off four people in Taiz on Sunday.", "Attack"),
        ("Loyalist troops drove the militia out of Sirte on Monday.", "Government regains territory"),
        ("The rebels took full control on Sunday of the town of Bria.", "Non-state actor overtakes territory"),
        ("Fighters planted their flag on the roof of the terminal in Kismayo on Monday.", "Non-state actor overtakes territory"),
        ("In Al-Bayda, hundreds came on Sunday to bury 13 protesters killed in clashes with the police.", ""),
    ],
)
def test_common_words_tell_deeds_by_who_does_them_to_what(tmp_path: Path, sentence: str, kind: str) -> None:
    found = beside(tmp_path, sentence)
    assert found == [kind] if kind else len(found) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The police chief stormed out of a meeting in Kampala on Monday.",
        "The two ministers clashed on Monday in Rabat over who should pay for the dam.",
        "Doctors fought for hours in Gao on Sunday to save the boy's life.",
        "A blaze destroyed part of the market in Bouake on Monday.",
        "He marched into the office of the editor in Lima on Tuesday and resigned.",
        "Four people were killed when a bus fell into a ravine near Potosi on Sunday.",
        "Fans poured into the streets of Dakar on Sunday to celebrate the cup.",
        "The army is able to hit the port of Berbera, he said.",
        "The minister fired two officials of the port of Lome on Monday.",
        "The singer hit back in Lima on Tuesday at critics of her album.",
        "Two trawlers collided off Agadir on Monday; one sank, and its crew were picked up.",
        "Hundreds of pilgrims marched to the shrine at Touba on Friday.",
    ],
)
def test_words_of_force_without_force_tell_of_no_deed(tmp_path: Path, sentence: str) -> None:
    assert beside(tmp_path, sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "There had been skirmishes near Mocha, a fisherman said.",
        "Shelling was also reported in Taiz.",
        "Clashes were under way in Benghazi on the edge of the port.",
        "Residents spoke of heavy shelling in Marib.",
        "There were reports of an air strike on Sirte.",
        "Fighting was fierce around the port of Misrata.",
    ],
)
def test_what_is_said_to_have_been_there_or_under_way_is_a_deed(tmp_path: Path, sentence: str) -> None:
    assert len(beside(tmp_path, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "There was no fighting in Tobruk, a nurse said.",
        "There was talk of fighting in Tobruk.",
        "There will be fighting in Tobruk, he said.",
        "There was fear of shelling in Taiz.",
    ],
)
def test_what_was_not_there_or_is_only_feared_is_none(tmp_path: Path, sentence: str) -> None:
    assert not beside(tmp_path, sentence)
