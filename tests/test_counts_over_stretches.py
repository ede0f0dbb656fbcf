"""Counts over stretches of time: the week that began on a day, since Monday, the months to June, killings that somebody counts, and the
number of the year before beside them."""

from pathlib import Path

import pytest

from told import ASIDE, incidents, read, told


@pytest.mark.parametrize(
    ("sentence", "deaths"),
    [
        ("At least 34 people have been killed in the province since Monday, police said.", [34]),
        ("At least 70 people were killed in the capital in the week that began May 11.", [70]),
        ("Including 30 children, 512 civilians were killed in the six months to June.", [512]),
        ("In all, 21 elected officials were murdered this year.", [21]),
        ("For the year, the division accounts for 23 rebels killed.", [23]),
        ("The project counted 312 civilian casualties in the quarter: 104 killed and 208 injured.", [104]),
        ("From the start of the campaign in October 2030, at least 2,521 civilians were killed.", [2521]),
        ("With that the toll of the operation in the valley stands at eight dead and ten wounded.", [8]),
        ("The rebels own to 57 dead from 570 American and British raids.", [57]),
        ("In June the ministry admitted to 15 dead in a single week in the two northern provinces.", [15]),
        ("The rights group documented 64 killings in March.", [64]),
        ("The interior ministry reported 3,118 homicides for the calendar year.", [3118]),
        ("Fatalities in May: 44, of which 13 civilians.", [44]),
        ("The monitor counted 612 deaths in the first five months of 2031, against 409 in the same period a year before.", [612, 409]),
        ("Some 84 people died in prisons in the first year of the emergency.", [84]),
        ("The lawyers have verified 61 deaths in custody.", [61]),
        ("The province has registered 17 conflict-related fatalities in 2030.", [17]),
        ("In 2030, 1,204 people died in political violence, compared with 977 the year before.", [1204, 977]),
    ],
)
def test_a_count_over_a_stretch_of_time_is_no_incident(tmp_path: Path, sentence: str, deaths: list[int]) -> None:
    extract = told(tmp_path, sentence)
    assert [a.deaths.best for a in extract.aggregates if a.deaths is not None] == deaths
    assert not extract.mentions


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen killed 34 people in a raid on a market in Gao on Monday, police said.",
        "The army reported two killings near the bridge on Monday.",
    ],
)
def test_what_was_done_on_a_day_is_no_such_count(tmp_path: Path, sentence: str) -> None:
    assert not told(tmp_path, sentence).aggregates


@pytest.mark.parametrize("part", ["including 57 in June", "including 57 in Kidal", "including 57 last month"])
def test_a_part_of_a_count_is_not_added_to_it(tmp_path: Path, part: str) -> None:
    counts = [a.deaths.best for a in told(tmp_path, f"At least 300 people have been killed since January, {part}.").aggregates if a.deaths]
    assert max(counts) == 300
    assert set(counts) <= {300, 57}  # those of one place are a count of their own


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("No fewer than 31 people have been killed in Sudan this week, a doctor said.", 31),
        ("This week alone, 19 soldiers have been killed in Burkina Faso, the army said.", 19),
        ("Some 44 civilians were killed in Myanmar last week, monitors said.", 44),
        ("Eleven people have been killed in Jacmel this week.", 11),
        ("Government troops have been shelling the town of Bria with mortars, killing 28 people.", 28),
        ("Gunmen have been attacking farms in Benue, with 40 people killed.", 40),
    ],
)
def test_a_count_of_a_week_over_a_country_or_of_what_goes_on_up_to_now_is_a_sum(text: str, dead: int) -> None:
    found = read(f"The war goes on\n\n{text}\n\n{ASIDE}", "2025-07-03")
    assert not incidents(found)
    assert dead in {a.deaths.best or a.deaths.low for a in found.aggregates if a.deaths is not None}


@pytest.mark.parametrize(
    "text",
    [
        "At least 30 people were killed in Wamena last week.",
        "Gunmen killed 27 people in a raid on a village in Niger this week, officials said.",
        "Twelve soldiers were killed last week in an ambush near Sake.",
        "The 27 people killed in Nauru last week were buried on Monday.",
        "A shell killed 27 people in Omdurman this week.",
        "The town of Bria has been shelled, with 28 people killed.",
    ],
)
def test_a_count_of_one_deed_of_some_day_of_a_week_is_none(text: str) -> None:
    assert len(incidents(read(f"The war goes on\n\n{text}\n\n{ASIDE}", "2025-07-03"))) == 1
