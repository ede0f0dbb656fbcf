"""Days on which somebody only reacted to a deed, and days by which a report speaks of one known deed. The reports are ours."""

from datetime import date
from pathlib import Path

import pytest

from thucydides.nouns import Mention
from told import told


def _incidents(folder: Path, text: str) -> list[Mention]:
    return [m for m in told(folder, text).mentions if m.kind == "incident"]


def test_the_day_of_a_condemnation_is_only_one_by_which_the_deed_was_done(tmp_path: Path) -> None:
    text = "Villagers in Malakal want to be protected.\n\nThe massacre of 20 herders in Malakal was denounced by the council on June 30."
    (mention,) = _incidents(tmp_path, text)
    assert mention.date is not None
    assert mention.date.rule == "date.reaction"
    assert mention.date.earliest is not None
    assert mention.date.earliest < date(2025, 6, 30) == mention.date.latest


def test_a_weekdays_attack_is_the_one_told_before(tmp_path: Path) -> None:
    text = (
        "Raiders crept into Gamboru at night and killed 70 people, survivors said.\n\nThe dead lay where they fell.\n\n"
        "The men fled on foot after Tuesday's attack, leaving more than 70 bodies strewn through the town."
    )
    (mention,) = _incidents(tmp_path, text)
    assert mention.date is not None
    assert mention.date.edtf == "2025-07-01"


def test_overnight_behind_the_day_of_an_entry_is_of_that_day(tmp_path: Path) -> None:
    text = (
        "What happened along the frontier, day by day:\n\n- June 9: Jets bombed Dilling, killing four people.\n"
        "- June 12: Overnight attacks by rebels overrun several army posts near Kadugli. Crossings close.\n- June 15: Talks open in Juba."
    )
    days = {m.date.edtf for m in _incidents(tmp_path, text) if m.date is not None}
    assert days == {"2025-06-09", "2025-06-12"}


def test_when_a_toll_came_to_be_known_is_not_when_they_died(tmp_path: Path) -> None:
    text = (
        "Gunmen stormed Barsalogho on 3 June and burned it.\n\n"
        "The toll of the attack was not known until over a week after the incident, but at least 115 people were shot or stabbed to death."
    )
    (mention,) = _incidents(tmp_path, text)
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-03"
    assert [i.quantity.best for i in mention.toll if i.outcome == "killed"] == [115]


def test_the_day_that_heads_an_entry_is_also_of_what_stands_behind_but(tmp_path: Path) -> None:
    text = (
        "What happened along the frontier, day by day:\n\n- June 9: Jets bombed Dilling, killing four people.\n"
        "- June 13: A truce holds at first, but rebels kill six soldiers near Kadugli.\n- June 15: Talks open in Juba."
    )
    days = {m.date.edtf for m in _incidents(tmp_path, text) if m.date is not None}
    assert days == {"2025-06-09", "2025-06-13"}


@pytest.mark.parametrize(
    "text",
    [
        "The king on Monday paid his respects to the 22 soldiers killed in the ambush in Malakal.",
        "The president told a station that he travelled to the scene of the attack in Malakal on Monday to pay tribute to the 92 dead soldiers.",
    ],
)
def test_the_day_of_a_visit_is_not_the_deeds(tmp_path: Path, text: str) -> None:
    (mention,) = _incidents(tmp_path, text)
    assert mention.date is not None
    assert mention.date.rule == "date.reaction"


def test_a_day_on_which_some_met_others_and_killed_them_is_the_deeds(tmp_path: Path) -> None:
    (mention,) = _incidents(tmp_path, "On Monday rebels met a patrol near Malakal and killed 22 soldiers.")
    assert mention.date is not None
    assert (mention.date.edtf, mention.date.rule) == ("2025-06-30", "date.weekday")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council on Monday condemned the shelling of a market in Malakal on Saturday in which 60 people died.", "2025-06-28"),
        ("France yesterday condemned the killing of three nurses in Malakal on Friday.", "2025-06-27"),
    ],
)
def test_the_day_behind_a_deed_that_is_condemned_on_another_is_its_own(tmp_path: Path, text: str, day: str) -> None:
    (mention,) = _incidents(tmp_path, text)
    assert mention.date is not None
    assert mention.date.edtf == day


def test_a_stretch_told_beside_the_day_of_a_statement_is_the_deeds(tmp_path: Path) -> None:
    text = "Militiamen killed 200 people in a camp at Malakal between Wednesday evening and Friday morning, survivors said on Sunday."
    (mention,) = _incidents(tmp_path, text)
    assert mention.date is not None
    assert mention.date.edtf == "2025-06-25/2025-06-27"
