"""Edges: what lies between clusters while they are joined, and what becomes of it as they are."""

from msgspec import Struct

from thucydides.linking.arrays import Array


class Edges(Struct, frozen=True):
    """What lies between clusters `a` < `b`, each known by its last unit: the sum of the weights, how much that is, whether it is barred."""

    a: Array
    b: Array
    total: Array
    share: Array
    never: Array

    def at(self, which: Array) -> "Edges":
        return Edges(self.a[which], self.b[which], self.total[which], self.share[which], self.never[which])


def living(edges: Edges, units: int, least: float, thoroughly: bool) -> Edges:
    """The edges that can matter still: between clusters that both may be joined to some other, where asked between such as hang together.

    What may not be joined now never will, and what hangs together by no edge near enough is never joined.
    """
    import numpy as np

    near = (edges.total > least * edges.share) & ~edges.never
    a, b = edges.a[near], edges.b[near]
    if thoroughly:
        whole = hanging(units, a, b)
        return edges.at(whole[edges.a] == whole[edges.b])
    alive = np.zeros(units, bool)
    alive[a] = alive[b] = True
    return edges.at(alive[edges.a] & alive[edges.b])


def hanging(units: int, left: Array, right: Array) -> Array:
    """For each unit the least unit that it hangs together with by some pairs."""
    import numpy as np

    labels = np.arange(units)
    while True:
        low, high = np.minimum(labels[left], labels[right]), np.maximum(labels[left], labels[right])
        apart = low < high
        if not apart.any():
            return labels
        left, right = left[apart], right[apart]
        np.minimum.at(labels, high[apart], low[apart])
        while not np.array_equal(labels, shorter := labels[labels]):
            labels = shorter


def mutual(edges: Edges, near: Array, units: int) -> Array:
    """Which of the edges `near` are the best of both their clusters: the highest mean, then the least last units."""
    import numpy as np

    a, b = edges.a[near], edges.b[near]
    mean = edges.total[near] / edges.share[near]
    best = np.full(units, -np.inf)
    np.maximum.at(best, a, mean)
    np.maximum.at(best, b, mean)
    key = a.astype(np.int64) * units + b
    of_a, of_b = mean == best[a], mean == best[b]
    least = np.full(units, units * units)
    np.minimum.at(least, a[of_a], key[of_a])
    np.minimum.at(least, b[of_b], key[of_b])
    found: Array = np.flatnonzero((least[a] == key) & (least[b] == key))
    return found


def relabelled(edges: Edges, before: Array, label: Array) -> Edges:
    """The edges between the clusters that now are, where they lay between those that were before."""
    import numpy as np

    changed = np.flatnonzero(before != label)
    grown = np.zeros(len(label), bool)
    grown[label[changed]] = grown[before[changed]] = True
    touched = grown[edges.a] | grown[edges.b]
    if not touched.any():
        return edges
    some, rest = edges.at(touched), edges.at(~touched)
    moved = summed(label[some.a], label[some.b], some)
    return Edges(*(np.concatenate((x, y)) for x, y in (
        (rest.a, moved.a), (rest.b, moved.b), (rest.total, moved.total), (rest.share, moved.share), (rest.never, moved.never),
    )))  # fmt: skip


def summed(one: Array, other: Array, edges: Edges) -> Edges:
    """The edges between new clusters; what is inside one is gone."""
    import numpy as np

    between = one != other
    if not between.any():
        return edges.at(between)
    size = int(max(one.max(), other.max())) + 1
    one, other = one[between], other[between]
    key = np.minimum(one, other).astype(np.int64) * size + np.maximum(one, other)
    order = np.argsort(key, kind="stable")
    key = key[order]
    start = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
    total, share, never = (column[between][order] for column in (edges.total, edges.share, edges.never))
    ends = key[start]
    return Edges(
        (ends // size).astype(np.int32), (ends % size).astype(np.int32), np.add.reduceat(total, start), np.add.reduceat(share, start),
        np.logical_or.reduceat(never, start),
    )  # fmt: skip
