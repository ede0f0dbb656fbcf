"""Totals over a war, a year or other deeds of a day are aggregates: lines of figures, numbers that ran up, deeds told only together."""

from pathlib import Path

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources


def _read(tmp_path: Path, text: str) -> Extract:
    (tmp_path / "report.txt").write_text(text)
    return next(iter(extract_documents(read_sources([tmp_path / "report.txt"])[0])))


def _totals(extract: Extract) -> list[tuple[int | None, str]]:
    """The deaths that each aggregate counts, with its window."""
    return [(a.deaths.best if a.deaths else None, a.window.edtf if a.window else "") for a in extract.aggregates]


def test_a_line_of_figures_is_a_total_over_the_time_of_its_heading(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "Conflict watch\n\nBy the Numbers: Kachin, May 2019 - June 2020\n\n• Total number of clashes: 433\n"
        "• Total number of reported deaths from organised violence: 222\n\n"
        "Gunmen shot dead two traders in Hpakant on 4 June 2020, residents said. The bodies were found at dawn.\n",
    )
    assert (222, "2019-05/2020-06") in _totals(found)
    assert [i.quantity.best for m in found.mentions for i in m.toll] == [2]


def test_a_number_that_ran_up_since_some_time_is_no_deed_of_the_day_on_which_it_was_given(tmp_path: Path) -> None:
    text = "Toll in the south\n\nPolice say the number of dead in the south, since attacks flared up in 2004, reached 3,004 on 20 March 2008.\n"
    found = _read(tmp_path, text)
    assert [deaths for deaths, _ in _totals(found)] == [3004]
    assert not [m for m in found.mentions if m.kind == "incident"]


def test_deeds_told_only_together_are_an_aggregate(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "Shooting in Yala\n\nOn 7 January 2006, four gunmen shot dead two guards at a market in Yala. "
        "Three others were also killed in separate attacks on the same day.\n",
    )
    assert [deaths for deaths, _ in _totals(found)] == [3]
    assert [i.quantity.best for m in found.mentions for i in m.toll] == [2]


def test_separate_attacks_in_one_town_and_day_are_told_as_an_incident(tmp_path: Path) -> None:
    found = _read(tmp_path, "Sinai\n\nOn 5 July 2013, five policemen were killed in separate attacks in Arish, Egypt.\n")
    assert not found.aggregates
    assert [i.quantity.best for m in found.mentions for i in m.toll] == [5]


def test_the_total_number_of_dead_of_one_deed_is_its_toll(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "Market blast\n\nA bomb exploded at a market in Gao, Mali on 4 May 2020, killing nine people. "
        "The total number of dead in the blast has risen to 14, a doctor said on 6 May 2020.\n",
    )
    assert not found.aggregates


def test_a_count_of_two_years_in_a_province_is_a_total(tmp_path: Path) -> None:
    text = "Unrest\n\nAt least 400 people were killed in Xinjiang in 2013 and 2014 in violence that officials blamed on separatists.\n"
    assert _totals(_read(tmp_path, text)) == [(400, "2013/2014")]
