"""Years of the story: a day told without its year is of the year in which the story stands."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.extracting.filling.reckoning import reckoning
from thucydides.grounding.times import find_times
from thucydides.nouns import Block, Document
from thucydides.reading import read_sources


def days_of(tmp_path: Path, text: str) -> dict[str, tuple[str, str]]:
    """(days, rule) of each time of a report, by its wording."""
    (tmp_path / "report.txt").write_text(text)
    documents, _ = read_sources([tmp_path])
    document = next(iter(documents))
    held = reckoning(document)
    found = ((t.wording, held.when(t)) for t in find_times(document.text))
    return {wording: (when.edtf, when.rule) for wording, when in found if when is not None}


def test_a_history_told_years_later_keeps_the_year_it_is_in(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "Ten years of war in the delta\n\n14 June 2021\n\nThe war began with a march. On 3 May 2012 police shot six marchers in Warri. On 11 "
        "August youths burned the station, and two officers died.\n\nA truce was signed on 2 February 2016 and lasted a season. On 9 April "
        "gunmen stormed the jetty at Burutu and killed eleven.",
    )
    assert days["11 August"] == ("2012-08-11", "date.story")
    assert days["9 April"] == ("2016-04-09", "date.story")


def test_news_behind_a_look_back_is_of_the_year_of_the_report(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "Bomb kills four in Tumaco\n\n14 March 2019\n\nA bomb killed four people in Tumaco on 12 March, police said. In the worst such attack, "
        "on 27 January 2018, a car bomb killed five officers in Barranquilla. On 13 March two suspects were arrested.",
    )
    assert days["12 March"][0] == "2019-03-12"
    assert days["13 March"][0] == "2019-03-13"


def test_a_cited_report_gives_the_year_of_what_it_told(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "The long retreat\n\nBriefing, 5 September 2018\n\nThe garrison of Bosaso mutinied on 4 June (Coast Radio, June 6, 2011) and its "
        "commander was killed on 9 June (Coast Radio, June 10, 2011).",
    )
    assert days["4 June"][0] == "2011-06-04"
    assert days["9 June"][0] == "2011-06-09"


def test_days_lie_in_the_time_that_a_page_is_about(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "Battle of Sarir (2013–2014)\n\nInfobox\n- Conflict: Battle of Sarir\n- Date: 3 November 2013 – 20 March 2014\n- Place: Sarir\n\n"
        "Course\n\nOn 3 November the offensive began. On 8 December a shell killed nine people at the market. On 12 February the old fort was "
        "taken, and on 20 March the last men gave up.",
    )
    assert days["8 December"][0] == "2013-12-08"
    assert days["12 February"][0] == "2014-02-12"


def test_what_stands_under_a_year_alone_is_of_that_year(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "Raids on the salt road\n\nThe raids began in 2014.\n\n2015. On 4 June raiders killed three drovers near Taoudenni. On 10 August they "
        "took a well.\n\n2016. On 2 April eleven people were killed in a camp.",
    )
    assert days["4 June"][0] == "2015-06-04"
    assert days["2 April"][0] == "2016-04-02"


@pytest.mark.parametrize(
    "line",
    [
        "Report on the truce for the period from 3 November 2013 to 20 February 2014",
        "Review of the valley, covering 3 November 2013 to 20 February 2014",
        "Bulletin 7 | Months of November 2013 to February 2014",
    ],
)
def test_days_lie_in_the_time_that_the_words_over_a_text_say_it_covers(tmp_path: Path, line: str) -> None:
    days = days_of(
        tmp_path,
        f"Mission in Sarir\n\n{line}\n\nThis report tells of the truce and of those who broke it, as the mission saw it from its posts in the hills.\n\n"
        "1. On 5 December a drone struck a house in Tel, killing a woman.\n\n2. On 21 November three reporters were killed in Sarir.\n\n"
        "3. On 14 January a shell hit a bus near Tel.",
    )
    assert days["5 December"][0] == "2013-12-05"
    assert days["21 November"][0] == "2013-11-21"
    assert days["14 January"][0] == "2014-01-14"


def test_a_year_that_opens_a_sentence_and_one_taken_up_hold_the_days_behind_them(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "The valley at war\n\n5 October 2021\n\nThe mine opened on 25 June 2014. In 2016, guards killed six men in an ambush at Tula (23 April). On 2 "
        "August, same year, four more fell near Bora. The accord came on 16 March 2018.",
    )
    assert days["23 April"][0] == "2016-04-23"
    assert days["2 August"][0] == "2016-08-02"


def test_an_apostrophe_stands_for_the_century(tmp_path: Path) -> None:
    days = days_of(tmp_path, "Raids\n\n4 May 2020\n\nMpeke, 15–17 June '14: 60 dead. Garissa, 2 April ’15: 148 dead. Gao, May '98: nine dead.")
    assert days["15–17 June '14"][0] == "2014-06-15/2014-06-17"
    assert days["2 April ’15"][0] == "2015-04-02"
    assert days["May '98"][0] == "1998-05"


@given(first=st.dates(date(2005, 2, 1), date(2015, 6, 1)), step=st.integers(1, 80), later=st.integers(500, 3000))
def test_a_day_told_soon_after_a_whole_one_follows_it(first: date, step: int, later: int) -> None:
    second, told = first + timedelta(days=step), first + timedelta(days=later)
    body = f"Rebels took the bridge on {first:%-d %B %Y}. Shells killed two people in the town on {second:%-d %B}."
    head = f"Published {told:%-d %B %Y}"
    text = f"{head}\n\n{body}"
    blocks = (Block(0, len(head), "byline"), Block(len(head) + 2, len(text), "paragraph"))
    document = Document("d", "d.txt", text, "", blocks=blocks)
    when = reckoning(document).when(find_times(text)[-1])
    assert when is not None
    assert when.earliest == second


def test_what_came_of_a_deed_in_another_year_gives_the_next_section_no_year(tmp_path: Path) -> None:
    days = days_of(
        tmp_path,
        "= 2016–17 river clashes =\n\nInfobox\n- Conflict: River clashes\n- Date: 18 September 2016 – 2017\n\nThe clashes began with a raid on a camp and "
        "went on for months along the whole of the river.\n\n== Raid ==\nOn 18 September 2016 four men attacked a camp near Gao and killed nine soldiers. "
        "One soldier was captured the same day and was handed back on 21 January 2017.\n\n== October ==\nOn the night of 2 October men fired on a post at "
        "Kidal; a guard was killed.\n\n== Aftermath ==\nFighting became rarer in December. In 2017 nobody died.",
    )
    assert (days["the night of 2 October"][0], days["December"][0]) == ("2016-10-02", "2016-12")


@pytest.mark.parametrize("since", ["Some 250 people have been killed since.", "In the year since, attacks have spread to the coast."])
def test_a_day_behind_words_that_bring_a_text_up_to_its_time_is_of_that_time(tmp_path: Path, since: str) -> None:
    opened = "Why the valley burns\n\n18 November 2024\n\nFighting broke out in May 2023, when a rally in Wum ended in clashes."
    told = "On 1 September a drone dropped bombs on Kumbo, killing two people."
    assert days_of(tmp_path, f"{opened} {since}\n\n{told}")["1 September"][0] == "2024-09-01"
    assert days_of(tmp_path, f'{opened} "{since}" a preacher said then.\n\n{told}')["1 September"][0] == "2023-09-01"
