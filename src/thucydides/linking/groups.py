"""Groups: sets of units that were one cluster for a while, the clustering that they make, and what is to be clustered.

Invariant: a group tells when, at what weight and into what whole it was joined, so that a change can be held against it.
"""

from msgspec import Struct
from msgspec.structs import replace

from thucydides.linking.arrays import Array
from thucydides.linking.clustering import Forbids
from thucydides.linking.scoring import Compared

_LITTLE = 1e-6
"""Bits by which a mean worked out from whole numbers may differ from the weight of a single pair."""
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
    the left and on the right of the pairs above the threshold, and their weights.
    """

    threshold: float
    forbids: Forbids
    first: Array
    digests: Array
    pairs: tuple[Compared, ...] = ()
    strong: tuple[tuple[Array, Array, Array], ...] = ()

    def joined_by(self, pairs: Compared) -> "Problem":
        """The same with more pairs."""
        import numpy as np

        which = np.flatnonzero(pairs.weight > self.threshold)
        strong = (pairs.left[which], pairs.right[which], pairs.weight[which] + _LITTLE)
        return replace(self, pairs=(*self.pairs, pairs), strong=(*self.strong, strong))


def empty() -> Grouping:
    """No units at all."""
    import numpy as np

    return Grouping(np.zeros(0, np.int64), Groups(*(np.zeros(0, kind) for kind in GROUP_KINDS)))
