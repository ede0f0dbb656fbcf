"""Days that open entries of lists without a month or a year of their own, and lines and titles that date a report."""

from datetime import date
from pathlib import Path

import pytest

from thucydides.grounding.issues import from_issue
from thucydides.grounding.published import document_date
from thucydides.grounding.times import Anchor, find_times, resolve
from thucydides.nouns import DateRange
from thucydides.reading import read_sources

_DAY = date(1999, 5, 16)
_REPORT = DateRange(_DAY.isoformat(), _DAY, _DAY)


def _days(text: str) -> list[str]:
    found = [resolve(t, Anchor(document=_REPORT)) for t in find_times(text)]
    return [when.edtf for when in found if when is not None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tue 11 - Two herders were shot at the well.\nWed. 12 – Quiet.\nThurs 13: A mine killed a driver.", ["1999-05-11", "1999-05-12", "1999-05-13"]),
        ("* 14/05 - Kosumo: a bridge was blown up.\n* 9-10/05 - Lower valley: five dead.", ["1999-05-14", "1999-05-09/1999-05-10"]),
        ("05/14 - Kosumo: a bridge was blown up.\n05/09: Five dead.", ["1999-05-14", "1999-05-09"]),
    ],
)
def test_a_day_that_opens_an_entry_of_a_list_is_read(text: str, days: list[str]) -> None:
    assert _days(text) == days


@pytest.mark.parametrize(
    "text",
    ["3/4 - a measure of flour", "1/12 - First part.\n2/12 - Second part.\n10/12 - Another.", "They met the Wed 12 others.", "Sun 12 - 14",
     "13/14 - Nothing", "Post 12 - Quiet", "of 18/06 - the rest"],
)  # fmt: skip
def test_fractions_parts_and_scores_are_no_days(text: str) -> None:
    assert _days(text) == []


def test_a_head_in_numbers_whose_order_nothing_shows_keeps_both_readings() -> None:
    (time,) = find_times("04/05 - Kosumo: a bridge was blown up.")
    when = resolve(time, Anchor(document=_REPORT))
    assert when is not None
    assert {when.edtf, *(other.edtf for other in when.alternatives)} == {"1999-05-04", "1999-04-05"}


@pytest.mark.parametrize("words", ["June 7 (1998)", "7 June (1998)"])
def test_a_year_in_brackets_is_that_of_its_day(words: str) -> None:
    assert _days(f"On {words} a patrol was ambushed.") == ["1998-06-07"]


@pytest.mark.parametrize(
    "line", ["Beira (Coast News), 29 March 1988", "(From our man in Beira) 29 March 1988", "Beira, 29 March 1988", "Beira, March 29, 1988 (Coast News). "]
)
def test_a_dateline_with_its_day_at_the_end_dates_the_report(line: str) -> None:
    body = "Rebels burnt a train." if line.endswith(" ") else "\n\nRebels burnt a train."
    found = document_date(f"Train burnt near the coast\n\n{line}{body}", (), {})
    assert found is not None
    assert found.edtf == "1988-03-29"


@pytest.mark.parametrize("line", ["Battle of Beira, 29 March 1988", "Rebels burnt a train in Beira, 29 March 1988", "On 29 March 1988"])
def test_a_heading_that_names_a_deed_dates_no_report(line: str) -> None:
    found = document_date(f"Train burnt near the coast\n\n{line}\n\nRebels burnt a train.", (), {})
    assert found is None or found.rule != "published.newswire"


def test_the_last_word_for_an_issue_before_its_days_counts() -> None:
    found = from_issue(["LAKES WATCH: WEEKLY ROUND-UP, 5-11 JUNE 1998"])
    assert found is not None
    assert found.edtf == "1998-06-11"


def test_a_section_before_the_day_is_no_menu(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(
        "National News Bulletin\nSecurity | 16-04-2017, 18:55\n\nArmy drives raiders from two districts\n\nThe army said on Sunday that soldiers had "
        "driven the raiders from two districts of the town after a night of fighting in which five of them died."
    )
    ((document,), _) = read_sources([tmp_path])
    assert document.published is not None
    assert document.published.edtf == "2017-04-16"
