"""Grouping: a clustering that stands, and what a change makes of it without clustering all anew.

A group is any set of units that was one cluster for a while; it was so until it was joined to another, at some weight. Where something
changes, the clusters that hold it are clustered anew for themselves. A group that came of this and was there before, and was joined to
another no later than before, met nothing outside that it had not met then. Only clusters near to a group of another kind have to be
taken in, and all of them clustered anew together, until no more have to be: the outcome is that of clustering everything.
"""

from msgspec import Struct

from thucydides.linking.arrays import Array
from thucydides.linking.clustering import Joins, joined
from thucydides.linking.groups import Grouping, Groups, Problem
from thucydides.linking.inside import pairs_of
from thucydides.linking.scoring import Compared

_LARGE = 2
"""Everything is clustered anew where more than one in so many units would be."""
_LAST = 2
_BITS = 2**64 - 1


def grouped(problem: Problem) -> Grouping:
    """All units clustered."""
    import numpy as np

    size = len(problem.first)
    whole = _clustered(problem, np.ones(size, bool), np.zeros(size, bool))
    return Grouping(whole.labels, whole.groups)


def regrouped(old: Grouping, problem: Problem, changed: Array, strange: Array) -> tuple[Grouping, Array]:
    """The clustering once some units `changed`, and which units were clustered anew.

    A change of a pair is one of both its units. Of those that are `strange` no pair need be what it was.
    """
    import numpy as np

    size = len(problem.first)
    opened = _with_clusters(old.labels, changed)
    while opened.sum() * _LARGE <= size:
        again = _clustered(problem, opened, strange)
        inside = opened[old.groups.unit]
        reach = _near(problem, _reaching(again, old.groups.at(inside), problem.threshold, size), opened)
        if not reach.any():
            columns = zip(old.groups.at(~inside).columns(), again.groups.columns(), strict=True)
            labels = np.where(opened, again.labels, old.labels)
            return Grouping(labels, Groups(*(np.concatenate(c) for c in columns))), opened
        opened |= _with_clusters(old.labels, reach)
    return grouped(problem), np.ones(size, bool)


class _Clustered(Struct, frozen=True):
    """Some units clustered for themselves: for each of all units the last one of its cluster, itself where it is none of them; the joins;
    the groups that were, first the lower side of each join, then the higher, then the clusters; and which of these hold a strange unit.
    """

    labels: Array
    low: Array
    high: Array
    groups: Groups
    strange: Array


def _with_clusters(labels: Array, units: Array) -> Array:
    """All units of the clusters that hold some units."""
    import numpy as np

    held = np.zeros(len(labels), bool)
    held[labels[units]] = True
    found: Array = held[labels]
    return found


def _clustered(problem: Problem, opened: Array, strange: Array) -> _Clustered:
    import numpy as np

    units = np.flatnonzero(opened)
    pairs = _inside(problem, opened, units)
    last, steps = joined(pairs, problem.threshold, lambda a, b: problem.forbids(units[a], units[b]), problem.first[units])
    labels = np.arange(len(opened))
    labels[units] = units[last]
    groups, odd = _groups(problem.digests[units], strange[units], last, steps)
    return _Clustered(labels, units[steps.low], units[steps.high], Groups(units[groups.unit], *groups.columns()[1:]), odd)


def _inside(problem: Problem, opened: Array, units: Array) -> Compared:
    """The pairs among some units, by their place among them, without the levels that they met."""
    import numpy as np

    if len(units) == len(opened) and len(problem.pairs) == 1:
        return problem.pairs[0]
    at = np.full(len(opened), -1)
    at[units] = np.arange(len(units))
    which = [slice(None) if len(units) == len(opened) else pairs_of(p, opened, units) for p in problem.pairs]
    parts = list(zip(problem.pairs, which, strict=True))
    left, right = (np.concatenate(column) for column in ([at[p.left[w]] for p, w in parts], [at[p.right[w]] for p, w in parts]))
    weight = np.concatenate([p.weight[w] for p, w in parts])
    return Compared(len(units), left, right, weight, np.broadcast_to(np.int64(0), len(weight)))


