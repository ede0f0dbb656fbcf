"""Who takes a place, and what is no protest: words that are a deed only by what they are said of, tear gas in a raid, deadly attacks."""

from pathlib import Path

import pytest

from thucydides.extracting.kinds.triggers import find_triggers
from thucydides.extracting.parsing import pipeline
from told import told


def _families(text: str) -> list[str]:
    sentence = next(iter(pipeline()(text).sents))
    return [t.family for t in find_triggers(sentence)]


@pytest.mark.parametrize(
    "text",
    [
        "The army gained full control of the town of Sake.",
        "Rebels established control over the village.",
        "The government said that it imposed its control over the territory.",
        "The junta lost control of the town on Monday.",
        "Militants took full control of the base.",
        "The rebels captured the base.",
    ],
)
def test_to_come_to_hold_a_place_or_lose_it_is_a_deed(text: str) -> None:
    assert _families(text) == ["takeover"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels could gain control of the town.",
        "The ministry gained control of its budget.",
        "Police lost control of the crowd.",
        "Police effected the capture of a wanted man.",
    ],
)
def test_control_of_no_place_or_not_yet_gained_is_none(text: str) -> None:
    assert "takeover" not in _families(text)


def test_control_regained_is_territory_regained() -> None:
    assert _families("The army regained control of the town.") == ["territory"]


_FILLER = "The streets were empty for hours and shops stayed closed. " * 12


@pytest.mark.parametrize("more", ["", _FILLER])
def test_tear_gas_in_a_raid_makes_no_protest_of_it(tmp_path: Path, more: str) -> None:
    text = (
        "Soldiers launched an assault on the refugee camp of Gao on 3 May 2025 that killed nine people. The ministry reported that more than "
        "20 people were injured.\n\nA doctor added that the soldiers fired tear gas toward the hospital of Gao.\n\nThe raid was the "
        f"deadliest in the town for a year. {more}"
    )
    types = {m.type for m in told(tmp_path, text).mentions if m.kind == "incident"}
    assert not types & {"Excessive force against protesters", "Protest with intervention", "Violent demonstration"}


def test_a_deadly_attack_on_people_is_no_force_against_protesters(tmp_path: Path) -> None:
    text = "It was the deadliest attack in the country; it killed 30 people in Gao on 3 May 2025."
    assert {m.type for m in told(tmp_path, text).mentions} == {"Attack"}
