"""Days and places that differ between reports: a discrepancy only where more than likelihood says that they tell of one deed."""

from pathlib import Path

import pytest

from thucydides.build import build
from thucydides.nouns import Record
from thucydides.record import Store


def record(folder: Path, *texts: str) -> Record:
    paths = [folder / f"{name}.txt" for name, _ in zip("abc", texts, strict=False)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"News of the day\n\nJune 16, 2031\n\n{text}\n")
    with Store.open(folder / "record", create=True) as store:
        return build(paths, store)


def told(made: Record, attribute: str) -> list[str]:
    return [d.explanation for d in made.discrepancies if d.attribute == attribute]


def test_days_of_reports_that_count_as_many_dead_differ(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Gunmen killed 14 traders at the market of Dori, Burkina Faso, on 12 June.",
        "On 13 June gunmen killed 14 traders at the market of Dori, Burkina Faso.",
    )
    assert len(made.incidents) == 1
    assert "one day apart" in told(made, "date")[0]


def test_days_of_reports_that_have_nothing_else_in_common_do_not(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Gunmen attacked the market of Dori, Burkina Faso, on 12 June.",
        "On 13 June gunmen attacked the market of Dori, Burkina Faso.",
    )
    assert not told(made, "date")


@pytest.mark.parametrize("aside", ["in Djibo (some give Aribinda)"])
def test_a_place_that_a_report_sets_against_its_own_needs_no_tie(tmp_path: Path, aside: str) -> None:
    made = record(tmp_path, f"Gunmen killed 14 traders {aside}, Burkina Faso, on 12 June.")
    assert told(made, "place")


def test_a_report_that_names_the_place_of_the_other_does_not_contradict_it(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Gunmen killed 14 traders near Djibo, Burkina Faso, on 12 June.",
        "Gunmen killed 14 traders on 12 June on the road from Aribinda in Burkina Faso. They had been on the way to Djibo.",
    )
    assert not told(made, "place")


def test_who_counts_a_group_alone_does_not_contradict_who_counts_it_as_part_of_more(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "A mine killed seven people, among them three children, in Shindand, Afghanistan, on 12 June, police said. A doctor counted three "
        "dead children.",
    )
    assert not told(made, "killed")
    other = record(tmp_path, "A mine killed seven people in Shindand, Afghanistan, on 12 June, police said. A doctor counted nine dead.")
    assert told(other, "killed")


def test_hundreds_against_nobody_is_a_dispute(tmp_path: Path) -> None:
    made = record(
        tmp_path,
        "Police cleared the square of Shapla in Dhaka, Bangladesh, on 12 June. The opposition says hundreds died. The government says no one "
        "was killed.",
    )
    assert told(made, "killed")
