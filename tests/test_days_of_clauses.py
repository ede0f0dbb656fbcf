"""Days of deeds that a clause dates by another deed of a day of its own, and days told beside a deed of several days."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.reading import read_sources


def _told(tmp_path: Path, text: str) -> list[str]:
    """The days of the deeds of a report, in the order of their days."""
    path = tmp_path / "report.txt"
    path.write_text(f"Report of the week\n\nBy our own reporter\n\n{text}\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    return sorted(m.date.edtf for m in next(extract_documents(documents)).mentions if m.kind == "incident" and m.date is not None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Three days after militants shot dead a judge in Farah on July 29, 2021, an explosion ripped through a bus in Herat, leaving 12 dead.",
            ["2021-07-29", "2021-08-01"],
        ),
        (
            "Soldiers killed four men in Sake two days after rebels shot dead a mayor in Goma on July 29, 2021.",
            ["2021-07-29", "2021-07-31"],
        ),
        ("A day after a car bomb killed eight people in Basra on 4 May 2009, gunmen shot a judge in Mosul.", ["2009-05-04", "2009-05-05"]),
    ],
)
def test_a_deed_is_counted_from_the_day_of_the_one_that_a_clause_names(tmp_path: Path, text: str, days: list[str]) -> None:
    assert _told(tmp_path, text) == days


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Fighting on 26 and 27 January 2024 left nine dead in Sake. A day later rebels burned two houses in Minova.", "2024-01-28"),
        (
            "On the night of 4 to 5 June 2019 soldiers killed nine protesters in Omdurman. The next morning a boy was shot dead in Bahri.",
            "2019-06-05",
        ),
        ("A mortar bomb killed a child in Taiz on 4 June 2019. Several hours later soldiers killed a farmer in Aden.", "2019-06-04"),
    ],
)
def test_the_next_day_follows_the_last_day_of_the_deed_before_and_the_morning_its_night(tmp_path: Path, text: str, last: str) -> None:
    assert _told(tmp_path, text)[-1] == last


@pytest.mark.parametrize("head", ["5 or 7 February 2021", "5 to 7 February 2021"])
def test_days_joined_by_a_word_are_no_count_of_people(tmp_path: Path, head: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"Killings of the year\n\n{head}: three farmers killed in Naranjal.\n", encoding="utf-8")
    documents, _ = read_sources([str(path)])
    told = [t for m in next(extract_documents(documents)).mentions for t in m.toll if t.outcome == "killed"]
    assert [(t.quantity.low, t.quantity.high) for t in told] == [(3, 3)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "On the night of 24-25 November 2025, three provinces were hit nearly at once. In Gurbuz a house was struck; ten civilians were killed.",
            ["2025-11-24/2025-11-25"],
        ),
        ("In May 2024 navy sailors shot dead five fishermen off Pangane on the 17th.", ["2024-05-17"]),
        ("At midnight between 14 and 15 August 2016 gunmen opened fire on a tea shop in Quetta, killing four.", ["2016-08-14/2016-08-15"]),
        (
            "Twenty soldiers died on Friday 9 February 2024 in an attack on Mucojo.\n\nOn the day after, from the sea, a launch shelled Pangane.",
            ["2024-02-09", "2024-02-10"],
        ),
    ],
)
def test_what_a_paragraph_or_a_month_opens_with_holds_for_the_deed_behind_it(tmp_path: Path, text: str, days: list[str]) -> None:
    assert _told(tmp_path, text) == days
