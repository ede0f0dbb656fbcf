"""Deeds that common verbs tell: people taken away, ships seized, lines cut, towns entered, crowds gathered; and force that is only shown.

All sentences are ours.
"""

from pathlib import Path

import pytest

from thucydides.nouns import Extract
from told import told

LONG = (
    "\n\nThe price of bread has doubled since the spring, and shopkeepers say that they cannot find flour. A kilo of rice costs more than "
    "a day's wage, and many families eat once a day.\n\nThe rains are late this year. Elders remember that the river used to reach the old "
    "bridge by now; today children walk across it on the stones. The ministry of agriculture says that it has no seed to hand out before "
    "the end of the month, and it asks farmers to be patient.\n\nSchools are to open again in September, the minister of education told "
    "the radio, provided that the teachers are paid. Parents doubt it. The roof of the largest school has been waiting for repair for two "
    "years, and the desks have been sold for firewood."
)


def kinds(extract: Extract) -> list[str]:
    return [m.type for m in extract.mentions if m.kind == "incident"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Armed men took three aid workers from their car near Birao on Tuesday.", "Abduction/forced disappearance"),
        ("Four brothers were taken at a checkpoint near Qardaha on Monday.", "Abduction/forced disappearance"),
        ("A reporter was seized by the RSF in El Fasher on Monday.", "Abduction/forced disappearance"),
        ("Fighters stopped lorries near Melgue on Friday and seized six drivers.", "Abduction/forced disappearance"),
        ("Security agents picked up the editor at his home in Bujumbura on Tuesday.", "Arrests"),
        ("The navy seized a Greek-owned oil tanker in the Strait of Hormuz on Monday.", "Looting/property destruction"),
        ("A fishing boat was sunk by a gunboat off Sittwe on Tuesday.", "Looting/property destruction"),
        ("Insurgents cut the power line to Monguno on Sunday.", "Looting/property destruction"),
        ("A telecoms mast was brought down near Liboi on Monday night.", "Looting/property destruction"),
        ("The army entered the city of Suwayda on Tuesday.", "Government regains territory"),
        ("Aden fell to the southern separatists on Saturday.", "Non-state actor overtakes territory"),
        ("On Monday night thousands gathered in front of parliament in Yerevan.", "Peaceful protest"),
        ("Demonstrators demanded on Monday in Yerevan that the leader should go.", "Peaceful protest"),
        ("Six Croats were taken from their houses at Pristina by rebels on Monday.", "Abduction/forced disappearance"),
        ("Four women were carried off from a field at Goma on Monday.", "Abduction/forced disappearance"),
        ("Rebels claimed victory over loyalists in Bani Walid on Monday after a siege.", "Armed clash"),
        ("Ethiopia claimed victory on Monday over Eritrean forces at Badme.", "Armed clash"),
        ("Police wiped out a rebel cell at Kaspiysk on Friday.", "Armed clash"),
        ("Chadian troops routed a Libyan garrison at Faya on Saturday.", "Armed clash"),
        ("The militants inflicted a heavy defeat on the army near Palmyra on Wednesday.", "Armed clash"),
        ("The district of Pul-e Alam went to the Taliban on Friday.", "Non-state actor overtakes territory"),
        ("Shots were fired at the house of the mayor in Palermo on Monday night.", "Attack"),
    ],
)
def test_a_common_verb_tells_a_deed_by_what_it_is_done_to(tmp_path: Path, sentence: str, kind: str) -> None:
    assert kinds(told(tmp_path, sentence + LONG)) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three children were taken to their uncle in Gao on Monday.",
        "Passengers boarded the ferry to Zanzibar on Monday.",
        "The price of oil fell on Monday to its lowest in a year.",
        "The cedi fell on Monday to a record low.",
        "The ministry cut the line for pensions in Rabat on Monday.",
        "Families gathered on the beach in Accra on Sunday for the holiday.",
        "The chairman took his seat in Geneva on Monday.",
    ],
)
def test_the_same_verbs_tell_of_nothing_where_nothing_is_done_to_anybody(tmp_path: Path, sentence: str) -> None:
    assert not kinds(told(tmp_path, sentence + LONG))


@pytest.mark.parametrize(
    "sentence",
    [
        "The navy held an exercise off Latakia in which a tanker was stormed on Monday.",
        "During an exercise off Latakia on Monday marines stormed a tanker.",
        "The film, shown in Sarajevo on Saturday, tells of a sniper who kills a child.",
        "The two sides battled for the title in Medellin on Saturday.",
    ],
)
def test_force_that_is_only_shown_is_no_deed(tmp_path: Path, sentence: str) -> None:
    assert not kinds(told(tmp_path, sentence + LONG))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nurses staged a sit-in outside the ministry of health in Harare on Tuesday.", "Peaceful protest"),
        ("A fire-fight broke out near Isiro on Monday.", "Armed clash"),
        ("A shoot-out near Tumaco on Sunday went on for an hour.", "Armed clash"),
        ("The rebels launched a counter-attack at Kutum on Tuesday.", "Armed clash"),
    ],
)
def test_a_word_written_with_a_hyphen_tells_a_deed_as_one_written_without(tmp_path: Path, sentence: str, kind: str) -> None:
    assert kinds(told(tmp_path, sentence + LONG)) == [kind]


@pytest.mark.parametrize("sentence", ["The envoys may sit in on the talks in Oslo.", "Officials drive by the bridge in Mostar each day."])
def test_the_pieces_of_such_a_word_alone_tell_none(tmp_path: Path, sentence: str) -> None:
    assert kinds(told(tmp_path, sentence + LONG)) == []


def test_a_town_that_somebody_tried_to_take_was_fought_for(tmp_path: Path) -> None:
    extract = told(tmp_path, "Rebels tried to seize the town of Bor on Monday but were pushed back by the army." + LONG)
    assert [(m.type, m.status) for m in extract.mentions if m.kind == "incident"] == [("Armed clash", "happened")]


def test_who_wins_a_vote_or_a_match_has_won_no_battle(tmp_path: Path) -> None:
    assert kinds(told(tmp_path, "The rebels claimed victory over the government in the election in Goma on Monday." + LONG)) == []
