"""What kind of deed it was by who did it, to whom, and by what stands in a table's remarks: mobs, fighting, aircraft, grenades."""

from pathlib import Path

import pytest

from test_kinds_of_deeds import REST
from thucydides.extracting import extract_documents
from thucydides.nouns import Passage
from thucydides.reading import read_sources
from thucydides.reconciling.origins import Chain
from thucydides.reconciling.types import Typed, assess_type
from told import told


def _type(folder: Path, text: str) -> str:
    return next(m.type for m in told(folder, text + REST + REST).mentions if m.kind == "incident")


@pytest.mark.parametrize(
    "text",
    [
        "A man suspected of stealing a goat was beaten to death by villagers in Kisii on Friday.",
        "A crowd surrounded the police station in Kasese on Monday and beat four officers to death.",
        "A thief was lynched in Oruro on Sunday.",
        "A trader was killed by residents of Owerri on Tuesday.",
    ],
)
def test_people_of_a_place_who_kill_are_a_mob(tmp_path: Path, text: str) -> None:
    assert _type(tmp_path, text) == "Mob violence"


def test_what_somebody_is_accused_of_is_not_what_was_done_to_him(tmp_path: Path) -> None:
    assert _type(tmp_path, "A teacher accused of rape was beaten to death in his school in Jessore on Tuesday.") == "Attack"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels shot down an army helicopter over Idlib on Tuesday.", "Armed clash"),
        ("A missile brought down an army helicopter near Horlivka on Monday, killing two of its crew.", "Shelling/artillery/missile attack"),
        ("A reconnaissance drone was shot down over Marib on Tuesday.", "Disrupted weapons use"),
    ],
)
def test_an_aircraft_with_a_crew_is_fought_and_a_drone_made_harmless(tmp_path: Path, text: str, kind: str) -> None:
    assert _type(tmp_path, text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Fighting that began before dawn in Spin Boldak on Monday killed 15 villagers.",
        "Clash of army and rebels at Yei on 9 February, two civilians dead.",
        "Two ELN men died in Arauca on 15 June.",
    ],
)
def test_who_fell_where_others_fought_fell_in_a_clash(tmp_path: Path, text: str) -> None:
    assert _type(tmp_path, text) == "Armed clash"


def test_men_of_a_people_are_no_fighters_of_it(tmp_path: Path) -> None:
    assert _type(tmp_path, "Three Fulani men were shot dead near Jos on Monday.") == "Attack"


def test_a_grenade_that_explodes_is_a_grenade(tmp_path: Path) -> None:
    assert _type(tmp_path, "A hand grenade exploded in a bar in Bujumbura on Saturday night, killing two.") == "Grenade"


def test_a_hand_bomb_is_a_grenade(tmp_path: Path) -> None:
    text = "Three people were lightly injured in Zvornik on Saturday when somebody threw a hand bomb at a cafe."
    assert _type(tmp_path, text) == "Grenade"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers took the men out of a convoy of refugees near Vushtrri on Monday and shot them.", "Attack"),
        ("Troops dragged villagers from their homes near Rabinal on Monday and killed them.", "Attack"),
        ("Gunmen took the men out of a bus near Potiskum on Monday and drove off with them.", "Abduction/forced disappearance"),
    ],
)
def test_who_is_killed_as_soon_as_taken_was_attacked(tmp_path: Path, text: str, kind: str) -> None:
    assert _type(tmp_path, text) == kind


def test_what_war_left_behind_is_a_device(tmp_path: Path) -> None:
    assert _type(tmp_path, "Two brothers were killed by an ERW near Hajjah on Sunday.") == "Remote explosive/landmine/IED"


def test_who_enters_burns_and_withdraws_took_nothing_over(tmp_path: Path) -> None:
    raid = "About 50 rebels entered Datu Piang on Thursday, burned a police car and withdrew."
    assert _type(tmp_path, raid) != "Non-state actor overtakes territory"


def test_who_strikes_from_the_air_on_a_page_struck_from_there(tmp_path: Path) -> None:
    page = (
        "NATO warplanes bombed a barracks in Sirte on Monday.\n\nNATO air strikes hit a depot in Hun on Tuesday.\n\n"
        "On Thursday NATO destroyed a house in Tripoli in which nine civilians were killed."
    )
    types = [m.type for m in told(tmp_path, page + REST).mentions if m.kind == "incident"]
    assert types == ["Air/drone strike"] * 3


