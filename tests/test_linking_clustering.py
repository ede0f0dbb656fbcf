"""Clustering: the strongest pair first, one after another, is what joining all nearest pairs at once gives; a change reaches what it can."""

import random
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.linking.clustering import cluster
from thucydides.linking.grouping import grouped, regrouped
from thucydides.linking.groups import Grouping, Problem
from thucydides.linking.inside import adjoining
from thucydides.linking.scoring import Compared

Pairs = dict[tuple[int, int], float]
Apart = set[tuple[int, int]]
QUICK = settings(max_examples=40, deadline=None)


def compared(size: int, pairs: Pairs) -> Compared:
    keys = sorted(pairs)
    left, right = (np.array([key[side] for key in keys], np.int64) for side in (0, 1))
    return Compared(size, left, right, np.array([pairs[key] for key in keys], float), np.zeros(len(keys), np.int64))


def forbids(apart: Apart):
    return lambda a, b: np.array([(min(p), max(p)) in apart for p in zip(a.tolist(), b.tolist(), strict=True)], bool)


def war(dice: random.Random, size: int, dense: float) -> tuple[Pairs, Apart, set[int]]:
    """Units with weights of few values, so that many are equal, some told apart, some the main matters of their reports."""
    pairs = {(a, b): dice.choice((-10.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 3.5, 6.0)) for a, b in combinations(range(size), 2) if dice.random() < dense}
    apart = {pair for pair in combinations(range(size), 2) if dice.random() < 0.03}
    return pairs, apart, {n for n in range(size) if dice.random() < 0.5}


def one_after_another(size: int, pairs: Pairs, apart: Apart, first: set[int]) -> list[list[int]]:
    """What clustering means, step by step: always the two clusters of the highest mean, of equal ones those of the least last units."""
    clusters = [[n] for n in range(size)]
    for only in (first, set(range(size))):
        while True:
            found = []
            for one, other in combinations(clusters, 2):
                between = [(min(a, b), max(a, b)) for a in one for b in other]
                known = [pairs[p] for p in between if p in pairs and only.issuperset(p)]
                if known and apart.isdisjoint(between):
                    share = [2 if w > 0 else 1 for w in known]
                    mean = sum(w * s for w, s in zip(known, share, strict=True)) / sum(share)
                    found.append((-mean, *sorted((one[-1], other[-1])), one, other))
            best = min(found, default=(0.0,))
            if best[0] >= 0:
                break
            clusters = [c for c in clusters if c not in best[-2:]] + [sorted(best[-2] + best[-1])]
    return sorted(clusters)


@QUICK
@given(st.integers(0, 10**9), st.integers(2, 14), st.sampled_from((0.3, 0.7, 1.0)))
def test_all_nearest_pairs_at_once_give_what_the_strongest_one_after_another_gives(seed: int, size: int, dense: float) -> None:
    dice = random.Random(seed)
    pairs, apart, first = war(dice, size, dense)
    assert cluster(compared(size, pairs), 0.0, forbids(apart), first) == one_after_another(size, pairs, apart, first)


def test_joins_are_told_the_strongest_first_with_both_sides() -> None:
    joins: list = []
    pairs = {(0, 1): 6.0, (2, 3): 8.0, (0, 2): 3.0, (0, 3): 1.0, (1, 2): 1.0, (1, 3): -2.0}
    assert cluster(compared(4, pairs), 0.0, joins=joins) == [[0, 1, 2, 3]]
    assert joins == [((2,), (3,), 8.0), ((0,), (1,), 6.0), ((0, 1), (2, 3), pytest.approx(8 / 7, abs=1e-6))]


def problem(size: int, pairs: Pairs, apart: Apart, first: set[int], keys: list[int]) -> Problem:
    early = np.zeros(size, bool)
    early[list(first)] = True
    return Problem(0.0, forbids(apart), early, np.array(keys, np.uint64)).joined_by(compared(size, pairs))


def known(found: Grouping) -> tuple[list[int], list[tuple]]:
    groups = found.groups
    return found.labels.tolist(), sorted(zip(*(c.tolist() for c in (groups.digest, groups.phase, groups.weight, groups.whole)), strict=True))


@QUICK
@given(st.integers(0, 10**9), st.integers(60, 110))
def test_what_a_change_can_reach_clustered_anew_gives_what_clustering_everything_gives(seed: int, size: int) -> None:
    dice = random.Random(seed)
    pairs, apart, first = war(dice, size, 0.02)
    keys = [dice.getrandbits(64) for _ in range(size)]
    old = grouped(problem(size, pairs, apart, first, keys))
    for _ in range(3):
        gone, placed = dice.randrange(size), dice.randrange(size)
        moved = [-1 if n == gone else n - (n > gone) for n in range(size)]
        moved = [n + (n >= placed) if n >= 0 else n for n in moved]
        torn = old.labels == old.labels[gone]
        stood = {(min(moved[a], moved[b]), max(moved[a], moved[b])): w for (a, b), w in pairs.items() if gone not in (a, b)}
        apart = {(min(moved[a], moved[b]), max(moved[a], moved[b])) for a, b in apart if gone not in (a, b)}
        first = {moved[n] for n in first if n != gone}
        keys = [dict(zip(moved, keys, strict=True)).get(n, 7) for n in range(size)]
        now = {p: dice.choice((-3.0, 1.0, 5.0)) if dice.random() < 0.02 else w for p, w in stood.items()}
        now |= {(min(placed, n), max(placed, n)): dice.choice((-4.0, 2.0, 5.0)) for n in range(size) if n != placed and dice.random() < 0.04}
        before = np.array([moved.index(n) if n in moved else -1 for n in range(size)])
        whole, stays = problem(size, now, apart, first, keys), old.moved(np.array(moved), before)
        other = compared(size, {p: w for p, w in now.items() if placed not in p and stood[p] != w})
        were = compared(size, {p: stood[p] for p in zip(other.left.tolist(), other.right.tolist(), strict=True)})
        matter = (other.weight > 0) | (were.weight > 0) | adjoining(stays, other, whole)
        changed = np.zeros(size, bool)
        changed[other.left[matter]] = changed[other.right[matter]] = changed[placed] = True
        changed[[moved[n] for n in np.flatnonzero(torn).tolist() if n != gone]] = True
        new = np.arange(size) == placed
        old, _ = regrouped(stays, whole, changed, new)
        assert known(old) == known(grouped(whole))
        pairs = now


def test_a_change_in_a_chain_of_clusters_reaches_its_neighbours_and_no_further() -> None:
    """A hundred groups of three, each hanging together with the next by one pair: a component of all."""
    size = 300
    pairs = {(3 * n + a, 3 * n + b): 9.0 for n in range(100) for a, b in ((0, 1), (0, 2), (1, 2))}
    pairs |= {(3 * n + 2, 3 * n + 3): 1.0 for n in range(99)} | {(3 * n + 1, 3 * n + 3): -5.0 for n in range(99)}
    keys = [n * 1_000_003 for n in range(size)]
    old = grouped(problem(size, pairs, set(), set(), keys))
    assert len(set(old.labels.tolist())) == 100
    pairs[150, 151] = 0.5
    changed = np.isin(np.arange(size), (150, 151))
    found, opened = regrouped(old, problem(size, pairs, set(), set(), keys), changed, np.zeros(size, bool))
    assert known(found) == known(grouped(problem(size, pairs, set(), set(), keys)))
    assert {147, 150, 153} <= set(np.flatnonzero(opened).tolist()) <= set(range(144, 159))
