"""What a count's people are called in sentences: names of people, never what else stands beside a number."""

import pytest

from thucydides.nouns import Place, Quantity
from thucydides.publishing.groups import names_people, one_or_many
from thucydides.publishing.words import located

ONE, SEVERAL = Quantity(1, 1, 1, "one", "toll.exact"), Quantity(8, 8, 8, "eight", "toll.exact")


@pytest.mark.parametrize("group", ["Chadian soldiers", "women", "police", "schoolchildren", "fishermen", "Chinese", "members of a convoy of traders"])
def test_people_are_named(group: str) -> None:
    assert names_people(group, SEVERAL)


@pytest.mark.parametrize("group", ["Guayaquil", "more bodies", "army", "her", "families", "attacks"])
def test_what_is_no_word_for_several_people_is_not_shown_as_one(group: str) -> None:
    assert not names_people(group, SEVERAL)


def test_one_person_is_named_in_the_singular_and_a_pronoun_is_no_name() -> None:
    assert names_people("prosecutor", ONE)
    assert not names_people("her", ONE)
    assert not names_people("father and teenage brother", ONE)


def test_one_of_a_group_is_said_in_the_singular() -> None:
    assert [one_or_many(group, ONE) for group in ("miners", "Kachin miners", "police", "women")] == ["miner", "Kachin miner", "police", "woman"]
    assert one_or_many("miners", Quantity(1, 1, 3)) == "miners"


def test_a_stretch_between_two_towns_needs_no_other_preposition() -> None:
    stretch = Place("between Diéma and Kolokani", country="ML", latitude=14.0, longitude=-9.0, precision=5, reason="between")
    assert located(stretch).startswith("between Diéma")
