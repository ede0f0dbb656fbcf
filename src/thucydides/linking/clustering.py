"""Clustering: pairs become incidents, the strongest first, as long as the whole of a cluster agrees and nothing forbids it.

Two clusters are joined when the mean weight of the compared pairs between them is the highest of all and above the threshold (average
link), and no pair between them is forbidden (complete link for what cannot be). In that mean a pair that speaks against counts half
(`link.cluster.against`). Clusters of one mean go by the last unit of each.

Invariant: joining two clusters brings neither nearer to a third than the nearer of them was, ties included. So two that are each
other's nearest stay so until they are joined, and all such pairs are joined at once, in any order: the outcome is the one that joining
the strongest pair of all, one after another, would give.
"""

from collections.abc import Callable, Collection
from typing import Any

from msgspec import Struct

from thucydides.linking.arrays import Array
from thucydides.linking.edges import Edges, hanging, living, mutual, relabelled
from thucydides.linking.scoring import Compared

Forbids = Callable[[Array, Array], Array]
"""For each of some pairs of units, given as two arrays, whether the two can never be one."""
Join = tuple[tuple[int, ...], tuple[int, ...], float]
STEP = 10_000
"""Weights are counted in whole parts of a bit, so that the order of summing plays no part."""
_PRUNED = 8
"""After so many rounds it is looked which clusters hang together still."""


class Joins(Struct, frozen=True):
    """Joins, the inner before the outer: the last units of both sides, `low` < `high`, the mean weight, and whether it was among the units
    that are joined `first` (phase 0) or after (1).
    """

    low: Array
    high: Array
    weight: Array
    phase: Array

    def __len__(self) -> int:
        return len(self.low)


def cluster(
    compared: Compared, threshold: float, forbids: Forbids | None = None, first: Collection[int] = (), joins: list[Join] | None = None
) -> list[list[int]]:
    """The units 0..n-1 in clusters, each sorted, sorted by first; `forbids` says which two units can never be one.

    The units `first` are joined among themselves before any other (`link.cluster.main`). Every join is added to `joins`, the strongest
    first: the units of the two sides and the mean weight between them.
    """
    import numpy as np

    early = np.zeros(compared.units, bool)
    early[list(first)] = True
    _, steps = joined(compared, threshold, forbids or _nothing_forbidden, early)
    members = {n: [n] for n in range(compared.units)}
    order = np.lexsort((steps.high, steps.low, -steps.weight, steps.phase))
    for low, high, weight in zip(*(some[order].tolist() for some in (steps.low, steps.high, steps.weight)), strict=True):
        if joins is not None:
            joins.append((tuple(members[low]), tuple(members[high]), round(weight, 6)))
        members[high] = sorted(members[high] + members.pop(low))
    return sorted(members.values())


def joined(compared: Compared, threshold: float, forbids: Forbids, first: Array) -> tuple[Array, Joins]:
    """For each unit the last unit of its cluster, and the joins that made the clusters; `first` says which units are joined first."""
    import numpy as np

    alone, least = np.arange(compared.units, dtype=np.int32), threshold * STEP
    label = alone.copy()
    whole = _edges(compared, least, forbids)
    made: list[tuple[Array, Array, Array, Array]] = []
    for phase in range(2):
        edges = whole if phase else whole.at(first[whole.a] & first[whole.b])
        edges = living(relabelled(edges, alone, label), len(label), least, True)
        for low, high, mean in _rounds(edges, label, least, forbids):
            made.append((low, high, mean / STEP, np.full(len(low), phase)))
    if not made:
        return label, Joins(*(np.zeros(0, kind) for kind in (np.int64, np.int64, float, np.int64)))
    return label, Joins(*(np.concatenate(column) for column in zip(*made, strict=True)))


def _edges(compared: Compared, least: float, forbids: Forbids) -> Edges:
    """The pairs between units that hang together by pairs near enough, as edges between clusters of one unit each."""
    import numpy as np

    strong = np.flatnonzero(np.rint(compared.weight * STEP) > least)
    barred = strong[forbids(compared.left[strong], compared.right[strong])]
    near = np.setdiff1d(strong, barred, assume_unique=True)
    together = hanging(compared.units, compared.left[near], compared.right[near])
    never = np.zeros(len(compared), bool)
    never[barred] = True
    matters = np.flatnonzero(together[compared.left] == together[compared.right])
    weight = np.rint(compared.weight[matters] * STEP).astype(np.int64)
    share = np.where(weight > 0, 2, 1).astype(np.int32)
    left, right = (some[matters].astype(np.int32) for some in (compared.left, compared.right))
    return Edges(left, right, np.where(weight > 0, 2 * weight, weight), share, never[matters])


def _rounds(edges: Edges, label: Array, least: float, forbids: Forbids) -> Any:
    """Join all clusters that are each other's nearest, round by round, until none is near enough; the joins of each round.

    `label` is kept up to date: for each unit the last unit of its cluster.
    """
    import numpy as np

    turn, units = 0, np.arange(len(label), dtype=np.int32)
    while True:
        edges = living(edges, len(label), least, turn % _PRUNED == _PRUNED - 1)
        near = np.flatnonzero((edges.total > least * edges.share) & ~edges.never)
        if not len(near):
            return
        turn += 1
        chosen = near[mutual(edges, near, len(label))]
        barred = _barred(edges.a[chosen], edges.b[chosen], label, forbids)
        edges.never[chosen[barred]] = True
        chosen = chosen[~barred]
        low, high = edges.a[chosen], edges.b[chosen]
        yield low, high, edges.total[chosen] / edges.share[chosen]
        to = np.arange(len(label), dtype=np.int32)
        to[low] = high
        label[:] = to[label]
        edges = relabelled(edges, units, to)


def _barred(low: Array, high: Array, label: Array, forbids: Forbids) -> Array:
    """Which of some pairs of clusters hold two units that can never be one."""
    import numpy as np

    at = np.full(len(label), -1)
    at[low], at[high] = np.arange(len(low)), np.arange(len(low)) + len(low)
    units = np.flatnonzero(at[label] >= 0)
    side = at[label[units]]
    units = units[np.argsort(side, kind="stable")]
    size = np.bincount(side, minlength=2 * len(low))
    start = np.cumsum(size) - size
    left, right = size[: len(low)], size[len(low) :]
    pair = np.repeat(np.arange(len(low)), left * right)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(left * right) - left * right, left * right)
    one = units[start[pair] + within // right[pair]]
    other = units[start[pair + len(low)] + within % right[pair]]
    found: Array = np.bincount(pair, forbids(np.minimum(one, other), np.maximum(one, other)), len(low)) > 0
    return found


def _nothing_forbidden(left: Array, right: Array) -> Array:
    import numpy as np

    return np.zeros(len(left), bool)