def _groups(digests: Array, strange: Array, last: Array, steps: Joins) -> tuple[Groups, Array]:
    """All groups that were, of joins, and which hold a strange unit; the digest of a group is the sum of those of its units."""
    import numpy as np

    sums, odd = digests.tolist(), strange.tolist()
    lows, highs, odd_lows, odd_highs = list[int](), list[int](), list[bool](), list[bool]()
    for a, b in zip(steps.low.tolist(), steps.high.tolist(), strict=True):
        lows.append(sums[a])
        highs.append(sums[b])
        odd_lows.append(odd[a])
        odd_highs.append(odd[b])
        sums[b] = (sums[a] + sums[b]) & _BITS
        odd[b] = odd[a] or odd[b]
    ends = np.flatnonzero(last == np.arange(len(last)))
    low, high, whole = (np.array(some, np.uint64) for some in (lows, highs, sums))
    never = np.zeros(len(ends))
    groups = Groups(
        np.concatenate((steps.low, steps.high, ends)), np.concatenate((low, high, whole[ends])),
        np.concatenate((steps.phase, steps.phase, never + _LAST)).astype(np.int64), np.concatenate((steps.weight, steps.weight, never)),
        np.concatenate((low + high, low + high, never.astype(np.uint64))),
    )  # fmt: skip
    return groups, np.concatenate((np.array(odd_lows, bool), np.array(odd_highs, bool), np.array(odd, bool)[ends]))


def _reaching(again: _Clustered, old: Groups, threshold: float, size: int) -> Array:
    """For each unit how heavy a pair with a unit outside must be to matter, infinite where none does.

    A group that was there before met nothing outside up to the weight at which it became one with another then; one that is kept apart
    for longer, or was not there, can meet what is as near as the weight at which it becomes one with another now.
    """
    import numpy as np

    groups = again.groups
    found, at = _sought(groups.digest, old.digest)
    stood = found & ~again.strange
    phase, weight, whole = (np.append(some, some.dtype.type(0))[at] for some in (old.phase, old.weight, old.whole))
    same = (phase == groups.phase) & (weight == groups.weight) & (whole == groups.whole)
    stands = stood & ((phase > groups.phase) | ((phase == groups.phase) & (weight < groups.weight)) | same)
    until = np.where((groups.phase == 0) | (stood & (phase == groups.phase)), groups.weight, threshold)
    until = np.where(groups.phase == _LAST, threshold, until)
    until[stands] = np.inf
    heavy = np.full(size, np.inf)
    joins = len(again.low)
    ends = groups.unit[2 * joins :]
    heavy[ends] = until[2 * joins :]
    least = heavy.tolist()
    for n in range(joins - 1, -1, -1):
        low, high = int(again.low[n]), int(again.high[n])
        least[low], least[high] = min(least[high], until[n]), min(least[high], until[joins + n])
    return np.array(least)


def _sought(some: Array, among: Array) -> tuple[Array, Array]:
    """Which numbers are among others, and where."""
    import numpy as np

    if not len(among):
        return np.zeros(len(some), bool), np.zeros(len(some), np.int64)
    order = np.argsort(among)
    at = order[np.minimum(np.searchsorted(among, some, sorter=order), len(order) - 1)]
    return among[at] == some, at


def _near(problem: Problem, heavy: Array, opened: Array) -> Array:
    """Which units that are not opened have a pair with one that is as heavy as it has to be to matter."""
    import numpy as np

    found = np.zeros(len(opened), bool)
    for left, right, weight in problem.strong:
        found[right[heavy[left] <= weight]] = True
        found[left[heavy[right] <= weight]] = True
    return found & ~opened
