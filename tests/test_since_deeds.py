"""Deeds from which a sentence only counts or before which something was: they are incidents of their own day, and no sums."""

from pathlib import Path

import pytest

from told import ASIDE, told


@pytest.mark.parametrize(
    ("text", "day", "killed"),
    [
        ("Kenya has urged restraint since Tuesday's slaughter in Masteri, Sudan, in which 60 people lost their lives.", "2025-07-01", 60),
        ("Of the shops that Račak had before 15 January, when 45 villagers were killed in it, hardly one is open.", "2025-01-15", 45),
        ("Aid has hardly reached Kaya in Burkina Faso since the 3 June attack on a convoy, in which 12 soldiers were killed.", "2025-06-03", 12),
        ("Schools have been closed in Goma since Sunday's bombing of a camp, which killed 18 people.", "2025-06-29", 18),
        ("Shops in Maiduguri have not opened since the murder of three traders on Sunday.", "2025-06-29", 3),
    ],
)
def test_a_deed_that_only_says_since_when_is_told_with_its_day_and_its_dead(tmp_path: Path, text: str, day: str, killed: int) -> None:
    found = told(tmp_path, f"{text}\n\n{ASIDE}")
    (mention,) = found.mentions
    assert (mention.date.edtf, mention.date_is_report, mention.toll[0].quantity.best) == (day, False, killed)
    assert not found.aggregates


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("More than 340 people have been killed in Nyala since the 4 June attack on the market, in which some 12 people were killed.", 340),
        ("Violence has claimed at least 12 lives in Goma since 2 June, when a bomb killed three at the market.", 12),
    ],
)
def test_a_sum_since_a_deed_holds_none_of_its_dead(tmp_path: Path, text: str, killed: int) -> None:
    (total,) = told(tmp_path, f"{text}\n\n{ASIDE}").aggregates
    assert total.deaths.low in (killed, killed + 1)


def test_a_town_of_talks_is_not_where_people_are_killed_in_the_meantime(tmp_path: Path) -> None:
    text = "While diplomats in Geneva talked, gunmen killed seven people in a cafe in Nyala on Monday."
    (mention,) = told(tmp_path, f"{text}\n\n{ASIDE}").mentions
    assert mention.place.place.name == "Nyala"


def test_a_town_where_nobody_cared_is_not_where_people_were_shot(tmp_path: Path) -> None:
    text = "There was no outcry in Paris when soldiers shot five herders dead near Gao on 3 June."
    (mention,) = told(tmp_path, f"{text}\n\n{ASIDE}").mentions
    assert mention.place.place.name == "Gao"


def test_what_the_discovery_of_the_dead_brought_was_not_slaughtered(tmp_path: Path) -> None:
    text = "The discovery of nine herders of one clan slaughtered in a barn at the end of June brought a truce and 2,000 unarmed monitors."
    found = told(tmp_path, f"{text}\n\n{ASIDE}")
    assert not found.aggregates
    assert all(t.quantity.best != 2000 for m in found.mentions for t in m.toll)
