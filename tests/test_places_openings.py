"""The two words that names of several words begin with, and the file that they are looked up in without being read."""

from pathlib import Path

import pytest

from thucydides.grounding.places import add_table, open_gazetteer
from thucydides.grounding.places.gazetteer import shipped
from thucydides.grounding.places.openings import Openings
from thucydides.grounding.places.store import Sections


@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [("addis", "ababa", True), ("san", "salvador", True), ("nagorno", "karabakh", True), ("addis", "salvador", False),
     ("san", "karabakhs", False), ("quarrelsome", "ababa", False), ("", "ababa", False)],
)  # fmt: skip
def test_two_words_begin_a_name_where_the_gazetteer_has_one(first: str, second: str, begins: bool) -> None:
    gazetteer = open_gazetteer()
    assert (second in gazetteer.seconds[first]) is begins
    assert any(layer.leads(f"{first} {second}") for layer in gazetteer.layers) is begins


def test_a_word_that_few_names_begin_with_and_one_that_many_do_answer_alike() -> None:
    layers = open_gazetteer().layers
    for key in ("port sudan", "new delhi", "al hasakah", "puerto asis", "ein gedi", "sar e pol"):
        first, second = key.split(" ")[:2]
        seconds = Openings(layers)[first]
        assert second in seconds
        assert "xyzzy" not in seconds


def test_names_of_ones_own_table_begin_with_their_words_too(tmp_path: Path) -> None:
    table, target = tmp_path / "own.csv", tmp_path / "own.gazetteer"
    table.write_text("name,latitude,longitude,country\nQarnaz Twelve Wells,34.1,66.2,AF\n", encoding="utf-8")
    add_table(table, target)
    assert "twelve" in open_gazetteer(target).seconds["qarnaz"]
    assert "twelve" not in open_gazetteer().seconds["qarnaz"]


def test_the_tries_of_a_gazetteer_are_mapped_and_outlive_the_sections_they_came_by() -> None:
    trie = Sections(shipped()).trie("keys")
    assert trie.get("kabul") is not None
    assert trie.get("no such place anywhere") is None
