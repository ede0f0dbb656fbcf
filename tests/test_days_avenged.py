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


@pytest.mark.parametrize(
    "answer",
    [
        "The governor said the raid was revenge for the killing of a herder near Juba on 24 June.",
        "Police called it retaliation for the murder of two traders in Juba on 24 June.",
        "The gunmen were avenging a cattle thief found shot dead near Juba on 24 June, an elder said.",
        "The attack came after soldiers killed two herders near Juba on 24 June.",
        "The shooting followed the death of a chief in a bombing at Juba on 24 June.",
    ],
)
def test_what_is_told_next_goes_on_with_the_answer(tmp_path: Path, answer: str) -> None:
    text = f"Gunmen killed 22 people at a market in Wau, South Sudan, on 30 June 2025. {answer} A doctor said 31 people were wounded."
    hurt = {
        m.date.edtf: t.quantity.best
        for m in told(tmp_path, f"{text}\n\n{ASIDE}").mentions
        for t in m.toll
        if t.outcome == "injured" and m.date is not None
    }
    assert hurt == {"2025-06-30": 31}


@pytest.mark.parametrize(
    "text",
    [
        "The bridge at Wau, South Sudan, opened again on Wednesday after Sunday's explosion, in which two people died.",
        "Schools in Wau, South Sudan, stayed shut on Tuesday following Sunday's bombing, which killed two teachers.",
        "Shops in Wau, South Sudan, were closed on Wednesday for the victims of the 29 June ambush that killed two drivers.",
    ],
)
def test_a_deed_named_by_its_day_is_of_that_day(tmp_path: Path, text: str) -> None:
    days = [m.date.edtf for m in told(tmp_path, f"{text}\n\n{ASIDE}").mentions if m.kind == "incident" and m.toll and m.date]
    assert days == ["2025-06-29"]


def test_days_counted_between_two_deeds_date_the_one_that_went_before(tmp_path: Path) -> None:
    text = "A car bomb killed nine people in Baghdad on 12 June 2025. The attack came a day after gunmen shot dead a judge in Mosul."
    found = told(tmp_path, f"{text}\n\n{ASIDE}").mentions
    assert sorted((m.date.edtf, m.place.place.name) for m in found if m.date and m.place) == [("2025-06-11", "Mosul"), ("2025-06-12", "Baghdad")]
