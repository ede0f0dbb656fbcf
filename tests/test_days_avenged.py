"""Days avenged: the time of a deed that another answers is not the answer's."""

from pathlib import Path

import pytest

from told import ASIDE, told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "On Sunday, 6 July 2031, gunmen shot nine villagers near Wau, South Sudan, in revenge for a raid the day before.",
            "2031-07-06",
        ),
        (
            "Jets hit two farms near Saada, Yemen, on 9 July 2031 in response to rockets fired at a port on 7 July, killing four.",
            "2031-07-09",
        ),
        (
            "Herders burned a mill near Jos, Nigeria, on 9 July 2031, killing two, in what police called retaliation for a theft on Friday.",
            "2031-07-09",
        ),
    ],
)
def test_an_answer_is_of_its_own_day(tmp_path: Path, text: str, day: str) -> None:
    days = [m.date.edtf for m in told(tmp_path, text).mentions if m.kind == "incident" and m.date is not None and m.toll]
    assert days == [day]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Jets raided camps near Wau, South Sudan, on 2 July 2025 in reprisal for a bus bombing in Juba on 30 June that killed seven people.",
            [("2025-06-30", "Juba", 7), ("2025-07-02", "Wau", None)],
        ),
        (
            "Jets bombed a barracks near Baalbek, Lebanon, on 2 July 2025 in retaliation for a truck bombing in Tyre on 30 June that killed 58 men.",
            [("2025-06-30", "Tyre", 58), ("2025-07-02", "Baalbek", None)],
        ),
        (
            "Gunmen killed six bakers in Baghdad on 2 July 2025, avenging a car bombing in Kirkuk on 30 June in which 30 people died.",
            [("2025-06-30", "Kirkuk", 30), ("2025-07-02", "Baghdad", 6)],
        ),
        (
            "Villagers retaliated on 2 July 2025 by burning a camp at Jos, Nigeria, following a raid on 30 June in which nine farmers died.",
            [("2025-06-30", "Jos", 9), ("2025-07-02", "Jos", None)],
        ),
    ],
)
def test_what_is_answered_is_a_deed_of_its_own_where_it_has_a_day(
    tmp_path: Path, text: str, deeds: list[tuple[str, str, int | None]]
) -> None:
    found = [
        (m.date.edtf, m.place.place.name, next((t.quantity.best for t in m.toll if t.outcome == "killed" and t.quantity), None))
        for m in told(tmp_path, f"{text}\n\n{ASIDE}").mentions
        if m.kind == "incident" and m.date is not None and m.place is not None and m.place.place is not None
    ]
    assert sorted(found, key=lambda d: d[0]) == deeds


def test_the_day_of_what_followed_a_deed_is_not_that_of_the_deed_with_its_dead(tmp_path: Path) -> None:
    text = "An air raid on Aleksinac on Monday killed 12 people and was followed by a strike on an oil refinery in Novi Sad on Tuesday."
    dead = [(m.date.edtf, [t.quantity.best for t in m.toll]) for m in told(tmp_path, f"{text}\n\n{ASIDE}").mentions if m.toll and m.date]
    assert dead == [("2025-06-30", [12])]
