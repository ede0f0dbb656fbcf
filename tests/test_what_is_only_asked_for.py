"""What is only asked for, got or begun long ago is no deed beside the one told (rules `extract.only-asked`, `extract.only-begun`)."""

from pathlib import Path

import pytest

from told import told

LEAD = "Bamako, 7 August 2025 - Gunmen on a motorcycle shot dead two traders on the airport road on Wednesday, police said. "
NONE = [
    "The Security Council demanded on 10 January that the rebels cease their attacks on ships.",
    "On 19 September, the security chiefs signed a protocol on ending hostilities at the border.",
    "Afterwards Chad ordered armed drones from Turkey in May, and Niger bought missiles in June.",
    "In November the faction announced that it would kill twenty people for each fighter shot.",
    "In May the network released the names of eighty teachers to be executed for their writings.",
    "A source told the newspaper in July that the deadline came when he was going to be shot.",
    "Her nephew had been a riot policeman at the stadium the Saturday before.",
    "On 2 August the defence minister announced \"combat-ready ground operations\" in Gao.",
    "On 2 August rumours of an imminent attack emptied the market of Gao.",
    "Britain began hitting back with air strikes in January.",
]
DEEDS = [
    "The army announced on Monday the killing of four rebels in operations near Gao.",
    "On Monday rumours of a kidnapping set off a riot in Gao in which two traders were lynched.",
    "On Monday the army ended a siege of the fort at Gao in which nine soldiers were killed.",
    "Rebels fired two missiles at Gao on Monday, wounding six people.",
    "On Monday soldiers began shelling Gao and killed four people.",
    "Residents said on Monday that a man who was going to market in Gao was shot by soldiers.",
]


def _deeds(folder: Path, sentence: str) -> list[str]:
    found = told(folder, f"{LEAD}Their car was stolen.\n\nMinisters met in the afternoon to discuss the budget.\n\n{sentence}\n")
    return [m.type for m in found.mentions if m.kind == "incident" and m.status == "happened"]


@pytest.mark.parametrize("sentence", NONE)
def test_nothing_is_told_beside_the_deed_of_the_lead(sentence: str, tmp_path: Path) -> None:
    assert len(_deeds(tmp_path, sentence)) == 1


@pytest.mark.parametrize("sentence", DEEDS)
def test_what_was_done_stays_a_deed(sentence: str, tmp_path: Path) -> None:
    assert len(_deeds(tmp_path, sentence)) == 2
