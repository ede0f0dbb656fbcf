"""Days counted back or on from what a report told before: from a deed, by anniversaries, by hours, and whose day a lead gives. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.nouns import Extract
from told import ASIDE, incidents, read, told


def noted(text: str, published: str) -> Extract:
    return read(f"Notes of the week\n\n{text}\n\n{ASIDE}", published)


def days(text: str, published: str) -> list[str | None]:
    return [m.date.edtf if m.date else None for m in incidents(noted(text, published))]


def test_the_day_before_the_attack_counts_from_the_attack_and_not_from_a_statement() -> None:
    text = (
        "Gunmen attacked Seytenga, in the Sahel region, on Saturday, killing 79 people. The government said on Monday that it had sent troops. "
        "The day before the attack, eleven gendarmes were killed in Dori."
    )
    assert days(text, "2022-06-14") == ["2022-06-11", "2022-06-10"]


def test_a_count_since_then_runs_from_the_day_told_before() -> None:
    text = (
        "Rebels captured the town of Bunagana on July 6, killing a peacekeeper.\n\n"
        "Since that day, at least 30 people have lost their lives in raids around Rutshuru."
    )
    (count,) = noted(text, "2012-09-05").aggregates
    assert count.window is not None
    assert count.window.edtf == "2012-07-06/2012-09-05"


def test_a_deed_of_the_early_hours_without_a_day_is_of_the_report_s(tmp_path: Path) -> None:
    text = "Drones hit a silo in Odesa region overnight, killing two workers.\n\nIn the early hours, a shell killed a woman in Kherson."
    assert [m.date.edtf for m in incidents(told(tmp_path, text)) if m.date][1] == "2025-07-03"


def test_a_day_that_another_deed_behind_opens_with_is_not_taken_for_the_first(tmp_path: Path) -> None:
    text = "In Khan Younis, a shell killed a family of five. Late on Sunday, a drone killed two boys in Rafah."
    first, second = (m.date.edtf for m in incidents(told(tmp_path, text)) if m.date)
    assert first != second
    assert second == "2025-06-29"


def test_nights_are_counted_as_days_are() -> None:
    text = "Planes bombed the village of Korisa in Kosovo on Thursday night, killing 87 people.\n\nTwo nights earlier, bombs had killed four in Nis."
    assert days(text, "1999-05-15") == ["1999-05-13", "1999-05-11"]


def test_what_follows_goes_on_with_the_deed_told_and_not_with_the_one_that_dates_it() -> None:
    text = (
        "A truck bomb killed 120 people in Karrada, a district of Baghdad, on Sunday, days after Iraqi forces retook Falluja. "
        "A second bomb killed five people in Shaab shortly afterwards."
    )
    found = incidents(noted(text, "2016-07-04"))
    five = next(m for m in found if any(t.quantity is not None and t.quantity.best == 5 for t in m.toll))
    assert five.place is None or five.place.place is None or "Fall" not in five.place.place.name
    assert five.date is not None
    assert five.date.latest is not None
    assert five.date.edtf.startswith("2016-07-0")


@pytest.mark.parametrize(
    ("text", "published", "month"),
    [
        ("Halabja marked on Tuesday the 33rd anniversary of the gas attack in which 5,000 Kurds died.", "2021-03-17", "1988-03"),
        ("Mourners prayed in Omagh on Thursday on the twenty-first anniversary of the bombing that killed 29 people.", "2019-08-15", "1998-08"),
        ("Relatives laid wreaths in Enniskillen on Saturday, 30 years after a bomb killed 11 people.", "2017-11-12", "1987-11"),
        ("Survivors in Luvungi commemorated 14 years since rebels shot dead eleven people.", "2024-07-30", "2010-07"),
        ("Twenty years on from the Luvungi raid in which gunmen killed 11 people, a church service was held on Sunday.", "2024-07-30", "2004-07"),
        ("Candles were lit, thirty years after the Luvungi raid in which gunmen killed 11 people.", "2024-07-30", "1994-07"),
    ],
)
def test_a_deed_of_an_anniversary_is_so_many_years_older(text: str, published: str, month: str) -> None:
    assert days(text, published) == [month]


def test_a_deed_done_on_an_anniversary_keeps_its_day() -> None:
    text = "A constable was stabbed to death in Lahore on Tuesday, the first anniversary of an ambush that left nine soldiers dead."
    assert sorted(days(text, "2023-02-15"), key=str) == ["2022-02", "2023-02-14"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nine miners were shot dead in Kolwezi the day before, the bishop said on Tuesday.", "2022-06-13"),
        ("The previous evening, unknown men had thrown a grenade into a shop in Kolwezi, killing the owner, police said on Tuesday.", "2022-06-13"),
        ("A day earlier, a car bomb had killed nine miners in Kolwezi.", "2022-06-14"),
        ("Nine miners were killed in Kolwezi over the past 24 hours, the governor said.", "2022-06-14/2022-06-15"),
        ("Mortars killed nine miners in Kolwezi in the course of the night.", "2022-06-14/2022-06-15"),
        ("Nine miners were killed in an overnight drone attack on Kolwezi.", "2022-06-14/2022-06-15"),
        ("Nine miners were killed in the night of 3 to 4 June when mortars fell on Kolwezi.", "2022-06-03/2022-06-04"),
        ("Nine miners were killed in Kolwezi during the night between 3 and 4 June.", "2022-06-03/2022-06-04"),
    ],
)
def test_a_day_counted_back_where_none_is_told_before_is_counted_from_the_words_or_the_report(text: str, day: str) -> None:
    assert days(text, "2022-06-15") == [day]


def test_what_is_told_in_a_paragraph_that_opens_with_the_last_day_is_of_that_day() -> None:
    text = "Over the past 24 hours shells hit the whole valley.\n\nIn the past day guns were heard. A farmer was killed in Kolwezi."
    assert days(text, "2022-06-15") == ["2022-06-14/2022-06-15"]


@pytest.mark.parametrize("opening", ["in the last 24 hours, the ministry said on Wednesday", "over the past day, officials said"])
def test_what_a_round_up_of_the_last_day_tells_without_a_day_is_of_that_day(opening: str) -> None:
    text = (
        f"Rebel shells killed at least four people across Congo {opening}.\n\nIn Kolwezi, three miners died when a shell hit a canteen. "
        "A nurse was killed by a drone in Likasi."
    )
    assert days(text, "2022-06-15") == ["2022-06-14/2022-06-15"] * 2


@pytest.mark.parametrize("night", ["During the night", "In the course of the night", "Overnight"])
def test_the_night_behind_a_deed_of_long_ago_is_the_night_after_it(night: str) -> None:
    text = f"On 12 May 1997 rebels attacked the barracks at Uvira. {night} they killed nine soldiers and fled."
    assert days(text, "2015-03-01") == ["1997-05-12"]


def test_the_night_behind_a_day_of_the_news_is_the_night_after_that_day() -> None:
    text = "Rebel troops took Goma on Sunday. In the night, looters killed two guards at a warehouse."
    assert all(day is not None and day.startswith("2022-06-12") for day in days(text, "2022-06-15"))
