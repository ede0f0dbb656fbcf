"""What a deed was where little is told of it: that soldiers fell, that a bomber died, that people were picked up for questioning."""

from pathlib import Path

import pytest

from test_kinds_by_parties_and_status import types

CLASH, ATTACK, BOMB, ARRESTS = "Armed clash", "Attack", "Remote explosive/landmine/IED", "Arrests"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Eleven soldiers were killed on the islands of Lake Chad near Bol on Tuesday.", CLASH),
        ("A patrol of the army came under fire near Buco Zau on Tuesday, and four soldiers were killed.", CLASH),
        ("Six policemen were killed near Zaranj on Tuesday.", ATTACK),
        ("Three off-duty soldiers were killed in a bar in Cotabato on Tuesday.", ATTACK),
        ("Seven soldiers and two teachers were killed near Tera on Tuesday.", ATTACK),
        ("Two soldiers were shot dead in a market in Hebron on Tuesday.", ATTACK),
    ],
)
def test_soldiers_who_fell_and_of_whom_no_more_is_told_fell_in_a_fight(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A patrol encountered guerrillas near Borongan on Tuesday, and a medic was wounded.", CLASH),
        ("The rebel column was put to flight near Wour on Tuesday, leaving two dead.", CLASH),
        ("A rebel band was cut to pieces near Andijan on Tuesday, and nine of them died.", CLASH),
        ("Raiders and militiamen killed one another near Pibor on Tuesday; nine died.", CLASH),
        ("The killing of the warlord Rahim in a gun battle with commandos near Farah on Tuesday ended a long hunt.", CLASH),
        ("Border units opened fire on Eritrean posts near Zalambessa on Tuesday.", CLASH),
        ("Eight bandits were neutralised in Katsina on Tuesday.", CLASH),
        ("Two kidnappers and a soldier were killed near Kaduna on Tuesday.", CLASH),
        ("Two kidnappers were killed by villagers near Kaduna on Tuesday.", "Mob violence"),
        ("Five people were killed near Pibor on Tuesday; both chiefs accused each other.", ATTACK),
        ("The killing of a trader in Kano on Tuesday shook the market.", ATTACK),
    ],
)
def test_words_of_fighting_between_two_sides_tell_of_a_clash(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bomber died along with three worshippers at a church in Jolo on Tuesday.", "Suicide bomb"),
        ("IED on the road to Baraawe on Tuesday, four drivers wounded.", BOMB),
        ("A tractor jumped on a mine near Goz Beida on Tuesday, and the driver died.", BOMB),
        ("Two lorries were destroyed by mines near Kidal on Tuesday.", BOMB),
        ("Three teachers were picked up for questioning in Srinagar on Tuesday.", ARRESTS),
        ("Masked men picked up a lawyer in Quetta on Tuesday, and his whereabouts are unknown.", "Abduction/forced disappearance"),
        ("The capture of the gang's leader in Cali on Tuesday followed a long hunt by the police.", ARRESTS),
        ("Residents burned tyres and blocked the highway at Owerri on Tuesday.", "Violent demonstration"),
        ("A man accused of theft was lynched in Gulu on Tuesday; police opened fire too late, killing one.", "Mob violence"),
        ("Protests reached Mombasa on Tuesday; police fired, and two people were killed.", "Excessive force against protesters"),
    ],
)
def test_a_few_words_say_by_what_or_by_whom(tmp_path: Path, text: str, kind: str) -> None:
    assert types(tmp_path, text) == [kind]
