"""Lists whose entries open with days in figures, with a weekday and a number, or with short names of day and month, as notes and diaries do."""

from datetime import date
from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources


def _told(tmp_path: Path, text: str) -> list[Mention]:
    (tmp_path / "list.txt").write_text(text)
    return [m for e in extract_documents(read_sources([tmp_path / "list.txt"])[0]) for m in e.mentions if m.kind == "incident"]


def _days(told: list[Mention]) -> list[str | None]:
    return [m.date.edtf if m.date is not None else None for m in told]


def test_entries_headed_by_figures_are_deeds_of_their_own(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "# Security note - Niger\n\n**Week 39 (24-30 September 2021)**\n\n## Tillabéri\n"
        "* **24-25/09 - Ouallam**: gunmen on motorbikes; 14 civilians killed.\n"
        "* **25/09 - Ayorou**: a soldier killed by a mine.\n"
        "* **28/09 - Téra**: two drivers abducted on the road.\n\n"
        "## Outlook\nSeptember was the deadliest month of the year, with 96 deaths.\n",
    )
    assert _days(told) == ["2021-09-24/2021-09-25", "2021-09-25", "2021-09-28"]
    assert [t.quantity.best for m in told for t in m.toll if t.outcome == "killed"][:2] == [14, 1]


def test_a_weekday_with_a_number_is_no_dateline(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "TRUCE MONITOR: WEEKLY ROUND-UP, 4-10 MAY 2009\n\n"
        "Mon 4 - A policeman was shot dead by gunmen in Cotabato.\n\n"
        "Thu 7 - A bomb in Jolo killed three traders and wounded 11.\n\n"
        "Sat 9 - Two fishermen were killed by shells near Isabela.\n",
    )
    assert [m.date.earliest for m in told if m.date is not None] == [date(2009, 5, 4), date(2009, 5, 7), date(2009, 5, 9)]


def test_short_names_of_day_and_month_head_the_entries_of_a_diary(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Notes on a siege: the summer of 1992\n\n"
        "Thurs. 2 July. Two women shot dead by a sniper at the well in Mostar.\n\n"
        "Mon. 6 July. A shell killed five people in the queue for bread.\n\n"
        "Tues. 14 July. A bus was burned by the militia. Three men killed.\n",
    )
    assert _days(told) == ["1992-07-02", "1992-07-06", "1992-07-14"]
    assert not any(p.place is not None and p.place.country == "MM" for m in told for p in m.places)


def test_a_few_entries_over_the_new_year_run_the_shorter_way(tmp_path: Path) -> None:
    told = _told(
        tmp_path,
        "Note to members of the council\n3 February 2020\n\n1. This note covers what happened between 1 October 2019 and 31 January 2020.\n\n"
        "2. On 26 December, guards and shopkeepers clashed in Bangui. 35 people died.\n\n"
        "3. On 16 December, fighters attacked a post at Birao. Two soldiers were killed.\n\n"
        "4. On 25 January, two factions clashed in Bria. At least 50 people were killed.\n\n"
        "5. In the west, on 11 October, fighters attacked a post at Bouar, wounding two soldiers.\n",
    )
    assert sorted(d or "" for d in _days(told)) == ["2019-10-11", "2019-12-16", "2019-12-26", "2020-01-25"]
