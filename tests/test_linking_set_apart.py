"""What one report sets apart in words stays apart; where only its days or places cannot agree, what other reports tell decides.

And tolls: large counts near one another are rivals of one deed, where the days can agree.
"""

import pytest

from linking_factory import DJIBO, HOMS, KHARKIV, TIBU, document, mention
from thucydides.linking import link
from thucydides.linking.comparing import compare
from thucydides.nouns import Mention, Place

WORDS = "market trader stall morning siege crowd artisan"
NEXT = "2024-06-05"
ELSEWHERE = {p.name: p for p in (HOMS, KHARKIV)}


def told_twice(place: Place, by: str) -> list[Mention]:
    """Three reports of one attack with one toll; the third tells it again with the town of a hospital, set apart by a rule."""
    again = ELSEWHERE["Kharkiv" if place is not KHARKIV else "Homs"]
    first = [mention(name, 0, "Attack", "2024-06-04", place, [27], [44], words=WORDS, others=[again]) for name in "ab"]
    own = mention("c", 0, "Attack", "2024-06-04", place, [20], words=WORDS, apart=[90], by=by)
    return [*first, own, mention("c", 90, "Attack", "2024-06-04", again, [27], [44], words=WORDS, others=[place], apart=[0], by=by)]


def incidents(mentions: list[Mention]) -> int:
    """How many incidents the mentions are, of reports of one day."""
    return len(link(mentions, [document(name, NEXT) for name in sorted({m.document for m in mentions})]).clusters)


@pytest.mark.parametrize("place", [HOMS, DJIBO, TIBU, KHARKIV])
@pytest.mark.parametrize("rule", ["places", "days", "people"])
def test_days_and_places_of_one_report_that_cannot_agree_yield_to_what_others_tell(place: Place, rule: str) -> None:
    assert incidents(told_twice(place, f"extract.apart.{rule}")) == 1


@pytest.mark.parametrize("place", [HOMS, DJIBO, TIBU, KHARKIV])
@pytest.mark.parametrize("rule", ["another", "one-by-one", "listed"])
def test_what_words_set_apart_stays_apart_whatever_others_tell(place: Place, rule: str) -> None:
    assert incidents(told_twice(place, f"extract.apart.{rule}")) == 2


@pytest.mark.parametrize("place", [HOMS, DJIBO, KHARKIV])
def test_days_that_cannot_agree_keep_two_apart_where_no_other_report_speaks_for_one(place: Place) -> None:
    two = [
        mention("a", 0, "Attack", "2024-06-04", place, [3], words=WORDS, apart=[90], by="extract.apart.days"),
        mention("a", 90, "Attack", "2024-06-05", place, [4], words=WORDS, apart=[0], by="extract.apart.days"),
        mention("b", 0, "Attack", "2024-06-04", place, [3], words=WORDS),
        mention("c", 0, "Attack", "2024-06-05", place, [4], words=WORDS),
    ]
    assert incidents(two) == 2


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
