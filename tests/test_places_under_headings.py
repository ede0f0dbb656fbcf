"""Places under headings: a section named by a seat of government is of the town, and names of ships are no places. All sentences are ours."""

from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Extract
from thucydides.reading import read_sources
from told import ASIDE, day_of, incidents, read

PAGE = (
    "= Violence in 2019 =\n\nThis page lists what happened in 2019 in the towns of the Central African Republic, town by town, as papers told it.\n\n"
    "== Birao ==\n\nOn 2 September 2019 fighters killed two men near Birao.\n\n== Bangui ==\n\nOn 25 December 2019 traders fought with a militia, and nine died."
)


def _page(folder: Path, text: str) -> Extract:
    (folder / "page.txt").write_text(text)
    return next(iter(extract_documents(read_sources([folder])[0])))


def test_a_section_named_by_a_capital_is_of_the_town(tmp_path: Path) -> None:
    (found,) = [m for m in incidents(_page(tmp_path, PAGE)) if day_of(m) == "2019-12-25"]
    assert found.place
    assert found.place.place
    assert found.place.place.name == "Bangui"


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 May the container ship Maersk Hangzhou was attacked by four small boats in the Red Sea; ten gunmen were killed.",
        'On 3 May one man was killed in the Red Sea by what the group said was a new drone named "Yafa".',
        "On 3 May the ferry Mombasa was hit by a rocket in the Red Sea, and two sailors were killed.",
    ],
)
def test_names_of_ships_and_of_arms_are_no_places(sentence: str) -> None:
    names = {p.place.name for m in incidents(read(f"Notes\n\n{sentence}\n\n{ASIDE}", "2024-06-01")) for p in [m.place] if p and p.place}
    assert names == {"Red Sea"}


def test_the_town_is_the_one_spoken_of_last(tmp_path: Path) -> None:
    page = PAGE.replace("fighters killed two men near Birao.", "the son of the sultan of Birao was killed. On 9 September 2019 fighters attacked posts in the town.")
    (found,) = [m for m in incidents(_page(tmp_path, page)) if day_of(m) == "2019-09-09"]
    assert found.place
    assert found.place.place
    assert found.place.place.name == "Birao"


@pytest.mark.parametrize(
    "words",
    ["in the Amil area of Baghdad", "in a busy street of the Qorbani district in southern Baghdad", "in the mainly Shia Amil district in southern Baghdad"],
)
def test_a_part_of_a_city_is_there_though_a_far_village_has_its_name(words: str) -> None:
    (found,) = incidents(read(f"Notes\n\nOn 20 March 2017 a car bomb went off {words}, killing 27 people.\n\n{ASIDE}", "2017-04-02"))
    assert found.place
    assert found.place.place
    assert found.place.place.name == "Baghdad"
