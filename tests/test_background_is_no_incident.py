"""How things came about, told by the month or the year beside a deed, is no incident; what counts its harm is. The reports are ours."""

import pytest

from told import incidents, read

NEWS = "Shelling kills six in Tripoli\n\nShells killed six people in a market in Tripoli on Tuesday, medics said."
BACKGROUND = [
    "The capital has seen fighting since April 2019, when a warlord of the east began an offensive on Tripoli.",
    "Rebels seized Benghazi in 2014.",
]
COUNTED = "In March 2023 a car bomb killed 31 people in Benghazi."


@pytest.mark.parametrize("sentence", BACKGROUND)
def test_what_came_about_in_a_month_or_a_year_and_counts_nobody_is_no_incident_beside_the_news(sentence: str) -> None:
    (found,) = incidents(read(f"{NEWS}\n\n{sentence}", "2024-05-08"))
    assert found.date is not None
    assert found.date.edtf == "2024-05-07"


def test_what_counts_its_dead_is_one_however_coarse_its_day() -> None:
    assert {m.date.edtf for m in incidents(read(f"{NEWS}\n\n{COUNTED}", "2024-05-08")) if m.date} == {"2024-05-07", "2023-03"}


def test_a_town_that_changed_hands_in_a_month_is_an_incident_beside_the_news() -> None:
    found = incidents(read(f"{NEWS}\n\nThe army recaptured Sirte last month.", "2024-05-08"))
    assert {(m.date.edtf, m.type) for m in found if m.date} == {
        ("2024-05-07", "Shelling/artillery/missile attack"), ("2024-04", "Government regains territory"),
    }  # fmt: skip
