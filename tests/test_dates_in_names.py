"""Days that are part of a name date nothing; a stretch of months is over when it is told; a week told by its first and last day runs over months."""

from datetime import date

import pytest

from thucydides.grounding.issues import from_issue
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import DateRange


@pytest.mark.parametrize(
    "text",
    [
        "Fighters raided the 22 May hospital and posted gunmen on its roof.",
        "Shells fell on the 11 November school in Huambo.",
        "A blast shook the October 6 bridge.",
        "Crowds filled July 23 Square.",
        "The 14 February Coalition called for a strike.",
        "The April 25 garrison was cut off.",
    ],
)
def test_a_house_or_a_body_named_after_a_day_tells_no_day(text: str) -> None:
    assert find_times(text) == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The 15 May hospital bombing killed nine.", "The 15 May"),
        ("On 22 May hospitals were hit.", "22 May"),
        ("On 22 May hospital staff fled.", "22 May"),
        ("On July 5 Airport Road was closed.", "July 5"),
    ],
)
def test_a_day_before_a_house_that_something_was_done_to_is_a_day(text: str, day: str) -> None:
    assert [t.wording for t in find_times(text)] == [day]


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("No. 214 | Week of 24 February – 1 March 2024", "2024-03-01"),
        ("Week of 29 December 2023 to 4 January 2024", "2024-01-04"),
        ("No. 8 | Week ending 1 March 2024", "2024-03-01"),
        ("Issue 12 | The week of 3 June 2024", "2024-06-09"),
    ],
)
def test_an_issue_is_of_the_last_day_of_the_week_that_it_names(line: str, edtf: str) -> None:
    found = from_issue([line])
    assert found is not None
    assert found.edtf == edtf


def test_the_first_day_of_a_week_over_two_months_takes_the_year_of_the_last() -> None:
    (time,) = find_times("It was the worst in the week of 26 February to 3 March 2024.")
    when = resolve(time, Anchor())
    assert when is not None
    assert when.edtf == "2024-02-26/2024-03-03"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Nine hundred were killed between January and June.", "2023-01/2023-06"),
        ("Nine hundred were killed from January to May.", "2023-01/2023-05"),
        ("Nine hundred were killed between December and March.", "2023-12/2024-03"),
        ("Nine hundred were killed between October and January.", "2023-10/2024-01"),
    ],
)
def test_months_over_which_something_was_done_are_the_last_that_are_over(text: str, edtf: str) -> None:
    day = date(2024, 3, 5)
    (time,) = find_times(text)
    when = resolve(time, Anchor(DateRange("2024-03-05", day, day)))
    assert when is not None
    assert when.edtf == edtf


def test_a_name_behind_another_is_no_month() -> None:
    assert find_times("Theresa May and June Smith met.") == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Nine hundred were killed in the first half of the year.", "2024-01/2024-06"),
        ("Nine hundred were killed in the first six months of the year.", "2024-01/2024-06"),
        ("Ninety were killed in the first two weeks of the year.", "2024-01-01/2024-01-14"),
    ],
)
def test_a_share_of_the_year_is_of_the_year_of_the_report(text: str, edtf: str) -> None:
    day = date(2024, 8, 5)
    (time,) = find_times(text)
    when = resolve(time, Anchor(DateRange("2024-08-05", day, day)))
    assert when is not None
    assert when.edtf == edtf
