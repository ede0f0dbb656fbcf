"""Deeds that a report tells behind a place and a day without saying either again; the town whose people speak; what a clause of its own tells.

All sentences are ours.
"""

from pathlib import Path

import pytest

from told import told

BEFORE = "Rebels shelled the port of Berbera on 2 July, killing two guards, the navy said.\n\n"
QUIET = (
    "Prices of bread rose again this week, and the central bank said that it would publish its figures later than planned. Schools are to "
    "open in September, the ministry said.\n\nThe rains have been good this year, farmers told the radio.\n\n"
)


def types(folder: Path, text: str) -> list[str]:
    """The types of what a report tells, in its order."""
    found = [m for m in told(folder, text).mentions if m.kind == "incident" and m.status == "happened"]
    return [m.type for m in sorted(found, key=lambda m: m.passages[0].start)]


def test_another_deed_behind_a_town_is_at_that_town_and_of_the_day_told_last(tmp_path: Path) -> None:
    text = "Ministers met on 2 July. The attack on Zeila was condemned. Army helicopters attacked a column on the road, a trader said."
    found = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    assert [m.type for m in found] == ["Air/drone strike"]
    assert found[0].place is not None
    assert found[0].place.wording == "Zeila"
    assert found[0].date is not None
    assert found[0].date.edtf == "2025-07-02"


@pytest.mark.parametrize("sentence", ["The helicopters may destroy the trucks.", "Helicopters have been seen.", "The raid was condemned."])
def test_what_may_be_or_is_only_taken_up_behind_a_town_opens_nothing(tmp_path: Path, sentence: str) -> None:
    assert len(types(tmp_path, BEFORE + "The governor of Zeila was in his office. " + sentence)) == 1


def test_craft_that_destroy_strike_from_the_air(tmp_path: Path) -> None:
    text = BEFORE + QUIET + "On Monday helicopters destroyed several pickup trucks near Zeila, a trader said."
    assert types(tmp_path, text)[-1] == "Air/drone strike"


@pytest.mark.parametrize(
    "sentence",
    [
        "A woman blew herself up at a bus station in Potiskum, a guard said.",
        "The railway station in Sofia was hit for the second time in a week.",
        "Residents of Tobruk said that soldiers had looted shops and set fire to a clinic.",
        "People living in Marib said by telephone that rebels had burned their school.",
        "Rebels hit back, lobbing mortars into central Damascus.",
        "Loyal troops were reported to have crossed the river and captured Bentiu.",
        "Rebel allies attacked a school in Zamboanga.",
        "Explosions rocked the city of Sirte.",
        "Artillery hammered the town of Zintan.",
    ],
)
def test_what_a_clause_of_its_own_tells_of_a_town_is_a_deed(tmp_path: Path, sentence: str) -> None:
    assert len(types(tmp_path, BEFORE + QUIET + sentence)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Tourists came back to Sirte, a town smashed up in the war.",
        "An official in Tobruk said that the price of bread had hit a record.",
        "Residents of Tobruk said that the market was closed.",
        "The partners clashed in Zurich over the budget.",
        "The guard remembered the town that was shelled when he was a boy.",
    ],
)
def test_what_only_describes_a_town_or_is_no_force_is_none(tmp_path: Path, sentence: str) -> None:
    assert len(types(tmp_path, BEFORE + QUIET + sentence)) == 1


def test_the_town_of_residents_gives_way_to_the_one_they_tell_of(tmp_path: Path) -> None:
    found = told(tmp_path, BEFORE + QUIET + "Residents of Tobruk said that soldiers had looted shops in Derna.").mentions
    last = max((m for m in found if m.kind == "incident"), key=lambda m: m.passages[0].start)
    assert last.place is not None
    assert last.place.wording == "Derna"


def test_what_takes_up_a_deed_opens_no_other(tmp_path: Path) -> None:
    text = BEFORE + QUIET + "The attack on Zeila was condemned. After the attack the army said that it had hit a post."
    assert len(types(tmp_path, text)) == 1
