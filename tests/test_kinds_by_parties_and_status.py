"""What a deed was, by who did it to whom and what was only denied, thought of or long past: in the words of a longer report."""

from pathlib import Path

import pytest

from told import told

LONG = "\n\n" + " ".join(
    ["The minister spoke at length about the harvest and about prices.", "Parliament meets next week to discuss the reform of the courts.",
     "The president left for a visit abroad and met his colleagues there."] * 4
)  # fmt: skip


def types(folder: Path, text: str) -> list[str]:
    return [m.type for m in told(folder, text + LONG).mentions if m.kind == "incident" and m.status == "happened"]


FORCE, CLASH, ATTACK, AIR = "Excessive force against protesters", "Armed clash", "Attack", "Air/drone strike"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers opened fire on Tuesday on women taking part in a peaceful protest in Lomé. Three people were killed.", FORCE),
        ("Troops fired to prevent marchers from reaching the palace in Libreville on Tuesday; two people died.", FORCE),
        ("Six people were killed on Tuesday when men loyal to the junta gunned down demonstrators in Conakry.", FORCE),
        ("A bomb tore through a peace march in Jos on Tuesday, killing 14.", "Remote explosive/landmine/IED"),
        ("Gunmen killed two protesters in Basra on Tuesday.", ATTACK),
    ],
)
def test_shots_at_a_protest_are_force_against_it_and_a_bomb_is_a_bomb(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Militants raided a military barracks at Tillabéri on Tuesday and made off with weapons.", CLASH),
        ("The rebels launched an assault on the capital, Bangui, on Tuesday.", CLASH),
        ("Troops killed nine gang members near Cuautla on Tuesday.", CLASH),
        ("Guerrillas made an assault on a school at Tibú on Tuesday and killed a teacher.", ATTACK),
        ("Militants arrested a midwife at the market of Djibo on Tuesday.", "Abduction/forced disappearance"),
        ("Rebels arrested 12 soldiers at Bambari on Tuesday.", "Arrests"),
        ("In a raid on Tuesday five suspects were detained in Mardin.", "Arrests"),
        ("Rockets were fired from a helicopter at the radio station in Juba on Tuesday.", AIR),
        ("Forty people died on Tuesday in the bombing of the market at Bria by aircraft.", AIR),
        ("Fighters killed 20 villagers at Beni on Tuesday, shooting at random and blowing up houses.", ATTACK),
        ("Troops stormed a flat at Tubas on Tuesday and took away two brothers.", "Abduction/forced disappearance"),
        ("Police went from house to house in Homa Bay on Tuesday and dragged youths onto lorries.", "Arrests"),
        ("Aircraft destroyed two tanks outside Gao on Tuesday.", AIR),
        ("A bomb hidden in a motorcycle exploded outside a barracks at Saravena on Tuesday, wounding four soldiers.",
         "Remote explosive/landmine/IED"),
        ("Loud explosions were heard in Kabwe on Tuesday as troops and rebels fought in the suburbs.", CLASH),
        ("Fighter planes dropped canisters of chlorine on Lori on Tuesday; 11 people were killed.", "Chemical weapon"),
        ("A car bomber drove into a convoy at Kismayo on Tuesday, killing a driver.", "Suicide bomb"),
    ],
)  # fmt: skip
def test_who_did_it_to_whom_says_what_it_was(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Walikale and Pinga were lost by the Congolese army on Tuesday.", "Non-state actor overtakes territory"),
        ("The rebels were forced to retreat from Kaga-Bandoro on Tuesday.", "Government regains territory"),
        ("The army took Kaga-Bandoro from the rebels on Tuesday.", "Government regains territory"),
    ],
)
def test_who_lost_a_place_did_not_take_it(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]


def test_a_party_is_of_the_kind_that_it_was_on_the_day_of_the_deed(tmp_path: Path) -> None:
    assert types(tmp_path, "On 28 September 2015 the Taliban entered Kunduz.") == ["Non-state actor overtakes territory"]
    assert types(tmp_path, "On Tuesday Taliban soldiers entered Khinj.") == ["Government regains territory"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army denied that it had shelled the market of Kadugli and said that gunmen had shot six traders there on Tuesday.", ATTACK),
        ("A driver was killed on Tuesday by robbers in Maroua, a town that has seen suicide bombings.", ATTACK),
        ("The governor, who lost a leg to a landmine in 1999, was shot dead at his house in Gao on Tuesday.", ATTACK),
        ("Soldiers shot dead a teacher in Bor on Tuesday. She had once survived a suicide bombing.", ATTACK),
        ("Supporters of the assassinated mayor shot at a hotel in Tuluá on Tuesday and wounded two guests.", ATTACK),
        ("A photographer was killed by a sniper on Tuesday at Bangassou while filming clashes.", ATTACK),
        ("The unit was braced for a suicide bomber when it shot a driver dead at Mazar on Tuesday.", ATTACK),
        ("Soldiers found the bodies of 25 men in a hotel at Bama on Tuesday, near the fighting.", ATTACK),
    ],
)
def test_what_is_denied_or_past_says_nothing_of_the_deed(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]


def test_blasts_of_a_page_of_air_strikes_are_strikes_and_elsewhere_devices(tmp_path: Path) -> None:
    page = (
        "Jets bombed a depot at Taiz on Monday, killing four.\n\nAircraft struck a bridge at Ibb on Monday; two people died.\n\n"
        "An explosion in the port of Mocha killed three people on Tuesday."
    )
    assert types(tmp_path, page) == [AIR, AIR, AIR]
    assert types(tmp_path, "An explosion in the market of Quetta killed three people on Tuesday.") == ["Remote explosive/landmine/IED"]
