"""Counted entries: entries of a list that say a day, a place and a number, and no more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from thucydides.extracting import extract_documents
from thucydides.nouns import Mention
from thucydides.reading import read_sources

Told = Callable[[str], dict[str, Mention]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """The incidents of a text by their day."""

    def read(text: str) -> dict[str, Mention]:
        (tmp_path / "list.txt").write_text(text)
        documents, _ = read_sources([tmp_path])
        mentions = [m for found in extract_documents(documents) for m in found.mentions if m.kind == "incident"]
        return {m.date.edtf: m for m in mentions if m.date is not None}

    return read


def _killed(mention: Mention) -> tuple[int | None, int | None]:
    toll = next(t for t in mention.toll if t.outcome == "killed")
    return toll.quantity.low, toll.quantity.best


LIST = (
    "List of attacks on patrols in Basilan, 2014\n\n"
    "- 3 March 2014 – Lamitan – 7\n- 19 May 2014 – Isabela – 4, later 6 – Abu Sayyaf; 12 wounded\n"
    "- 2 August 2014 – Maluso – 9 soldiers (11 by other counts)\n- 5 October 2014 – Tipo-Tipo – 30 houses\n"
)


def test_an_entry_with_a_bare_number_counts_the_dead_of_its_place(told: Told) -> None:
    found = told(LIST)
    assert _killed(found["2014-03-03"]) == (7, 7)
    place = found["2014-03-03"].place
    assert place is not None
    assert place.place is not None
    assert place.place.name.startswith("Lamitan")
    assert _killed(found["2014-08-02"]) == (9, 9)


def test_the_later_of_two_numbers_speaks_for_an_entry_and_its_injured_are_counted(told: Told) -> None:
    found = told(LIST)["2014-05-19"]
    assert _killed(found) == (4, 6)
    assert [t.quantity.best for t in found.toll if t.outcome == "injured"] == [12]


def test_what_an_entry_counts_besides_people_is_no_toll(told: Told) -> None:
    assert "2014-10-05" not in told(LIST)


def test_a_list_that_speaks_of_no_killing_counts_nobody(told: Told) -> None:
    found = told(
        "Matches of the season, 2014\n\n- 3 March 2014 – Lamitan – 7\n- 19 May 2014 – Isabela – 4\n- 2 August 2014 – Maluso – 9\n"
    )
    assert not found


def test_two_numbers_alone_make_no_list(told: Told) -> None:
    assert not told("Attacks on patrols in Basilan\n\n- 3 March 2014 – Lamitan – 7\n- 19 May 2014 – Isabela – 4\n")
