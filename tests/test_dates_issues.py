"""The date of one issue of a series of reports stands in the line that names it."""

import pytest

from thucydides.grounding.published import document_date
from thucydides.nouns import Block


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Lakes Update No. 12 for the eastern provinces (Friday 2 January 1998)", "1998-01-02"),
        ("Relief Update No. 13 (Saturday-Monday 3-5 January 1998)", "1998-01-05"),
        ("Relief Update 365 (Saturday-Monday 28 February-2 March 1998)", "1998-03-02"),
        ("Weekly Round-up 24-98 covering the period 5 - 11 June 1998", "1998-06-11"),
        ("Situation report 12-18 May 2009", "2009-05-18"),
        ("Protection of Civilians Report | 24 - 30 May 2022", "2022-05-30"),
        ("Sitrep #5, 4 March 2019", "2019-03-04"),
        ("Humanitarian Bulletin: 15 November 2016", "2016-11-15"),
        ("March 18-24, 2013", "2013-03-24"),
    ],
)
def test_an_issue_is_of_the_day_its_line_gives_or_of_the_last_day_it_covers(line: str, day: str) -> None:
    found = document_date(f"{line}\nShells fell on the town today, the mayor said.", (), {})
    assert found is not None
    assert (found.edtf, found.rule) == (day, "published.issue")


@pytest.mark.parametrize(
    "line",
    ["UN report on the massacre of 3 May 2011", "Report on an attack in Kano, 3 May 2011", "Last update: 3 May 2020",
     "Weekly news: the raid was on 3 May 2011", "Yearly report 2012"],
)  # fmt: skip
def test_a_day_of_a_deed_or_of_the_last_change_is_none_of_an_issue(line: str) -> None:
    found = document_date(f"{line}\nShells fell on the town, the mayor said.", (), {})
    assert found is None or found.rule != "published.issue"


def test_a_date_in_words_goes_before_one_in_numbers() -> None:
    text = "Lakes: Relief Update 324, 1/2/97\nRelief Update No. 324 (Friday 2 January 1998)\nTen people were killed yesterday."
    found = document_date(text, (), {})
    assert found is not None
    assert found.edtf == "1998-01-02"


def test_when_a_page_was_posted_goes_before_the_day_it_was_looked_at() -> None:
    lines = ["Today's Paper | November 28, 2024", "Published 09 Aug, 2016 07:12am"]
    blocks = (Block(0, len(lines[0]), "byline"), Block(len(lines[0]) + 1, len(lines[0]) + 1 + len(lines[1]), "byline"))
    found = document_date("\n".join(lines), blocks, {})
    assert found is not None
    assert found.edtf == "2016-08-09"
