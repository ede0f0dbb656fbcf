"""Grouping: a clustering that stands, and what a change makes of it without clustering all anew.

A group is any set of units that was one cluster for a while; it was so until it was joined to another, at some weight. Where something
changes, the clusters that hold it are clustered anew for themselves. A group that came of this and was there before, and was joined to
another no later than before, met nothing outside that it had not met then. Only clusters near to a group of another kind have to be
taken in, and all of them clustered anew together, until no more have to be: the outcome is that of clustering everything.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.linking.clustering import Forbids, Joins, joined
from thucydides.linking.columns import Array, held
from thucydides.linking.scoring import Compared

_LARGE = 4
"""Everything is clustered anew where more than one in so many units would be."""
_LAST = 2
_BITS = 2**64 - 1


GROUP_KINDS = ("int64", "uint64", "int64", "float64", "uint64")


class Groups(Struct, frozen=True):
    """Groups that were: one of its `unit`s, its `digest`, and when and with what it became one: the `phase`, the `weight`, and the digest
    of the `whole` (phase 2: never).
    """

    unit: Array
    digest: Array
    phase: Array
    weight: Array
    whole: Array

    def at(self, which: Array) -> "Groups":
        """Some of the groups."""
        return Groups(*(column[which] for column in self.columns()))

    def columns(self) -> tuple[Array, ...]:
        """The columns in order, of the numpy types `GROUP_KINDS`."""
        return self.unit, self.digest, self.phase, self.weight, self.whole


class Grouping(Struct, frozen=True):
    """For each unit the last unit of its cluster, and all groups that were."""

    labels: Array
    groups: Groups

    def moved(self, moved: Array, before: Array) -> "Grouping":
        """The same by new positions, where `moved` says where each unit stands now and `before` where each stood (-1: nowhere).

        What is left of a cluster of which a unit is gone keeps one label; a new unit is a cluster.
        """
        import numpy as np

        last = np.full(len(moved), -1)
        stood = np.flatnonzero(moved >= 0)
        np.maximum.at(last, self.labels[stood], moved[stood])
        new = np.flatnonzero(before < 0)
        labels = np.append(last, -1)[self.labels[before]] if len(moved) else np.full(len(before), -1)
        labels[new] = new
        kept = self.groups.at(moved[self.groups.unit] >= 0)
        return Grouping(labels, Groups(moved[kept.unit], kept.digest, kept.phase, kept.weight, kept.whole))


class Problem(Struct, frozen=True):
    """What is clustered: the compared pairs, in parts, and what else decides; `digests` are numbers of the units, `strong` the units on
    the left and on the right of the pairs above the threshold.
    """

    threshold: float
    forbids: Forbids
    first: Array
    digests: Array
    pairs: tuple[Compared, ...] = ()
    strong: tuple[tuple[Array, Array], ...] = ()

    def joined_by(self, pairs: Compared) -> "Problem":
        """The same with more pairs."""
        import numpy as np

        strong = np.flatnonzero(pairs.weight > self.threshold)
        return replace(self, pairs=(*self.pairs, pairs), strong=(*self.strong, (pairs.left[strong], pairs.right[strong])))


def empty() -> Grouping:
    """No units at all."""
    import numpy as np

    return Grouping(np.zeros(0, np.int64), Groups(*(np.zeros(0, kind) for kind in GROUP_KINDS)))


def grouped(problem: Problem) -> Grouping:
    """All units clustered."""
    import numpy as np

    return Grouping(*_clustered(problem, np.ones(len(problem.first), bool)))


def regrouped(old: Grouping, problem: Problem, changed: Array, strange: Array) -> tuple[Grouping, Array]:
    """The clustering once some units `changed`, and which units were clustered anew.

    A change of a pair is one of both its units. Of those that are `strange` no pair need be what it was.
    """
    import numpy as np

    size = len(problem.first)
    opened = _with_clusters(old.labels, changed)
    while opened.sum() * _LARGE <= size:
        labels, groups = _clustered(problem, opened)
        inside = opened[old.groups.unit]
        other = np.zeros(size, bool)
        other[labels[groups.unit[~_stand(groups, old.groups.at(inside))]]] = True
        other[labels[strange]] = True
        reach = _near(problem, opened & other[np.where(opened, labels, 0)], opened)
        if not reach.any():
            rest = old.groups.at(~inside)
            columns = zip(rest.columns(), groups.columns(), strict=True)
            return Grouping(np.where(opened, labels, old.labels), Groups(*(np.concatenate(c) for c in columns))), opened
        opened |= _with_clusters(old.labels, reach)
    return grouped(problem), np.ones(size, bool)


def _with_clusters(labels: Array, units: Array) -> Array:
    """All units of the clusters that hold some units."""
    import numpy as np

    held = np.zeros(len(labels), bool)
    held[labels[units]] = True
    found: Array = held[labels]
    return found


def _clustered(problem: Problem, opened: Array) -> tuple[Array, Groups]:
    """Some units clustered for themselves: for each of all units the last one of its cluster, itself where it is none of them."""
    import numpy as np

    units = np.flatnonzero(opened)
    pairs = _inside(problem, opened, units)
    last, steps = joined(
        pairs, problem.threshold, lambda a, b: problem.forbids(units[a], units[b]), problem.first[units]
    )  # fmt: skip
    labels = np.arange(len(opened))
    labels[units] = units[last]
    groups = _groups(problem.digests[units], last, steps)
    return labels, Groups(units[groups.unit], *groups.columns()[1:])


def _inside(problem: Problem, opened: Array, units: Array) -> Compared:
    """The pairs among some units, by their place among them."""
    import numpy as np

    at = np.full(len(opened), -1)
    at[units] = np.arange(len(units))
    whole = len(units) == len(opened)
    some = [p if whole else p.at(_of(p, opened, units)) for p in problem.pairs]
    left, right = (np.concatenate([at[c] for c in column]) for column in ([p.left for p in some], [p.right for p in some]))
    weight, met = (np.concatenate(column) for column in ([p.weight for p in some], [p.met for p in some]))
    return Compared(len(units), left, right, weight, met)


def _of(pairs: Compared, opened: Array, units: Array) -> Array:
    """Where the pairs stand of which both are among some units."""
    import numpy as np

    if _LARGE * len(units) > len(opened):
        return np.flatnonzero(opened[pairs.left] & opened[pairs.right])
    start, end = np.searchsorted(pairs.left, units), np.searchsorted(pairs.left, units, "right")
    number = end - start
    at = np.repeat(start - np.cumsum(number) + number, number) + np.arange(number.sum())
    found: Array = at[opened[pairs.right[at]]]
    return found


def _groups(digests: Array, last: Array, steps: Joins) -> Groups:
    """All groups that were, of joins; the digest of a group is the sum of those of its units."""
    import numpy as np

    sums, lows, highs = digests.tolist(), list[int](), list[int]()
    for a, b in zip(steps.low.tolist(), steps.high.tolist(), strict=True):
        lows.append(sums[a])
        highs.append(sums[b])
        sums[b] = (sums[a] + sums[b]) & _BITS
    low, high = np.array(lows, np.uint64), np.array(highs, np.uint64)
    ends = np.flatnonzero(last == np.arange(len(last)))
    never = np.zeros(len(ends))
    return Groups(
        np.concatenate((steps.low, steps.high, ends)), np.concatenate((low, high, np.array(sums, np.uint64)[ends])),
        np.concatenate((steps.phase, steps.phase, never + _LAST)).astype(np.int64), np.concatenate((steps.weight, steps.weight, never)),
        np.concatenate((low + high, low + high, never.astype(np.uint64))),
    )  # fmt: skip


def _stand(groups: Groups, old: Groups) -> Array:
    """Which groups were there before and became one with another no later than then."""
    import numpy as np

    if not len(old.digest):
        return np.zeros(len(groups.digest), bool)
    order = np.argsort(old.digest)
    at = order[np.minimum(np.searchsorted(old.digest, groups.digest, sorter=order), len(order) - 1)]
    found = old.digest[at] == groups.digest
    phase, weight = old.phase[at], old.weight[at]
    same = (phase == groups.phase) & (weight == groups.weight) & (old.whole[at] == groups.whole)
    stands: Array = found & ((phase > groups.phase) | ((phase == groups.phase) & (weight < groups.weight)) | same)
    return stands


def _near(problem: Problem, some: Array, opened: Array) -> Array:
    """Which units that are not opened are near enough to some that are."""
    import numpy as np

    found = np.zeros(len(opened), bool)
    for left, right in problem.strong:
        found[right[some[left]]] = True
        found[left[some[right]]] = True
    return found & ~opened


def adjoining(grouping: Grouping, pairs: Compared, problem: Problem) -> Array:
    """Which of some pairs, none near enough, lie inside one cluster or between two that a pair near enough lies between."""
    import numpy as np

    size, labels = len(grouping.labels), grouping.labels
    key = _between(labels[pairs.left], labels[pairs.right], size)
    found = labels[pairs.left] == labels[pairs.right]
    asked = np.sort(key)
    for left, right in problem.strong if len(asked) else ():
        known = _between(labels[left], labels[right], size)
        found |= np.isin(key, known[held(known, asked)])
    return found


def _between(one: Array, other: Array, size: int) -> Array:
    import numpy as np

    return np.minimum(one, other) * size + np.maximum(one, other)


def by_cluster(labels: Array) -> list[list[int]]:
    """The clusters whose last units are given for each unit, each sorted."""
    found: dict[int, list[int]] = {}
    for unit, label in enumerate(labels.tolist()):
        found.setdefault(label, []).append(unit)
    return list(found.values())


def uncompared(labels: Array, among: Array, known: Sequence[Compared]) -> Array:
    """The pairs inside clusters of some units that were not compared, each as left * number of units + right, sorted."""
    import numpy as np

    size = len(labels)
    units = np.flatnonzero(among)
    ordered = units[np.argsort(labels[units], kind="stable")]
    many = np.bincount(labels[ordered], minlength=size)[labels[ordered]]
    ordered, many = ordered[many > 2], many[many > 2]
    start = np.flatnonzero(np.append(True, labels[ordered][1:] != labels[ordered][:-1])) if len(ordered) else ordered
    rank = np.arange(len(ordered)) - np.repeat(start, many[start])
    after = many - 1 - rank
    one = np.repeat(np.arange(len(ordered)), after)
    other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(after) - after, after)
    asked = np.sort(ordered[one] * size + ordered[other])
    for some in known:
        inside = _of(some, among, units)
        inside = inside[labels[some.left[inside]] == labels[some.right[inside]]]
        asked = asked[~np.isin(asked, some.left[inside] * size + some.right[inside])]
    return asked
