"""Whole reports held against each other: for what they are mainly about, the ages, days and uncommon words of all that they tell count."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from linking_factory import DJIBO, KHARKIV, document, mention
from thucydides.linking.comparing import compare
from thucydides.linking.features import main_matters
from thucydides.linking.persons import ages_told
from thucydides.linking.unit import units
from thucydides.nouns import Document, Mention, Place


def levels(tellings: Sequence[Mention], documents: Sequence[Document]) -> dict[str, str]:
    """What is said of the first tellings of the documents `a` and `b`, by comparison."""
    pair = compare(["a:0"], ["b:0"], tellings, documents)
    assert pair is not None
    return {name: said for name, said, _ in pair.parts}


def hearing_and_deed(place: Place, others: Sequence[Mention] = ()) -> dict[str, str]:
    """A report of a hearing that gives the day of the deed in passing, and one of the deed."""
    hearing = mention("a", 0, "Attack", "2024-05-20", place, [2])
    tellings = [
        replace(hearing, passages=hearing.passages * 4), mention("a", 400, "Attack", "2024-05-02", place, [2]),
        mention("b", 0, "Attack", "2024-05-02", place, [2]), *others,
    ]  # fmt: skip
    return levels(tellings, [document("a", "2024-05-21"), document("b", "2024-05-03"), *(document(m.document) for m in others)])


def test_the_day_of_a_hearing_says_little_where_the_same_report_gives_the_day_of_the_deed_too() -> None:
    assert "tells of the other's day too" in hearing_and_deed(KHARKIV)["date"]


def test_where_an_area_is_struck_day_after_day_a_report_tells_of_the_day_before_too_and_they_stay_two_days() -> None:
    raids = [mention(f"r{n}", 0, "Attack", f"2024-05-{n:02}", DJIBO, [1]) for n in range(6, 19)]
    assert "tells of the other's day too" not in hearing_and_deed(DJIBO, raids)["date"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A 34-year-old and two 5 year olds were hit, Ann Wale, 61, said.", {34, 5, 61}),
        ("Aged 9, she was the youngest; Issa Tapsoba (44) fled.", {9}),
        ("On May 2, 2024, some 1,200 people fled 30 villages.", set()),
    ],
)
def test_ages_are_told_from_other_numbers(text: str, ages: set[int]) -> None:
    assert ages_told(text) == ages


def test_a_report_has_the_ages_that_it_gives_outside_what_was_read_of_its_incident() -> None:
    tellings = [mention("a", 0, "Attack", "2024-05-02", KHARKIV, [2]), mention("b", 0, "Attack", "2024-05-02", KHARKIV, [2])]
    told = [replace(document("a", "2024-05-03"), text="The dead are a 34-year-old and a 61-year-old."),
            replace(document("b", "2024-05-03"), text="Ola Bryn, 34, and her mother, aged 61, had gone for water.")]  # fmt: skip
    assert levels(tellings, told)["ages"] == "two or more ages of those harmed agree"
    assert "ages" not in levels(tellings, [document("a", "2024-05-03"), document("b", "2024-05-03")])


def undated(place: Place, others: Sequence[Mention] = ()) -> dict[str, str]:
    """A report that gives no day, nor has one, held against a dated one of a deed at the same place."""
    tellings = [mention("a", 0, "Attack", None, place, [9]), mention("b", 0, "Attack", "2024-05-02", place, [9]), *others]
    return levels(tellings, [document("a"), document("b", "2024-05-03"), *(document(m.document) for m in others)])


def test_an_undated_report_is_likelier_of_the_deed_that_others_of_its_record_are_about() -> None:
    assert undated(KHARKIV)["date"].startswith("nothing says when the one was")


def test_an_undated_report_of_an_area_struck_day_after_day_may_be_of_any_day() -> None:
    raids = [mention(f"r{n}", 0, "Attack", f"2024-05-{n:02}", DJIBO, [1]) for n in range(6, 19)]
    assert undated(DJIBO, raids)["date"].endswith("struck day after day")


def test_what_a_report_without_a_day_tells_in_passing_has_no_such_likelihood() -> None:
    main = mention("a", 400, "Attack", None, DJIBO, [4])
    tellings = [
        mention("a", 0, "Attack", None, KHARKIV, [9], past=True), replace(main, passages=main.passages * 4),
        mention("b", 0, "Attack", "2024-05-02", KHARKIV, [9]),
    ]  # fmt: skip
    assert "date" not in levels(tellings, [document("a"), document("b", "2024-05-03")])


@pytest.mark.parametrize(
    ("title", "mains"),
    [
        ("Shells fall on the market", 2), ("Clashes kill 12: report", 2), ("Delta Weekly Update No. 4, 2 May", 0),
        ("Northern Front: Daily Briefing", 0), ("Situation report 12 (3 to 9 May)", 0),
    ],
)  # fmt: skip
def test_issues_of_one_series_are_not_held_against_each_other_as_whole_reports(title: str, mains: int) -> None:
    tellings = [mention("a", 0, "Attack", "2024-05-02", KHARKIV, [2]), mention("b", 0, "Attack", "2024-05-03", KHARKIV, [2])]
    reports = [replace(document("a", "2024-05-03"), title=title), replace(document("b", "2024-05-04"), title=title)]
    assert len(main_matters(units(tellings, reports), reports)) == mains
