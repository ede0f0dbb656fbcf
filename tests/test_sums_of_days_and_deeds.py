"""Sums of days against deeds: what counts the dead of one deed is no sum of a day or of several places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources

Read = Callable[[str], Extract]

AROUND = (
    "Fighting in the two provinces\n\n9 August 2013\n\nShells killed two people in Bosaso on 2 August and a mine killed one in Garowe on 3 August, "
    "officials said. The governor spoke of a bad week.\n\n"
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def extract(text: str) -> Extract:
        (tmp_path / "report.txt").write_text(AROUND + text)
        documents, _ = read_sources([tmp_path])
        return next(iter(extract_documents(documents)))

    return extract


def _killed(found: Extract) -> list[int | None]:
    return [t.quantity.best for m in found.mentions for t in m.toll if t.outcome == "killed"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On 5 August, 12 inmates died in a brawl, with the guards standing outside.", 12),
        ("5 August: 22 recruits who had run out of ammunition were shot dead by rebels at Galkayo, Mudug.", 22),
        ("In the action on 5 August, fifteen insurgents were liquidated in open combat.", 15),
        ("5 August: clinic of Old Xarfo: 7 dead, 20 hurt.", 7),
        ("The Qassam-3 killed, it is said, eleven schoolboys on 5 August.", 11),
        ("The brigade's counter-offensive killed 14 raiders on 5 August.", 14),
        ("In mid-August, along a line of posts, the fiercest exchange in years took at least sixteen lives in a single day.", 16),
        ("Since then: a mine that killed seven herders near Galkayo on 5 August.", 7),
        ("Soldiers of the combined force killed eight raiders near Galkayo on 5 August.", 8),
    ],
)
def test_the_dead_of_one_deed_are_its_own(read: Read, text: str, killed: int) -> None:
    found = read(text)
    assert killed in _killed(found)
    assert not [a for a in found.aggregates if a.deaths is not None and a.deaths.best == killed]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("On 5 August, 12 people were killed.", 12),
        ("On 5 August, 22 recruits were killed in Galkayo and Bosaso.", 22),
    ],
)
def test_the_dead_of_a_day_or_of_several_towns_are_a_sum(read: Read, text: str, killed: int) -> None:
    found = read(text)
    assert killed not in _killed(found)


def test_a_few_days_with_both_ends_date_a_deed_that_has_no_other_day(read: Read) -> None:
    found = read("Nine aid workers were arrested in Galkayo between 4 and 6 August.")
    arrest = next(m for m in found.mentions if m.type == "Arrests")
    assert arrest.date is not None
    assert arrest.date.edtf == "2013-08-04/2013-08-06"


def test_strikes_counted_together_are_deeds_where_each_place_has_its_own_dead(read: Read) -> None:
    found = read("Two further strikes hit Galkayo and a mill in Burao, in the north, killing at least eleven people: seven in Galkayo, among them two nurses, and four in Burao, including a miller.")
    assert {7, 4} <= set(_killed(found))
