"""Measures: how well one grouping, pairing or set agrees with another.

Sources: B3 after Bagga and Baldwin (1998); pairwise F1 as usual in record linkage; F1 is the harmonic mean of precision and recall;
the pairing of greatest weight by the Hungarian method (Kuhn 1955) with shortest augmenting paths.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

S = TypeVar("S", bound=Hashable)
G = TypeVar("G", bound=Hashable)


def ratio(good: float, total: float) -> float:
    """`good` of `total`; 1.0 where nothing was asked for."""
    return good / total if total else 1.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def greedy_pairs(weights: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """One-to-one pairing by falling weight, ties by name: {(ours, gold): weight} gives {ours: gold}."""
    pairs: dict[str, str] = {}
    used: set[str] = set()
    for (ours, gold), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if ours not in pairs and gold not in used:
            pairs[ours] = gold
            used.add(gold)
    return pairs


def best_pairs(weights: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """The one-to-one pairing of greatest total weight: {(ours, gold): weight} gives {ours: gold}; weights of 0 or less pair nothing.

    Each gold item has a private column of weight 0 besides ours, so that it may stay without a pair. Cost grows with the square of
    the gold items times all columns.
    """
    useful = {pair: weight for pair, weight in weights.items() if weight > 0}
    rows = sorted({gold for _, gold in useful})
    columns = sorted({ours for ours, _ in useful})
    if not rows:
        return {}
    cost = np.zeros((len(rows), len(columns) + len(rows)))
    place, line = {ours: k for k, ours in enumerate(columns)}, {gold: k for k, gold in enumerate(rows)}
    for (ours, gold), weight in sorted(useful.items()):
        cost[line[gold], place[ours]] = -weight
    taken = _assigned(cost)
    return {columns[c]: rows[r] for r, c in enumerate(taken) if c < len(columns) and (columns[c], rows[r]) in useful}


def _assigned(cost: NDArray[np.float64]) -> list[int]:
    """The column of each row in the assignment of least cost; there must be as many columns as rows at least."""
    many, width = cost.shape
    potential = np.zeros(width)
    holder = np.full(width, -1)
    for row in range(many):
        distance = cost[row] - potential
        before = np.full(width, -1)
        open_ = np.ones(width, dtype=bool)
        while True:
            column = int(np.argmin(np.where(open_, distance, np.inf)))
            reached = float(distance[column])
            open_[column] = False
            if holder[column] < 0:
                break
            held = int(holder[column])
            through = reached + (cost[held] - potential) - (cost[held, column] - potential[column])
            better = open_ & (through < distance)
            distance[better], before[better] = through[better], column
        closed = ~open_
        potential[closed] += distance[closed] - reached
        while before[column] >= 0:
            holder[column] = holder[before[column]]
            column = int(before[column])
        holder[column] = row
    return [int(np.flatnonzero(holder == row)[0]) for row in range(many)]


def grouping(items: Sequence[str], ours: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """(B3 F1, pairwise F1) of one grouping of the items against another."""
    if not items:
        return 1.0, 1.0
    mine: defaultdict[str, set[str]] = defaultdict(set)
    theirs: defaultdict[str, set[str]] = defaultdict(set)
    cells: defaultdict[tuple[str, str], int] = defaultdict(int)
    for item in items:
        mine[ours[item]].add(item)
        theirs[gold[item]].add(item)
        cells[ours[item], gold[item]] += 1
    shared = [(len(mine[ours[x]] & theirs[gold[x]]), len(mine[ours[x]]), len(theirs[gold[x]])) for x in items]
    precision = sum(both / own for both, own, _ in shared) / len(items)
    recall = sum(both / other for both, _, other in shared) / len(items)

    def pairs(counts: list[int]) -> int:
        return sum(n * (n - 1) // 2 for n in counts)

    said, true = pairs([len(g) for g in mine.values()]), pairs([len(g) for g in theirs.values()])
    return f1(precision, recall), ratio(2 * pairs(list(cells.values())), said + true)


def ranges_meet(a: tuple[date | None, date | None], b: tuple[date | None, date | None], slack: int) -> bool:
    """Whether two (earliest, latest) ranges meet, give or take `slack` days; an unknown end meets everything."""
    (a1, a2), (b1, b2) = a, b
    if a1 is None or a2 is None or b1 is None or b2 is None:
        return True
    gap = timedelta(days=slack)
    return a1 - gap <= b2 and b1 - gap <= a2
