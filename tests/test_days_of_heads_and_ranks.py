"""Headings that give a day with their matter ("4 March: The ferry"), and the gravest deeds of a year ("the deadliest raid was on 4 March")."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.grounding.times import titled_day
from thucydides.nouns import Document
from thucydides.reading import read_sources

_PAGE = """How the islands came apart: a year of raids

Herald of the Straits
2 December 2019
Maren Tolosa in Zamboanga

The army says that the worst is over. Few on the coast agree.

4 March 2019: The ferry

Gunmen opened fire on a ferry off Basilan shortly after dawn. Nine passengers were killed. Fourteen more were wounded.

17 June 2019: A market burns

A bomb went off in the market of Jolo. Six traders died.

30 September 2019: The road to Patikul

Soldiers were ambushed on the way to Patikul, and four of them were shot dead. The army blamed the same group.

What next?

Talks have been put off."""

_WIKI = """= List of raids in the Gao area =

This list is not complete.

== 2017 ==
; 3 May – Ansongo
: Armed men attacked a checkpoint. Two gendarmes were killed.

== 2018 ==
; 11 February – Menaka
: A mine destroyed a lorry. Five traders were killed and three injured."""


def _read(tmp_path: Path, text: str) -> tuple[Document, dict[str, tuple[int, int]]]:
    path = tmp_path / "report.txt"
    path.write_text(text)
    documents, _ = read_sources([str(path)])
    mentions = [m for m in next(iter(extract_documents(documents))).mentions if m.kind == "incident"]
    sums = {m.date.edtf if m.date else "": tuple(_sum(m, o) for o in ("killed", "injured")) for m in mentions}
    assert len(sums) == len(mentions)
    return documents[0], sums  # type: ignore[return-value]


def _sum(mention: object, outcome: str) -> int:
    return sum(i.quantity.best or 0 for i in mention.toll if i.outcome == outcome and i.part_of is None)  # type: ignore[attr-defined]


def test_the_day_of_a_heading_with_its_matter_is_that_of_what_is_told_under_it(tmp_path: Path) -> None:
    document, told = _read(tmp_path, _PAGE)
    assert told == {"2019-03-04": (9, 14), "2019-06-17": (6, 0), "2019-09-30": (4, 0)}
    assert document.published is not None
    assert document.published.edtf == "2019-12-02"


def test_the_headings_of_a_list_take_their_year_from_the_one_above_and_date_no_page(tmp_path: Path) -> None:
    document, told = _read(tmp_path, _WIKI)
    assert told == {"2017-05-03": (2, 0), "2018-02-11": (5, 3)}
    assert document.published is None


def test_two_headings_of_one_day_head_two_deeds(tmp_path: Path) -> None:
    page = _PAGE.replace("17 June 2019: A market burns", "The market of Jolo, 4 March 2019").replace("4 March 2019: The ferry", "The ferry, 4 March 2019")
    path = tmp_path / "report.txt"
    path.write_text(page)
    documents, _ = read_sources([str(path)])
    mentions = [m for m in next(iter(extract_documents(documents))).mentions if m.kind == "incident"]
    assert sorted(_sum(m, "killed") for m in mentions if m.date is not None and m.date.edtf == "2019-03-04") == [6, 9]


@pytest.mark.parametrize(
    ("line", "wording"),
    [
        ("4 March 2019: The ferry", "4 March 2019"),
        ("2.3 11–12 May – The well at Rikka", "11–12 May"),
        ("Killings at the ford, 8 August", "8 August"),
        ("The ferry (4 March 2019)", "4 March 2019"),
        ("January 31, 2022 | By Our Staff", None),
        ("Battle of 9 May Street", None),
        ("Monday, 3 May 2021 – updated 4 May, 11:05", None),
        ("March 2019: The ferry", None),
    ],
)
def test_only_a_day_set_before_or_behind_the_matter_heads_it(line: str, wording: str | None) -> None:
    found = titled_day(line)
    assert (found.wording if found is not None else None) == wording


@pytest.mark.parametrize(
    ("sentence", "day", "killed"),
    [
        ("The deadliest raid this year was on 4 March, when gunmen shot dead nine farmers near Jos.", "2019-03-04", 9),
        ("The worst attack of the year came on 2 June, when rebels raided a village near Djibo and killed 22 people.", "2019-06-02", 22),
    ],
)
def test_the_year_among_whose_deeds_one_is_the_gravest_is_not_its_day(tmp_path: Path, sentence: str, day: str, killed: int) -> None:
    _, told = _read(tmp_path, f"Fear on the roads\n\nHerald of the Straits\n2 December 2019\n\nThe talks go on. {sentence}")
    assert told == {day: (killed, 0)}


def test_a_deed_that_opens_a_section_and_is_counted_from_the_one_before_is_of_the_day_of_its_own_heading(tmp_path: Path) -> None:
    counted = _PAGE.replace("A bomb went off in the market", "Fifteen weeks later a bomb went off in the market")
    assert "Fifteen weeks later" in counted
    days = [m.date.edtf for e in extract_documents([_read(tmp_path, counted)[0]]) for m in e.mentions if m.date is not None]
    assert sorted(days) == ["2019-03-04", "2019-06-17", "2019-09-30"]
