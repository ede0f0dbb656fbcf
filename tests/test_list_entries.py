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
