"""Layers: clusterings one upon the other, each with the pairs compared besides that the clusters of the one below asked for.

Mentions that came to be joined through others are compared with one another too, and the clusters made anew (`link.cluster.whole`).
"""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct

from thucydides.linking.arrays import Array, held
from thucydides.linking.grouping import grouped, regrouped
from thucydides.linking.groups import Grouping, Problem, empty
from thucydides.linking.inside import adjoining, uncompared
from thucydides.linking.scoring import Compared, merged, nothing

ROUNDS = 3
"""How often at most the pairs that blocking left out of a cluster are compared, and the clusters made anew."""

Score = Callable[[Array], Compared]
"""Compares some pairs, each given as left * number of units + right, sorted."""


class Layers(Struct, frozen=True):
    """The clusterings from the first to the last, and for each but the last the pairs inside its clusters that had to be compared."""

    groupings: tuple[Grouping, ...]
    besides: tuple[Compared, ...]

    @property
    def clusters(self) -> Array:
        """For each unit the last position in its cluster."""
        return self.groupings[-1].labels

    @property
    def inside(self) -> Compared:
        """All pairs that were compared besides."""
        found = self.besides[0]
        for some in self.besides[1:]:
            found = merged(found, some)
        return found


def no_layers() -> Layers:
    """The clusterings of no units."""
    return Layers((empty(),) * (ROUNDS + 1), (nothing(0),) * ROUNDS)


class Change(NamedTuple):
    """What is other than it was: where each unit stood `before` (-1: nowhere), where each that stood has `moved`, which of these are `torn`
    from the others in any case, which units are `turned`, which of them `strange` (new, or forbidden to be one with others than before),
    and the pairs between units that stood that are `other`, as they were and are.
    """

    before: Array
    moved: Array
    torn: Array
    turned: Array
    strange: Array
    other: Compared


def layered(problem: Problem, score: Score) -> Layers:
    """All units clustered."""
    import numpy as np

    size = len(problem.first)
    opened, none = np.ones(size, bool), np.zeros(size, bool)
    groupings, besides = [grouped(problem)], list[Compared]()
    for _ in range(ROUNDS):
        besides.append(score(uncompared(groupings[-1].labels, opened, problem.pairs)))
        problem = problem.joined_by(besides[-1])
        grouping, opened = regrouped(groupings[-1], problem, _ends(besides[-1]), none)
        groupings.append(grouping)
    return Layers(tuple(groupings), tuple(besides))


def relayered(old: Layers, change: Change, problem: Problem, score: Score) -> tuple[Layers, Array]:
    """The clusterings after a change, and which units were clustered again in any of them."""
    import numpy as np

    size = len(problem.first)
    other, anywhere = change.other, np.zeros(size, bool)
    groupings, besides = list[Grouping](), list[Compared]()
    for turn, below in enumerate(old.groupings):
        stood = below.moved(change.moved, change.before)
        matters = other.at((other.weight > problem.threshold) | adjoining(stood, other, problem))
        turned = change.turned | _ends(matters)
        left = change.moved[np.isin(below.labels, below.labels[change.torn])]
        turned[left[left >= 0]] = True
        grouping, opened = regrouped(stood, problem, turned, change.strange)
        groupings.append(grouping)
        anywhere |= opened
        if turn < ROUNDS:
            was = moved(old.besides[turn], change.moved, size)
            now = score(uncompared(grouping.labels, opened, problem.pairs))
            gone = was.at(opened[was.left])
            besides.append(merged(was.at(~opened[was.left]), now))
            other = joint(other, differing(gone, now))
            problem = problem.joined_by(besides[-1])
    return Layers(tuple(groupings), tuple(besides)), anywhere


def differing(one: Compared, other: Compared) -> Compared:
    """The pairs that stand in one of two only, or with another weight in each."""
    import numpy as np

    both = joint(one, other)
    key = both.left * both.units + both.right
    order = np.argsort(key, kind="stable")
    again = np.flatnonzero(key[order][1:] == key[order][:-1])
    again = again[both.weight[order[again]] == both.weight[order[again + 1]]]
    kept = np.ones(len(key), bool)
    kept[order[again]] = kept[order[again + 1]] = False
    return both.at(kept)


def joint(one: Compared, other: Compared) -> Compared:
    """The pairs of one, then those of the other."""
    import numpy as np

    columns = ((one.left, other.left), (one.right, other.right), (one.weight, other.weight), (one.met, other.met))
    return Compared(one.units, *(np.concatenate(column) for column in columns))


def moved(pairs: Compared, to: Array, size: int) -> Compared:
    """The pairs of units that still stand, by their new positions."""
    left, right = to[pairs.left], to[pairs.right]
    if len(to) and to.min() >= 0:
        return Compared(size, left, right, pairs.weight, pairs.met)
    stand = (left >= 0) & (right >= 0)
    return Compared(size, left[stand], right[stand], pairs.weight[stand], pairs.met[stand])


def renewed(old: Compared, lost: Array, now: Compared) -> Compared:
    """The pairs of old without those `lost`, given as left * number of units + right; and those that are `now`, whatever they were."""
    import numpy as np

    key, new = old.left * old.units + old.right, now.left * now.units + now.right
    weight, met = old.weight.copy(), old.met.copy()
    again = held(new, key)
    at = np.searchsorted(key, new[again])
    weight[at], met[at] = now.weight[again], now.met[again]
    found = Compared(old.units, old.left, old.right, weight, met)
    if len(lost):
        stays = np.ones(len(key), bool)
        stays[np.searchsorted(key, lost)] = False
        found = found.at(stays)
    return merged(found, now.at(~again))


def _ends(pairs: Compared) -> Array:
    """Which units stand in some pairs."""
    import numpy as np

    found = np.zeros(pairs.units, bool)
    found[pairs.left] = found[pairs.right] = True
    return found
