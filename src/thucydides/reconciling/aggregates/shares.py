"""Shares: how many people of each incident one aggregate counts, as arrays, so that they are added up at once.

Answers are numbers: 1 is yes, 0 is not known, -1 is no.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from thucydides.nouns import Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.whom import Whom

Array = Any
"""A numpy array."""

YES, UNKNOWN, NO = 1, 0, -1
_Numbers: TypeAlias = tuple[int, int, int, bool, int]
"""At least, best, at most, whether that is unknown, and whether anybody came to harm."""


def code(answer: bool | None) -> int:
    """Yes, no or not known as a number."""
    return UNKNOWN if answer is None else YES if answer else NO


class Shares:
    """Of each entry the people whom an aggregate counts, of one outcome: at least, best, at most, and whether there are any; each entry is
    asked once, and only where somebody wants to know.
    """

    def __init__(self, entries: Sequence[Entry], counted: Whom, outcome: str) -> None:
        import numpy as np

        self._entries, self._counted, self._outcome = entries, counted, outcome
        self._unasked = np.full(len(entries), True)
        self._low, self._best, self._most = (np.zeros(len(entries), object) for _ in range(3))  # whole numbers of any size
        self._open = np.zeros(len(entries), bool)
        self._harmed = np.zeros(len(entries), np.int8)
        self._undivided: dict[int | None, _Numbers] = {}

    def harmed(self, asked: Array) -> Array:
        """Whether anybody came to harm in the entries that are asked for."""
        self._ask(asked)
        return self._harmed

    def added(self, sure: Array, taken: Array, seen: Array) -> tuple[int, int, int | None]:
        """The sums: of the sure entries at least, of the taken ones by their best, of all seen ones at most, None where one is unknown."""
        self._ask(sure | taken | seen)
        most = None if self._open[seen].any() else int(self._most[seen].sum())
        return int(self._low[sure].sum()), int(self._best[taken].sum()), most

    def _ask(self, asked: Array) -> None:
        import numpy as np

        wanted = np.flatnonzero(asked & self._unasked)
        if len(wanted):
            told = [self._of(self._entries[n]) for n in wanted.tolist()]
            self._low[wanted], self._best[wanted], self._most[wanted], self._open[wanted], self._harmed[wanted] = zip(*told, strict=True)
            self._unasked[wanted] = False

    def _of(self, entry: Entry) -> _Numbers:
        killed = self._outcome == "killed"
        total = entry.killed if killed else entry.injured
        if not self._counted.limited or total is None or (entry.killed_groups if killed else entry.injured_groups):
            return _numbers(self._counted.share(entry, self._outcome))
        if total.high not in self._undivided:  # of incidents told without groups only the total matters
            self._undivided[total.high] = _numbers(self._counted.share(entry, self._outcome))
        return self._undivided[total.high]


def _numbers(part: Quantity | None) -> _Numbers:
    if part is None:
        return 0, 0, 0, True, UNKNOWN
    top = None if not counts.known(part) else part.high if part.high is not None else part.best
    return counts.low(part), part.best or 0, top or 0, top is None, code(harmed(part))


def harmed(part: Quantity | None) -> bool | None:
    """Whether somebody whom an aggregate counts came to harm; None where that is not known."""
    if part is None or not counts.known(part) or (part.best is None and not part.low):
        return None if part is None or part.high != 0 else False
    return (part.best or part.low or 0) > 0
