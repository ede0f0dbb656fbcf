"""A month or a year taken up by "that", "the" or "the following" is the one told last, whether a deed was of it or not."""

from pathlib import Path

import pytest

from told import told


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("In 1998 the war in Kosovo spread. On 5 March of that year, police killed 58 people in Prekaz.", "1998-03-05"),
        ("The truce ended in 1998. On 15 January of the following year, 45 people were killed in Prekaz.", "1999-01-15"),
        ("The rebellion began in 1996. The following year, soldiers killed 30 villagers in Prekaz.", "1997"),
        ("Some 460 have died since 2021. In September of that year, 119 people were killed in fighting in Prekaz.", "2021-09"),
        ("The rebellion began in 1996. Two years later, soldiers killed 30 villagers in Prekaz.", "1997-07/1999-06"),
        ("Rebels shelled Pristina on 3 April. Later in the month, soldiers killed nine people in Prekaz.", "2025-04-03/2025-04-30"),
        ("Rebels shelled Pristina on 9 April. Earlier in the month, soldiers killed nine people in Prekaz.", "2025-04-01/2025-04-08"),
        ("In April rebels shelled Pristina. At the end of the month, soldiers killed nine people in Prekaz.", "2025-04-21/2025-04-30"),
        ("On Monday a minister resigned. Earlier this month, soldiers killed nine people in Prekaz.", "2025-07-01/2025-07-02"),
    ],
)
def test_words_take_up_the_month_or_year_told_last(tmp_path: Path, line: str, day: str) -> None:
    mentions = [m for m in told(tmp_path, line).mentions if m.kind == "incident" and m.place is not None and m.place.place is not None]
    (prekaz,) = (m for m in mentions if m.place is not None and m.place.place is not None and m.place.place.name == "Prekaz")
    assert prekaz.date is not None
    assert prekaz.date.edtf == day


def test_a_deed_of_a_year_taken_up_is_none_of_the_news_before_it(tmp_path: Path) -> None:
    text = (
        "On Monday a mob burned a bus in Cali, killing a driver and his son.\n\n"
        "In 1993, clashes killed hundreds. On 13 September of that year, more than 80 villagers were killed in Buga."
    )
    mentions = [m for m in told(tmp_path, text).mentions if m.kind == "incident"]
    assert [m.date.edtf for m in mentions if m.date is not None] == ["2025-06-30", "1993-09-13"]
