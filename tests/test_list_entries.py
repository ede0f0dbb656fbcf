"""A list of deeds tells one in each entry: under a new head of the same day, or in an item that ends with its month."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _told(tmp_path: Path, text: str) -> list[Mention]:
    (tmp_path / "list.txt").write_text(text)
    return [m for e in extract_documents(read_sources([tmp_path / "list.txt"])[0]) for m in e.mentions if m.kind == "incident"]


def test_two_entries_of_one_day_are_two_deeds(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Violence in northern Cauca\n\n"
        "3 May 2012: A farmer was shot dead by gunmen near Corinto.\n\n"
        "3 May 2012: Two nurses and their driver were kidnapped by rebels near Corinto.\n\n"
        "9 May 2012: A bomb killed four policemen in Caloto.\n\n"
        "12 May 2012: Five soldiers were killed in an ambush near Miranda.\n",
    )
    assert [m.date.edtf for m in told if m.date is not None] == ["2012-05-03", "2012-05-03", "2012-05-09", "2012-05-12"]


def test_what_takes_up_the_entry_before_is_no_deed_of_its_own(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Violence in northern Cauca\n\n"
        "9 May 2012: A bomb killed four policemen in Caloto.\n\n"
        "9 May 2012: The attack in Caloto left a fifth policeman wounded.\n\n"
        "12 May 2012: Five soldiers were killed in an ambush near Miranda.\n",
    )
    assert [m.date.edtf for m in told if m.date is not None] == ["2012-05-09", "2012-05-12"]


def test_a_month_behind_the_last_sentence_of_an_item_dates_it(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Attacks in Burkina Faso\n\n"
        "• Gunmen killed 15 people at a market in Dori. August 2018\n"
        "• Six soldiers were killed by a mine near Djibo. September 2018\n"
        "• Militants fired rockets at a bus near Arbinda, killing three people. July 2019\n",
    )
    assert [m.date.edtf for m in told if m.date is not None] == ["2018-08", "2018-09", "2019-07"]


def test_a_bare_year_heads_the_deeds_told_under_it_without_a_day(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Attacks on miners in Antioquia\n\n2001\n\nA truck was ambushed near Segovia and eight miners were killed by gunmen.\n\n"
        "2003\n\nOn 4 May, five miners were shot dead in Remedios.\n\n2004\n\nA bomb killed three people in Zaragoza.\n",
    )
    assert [m.date.edtf for m in told if m.date is not None] == ["2001", "2003-05-04", "2004"]


def test_lines_broken_where_a_column_was_full_are_read_as_sentences(tmp_path: Path) -> None:
    rows = [
        "border. March 4, 2010,", "Kyrgyz and Tajik forces", "opened fire on each", "other near Batken,", "leaving three Kyrgyz",
        "soldiers dead and two", "villagers wounded.", "June 9, 2011, a mine", "killed four Tajik guards", "who were on patrol near",
        "the town of Isfara.",
    ]  # fmt: skip
    (tmp_path / "page.html").write_text("<html><body>" + "".join(f"<p>{row}</p>\n" for row in rows) + "</body></html>")
    told = [m for e in extract_documents(read_sources([tmp_path / "page.html"])[0]) for m in e.mentions if m.kind == "incident"]
    assert [m.date.edtf for m in told if m.date is not None] == ["2010-03-04", "2011-06-09"]


def test_an_entry_on_a_trial_alone_tells_of_no_deed(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Violence in Adamawa\n\n3 March 2015: Gunmen killed four traders in Yola.\n\n"
        "9 April 2015: A bomb killed nine people at a market in Mubi.\n\n"
        "18 May 2015: A military court in Yola sentenced six soldiers to death for killing villagers.\n\n"
        "2 June 2015: Three farmers were shot dead near Numan.\n",
    )
    assert [m.date.edtf for m in told if m.date is not None] == ["2015-03-03", "2015-04-09", "2015-06-02"]


def test_items_that_open_with_a_place_or_a_day_are_deeds_of_their_own(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Killings in Blue Nile state: a briefing\n\n12 March 2012\n\n"
        "* In Old Surkum, on March 5, soldiers and militiamen killed at least 26 people in their huts.\n\n"
        "* In Kurmuk, fighters speak of 90 dead among the townspeople; the governor says nothing.\n\n"
        "* On 8 March aircraft bombed Yabus. Elders counted 17 bodies.\n",
    )
    tolls = [[t.quantity.best for t in m.toll if t.outcome == "killed" and t.quantity is not None] for m in told]
    assert tolls == [[26], [90], [17]]


def test_names_between_the_day_and_the_colon_of_an_entry_are_its_place_even_where_they_are_a_government(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Timeline of attacks, 2016\n\n"
        "Feb. 17: Ankara, Merasim Street: 29 killed, 61 wounded.\n"
        "9 July: Baghdad, Karrada district: bomb kills 29 soldiers.\n"
        "10 July: Moscow: a bomb kills five.\n",
    )
    assert [m.place.place.name for m in told if m.place is not None and m.place.place is not None] == ["Ankara", "Karrada", "Moscow"]


def test_an_entry_of_several_days_holds_what_stands_behind_its_name(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Chronology of 2022\n\n"
        "* 11-12 June: Seytenga massacre. Gunmen on motorbikes went from shop to shop. The authorities found 50 bodies.\n"
        "* 5 September: a lorry of a convoy struck a mine near Djibo. 35 civilians were killed.\n",
    )
    assert [(m.date.edtf, m.toll[0].quantity.best) for m in told if m.date is not None] == [("2022-06-11/2022-06-12", 50), ("2022-09-05", 35)]
