"""Numbers killed that differ: rival counts of one deed are one incident, other numbers on other days are another. The reports are ours."""

import pytest

from linking_factory import DJIBO, HOMS, KHARKIV, document, mention
from test_mentions import read
from thucydides.linking import link
from thucydides.linking.unit import units
from thucydides.linking.words import content_words
from thucydides.nouns import Document, Extract, Mention, Place


def linked(first: Mention, second: Mention, days: tuple[str, str]) -> int:
    """How many incidents two mentions are."""
    documents = [document(m.document, day) for m, day in zip((first, second), days, strict=True)]
    return len(link([first, second], documents).clusters)


@pytest.mark.parametrize("place", [HOMS, DJIBO, KHARKIV])
@pytest.mark.parametrize("tolls", [(21, 41), (27, 70), (12, 30)])
def test_rival_counts_of_one_day_town_and_kind_are_one_incident(place: Place, tolls: tuple[int, int]) -> None:
    words = {"a": "market trader stall morning siege crowd artisan", "b": "shrapnel surgeon corridor mourner baker grave orphan"}
    told = [mention(name, 0, "Attack", "2024-06-04", place, [n], words=words[name]) for name, n in zip("ab", tolls, strict=True)]
    assert linked(told[0], told[1], ("2024-06-05", "2024-06-05")) == 1


@pytest.mark.parametrize("place", [HOMS, DJIBO, KHARKIV])
def test_another_toll_on_the_next_day_is_another_incident_and_the_same_toll_may_be_the_same(place: Place) -> None:
    words = "governor night street house hospital"
    made = {n: mention(f"d{n}", 0, "Attack", "2024-05-14" if n else "2024-05-13", place, [3 - n % 2], words=words) for n in (0, 1, 2)}
    assert linked(made[0], made[1], ("2024-05-14", "2024-05-15")) == 2
    assert linked(made[0], made[2], ("2024-05-14", "2024-05-15")) == 1


def drone(day: str, killed: str) -> str:
    return f"Drone strike kills {killed} in Kherson\n\nA Russian drone killed {killed} people in Kherson on {day}, the governor said."


def extracts() -> tuple[Extract, Extract]:
    return read(drone("Monday", "three"), "2024-05-14"), read(drone("Tuesday", "two"), "2024-05-15")


def test_words_that_name_the_place_the_party_and_the_kind_are_not_compared_as_words() -> None:
    one, _ = extracts()
    (unit,) = units(one.mentions, [Document("d", "d", "", "d", ())])
    assert "kherson" in unit.mention.words
    assert not content_words(unit) & {"kherson", "russian", "drone", "strike"}
    assert "governor" in content_words(unit)
