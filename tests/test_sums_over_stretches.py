"""Sums over stretches: counts over days of fighting, many places or a part of a year, and the numbers that stand against them."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store
from told import read


def record(folder: Path, text: str) -> Record:
    (folder / "a.txt").write_text(f"The war in the hills\n\nJuly 3, 2031\n\nA farmer was shot dead near Kayes, Mali, on 2 July, a mayor said.\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build([folder / "a.txt"], store)


def sums(made: Record) -> set[int | None]:
    return {a.deaths.best for a in made.aggregates if a.deaths is not None}


def tolls(made: Record) -> set[int | None]:
    return {i.quantity.best for m in made.mentions for i in m.toll if i.outcome == "killed" and i.part_of is None}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The assaults of May 25 and 26, in which at least 73 people died across ten districts, were the worst in years.", 73),
        ("In all, according to early data, 35 citizens have died, among them women and children.", 35),
        ("The governor spoke of 413 civilians killed on the plain since the beginning of the month.", 413),
        ("The health ministry reports 55 killed and 156 hurt in the last 24 hours.", 55),
        ("The May war lasted five days, 24 to 28 May, and left at least 48 dead on both sides together.", 48),
        ("The ombudsman spoke after four days of fighting of 60 dead.", 60),
        ("At least 11 journalists were murdered in the country last year.", 11),
        ("Twenty-two aid workers were killed in the first half of 2030.", 22),
        ("Fighting in all parts of the country on Wednesday cost at least 32 people their lives.", 32),
        ("An envoy quoted a letter as saying 6,143 Malians, soldiers as well as civilians, had died since the crisis began.", 6143),
        ("She was the first nurse to be killed at work this year, and the 87th to be killed since March 2030.", 87),
        ("The state agency said that gunmen had fired on crowds from the rooftops, killing five people since Friday.", 5),
        ("The mission said that about 250 people had died in six weeks.", 250),
        ("Political violence events: 28\nReported fatalities: 58, of which 21 civilians", 58),
    ],
)
def test_a_count_over_days_many_places_or_part_of_a_year_is_a_sum_and_no_toll(tmp_path: Path, text: str, number: int) -> None:
    made = record(tmp_path, text)
    assert number in sums(made)
    assert number not in tolls(made)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The governor spoke of 413 civilians killed since the beginning of June; the mission had it at 74.", {413, 74}),
        ("The observatory counts 2,047 dead for June alone; the network for rights lists 1,013.", {2047, 1013}),
    ],
)
def test_another_number_for_a_sum_is_a_sum_of_its_own(tmp_path: Path, text: str, numbers: set[int]) -> None:
    assert numbers <= sums(record(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("On 28 June gunmen stormed a camp near Gao, Mali, and killed 30 miners, the deadliest raid since the beginning of the war.", 30),
        ("On 28 June a bomb killed 30 people in a market of Gao, Mali; police said the number was 34.", 30),
        ("A bomb killed 30 people at a funeral in Gao, Mali, two weeks ago.", 30),
    ],
)
def test_one_deed_is_no_sum_whatever_it_is_held_against(tmp_path: Path, text: str, number: int) -> None:
    made = record(tmp_path, text)
    assert number in tolls(made)
    assert number not in sums(made)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Lawyers put the death toll of Friday at 62.", 62),
        ("A rights group said that it had been told of 75 deaths.", 75),
        ("Activists had the names of 88 people who they said were killed.", 88),
    ],
)
def test_who_counts_the_dead_of_a_day_in_a_report_of_several_towns_counts_those_of_no_one_deed(tmp_path: Path, text: str, number: int) -> None:
    towns = "A sniper killed a shopkeeper in Gao on Friday.\n\nIn Timbuktu, soldiers fired on marchers on Friday.\n\n"
    made = record(tmp_path, towns + text)
    assert number in sums(made)
    assert number not in tolls(made)


def test_what_a_toll_could_reach_is_no_toll(tmp_path: Path) -> None:
    made = record(tmp_path, "A bomb in Gao on 1 July killed 12 people. One charity said that in the end the death toll might be 100.")
    assert tolls(made) == {1, 12}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Dozens of villagers were massacred last week near Segou by the Islamists who have fought the government since 2012.", 24),
        ("Gunmen stormed a hotel in Gao on 28 June. Twenty-six people died in the siege, including a journalist.", 26),
        ("Gunmen seized two hotels in Gao on 28 June. At least 66 people died in the three-day siege.", 66),
    ],
)
def test_what_a_party_has_done_for_years_and_a_siege_of_days_make_no_sum(tmp_path: Path, text: str, number: int) -> None:
    made = record(tmp_path, text)
    assert number in tolls(made)
    assert number not in sums(made)


def test_what_a_party_has_done_for_years_is_no_kind_of_the_deed(tmp_path: Path) -> None:
    made = record(tmp_path, "Nine villagers were massacred on 1 July near Segou by Islamists who have fought the government since 2012.")
    assert "Attack" in {m.type for m in made.mentions if any(i.quantity.best == 9 for i in m.toll)}


def test_a_deed_of_some_day_in_the_middle_of_a_month_is_no_sum() -> None:
    extract = read("News\n\nIn Jonglei, clashes between herders near Pieri in mid-May left 28 dead.\n\nPeople fled.", "2020-07-05")
    assert not extract.aggregates
    assert [t.quantity.best for m in extract.mentions for t in m.toll if t.outcome == "killed"] == [28]
