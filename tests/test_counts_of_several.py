"""What counts over several incidents, and what only looks like it: a year before a deed, an offset, a weekday, days ahead."""

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources


def _extract(tmp_path, sentence: str, date: str = "June 24, 2023"):
    path = tmp_path / "report.txt"
    path.write_text(f"Report from the province\n{date}\n\n{sentence}\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    (extract,) = extract_documents(documents)
    return extract


def test_a_year_before_deeds_counts_none_of_them(tmp_path):
    told = _extract(
        tmp_path,
        "The raid killed 90 people in Bol on Thursday, the deadliest in Chad since the 1998 embassy bombings, with more dead than the"
        " 2002 market attacks and the 2014 bus bombings.",
    )
    assert not [a for a in told.aggregates if a.incidents is not None]


def test_a_number_of_attacks_still_counts_them(tmp_path):
    told = _extract(tmp_path, "The monitor recorded 14 attacks in Chad since January, killing 90 people.")
    assert [a.incidents.best for a in told.aggregates if a.incidents is not None] == [14]


@pytest.mark.parametrize(
    "sentence",
    [
        "At least 27 people were killed when two bombs hit a market in Bol on Sunday, days after voters backed a new region.",
        "At least 27 people were killed when gunmen stormed a mosque in Bol during prayers on Friday, setting off bombs.",
        "Two soldiers who were killed in Bol on Thursday were due to fly home in the coming days.",
    ],
)
def test_an_offset_a_weekday_or_days_ahead_are_no_stretch_that_counts(tmp_path, sentence):
    assert not _extract(tmp_path, sentence).aggregates


def test_a_weekday_of_an_undated_report_is_still_a_day(tmp_path):
    told = _extract(tmp_path, "At least 27 people were killed when gunmen stormed a mosque in Bol on Friday.", date="")
    assert not told.aggregates
    assert [m.kind for m in told.mentions] == ["incident"]


def test_some_of_those_counted_who_were_of_one_place_are_none_more(tmp_path):
    told = _extract(tmp_path, "At least 90 people were killed across Chad on Friday, 34 of them in Abeche, activists said.")
    assert [a.deaths.best for a in told.aggregates if a.deaths is not None] == [90]
    assert [[t.quantity.best for t in m.toll] for m in told.mentions] == [[34]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Six farmers were shot dead in Gwoza, the governor of Borno said.",
        "A bomb killed 12 people in Baiji, the police chief of Kirkuk told reporters.",
        "Nine soldiers were killed in Jolo, the commander of Zamboanga said.",
    ],
)
def test_the_province_of_who_speaks_is_no_second_place_of_the_dead(tmp_path, sentence):
    told = _extract(tmp_path, sentence)
    assert not told.aggregates
    assert [i.outcome for m in told.mentions for i in m.toll] == ["killed"]
