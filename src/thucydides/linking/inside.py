"""Inside: the pairs and labels within the clusters of a clustering, and between them.

Invariant: labels are the least position in a cluster.
"""

from collections.abc import Sequence

from thucydides.linking.arrays import Array, held
from thucydides.linking.groups import Grouping, Problem
from thucydides.linking.scoring import Compared

_LARGE = 2
"""All pairs are looked through where more than one in so many units is asked for."""


def pairs_of(pairs: Compared, opened: Array, units: Array) -> Array:
    """Where the pairs stand of which both are among some units."""
    import numpy as np

    if _LARGE * len(units) > len(opened):
        return np.flatnonzero(opened[pairs.left] & opened[pairs.right])
    start, end = np.searchsorted(pairs.left, units), np.searchsorted(pairs.left, units, "right")
    number = end - start
    at = np.repeat(start - np.cumsum(number) + number, number) + np.arange(number.sum())
    found: Array = at[opened[pairs.right[at]]]
    return found


def adjoining(grouping: Grouping, pairs: Compared, problem: Problem) -> Array:
    """Which of some pairs, none near enough, lie inside one cluster or between two that a pair near enough lies between."""
    import numpy as np

    size, labels = len(grouping.labels), grouping.labels
    key = _between(labels[pairs.left], labels[pairs.right], size)
    found = labels[pairs.left] == labels[pairs.right]
    asked = np.sort(key)
    for left, right, _ in problem.strong if len(asked) else ():
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
        inside = pairs_of(some, among, units)
        inside = inside[labels[some.left[inside]] == labels[some.right[inside]]]
        asked = asked[~held(asked, some.left[inside] * size + some.right[inside])]
    return asked
