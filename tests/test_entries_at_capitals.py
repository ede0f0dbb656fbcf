"""An entry that opens with a capital and a colon tells of a deed there, whatever the entry before it tells. The reports are ours."""

from pathlib import Path

import pytest

from told import told

OPENING = (
    "Attacks of the week\n\nThree men died at Ghazni when a shell hit their cart.\n\nNobody has claimed the attack.\n\n"
    "The governor spoke to the wounded.\n\n"
)


def places(folder: Path, text: str) -> list[str]:
    """The towns of what a report tells, in its order."""
    found = sorted((m for m in told(folder, text).mentions if m.kind == "incident"), key=lambda m: m.passages[0].start)
    return [m.place.place.name for m in found if m.place is not None and m.place.place is not None]


@pytest.mark.parametrize("head", ["Kabul", "KABUL"])
def test_an_entry_that_opens_with_a_capital_is_there(tmp_path: Path, head: str) -> None:
    text = OPENING + f"Herat: a bomb killed five guards on Monday.\n\n{head}: a bomb killed three guards on Monday."
    assert places(tmp_path, text)[1:] == ["Herāt", "Kabul"]


def test_a_capital_that_speaks_for_its_government_places_nothing(tmp_path: Path) -> None:
    text = OPENING + "Herat: a bomb killed five guards on Monday. Kabul blamed the rebels."
    assert "Kabul" not in places(tmp_path, text)
