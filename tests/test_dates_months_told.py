"""Days that lack their month or their year, by what stands before them or what other documents tell. The sentences are ours."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.extracting import extract_documents
from thucydides.grounding.published import document_date
from thucydides.nouns import Record
from thucydides.reading import read_sources
from thucydides.record import Store


def days(tmp_path: Path, text: str) -> list[str | None]:
    (tmp_path / "report.txt").write_text(text)
    documents, _ = read_sources([tmp_path])
    (extract,) = extract_documents(documents)
    return [m.date.edtf if m.date is not None else None for m in extract.mentions if m.kind == "incident"]


@pytest.mark.parametrize(
    ("dated", "text", "told"),
    [
        ("", "On 5 March 2031 rebels shelled Lodwar, killing seven. On the 8th, they killed six people in Garissa.", ["2031-03-05", "2031-03-08"]),
        ("", "On 28 May 2031 gunmen killed four people in Lodwar. On the 3rd, the army killed two in Garissa.", ["2031-05-28", "2031-06-03"]),
        ("9 July 2031", "Gunmen killed four people in Lodwar on 6 May. On the 18th, soldiers killed two in Garissa.", ["2031-05-06", "2031-05-18"]),
        ("9 July 2031", "Gunmen killed four people in Lodwar on June 30. On the 2nd, soldiers killed two in Garissa.", ["2031-06-30", "2031-07-02"]),
    ],
)
def test_a_day_without_its_month_is_of_the_month_told_last(tmp_path: Path, dated: str, text: str, told: list[str]) -> None:
    assert days(tmp_path, f"Report of the day\n\n{dated}\n\n{text}\n") == told


def test_a_day_is_counted_back_from_the_statement_that_counts_it(tmp_path: Path) -> None:
    text = "Report of the day\n\n9 July 2031\n\nThe army said on Tuesday it had killed 15 rebels in a raid near Lodwar a day earlier.\n"
    assert days(tmp_path, text) == ["2031-07-07"]


def test_an_entry_in_the_middle_of_a_report_is_no_dateline() -> None:
    told = "The ceasefire that both sides had signed hardly held a night before their columns were seen on the road again, and so it went on. " * 3
    text = f"Weekly notes\n\n{told}\n\n{told}\n\nLodwar, Sunday 7 July: an explosion killed nine.\n"
    assert document_date(text, (), {}) is None


def test_a_weekly_issue_is_of_the_last_day_of_its_week_whatever_follows() -> None:
    found = document_date("Border lens\n\nWeek 50 (8–14 December 2031): a town falls\n\nIt was quiet.\n", (), {})
    assert found is not None
    assert found.edtf == "2031-12-14"


def record(tmp_path: Path, texts: dict[str, str]) -> Record:
    (tmp_path / "in").mkdir()
    for name, text in texts.items():
        (tmp_path / "in" / name).write_text(text)
    with Store.open(tmp_path / "record", create=True) as store:
        return build([tmp_path / "in"], store)


def test_an_undated_list_takes_the_year_in_which_others_tell_of_its_country(tmp_path: Path) -> None:
    dated = "Kenya: attacks of the year\n\n3 September 2031\n\n" + "\n\n".join(
        f"On {day} gunmen killed {count} people in {place}, Kenya."
        for day, count, place in (("4 March 2031", 3, "Lodwar"), ("9 May 2031", 5, "Garissa"), ("17 August 2031", 6, "Wajir"))
    )
    bare = "Deeds of the fighters\n\nMandera, Kenya (12 June): an ambush killed eight soldiers.\n\nLamu, Kenya (2 July): a mine killed four.\n"
    found = record(tmp_path, {"a.txt": dated, "b.txt": bare})
    told = {i.id for i in found.incidents}
    assert {"KE-2031-06-12", "KE-2031-07-02"} <= told
