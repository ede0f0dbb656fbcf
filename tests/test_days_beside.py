"""The day of an incident that its report gives beside the deed: "It happened on Monday", who was called when, an hour without a day."""

from datetime import date
from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import DateRange
from thucydides.reading import read_sources

WEDNESDAY = date(2025, 7, 2)


def _day(tmp_path: Path, text: str, title: str = "Report of the day") -> DateRange | None:
    """The day of the incident that a report of Thursday 3 July 2025 tells most of."""
    path = tmp_path / "report.txt"
    path.write_text(f"{title}\n\nJuly 3, 2025\n\n{text}", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    told = [m for m in next(extract_documents(documents)).mentions if m.kind == "incident"]
    return max(told, key=lambda m: len(m.passages)).date


@pytest.mark.parametrize(
    "text",
    [
        "Four people were killed when gunmen attacked a market in Wad Madani.\n\nIt happened at about 9 a.m. on Wednesday.",
        "Three soldiers were killed in an ambush near Kidal.\n\nThe incident took place on Wednesday.",
        "A drone struck a clinic in Kherson, killing two nurses.\n\nRescuers were called to the building shortly after 6 p.m. on Wednesday.",
        "Fighters killed five farmers in a village near Goma.\n\nVillagers heard the first shots on Wednesday night.",
        "Two police officers were shot dead in Cali.\n\nTheir patrol had stopped at a checkpoint around 22:30 on Wednesday.",
        "Men with knives killed a family of five in Malakal.\n\nWednesday's assault was the worst in years, an elder said.",
        "A mine killed three children near Palmyra.\n\nAn ambulance reached the scene at sunrise on Wednesday, but they were already dead.",
        "Residents of Myebon rushed to the river on Wednesday evening as the boats burned.\n\nSeven people were killed in the air strike.",
    ],
)
def test_a_sentence_without_a_deed_gives_the_day_of_the_deed(tmp_path: Path, text: str) -> None:
    found = _day(tmp_path, text)
    assert found is not None
    assert (found.earliest, found.latest) == (WEDNESDAY, WEDNESDAY)


@pytest.mark.parametrize(
    "beside",
    [
        "The governor said on Wednesday night that the army would answer.",
        "Two men were arrested at 6 a.m. on Wednesday.",
        "The victims were buried on Wednesday evening.",
        "Two of the injured were still in intensive care on Wednesday night.",
        "The council is to convene at 9 a.m. on Wednesday.",
    ],
)
def test_the_day_of_a_statement_an_arrest_or_a_burial_is_not_the_deeds(tmp_path: Path, beside: str) -> None:
    found = _day(tmp_path, f"Four people were killed when gunmen attacked a market in Wad Madani.\n\n{beside}")
    assert found is not None
    assert found.earliest != found.latest


def test_the_day_on_which_bodies_were_found_is_marked_as_no_day_of_the_deed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(
        "Report of the day\n\nJuly 3, 2025\n\nGunmen killed fishermen near Baga.\n\nTheir bodies were found at 9 a.m. on Wednesday.", encoding="utf-8"
    )
    documents, _ = read_sources([str(path)])
    told = [m for m in next(extract_documents(documents)).mentions if m.kind == "incident"]
    assert all(m.date_is_report or m.date is None or m.date.earliest != m.date.latest for m in told)


def test_a_day_of_the_deeds_own_sentence_is_never_given_up(tmp_path: Path) -> None:
    text = "Four people were killed on Tuesday when gunmen attacked a market in Wad Madani.\n\nMedics arrived at 9 a.m. on Wednesday."
    found = _day(tmp_path, text)
    assert found is not None
    assert found.edtf == "2025-07-01"


def test_a_day_beside_makes_a_coarser_day_finer_only_within_it(tmp_path: Path) -> None:
    deed = "Four people were killed last month when gunmen attacked a market in Wad Madani.\n\n"
    inside = _day(tmp_path, deed + "Police were called around 9 p.m. on Thursday, June 12.")
    outside = _day(tmp_path, deed + "Police were called around 9 p.m. on Thursday, May 8.")
    assert inside is not None
    assert outside is not None
    assert inside.edtf == "2025-06-12"
    assert outside.edtf == "2025-06"


@pytest.mark.parametrize(("hour", "day"), [("1:30 a.m.", "2025-07-03"), ("10:40 p.m.", "2025-07-02")])
def test_an_hour_says_which_day_of_a_night_it_was(tmp_path: Path, hour: str, day: str) -> None:
    found = _day(tmp_path, f"Four people were killed overnight when shells hit a market in Wad Madani.\n\nIt happened at about {hour}")
    assert found is not None
    assert found.edtf == day
    assert found.rule == "date.night-hour"


def test_hours_on_both_sides_of_midnight_leave_the_night_as_it_is(tmp_path: Path) -> None:
    text = "Four people were killed overnight when shells hit Wad Madani.\n\nThe shelling began at 11 p.m. It happened again at 3 a.m."
    found = _day(tmp_path, text)
    assert found is not None
    assert found.edtf == "2025-07-02/2025-07-03"


def test_an_hour_without_a_day_is_of_the_reports_day_and_the_day_before_stays(tmp_path: Path) -> None:
    found = _day(tmp_path, "A drone struck a clinic in Kherson, killing two nurses.\n\nThe strike came shortly after 2 a.m.")
    assert found is not None
    assert found.rule == "date.hour-alone"
    assert found.edtf == "2025-07-03"
    assert [d.edtf for d in found.alternatives] == ["2025-07-02"]


def test_what_began_within_the_deeds_own_sentence_dates_it(tmp_path: Path) -> None:
    found = _day(tmp_path, "Two men were killed after a gunfight broke out early Wednesday at a restaurant in Sacramento.")
    assert found is not None
    assert found.edtf == "2025-07-02"


def test_shots_fired_repeatedly_are_no_habit(tmp_path: Path) -> None:
    found = _day(tmp_path, "A gunman drove up on Wednesday and fired repeatedly at a boy in Port-au-Prince, killing him.")
    assert found is not None
    assert found.edtf == "2025-07-02"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "A court in Bamako on Wednesday jailed two men over the killing of nine traders near Gao on June 24.",
            "2025-06-24",
        ),
        ("Police on Wednesday afternoon said three men were shot dead in Cali. They were shot on Tuesday night.", "2025-07-01"),
        (
            "Two girls were shot on Tuesday in Port-au-Prince.\n\nOne of them was pronounced dead at 5 p.m. on Wednesday.",
            "2025-07-01",
        ),
        ("A market in Goma turned violent on Tuesday when shots were fired. Two traders were killed.", "2025-07-01"),
        ("Three men were killed in Ghazni at about 3 a.m. Tuesday. Gunmen fled the town.", "2025-07-01"),
    ],
)
def test_of_several_days_the_deeds_own_is_taken(tmp_path: Path, text: str, day: str) -> None:
    found = _day(tmp_path, text)
    assert found is not None
    assert found.edtf == day


def test_last_night_after_midnight_is_the_reports_day(tmp_path: Path) -> None:
    found = _day(tmp_path, "Four people were killed last night when a shell hit a house in Avdiivka.\n\nIt happened at about 2 a.m.")
    assert found is not None
    assert found.edtf == "2025-07-03"
