"""Coded numbers: which figures the gold says that a page gives of an event ("31 + 3", "18; 20", "at least 58")."""

from collections.abc import Iterable
from itertools import combinations

from thucydides.evaluating.judged import Event
from thucydides.evaluating.slices import stem

STATED = {"killed": "deaths_as_stated", "injured": "injured_as_stated"}
"""Where a coded mention holds what its page says of an outcome."""


def numbers(words: object) -> frozenset[int]:
    """The numbers in coded words, and the sums of any of them."""
    from thucydides.extracting.quantities import find_quantities

    if not isinstance(words, str | int) or isinstance(words, bool):
        return frozenset()
    found: list[int] = []
    for span in find_quantities(str(words)):
        q = span.quantity
        found += {n for n in (q.low, q.best, q.high) if n is not None}
    sums = {sum(some) for many in range(1, min(len(found), 6) + 1) for some in combinations(found[:6], many)}
    return frozenset(found) | sums


def stated(event: Event, outcome: str) -> dict[str, list[str]]:
    """By page: what it says of an outcome, in the coder's words; [] where it tells of the event without that."""
    told: dict[str, list[str]] = {}
    for mention in event.get("mentions") or ():
        if isinstance(mention, dict):
            words = mention.get(STATED[outcome])
            told.setdefault(stem(str(mention["page"])), []).extend([] if words is None else [str(words)])
    return told


def differ(words: Iterable[str]) -> bool:
    """Whether the pages give more than one number of one thing; "31 + 3" is one statement of two numbers, and differs from 31."""
    return len(set(words)) > 1 or any(len(numbers(w)) > 1 for w in words)
