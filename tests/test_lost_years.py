"""Years that a list, a page or a report leaves out are read from what is there: run-on headings, gaps, other reports, never a nickname."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources
from told import days_of_record


def _told(tmp_path: Path, text: str) -> list[str]:
    """The days of the incidents that one report tells, in its order."""
    (tmp_path / "report.txt").write_text(text)
    told = [m for e in extract_documents(read_sources([tmp_path / "report.txt"])[0]) for m in e.mentions if m.kind == "incident"]
    return [m.date.edtf if m.date is not None else "" for m in told]


def test_a_year_run_onto_the_last_word_heads_what_follows(tmp_path: Path) -> None:
    text = (
        "Attacks in the Sulu islands\n\n5 May: A bomb killed six people in Jolo. 9 June: Gunmen shot dead two traders in Patikul.2012\n\n"
        "17 February: A mine killed five soldiers near Indanan. 3 April: Rebels kidnapped two nurses in Maimbung.\n"
    )
    assert _told(tmp_path, text)[2:] == ["2012-02-17", "2012-04-03"]


def test_a_year_turns_under_a_heading_where_the_next_one_leaves_it_out(tmp_path: Path) -> None:
    items = (
        "-- 2013 --\n- May 5: A raid on Gao kills 12 soldiers.\n- February 25: A raid on Kidal kills three traders.\n"
        "- December 7: A bomb kills nine people in Gao.\n\n-- 2015 --\n- January 18: Gunmen kill six herders near Menaka.\n"
    )
    assert _told(tmp_path, f"Raids in northern Mali\n\nHere is a recap:\n\n{items}") == [
        "2013-05-05", "2014-02-25", "2014-12-07", "2015-01-18",
    ]  # fmt: skip


def test_a_paragraph_that_goes_on_with_the_items_of_a_year_is_of_that_year(tmp_path: Path) -> None:
    text = (
        "Raids into Darvan since 2013\n\nHere is a recap.\n\n– 2018 –\n\n– On January 9 air strikes hit a depot near Homs.\n\n"
        "– 2017 –\n\n– In March a missile strike killed two guards near Palmyra.\n\n– In April an air strike hit an arms depot in Hama.\n\n"
        "In September jets fired rockets on a weapons depot near Aleppo.\n"
    )
    assert _told(tmp_path, text)[-1] == "2017-09"


def test_the_line_that_leads_into_a_list_names_its_first_year(tmp_path: Path) -> None:
    text = (
        "Unrest in the valley\n\nPosted: 26 September 2014\n\nHere is a chronology of the unrest since 2009:\n\n"
        "June 25 -- Two miners are killed in a brawl in Kotri.\n\nSeptember 2 -- Gunmen kill four traders in Kotri.\n\n"
        "July 18 -- Police kill 20 protesters in Kotri.\n"
    )
    assert _told(tmp_path, text)[:2] == ["2009-06-25", "2009-09-02"]


def test_the_title_of_a_list_names_its_year_wherever_a_saved_page_has_it(tmp_path: Path) -> None:
    text = (
        "Latest\nSearch\nPublications\n\nManipur Timeline - Year 2004\n\nFebruary 7\n\nRebels kill two drivers near Moreh.\n\n"
        "June 8\n\nA mine kills five policemen in Chandel.\n\nOctober 2\n\nGunmen shoot dead a teacher in Thoubal.\n"
    )
    assert _told(tmp_path, text) == ["2004-02-07", "2004-06-08", "2004-10-02"]


def test_a_list_that_runs_backward_begins_in_the_last_year_of_its_title(tmp_path: Path) -> None:
    text = (
        "Attacks in the Niger Delta, 2006-2008\n\nDecember 27: Gunmen kill four soldiers near Bonny.\n\n"
        "November 6: A mine kills two sailors near Brass.\n\nOctober 3: Gunmen shoot dead a trader in Warri.\n"
    )
    assert _told(tmp_path, text) == ["2008-12-27", "2008-11-06", "2008-10-03"]
    filed = text.replace("2006-2008\n\n", "2006-2008\n\nPosted: 30 October 2008\n\n")
    assert _told(tmp_path, filed) == ["2007-12-27", "2007-11-06", "2007-10-03"]


def test_a_chronology_is_not_dated_by_news_of_a_like_day(tmp_path: Path) -> None:
    chronology = (
        "Ten years of fighting\n\nJanuary 9: Rebels kill six guards near Gulu. April 3: Gunmen kill two nurses in Lira.\n\n"
        "July 14: A mine kills five soldiers near Kitgum. October 2: Rebels kill three traders in Pader.\n"
    )
    news = "Mine kills four near Arua\n\nBy our reporter, 18 July 2016\n\nA mine killed four people near Arua, Uganda, on 17 July 2016.\n"
    assert [d for d in days_of_record(tmp_path, {"chronology": chronology, "news": news}) if d[:4].isdigit()] == ["2016-07-17"]


_LIST = (
    "Violence in Cauca\n\n6 April: A bomb is thrown over the wall of a court in Popayan.\n\n"
    "22 May: A mine kills two soldiers in Toribio.\n\n10 June: Gunmen kill four farmers in Corinto.\n\n"
    "6 August: Gunmen kill a nurse in Caloto.\n"
)
_OTHERS = {
    "b": "Blast in Popayan\n\nPosted: 7 April 2012\n\nA bomb exploded at a court in Popayan on 6 April 2012, police said.\n",
    "c": "Four dead in Corinto\n\nPosted: 11 June 2012\n\nGunmen killed four farmers in Corinto on 10 June 2012, police said.\n",
}


def test_a_list_of_no_year_at_all_is_of_the_year_that_others_date_its_deeds_in(tmp_path: Path) -> None:
    assert days_of_record(tmp_path, {"a": _LIST} | _OTHERS) == ["2012-04-06", "2012-05-22", "2012-06-10", "2012-08-06"]


def test_what_lies_behind_a_turn_may_be_years_later(tmp_path: Path) -> None:
    listed = (
        "Unrest in the valley\n\nPosted: 26 September 2014\n\nA chronology since 2008:\n\n5 June: Gunmen kill seven traders in Zahedan.\n\n"
        "2 September: A bomb kills four people in Zabol.\n\n18 July: Police kill 20 protesters in Chabahar.\n"
    )
    other = "Police fire in Chabahar\n\nPosted: 19 July 2011\n\nPolice killed 18 protesters in Chabahar on 18 July 2011, a doctor said.\n"
    assert "2011-07-18" in (found := days_of_record(tmp_path, {"list": listed, "other": other})), found
    assert "2008-06-05" in found


def test_an_everyday_name_of_a_day_dates_no_report_that_tells_of_that_day_otherwise(tmp_path: Path) -> None:
    text = (
        "Five attacks before the 9/11 attack in Sirte\n\nOn 6 June, gunmen attacked a court in Sirte.\n\n"
        "On 11 September, gunmen killed four guards at the mission in Sirte.\n"
    )
    assert all(not day.startswith("2001") for day in _told(tmp_path, text))


def test_the_year_said_of_a_month_in_news_is_not_that_of_the_report(tmp_path: Path) -> None:
    text = (
        "Officer escapes bomb\n\nA bomb exploded in Nazran today (October 22), killing a driver. It was not the first attack on the officer: "
        "in July 2008 gunmen fired on his house.\n"
    )
    assert "2008-10-22" not in _told(tmp_path, text)


@pytest.mark.parametrize(("other", "day"), [("04/27/2004", "2005-03-04"), ("27/04/2004", "2005-04-03")])
def test_other_dates_in_numbers_show_whether_the_day_stands_first(tmp_path: Path, other: str, day: str) -> None:
    text = f"Attacks\n\nOn {other} rebels attacked a police post in Pattani.\n\nOn 03/04/2005 a bomb exploded in Yala, killing two people.\n"
    assert _told(tmp_path, text)[-1] == day
