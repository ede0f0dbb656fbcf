"""Counts over the dead and the injured together, which are the number of neither. The sentences are ours."""

import pytest

from thucydides.extracting.harm import find_harm
from thucydides.extracting.parsing import pipeline

Told = list[tuple[str, int | None, int | None, int | None]]


def _told(text: str) -> Told:
    found = [h for s in pipeline()(text).sents for h in find_harm(s) if h.quantity is not None]
    return sorted((h.outcome, h.quantity.low, h.quantity.best, h.quantity.high) for h in found if h.quantity is not None)


_SHARED: list[tuple[str, Told]] = [
    ("More than 100 people were killed or wounded in Malakal.", [("injured", 0, None, None), ("killed", 0, None, None)]),
    ("The shelling left 30 people dead and injured.", [("injured", 1, None, 30), ("killed", 1, None, 30)]),
    ("A mine killed and wounded 14 farmers near Kharkiv.", [("injured", 1, None, 14), ("killed", 1, None, 14)]),
    ("The raid resulted in dozens of deaths and injuries.", [("injured", 1, None, None), ("killed", 1, None, None)]),
]
_APART: list[tuple[str, Told]] = [
    ("The raid caused 14 deaths and 5 injuries.", [("injured", 5, 5, 5), ("killed", 14, 14, 14)]),
    ("A mine killed two and wounded 14 farmers.", [("injured", 14, 14, 14), ("killed", 2, 2, 2)]),
    ("Five people were killed and injured 14 others.", [("injured", 14, 14, 14), ("killed", 5, 5, 5)]),
]


@pytest.mark.parametrize(("text", "expected"), [*_SHARED, *_APART])
def test_a_number_that_the_dead_and_the_injured_share_is_the_number_of_neither(text: str, expected: Told) -> None:
    assert _told(text) == expected
