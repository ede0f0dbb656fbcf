"""Measures: how well one grouping, pairing or set agrees with another.

Sources: B3 after Bagga and Baldwin (1998); pairwise F1 as usual in record linkage; F1 is the harmonic mean of precision and recall.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

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
