"""A sentence on several deeds that counts the dead of one of them tells of that one."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("sentence", "day", "killed"),
    [
        ("The group has claimed several attacks on markets, including a suicide bombing in Jalalabad in April that killed 57 people.", "2025-04", 57),
        ("The area has seen a string of raids, among them an ambush near Banibangou in May in which 28 soldiers died.", "2025-05", 28),
        ("It has carried out many bombings, such as the truck bombing of 14 October 2017 that killed 587 people in Mogadishu.", "2017-10-14", 587),
    ],
)
def test_the_one_deed_named_among_several_is_an_incident_of_its_own(tmp_path: Path, sentence: str, day: str, killed: int) -> None:
    extract = told(tmp_path, f"Gunmen killed five soldiers at a post near Labbezanga on Tuesday.\n\n{sentence}")
    others = [m for m in extract.mentions if m.kind == "incident" and m.date and m.date.edtf == day]
    assert [[i.quantity.best for i in m.toll if i.outcome == "killed"] for m in others] == [[killed]]
    assert not any(a.deaths and a.deaths.best == killed for a in extract.aggregates)


def test_a_sum_over_several_deeds_stays_a_sum(tmp_path: Path) -> None:
    text = "Gunmen killed five soldiers on Tuesday.\n\nSeveral attacks since March, including a bombing in Gao, have killed 130 people."
    extract = told(tmp_path, text)
    assert any(a.deaths and a.deaths.best == 130 for a in extract.aggregates)
