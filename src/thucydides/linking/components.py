"""Components: units that hang together by pairs above the threshold; nothing outside a component can change how it is clustered."""

from collections.abc import Callable, Collection, Sequence
from itertools import combinations

from thucydides.linking.clustering import Forbids, cluster
from thucydides.linking.columns import Array
from thucydides.linking.scoring import Compared, merged, nothing

ROUNDS = 3
"""How often at most the pairs that blocking left out of a cluster are compared, and the clusters made anew."""

Score = Callable[[Array], Compared]
"""Compares some pairs, each given as left * number of units + right, sorted."""


def components(compared: Compared, threshold: float) -> Array:
    """For each unit the least position in its component."""
    import numpy as np

    labels = np.arange(compared.units)
    strong = compared.weight > threshold
    left, right = compared.left[strong], compared.right[strong]
    while True:
        low, high = np.minimum(labels[left], labels[right]), np.maximum(labels[left], labels[right])
        apart = low < high
        if not apart.any():
            return labels
        left, right = left[apart], right[apart]
        np.minimum.at(labels, high[apart], low[apart])
        while not np.array_equal(labels, shorter := labels[labels]):
            labels = shorter


def clustered(
    compared: Compared, component: Array, opened: Array, threshold: float, forbids: Forbids, mains: Collection[int], score: Score
) -> tuple[list[list[int]], Compared]:
    """The clusters of the components `opened` (their least positions), and the pairs inside clusters that had to be compared besides.

    Mentions that came to be joined through others are compared with one another too, and their component is clustered anew
    (`link.cluster.whole`), up to three times.
    """
    import numpy as np

    known = _by_component(compared, component, opened)
    of = {int(at): members for at, members in members_of(component, opened)}
    found: dict[int, list[list[int]]] = {at: [members] for at, members in of.items() if len(members) == 1}
    open_now = [at for at, members in of.items() if len(members) > 1]
    besides = nothing(compared.units)
    for turn in range(ROUNDS + 1):
        for at in open_now:
            found[at] = _clustered(of[at], known[at], threshold, forbids, mains)
        if turn == ROUNDS:
            break
        missing = {at: some for at in open_now if (some := _missing(found[at], known[at]))}
        if not missing:
            break
        more = score(np.array(sorted(pair for some in missing.values() for pair in some), np.int64))
        besides = merged(besides, more)
        for at, pairs in _by_component(more, component, np.array(sorted(missing))).items():
            known[at] = merged(known[at], pairs)
        open_now = sorted(missing)
    return [members for at in sorted(found) for members in found[at]], besides


def members_of(component: Array, opened: Array) -> Sequence[tuple[int, list[int]]]:
    """The units of some components, given and known by their least positions."""
    import numpy as np

    units = np.flatnonzero(np.isin(component, opened))
    order = units[np.argsort(component[units], kind="stable")]
    return [(at, order[a:b].tolist()) for at, a, b in _runs(component[order], opened)]


def _by_component(compared: Compared, component: Array, opened: Array) -> dict[int, Compared]:
    """The pairs inside each of some components."""
    import numpy as np

    at = component[compared.left]
    inside = np.flatnonzero((at == component[compared.right]) & np.isin(at, opened))
    order = inside[np.argsort(at[inside], kind="stable")]
    return {n: compared.at(order[a:b]) for n, a, b in _runs(at[order], opened)}


def _runs(labels: Array, wanted: Array) -> list[tuple[int, int, int]]:
    """Of sorted labels, where each of some begins and ends."""
    import numpy as np

    first: Array = np.searchsorted(labels, wanted, "left")
    last: Array = np.searchsorted(labels, wanted, "right")
    return [(int(at), int(start), int(end)) for at, start, end in zip(wanted, first, last, strict=True)]


def _clustered(members: Sequence[int], pairs: Compared, threshold: float, forbids: Forbids, mains: Collection[int]) -> list[list[int]]:
    """The clusters of one component, worked out as if there were no other."""
    import numpy as np

    places = np.array(members)
    own = Compared(len(members), np.searchsorted(places, pairs.left), np.searchsorted(places, pairs.right), pairs.weight, pairs.met)
    first = [n for n, unit in enumerate(members) if unit in mains]
    found = cluster(own, threshold, lambda a, b: forbids(members[a], members[b]), first)
    return [[members[n] for n in some] for some in found]


def _missing(clusters: Sequence[Sequence[int]], pairs: Compared) -> list[int]:
    """The pairs inside clusters that were not compared."""
    known: set[int] | None = None
    found: list[int] = []
    for members in clusters:
        if len(members) > 2:
            if known is None:
                known = set((pairs.left * pairs.units + pairs.right).tolist())
            found += [pair for a, b in combinations(members, 2) if (pair := a * pairs.units + b) not in known]
    return found


def by_cluster(labels: Array) -> list[list[int]]:
    """The clusters whose least positions are given for each unit, in order of those."""
    found: dict[int, list[int]] = {}
    for unit, label in enumerate(labels.tolist()):
        found.setdefault(label, []).append(unit)
    return [found[label] for label in sorted(found)]
