"""Merging: in which order the mentions of one incident came together, with what weight and why; the tree behind an incident.

The order is not stored: the same clustering, given the pairs that the record keeps of an incident, takes the same steps again.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from thucydides.linking.clustering import Join, cluster
from thucydides.linking.features import main_matters
from thucydides.linking.scoring import FLOOR, Compared
from thucydides.linking.unit import Unit, units
from thucydides.linking.weights import weights
from thucydides.nouns import Document, Incident, Mention, Pair


class Merge(Struct, frozen=True):
    """One step: the mentions of two sides (ids, sorted) became one, and why.

    `weight` is the mean weight in bits of the pairs between the sides, None where no comparison joined them: `reason` is then "copy" (the
    same telling in a copy of its document) or the ruling that did ("merge 4"); else "weight". `nearest` and `farthest` are the pairs
    between the sides that speak most and least for their being one.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    weight: float | None
    reason: str = "weight"
    nearest: Pair | None = None
    farthest: Pair | None = None


def merges(incident: Incident, mentions: Sequence[Mention], documents: Sequence[Document]) -> tuple[Merge, ...]:
    """The steps by which the mentions of an incident came together, first to last; one fewer than there are mentions.

    `mentions` and `documents` are those of the record.
    """
    inside = frozenset(incident.mentions)
    told_in = {m.document for m in mentions if m.id in inside}
    reports = [d for d in documents if d.id in told_in]
    every = units([m for m in mentions if m.document in told_in], reports)
    mains = frozenset(main_matters(every, reports))
    own = [(unit, n in mains) for n, unit in enumerate(every) if inside.intersection(unit.members)]
    pairs = {frozenset((p.left, p.right)): p for p in incident.pairs}
    steps = [step for unit, _ in own for step in _copies(unit, pairs)]
    at = {member: n for n, (unit, _) in enumerate(own) for member in unit.members}
    joins: list[Join] = []
    clusters = cluster(
        _compared(len(own), incident.pairs, at), weights().threshold, first=[n for n, (_, main) in enumerate(own) if main], joins=joins
    )
    steps += [_step(own, pairs, left, right, weight) for left, right, weight in joins]
    whole = tuple(clusters[0]) if clusters else ()
    for members in clusters[1:]:
        steps.append(_step(own, pairs, whole, tuple(members), None))
        whole = (*whole, *members)
    return tuple(steps)


def _copies(unit: Unit, pairs: Mapping[frozenset[str], Pair]) -> list[Merge]:
    first, *rest = unit.members
    found = []
    for n, member in enumerate(rest, 1):
        pair = pairs.get(frozenset((first, member)))
        found.append(Merge(unit.members[:n], (member,), None, "copy", pair, pair))
    return found


def _compared(size: int, pairs: Sequence[Pair], at: Mapping[str, int]) -> Compared:
    """The kept pairs as the clustering takes them; pairs that were not kept weigh so little that they count with the floor."""
    import numpy as np

    known: dict[tuple[int, int], float] = {}
    for pair in pairs:
        left, right = sorted((at.get(pair.left, -1), at.get(pair.right, -1)))
        if 0 <= left < right and pair.parts:
            known[left, right] = pair.weight
    lefts, rights = np.triu_indices(size, 1)
    weight = np.array([known.get(pair, FLOOR) for pair in zip(lefts.tolist(), rights.tolist(), strict=True)], float)
    return Compared(size, lefts, rights, weight, np.zeros(len(weight), np.int64))


def _step(
    own: Sequence[tuple[Unit, bool]], pairs: Mapping[frozenset[str], Pair], left: Sequence[int], right: Sequence[int], weight: float | None
) -> Merge:  # fmt: skip
    """A join of units as one of mentions, with the pairs between them that say most and least."""
    sides = tuple(tuple(sorted(m for n in side for m in own[n][0].members)) for side in (left, right))
    between = [p for a in left for b in right if (p := pairs.get(frozenset((own[a][0].members[0], own[b][0].members[0]))))]
    between.sort(key=lambda p: (-p.weight, p.left, p.right))
    near, far = (between[0], between[-1]) if between else (None, None)
    ruled = next((p.ruling for p in between if p.ruling), "ruling")
    one, other = sorted(sides)
    return Merge(one, other, weight, "weight" if weight is not None else ruled, near, far)
