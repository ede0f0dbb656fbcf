"""Cover: stretches of a text, and whether one of them holds a place in it."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Cover:
    """Stretches of a text, each from its first character to behind its last, that are asked of without going through them all."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._reach = [*accumulate((end for _, end in ordered), max)]

    def holds(self, start: int, end: int | None = None) -> bool:
        """Whether one stretch holds a character, or all of them up to `end`."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._reach[before - 1] >= (start + 1 if end is None else end)
