"""The year of a day without one, in a report of no known date: only a year that the report tells close by is taken, never one of long ago."""

import pytest

from thucydides.extracting.filling.reckoning import reckoning
from thucydides.grounding.times import find_times
from thucydides.nouns import Block, Document


def _days(text: str, title: str = "") -> list[str]:
    """What the days without a year of a report are read as, in order."""
    text = f"{title}\n{text}"
    blocks = (Block(0, len(title), "title"), Block(len(title) + 1, len(text), "paragraph"))
    anchor = reckoning(Document("d", "d.txt", text, "d", blocks, title=title))
    times = [t for t in find_times(text) if t.relative_to == "document"]
    return [found.edtf for t in times if (found := anchor.when(t)) is not None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed nine farmers near Ituri on 4 June. The province has known no peace since 1999.", "XXXX-06-04"),
        ("Shells fell on Kramatorsk on June 4. The front line goes back to 2014, the monitors say.", "XXXX-06-04"),
        ("Rebels took the post at Kutum on 4 June. In November 2018 they had failed.", "XXXX-06-04"),
        ("Raiders burned a village near Djibo on June 4, as they did after the 9/11 attacks.", "XXXX-06-04"),
    ],
)
def test_a_year_of_long_ago_dates_no_news(text: str, day: str) -> None:
    assert day in _days(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed nine farmers near Ituri on 4 June. They had come in May 2021.", "2021-06-04"),
        ("On 14 February 2020 soldiers burned the market. Thirty died on 18 February.", "2020-02-18"),
        ("Rebels took the post at Kutum on 3 January. In December 2018 they had failed.", "2019-01-03"),
        ("In March 2019 a mine killed two, in July 2019 another killed three. On 5 November a bus was hit.", "2019-11-05"),
    ],
)
def test_a_month_of_its_year_told_near_gives_it(text: str, day: str) -> None:
    assert day in _days(text)


def test_a_title_with_a_year_gives_it_and_one_that_looks_back_does_not() -> None:
    told = "Nine people were killed on 4 June."
    assert "2021-06-04" in _days(told, "The attack on Djibo in 2021")
    assert "2021-06-04" in _days(told, "2021 clashes in Djibo")
    assert "XXXX-06-04" in _days(told, "2000 people flee Djibo")
    assert "XXXX-06-04" in _days(told, "Attacks in the province since 2013")


def test_a_day_is_not_ahead_of_the_month_that_the_title_names_where_the_text_tells_of_the_year_before() -> None:
    title = "What the inquiry's report of February 2012 says"
    assert "2011-08-09" in _days("The mayor was killed on 7 August 2011. Soldiers burnt the market on 9 August.", title)
    assert "2012-01-09" in _days("The mayor was killed on 7 August 2011. Soldiers burnt the market on 9 January.", title)
