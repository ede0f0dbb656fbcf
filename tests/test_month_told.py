"""Days told by their number alone: of the month that heads their section, that was told before them, or that their item stands under."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.times.day_numbers import day_numbers
from thucydides.nouns import Document, Mention
from thucydides.reading import read_sources


def _read(tmp_path: Path, text: str) -> tuple[Document, list[Mention]]:
    (tmp_path / "page.txt").write_text(text)
    documents = read_sources([tmp_path / "page.txt"])[0]
    return documents[0], [m for e in extract_documents(documents) for m in e.mentions if m.kind == "incident"]


def _days(told: list[Mention]) -> list[str | None]:
    return [m.date.edtf if m.date is not None else None for m in told]


def test_a_month_heads_the_days_of_its_section(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "Notes from the delta\nA chronicle of the year\n\n15 January 2001\n\nWhat follows was told by boatmen.\n\n"
        "NOVEMBER 1999. On the 20th soldiers shell the market of Yenagoa and kill nine traders. The 23rd: a grenade kills four in a bar at "
        "Kaiama.\n\n"
        "DECEMBER. In Brass, the 4th, gunmen kidnap five oil workers. Nembe: fighting of the 9th and 10th; seven militiamen killed.\n\n"
        "FEBRUARY. On the night from 2nd to 3rd raiders burn the village of Odi and kill thirteen people.\n",
    )
    assert _days(told) == ["1999-11-20", "1999-11-23", "1999-12-04", "1999-12-09/1999-12-10", "2000-02-02/2000-02-03"]


def test_a_number_is_of_the_month_told_before_it_in_the_paragraph(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "Three questions on Puntland\n\nBy Amina Warsame - 20 January 2012\n\n"
        "On 28 October pirates killed two guards at Garowe. On the 3rd a mine killed six soldiers near Galkayo.\n\n"
        "On the night of 3 December gunmen attacked a convoy at Bosaso and killed four. On the 9th, in Eyl, a bomb killed eleven people.\n",
    )
    assert _days(told) == ["2011-10-28", "2011-11-03", "2011-12-03", "2011-12-09"]


def test_items_under_a_month_open_with_their_day(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "= List of attacks in Sardinia, 1979 =\n\n== 1979 ==\n=== March ===\n"
        "* 11 – A policeman is shot dead in Nuoro.\n* 16 – Two policemen are wounded by gunfire at Olbia.\n"
        "=== June ===\n* 2 – Gunmen kill a farmer in Sassari.\n",
    )
    assert _days(told) == ["1979-03-11", "1979-03-16", "1979-06-02"]


def test_a_number_with_no_month_is_the_last_before_the_report(tmp_path: Path) -> None:
    _, told = _read(tmp_path, "Relief bulletin\n\nAbéché, 14 March 2006\n\nIn Adré, in the night of the 9th, horsemen killed two guards.\n")
    assert _days(told) == ["2006-03-09"]


@pytest.mark.parametrize(
    "text",
    [
        "on the 22nd Division's orders", "the 14th Brigade shelled it", "on the 10th anniversary of the raid", "the 3rd attack in a week",
        "the 5th man died", "men of the 21st Infantry fled", "on the 38th parallel",
    ],
)  # fmt: skip
def test_what_is_counted_or_named_by_a_number_is_no_day(text: str) -> None:
    assert not [*day_numbers(text)]


def test_a_page_that_tells_of_days_after_it_was_put_out_is_of_its_last_update(tmp_path: Path) -> None:
    page, told = _read(
        tmp_path,
        "Mindanao, explained\n\nBy Liza Cruz · First published Aug 9, 2016 · Last updated Nov 20, 2017\n\n"
        "On July 19, 2016 gunmen killed nine farmers at Sumisip. On June 4 a bomb had killed three in Jolo.\n\n"
        "On 23 May 2017 rebels attacked a hospital in Marawi and killed two guards.\n",
    )
    assert page.published is not None
    assert page.published.edtf == "2017-11-20"
    assert _days(told) == ["2016-07-19", "2016-06-04", "2017-05-23"]


@pytest.mark.parametrize("title", ["Week 41 (6–12 October 2014): a truce fails", "Burma: 6–12 October 2014"])
def test_the_period_in_a_title_dates_a_digest(tmp_path: Path, title: str) -> None:
    page, told = _read(tmp_path, f"BORDER WEEKLY\n\n{title}\n\nKachin. On Thursday a mine killed two miners near Hpakant.\n")
    assert page.published is not None
    assert page.published.edtf == "2014-10-12"
    assert _days(told) == ["2014-10-09"]


def test_a_year_in_the_title_goes_before_the_span_of_a_box(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "= Rising in Ogaden (2007) =\n\nInfobox\n- Conflict: Ogaden rising\n- Date: April 2007 – 2008\n- Place: Somali Region, Ethiopia\n\n"
        "== April ==\nOn 24 April, gunmen attacked an oil field near Jijiga and killed 65 workers.\n",
    )
    assert _days(told) == ["2007-04-24"]


def test_a_page_of_days_long_past_counts_in_the_month_of_its_title_or_told_last(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "What was done at Yungay, June 1992\n\nLima, 3 February 1993\n\nI. The road\n\n"
        "At dawn on the 5th police shot ten marchers near Yungay.\n\n"
        "II. Afterwards\n\nA crowd burned the town hall of Huaraz on the 11th and killed two guards.\n",
    )
    assert _days(told) == ["1992-06-05", "1992-06-11"]


def test_terms_of_a_wiki_list_and_numbers_of_days_head_what_stands_under_them(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "= Timeline of the war in Sindhuli, 2002 =\n\n== February ==\n;16 February\nRebels attack Mangalsen; 37 people are killed.\n"
        ";21 February\nAt Bhiman, 27 police are killed at their post.\n\n== September ==\n"
        "8th: Janakpur: 49 policemen killed.\n9–10th: Gulariya: gunmen kill two teachers.\n",
    )
    assert _days(told) == ["2002-02-16", "2002-02-21", "2002-09-08", "2002-09-09/2002-09-10"]


def test_a_number_of_the_same_month(tmp_path: Path) -> None:
    _, told = _read(
        tmp_path,
        "Letter of the parish\n\nWamena, 12 March 2019\n\n"
        "On 2 December 2018 gunmen killed nine workers near Timika. On the 4th of the same month a bomb killed four people in Jayapura.\n",
    )
    assert _days(told) == ["2018-12-02", "2018-12-04"]