def test_remarks_of_a_table_say_what_its_rows_count(tmp_path: Path) -> None:
    rows = [
        ("3 May 2018", "Isulan", "3", "36", "Bomb under a parked motorcycle at a festival. BIFF denied responsibility."),
        ("4 May 2018", "Jolo", "2", "6", "Grenade thrown into a mosque while people slept inside."),
        ("5 June 2019", "Patikul", "11", "14", "Firefight between troops of the 21st battalion and 40 men."),
        ("9 June 2019", "Cotabato", "1", "0", "A councillor was shot dead by a pair on a motorcycle."),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    head = "<tr><th>Date</th><th>Place</th><th>Killed</th><th>Injured</th><th>Remarks</th></tr>"
    (tmp_path / "list.html").write_text(f"<html><body><h1>Attacks on Mindanao</h1><p>By year.</p><table>{head}{cells}</table></body></html>")
    documents, _ = read_sources([str(tmp_path / "list.html")])
    mentions = [m for m in next(iter(extract_documents(documents))).mentions if m.kind == "incident"]
    assert [m.type for m in mentions] == ["Remote explosive/landmine/IED", "Grenade", "Armed clash", "Attack"]
    assert [i.quantity.best for m in mentions for i in m.toll if i.outcome == "killed"] == [3, 2, 11, 1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("US forces struck two anti-ship missiles near Hodeidah on Sunday.", "Air/drone strike"),
        ("An air strike hit a rocket depot near Donetsk on Sunday.", "Air/drone strike"),
        ("Five missiles hit a block of flats in Kharkiv on Friday; nine people were killed.", "Shelling/artillery/missile attack"),
        ("Shells containing chlorine were fired at Saraqeb on Sunday; eleven people were treated.", "Chemical weapon"),
        ("Rebels killed two soldiers with a bomb near Mudiya on Tuesday.", "Remote explosive/landmine/IED"),
        ("A woman detonated herself beside a mosque in Bursa on Monday; 13 people were hurt.", "Suicide bomb"),
    ],
)
def test_arms_that_are_struck_are_not_the_means(tmp_path: Path, text: str, kind: str) -> None:
    assert _type(tmp_path, text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Twelve people were killed in protests in Khartoum on Monday.", "Excessive force against protesters"),
        ("Protests led to clashes with police in Kathmandu on Monday, leaving at least 19 people dead.", "Excessive force against protesters"),
        ("Two policemen were killed in protests in Khartoum on Monday.", "Attack"),
    ],
)
def test_people_without_arms_who_die_at_protests_met_with_force(tmp_path: Path, text: str, kind: str) -> None:
    assert _type(tmp_path, text) == kind


def test_who_only_was_a_fighter_is_a_civilian(tmp_path: Path) -> None:
    assert _type(tmp_path, "A one-time rebel commander was shot dead by gunmen in Grozny on Tuesday.") == "Attack"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The raids on Qana on Monday left nine dead and thirty wounded, the ministry said.", "Air/drone strike"),
        ("Cattle raids in Jonglei on Monday left 20 dead.", "Attack"),
        ("Gunmen made raids on villages near Bor on Monday that left 20 dead.", "Attack"),
    ],
)
def test_several_raids_that_only_did_harm_came_from_the_air(tmp_path: Path, text: str, kind: str) -> None:
    assert _type(tmp_path, text) == kind


@pytest.mark.parametrize(
    ("told_as", "kind"),
    [
        (("Air/drone strike", "Armed clash"), "Armed clash"),
        (("Shelling/artillery/missile attack", "Air/drone strike"), "Air/drone strike"),
        (("Remote explosive/landmine/IED", "Attack"), "Remote explosive/landmine/IED"),
        (("Air/drone strike", "Air/drone strike", "Armed clash"), "Air/drone strike"),
        (("Shelling/artillery/missile attack", "Armed clash", "Attack"), "Shelling/artillery/missile attack"),
    ],
)
def test_where_as_many_tell_of_a_fight_the_strikes_were_part_of_it(told_as: tuple[str, ...], kind: str) -> None:
    tellings = [
        Typed(str(n), name, "", "happened", False, Chain("", (str(n),), str(n), str(n)), Passage(str(n), 0, 1), origin=str(n))
        for n, name in enumerate(told_as)
    ]
    assert assess_type("incident", tellings).value == kind
