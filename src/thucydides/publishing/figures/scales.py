"""Scales: round numbers along an axis, plain or logarithmic."""

import math


def ladder(most: float, steps: int = 4) -> list[int]:
    """0 and round numbers up to at least `most`."""
    step = next(s * 10**p for p in range(12) for s in (1, 2, 5) if most <= steps * s * 10**p)
    return list(range(0, max(step, math.ceil(most / step) * step) + 1, step))


class Scale:
    """From a count to pixels: plain where counts are alike, logarithmic (with a place for 0) where they are far apart."""

    WIDE = 60

    def __init__(self, counts: list[int], start: float, end: float) -> None:
        most, least = max([1, *counts]), min([c for c in counts if c > 0], default=1)
        self.log = most > self.WIDE and most / least > 20
        self.start, self.end = start, end
        powers = [m * 10**p for p in range(len(str(most)) + 1) for m in (1, 3)]
        self.ticks = [0, *powers[: next(n for n, v in enumerate(powers) if v >= most) + 1]] if self.log else ladder(most, 5)
        self.top = self.ticks[-1]

    def at(self, count: float) -> float:
        """Where a count stands."""
        share = math.log1p(count) / math.log1p(self.top) if self.log else count / self.top
        return self.start + (self.end - self.start) * share
