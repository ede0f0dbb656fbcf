"""Types of deeds whose doers fell afterwards, of gunfire that is heard, of villages entered to be burnt, and of bombers who die."""

import pytest

from thucydides.nouns import Mention
from told import ASIDE, incidents, read


def _told(text: str) -> Mention:
    (mention,) = incidents(read(f"Notes of the week\n\n{text}\n\n{ASIDE}", "2024-05-02"))
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a hotel in Bamako on Monday, killing 19 guests. Two attackers were killed when commandos raided the building.",
        "Taliban gunmen killed 132 pupils in Peshawar on Monday. All seven attackers died in a long gun battle with soldiers.",
        "Raiders killed nine herders near Turbi on Monday. Three of the raiders were killed when police caught up with them.",
    ],
)
def test_an_attack_on_people_without_arms_is_one_though_its_doers_fell(text: str) -> None:
    assert _told(text).type == "Attack"


@pytest.mark.parametrize(
    "text",
    [
        "Insurgents attacked a barracks at Damboa on Monday, killing six soldiers. Twelve insurgents were killed.",
        "Seventeen sailors were killed on Monday when rebel boats attacked a troop carrier off Mullaittivu. About 50 rebels died, the navy said.",
    ],
)
def test_an_attack_on_soldiers_whose_doers_fell_is_a_clash(text: str) -> None:
    assert _told(text).type == "Armed clash"


@pytest.mark.parametrize(
    "text",
    [
        "Gunfire and explosions were heard in Conakry on Monday. At least eight people were killed in the fighting, doctors said.",
        "Explosions and heavy gunfire rocked Khartoum on Monday as the army fought paramilitaries. At least 56 civilians died.",
    ],
)
def test_gunfire_heard_where_fighting_is_told_is_a_clash(text: str) -> None:
    assert _told(text).type == "Armed clash"


def test_explosions_heard_alone_are_of_a_device() -> None:
    text = "Two explosions were heard near Kabul airport on Monday. At least 60 people were killed, a doctor said."
    assert _told(text).type == "Remote explosive/landmine/IED"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Militiamen entered Bossangoa on Monday, ransacked offices and burned shops.", "Looting/property destruction"),
        ("Rebels entered Gao on Monday and raised their flag over the governor's office. Soldiers fled.", "Non-state actor overtakes territory"),
        ("Gunmen entered Malakal on Monday, beheaded two men and burned houses.", "Attack"),
    ],
)
def test_who_enters_a_place_only_to_burn_does_not_take_it(text: str, kind: str) -> None:
    assert _told(text).type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was a holiday in Donetsk on Monday when the shells came. Six people were killed.", "Shelling/artillery/missile attack"),
        ("The van was taking reapers home on Monday when it drove over a device near Arbinda. Twelve of them died.", "Remote explosive/landmine/IED"),
        ("A man came to the gate of a barracks in Taiz on Monday and set off the explosives he was carrying. Four recruits died.", "Suicide bomb"),
        ("Two men wearing explosive belts entered a ministry in Kabul on Monday; four clerks were killed.", "Suicide bomb"),
        ("Pupils had gathered in front of the university in Lomé on Monday. Soldiers fired live rounds. Two were killed.",
         "Excessive force against protesters"),
    ],
)  # fmt: skip
def test_what_did_the_harm_is_told_by_the_clause_before_it(text: str, kind: str) -> None:
    assert _told(text).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "A man drove a van packed with explosives into a bus near Gaza on Monday, killing seven soldiers and himself.",
        "Two women set off explosives on the Moscow metro on Monday, killing 38 people and themselves.",
    ],
)
def test_who_kills_himself_with_others_is_a_suicide_bomber(text: str) -> None:
    assert _told(text).type == "Suicide bomb"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Fighters targeted an army lorry near Turbat on Monday with a remote-controlled bomb. Two soldiers were killed.", "Remote explosive/landmine/IED"),
        ("Guerrillas attacked a patrol with an improvised explosive device on Monday, killing three soldiers.", "Remote explosive/landmine/IED"),
        ("Fighters attacked a police station with guns and bombs on Monday, killing three officers.", "Armed clash"),
    ],
)
def test_soldiers_attacked_with_a_device_alone_met_no_fight(text: str, kind: str) -> None:
    assert _told(text).type == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Crowds attacked the Turkish consulate in Latakia on Monday and smashed its windows.", "Mob violence"),
        ("Hundreds of people armed with clubs attacked a school in Tunis on Monday and looted computers.", "Mob violence"),
        ("Protesters attacked an embassy in Tunis on Monday after a march, burning cars.", "Violent demonstration"),
    ],
)
def test_a_crowd_that_demonstrates_for_nothing_is_a_mob(text: str, kind: str) -> None:
    assert _told(text).type == kind
