"""Clustering: pairs become incidents, the strongest first, as long as the whole of a cluster agrees and nothing forbids it.

Two clusters are joined when the mean weight of the compared pairs between them is the highest of all and above the threshold (average
link), and no pair between them is forbidden (complete link for what cannot be). In that mean a pair that speaks against counts half
(`link.cluster.against`). Nothing depends on the order given: ties go by position.
"""

import heapq
from collections.abc import Callable, Collection, Sequence
from math import fsum

from thucydides.linking.scoring import Compared

Forbids = Callable[[int, int], bool]
_AGAINST = 0.5
"""How much a pair counts that speaks against: one telling that gets the day wrong speaks against all tellings of its incident at once."""
Join = tuple[tuple[int, ...], tuple[int, ...], float]


def cluster(
    compared: Compared, threshold: float, forbids: Forbids = lambda a, b: False, first: Collection[int] = (),
    joins: list[Join] | None = None,
) -> list[list[int]]:  # fmt: skip
    """The units 0..n-1 in clusters, each sorted, sorted by first; `forbids(a, b)` says whether two units can never be one.

    The units `first` are joined among themselves before any other (`link.cluster.main`). Every join is added to `joins`, in order:
    the units of the two sides and the mean weight between them.
    """
    work = _Work(compared, threshold, forbids, [] if joins is None else joins)
    if first:
        work.start(frozenset(first))
        work.run()
    work.start()
    work.run()
    return sorted(sorted(members) for members in work.members.values())


class _Work:
    """Clusters by number, for each the neighbours it may join, and a heap of candidate joins by falling mean weight.

    For each neighbour the sum and the number of the pairs above the threshold are kept. Their mean is never less than the true one, so
    the true one is worked out only for a candidate that has come to the top, and the candidate put back where it is less.
    """

    def __init__(self, compared: Compared, threshold: float, forbids: Forbids, joins: list[Join]) -> None:
        self.joins = joins
        self.members: dict[int, list[int]] = {n: [n] for n in range(compared.units)}
        self._near: dict[int, dict[int, tuple[float, int]]] = {}
        self._never: dict[int, set[int]] = {}
        self._heap: list[tuple[float, int, int]] = []
        self._means = _Means(compared)
        self._compared, self._threshold, self._forbids = compared, threshold, forbids

    def start(self, only: frozenset[int] | None = None) -> None:
        """Make neighbours of the clusters with pairs above the threshold, all of them, or those between the units of `only`."""
        at = {unit: number for number, members in self.members.items() for unit in members}
        self._near = {}
        strong = self._compared.at(self._compared.weight > self._threshold)
        for left, right, bits in zip(strong.left.tolist(), strong.right.tolist(), strong.weight.tolist(), strict=True):
            a, b = at[left], at[right]
            if a != b and (only is None or (left in only and right in only)):
                self._add(a, b, bits, 1)
                self._add(b, a, bits, 1)
        for a in sorted(self._near):
            for b in self._near[a]:
                if a < b:
                    self._offer(a, b)

    def run(self) -> None:
        """Join the best allowed pair of clusters until none is above the threshold."""
        while self._heap:
            key, a, b = heapq.heappop(self._heap)
            near = self._near.get(a, {}).get(b)
            if near is None or b in self._never.get(a, ()) or key < -_mean(near):
                continue
            true = self._true_mean(a, b, near)
            if true < -key:
                if true > self._threshold:
                    heapq.heappush(self._heap, (-true, a, b))
            elif any(self._forbids(left, right) for left in self.members[a] for right in self.members[b]):
                self._never.setdefault(a, set()).add(b)
                self._never.setdefault(b, set()).add(a)
            else:
                self.joins.append((tuple(self.members[a]), tuple(self.members[b]), true))
                self._join(a, b)

    def _true_mean(self, a: int, b: int, near: tuple[float, int]) -> float:
        """The mean of all compared pairs between two clusters; where all their pairs are above the threshold it is known already."""
        if near[1] == len(self.members[a]) * len(self.members[b]):
            return _mean(near)
        return self._means.between(self.members[a], self.members[b])

    def _add(self, a: int, b: int, bits: float, count: int) -> None:
        near = self._near.setdefault(a, {})
        total, pairs = near.get(b, (0.0, 0))
        near[b] = (total + bits, pairs + count)

    def _offer(self, a: int, b: int) -> None:
        if b not in self._never.get(a, ()):
            heapq.heappush(self._heap, (-_mean(self._near[a][b]), min(a, b), max(a, b)))

    def _join(self, a: int, b: int) -> None:
        """Put the one with fewer neighbours to the other; what could never join the one can never join both."""
        kept, gone = (a, b) if len(self._near[a]) >= len(self._near[b]) else (b, a)
        moved = self._near.pop(gone)
        moved.pop(kept)
        del self._near[kept][gone]
        self.members[kept] = sorted(self.members[kept] + self.members.pop(gone))
        for other in self._never.pop(gone, ()):
            self._never[other].discard(gone)
            self._never[other].add(kept)
            self._never.setdefault(kept, set()).add(other)
        for other, (total, pairs) in moved.items():
            del self._near[other][gone]
            self._add(kept, other, total, pairs)
            self._add(other, kept, total, pairs)
            self._offer(kept, other)


class _Means:
    """The mean weight of the compared pairs between two sets of units."""

    def __init__(self, compared: Compared) -> None:
        self._units = compared.units
        keys = compared.left * compared.units + compared.right
        self._bits = dict(zip(keys.tolist(), compared.weight.tolist(), strict=True))

    def between(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The mean in bits, rounded so that the order of summing plays no part; 0 where nothing was compared."""
        found = [self._bits.get(a * self._units + b if a < b else b * self._units + a) for a in left for b in right]
        counted = [(weight, 1.0 if weight > 0 else _AGAINST) for weight in found if weight is not None]
        whole = sum(share for _, share in counted)
        return round(fsum(weight * share for weight, share in counted) / whole, 6) if counted else 0.0


def _mean(near: tuple[float, int]) -> float:
    return round(near[0] / near[1], 6)
