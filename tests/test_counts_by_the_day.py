"""People counted by the day are those of no one deed. All sentences are ours."""

import pytest

from told import incidents, killed, read

TITLE = "News of the day\n\n"
LEAD = "Gunners shelled the port of Berbera on Monday. "


@pytest.mark.parametrize(
    "rate",
    [
        "The toll is now above 20 residents a day, an aid worker said.",
        "Up to 20 people are dying every day, nurses say.",
        "Between 20 and 30 residents are killed each night, a priest said.",
        "About 20 residents per week are losing their lives, the agency said.",
        "More than 20 residents are killed daily, according to the council.",
        "On average, 20 residents have been killed since the talks ended.",
        "As many as 20 residents a month are being murdered, the council said.",
    ],
)
def test_people_counted_by_the_day_are_no_toll_of_a_deed(rate: str) -> None:
    assert [killed(m) for m in incidents(read(TITLE + LEAD + rate, "2031-06-03"))] == [[]]


@pytest.mark.parametrize(
    "behind", ["a day after the talks ended", "a week ago", "in a day", "on Monday, a day before the vote", "on Monday as hundreds fled every day"]
)
def test_a_day_from_which_something_is_counted_makes_no_rate(behind: str) -> None:
    assert [killed(m) for m in incidents(read(TITLE + f"A bomb in Berbera killed 12 people {behind}.", "2031-06-03"))] == [[12]]
