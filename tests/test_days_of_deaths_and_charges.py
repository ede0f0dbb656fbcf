"""The day on which somebody died of a deed, was charged with it or wrote of it is not shown as the day of the deed."""

from pathlib import Path

import pytest

from told import told


def only(folder: Path, text: str) -> tuple[str, dict[str, int | None]]:
    """The day and the toll of the one incident that a report tells."""
    (mention,) = (m for m in told(folder, text).mentions if m.kind == "incident")
    return mention.date.edtf if mention.date is not None else "", {i.outcome: i.quantity.best for i in mention.toll}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Amina Sow died on Wednesday, three days after she was shot at a checkpoint in Gao.", "2025-06-29"),
        ("A boy shot by soldiers in Gao died on Wednesday, two days after the shooting.", "2025-06-30"),
        ("Moussa Keita succumbed to his injuries on Tuesday, two days after being stabbed at a rally in Gao.", "2025-06-29"),
    ],
)
def test_who_dies_of_a_deed_is_its_dead_and_the_day_is_the_deeds(tmp_path: Path, line: str, day: str) -> None:
    when, toll = only(tmp_path, line)
    assert when == day
    assert toll["killed"] == 1


def test_a_death_after_another_deed_is_a_deed_of_its_own(tmp_path: Path) -> None:
    line = "A policeman died in Gao on Tuesday, a day after gunmen killed three villagers in Ansongo."
    days = sorted(m.date.edtf for m in told(tmp_path, line).mentions if m.kind == "incident" and m.date is not None)
    assert days == ["2025-06-30", "2025-07-01"]


@pytest.mark.parametrize(
    "line",
    [
        "Troops took a youth into custody on Wednesday night over the fatal shooting of a shepherd near Menaka, the army said.",
        "Two men were charged this week with murdering a shepherd near Menaka.",
        "Two men were detained on Wednesday in connection with the killing of a shepherd near Menaka.",
        "A guard was arraigned on Monday in the killing of a shepherd near Menaka.",
        "Two guards admitted this week to having killed a shepherd near Menaka.",
        "A soldier was acquitted on Tuesday of the murder of a shepherd near Menaka.",
        "A guard was found guilty on Monday over the fatal shooting of a shepherd near Menaka.",
    ],
)
def test_the_day_of_an_arrest_or_a_charge_gives_way_to_the_deeds(tmp_path: Path, line: str) -> None:
    when, toll = only(tmp_path, f"{line}\n\nThe shepherd, Idrissa Ag Ali, was shot on June 21 near Menaka, his brother said.")
    assert when == "2025-06-21"
    assert toll["killed"] == 1


def test_a_day_told_of_what_somebody_is_charged_with_is_the_deeds(tmp_path: Path) -> None:
    assert only(tmp_path, "Three men were charged with the killing of a shepherd near Menaka on June 21.")[0] == "2025-06-21"


def test_the_day_of_a_post_is_that_of_its_words(tmp_path: Path) -> None:
    text = "Two guards were shot dead in Menaka on Tuesday evening — Idrissa Sow (@idrissasow) July 2, 2025"
    assert only(tmp_path, text)[0] == "2025-07-01"


def test_an_attempt_kills_nobody(tmp_path: Path) -> None:
    line = 'The governor called it the "attempted assassination" of two guards who walked their round in Menaka on Tuesday.'
    assert "killed" not in only(tmp_path, line)[1]
    line = "Four men were charged with the attempted murder of five soldiers who were wounded in Menaka on June 21."
    assert only(tmp_path, line)[1]["injured"] == 5


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Four suspects were arrested on Tuesday in connection with the killing of a priest in Gao last week.", "2025-06-23/2025-06-29"),
        ("Police arrested two men on Tuesday over the murder of a journalist in Gao last month.", "2025-06"),
        ("Four suspects were arrested on Tuesday in connection with the killing of a priest in Gao on 24 June.", "2025-06-24"),
    ],
)
def test_of_two_days_of_an_arrest_for_a_deed_the_one_behind_the_deed_is_the_deeds(tmp_path: Path, line: str, day: str) -> None:
    assert only(tmp_path, line)[0] == day
