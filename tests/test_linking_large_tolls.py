"""How large tolls speak for one incident or against: counts near one another are rivals of one deed, where the days can agree."""

import pytest

from linking_factory import HOMS, document, mention
from thucydides.linking.comparing import compare


@pytest.mark.parametrize(("one", "other", "speaks_for"), [("31+", 36, True), (35, 44, True), (30, 50, True), ("7+", 46, False), (40, "9+", False)])
def test_large_counts_near_one_another_speak_for_one_and_at_least_few_against_many(one: object, other: object, speaks_for: bool) -> None:
    told = [mention(name, 0, "Attack", None, HOMS, [killed]) for name, killed in (("a", one), ("b", other))]
    pair = compare(["a:0"], ["b:0"], told, [document("a"), document("b")])
    assert pair is not None
    assert ({name: bits for name, _, bits in pair.parts}["killed"] > 0) == speaks_for


@pytest.mark.parametrize("days", [("2024-06-04", "2024-06-05"), ("2024-06-04", "2024-06-12")])
def test_near_counts_of_days_that_differ_say_no_more_than_before(days: tuple[str, str]) -> None:
    told = [mention(name, 0, "Attack", day, HOMS, [killed]) for name, day, killed in zip("ab", days, (20, 23), strict=True)]
    pair = compare(["a:0"], ["b:0"], told, [document("a"), document("b")])
    assert pair is not None
    assert {name: bits for name, _, bits in pair.parts}["killed"] < 1
