"""Fitting: the weight of every level in bits, held to the reasoned ones and within the bounds."""

import math
from collections import Counter
from collections.abc import Mapping

import msgspec
import numpy as np

from learning_links.bounds import BOUNDS, REASONED
from learning_links.pairs import Labelled
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.weights import Level, Weights

PRIOR, PENALTY = -7.0, 8.0
"""The prior in bits that the weights are fitted to, and how firmly they are held to the reasoned ones: eight pairs' worth. What wars
ask is held by the bounds."""


def first(figures: Weights, comparison: str, level: str) -> tuple[float, float]:
    """The m and u that were set by hand."""
    known = figures.comparisons[comparison][level]
    return known.reasoned or (known.m, known.u)


def fit(pairs: Labelled, figures: Weights) -> dict[tuple[str, str], float]:
    """The weight of each level in bits by bounded, penalised logistic regression."""
    names = [(c, level) for c, levels in LEVELS.items() for level in levels]
    at = {name: n for n, name in enumerate(names)}
    counts = Counter(pairs)
    rows = sorted({levels for levels, _ in counts})
    design = np.zeros((len(rows), len(names)))
    for r, levels in enumerate(rows):
        for (comparison, its), level in zip(LEVELS.items(), levels, strict=True):
            if level >= 0:
                design[r, at[comparison, list(its)[level]]] = 1
    yes = np.array([counts[r, True] for r in rows], float)
    total = yes + np.array([counts[r, False] for r in rows], float)
    reasoned = np.array([math.log2(m / u) for m, u in (first(figures, *name) for name in names)])
    low, high = np.full(len(names), -99.0), np.full(len(names), 99.0)
    for name, n in at.items():
        low[n], high[n] = BOUNDS.get(name, (0.0 if reasoned[n] >= 0.5 else -99.0, 0.0 if reasoned[n] <= -0.5 else 99.0))
        if name[0] in REASONED:
            low[n] = high[n] = reasoned[n]
    start = np.clip(reasoned, low, high) * math.log(2)
    low, high = low * math.log(2), high * math.log(2)
    penalty = np.full(len(names), PENALTY)
    theta = start.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-np.clip(design @ theta + PRIOR * math.log(2), -40, 40)))
        slope = design.T @ (yes - total * chance) - penalty * (theta - start)
        free = ~(((theta <= low + 1e-9) & (slope < 0)) | ((theta >= high - 1e-9) & (slope > 0)))
        curve = (design.T * (total * chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.zeros_like(theta)
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        moved = np.clip(theta + step * min(1.0, 2 / max(np.abs(step).max(), 1e-9)), low, high)
        if np.abs(moved - theta).max() < 1e-6:
            break
        theta = moved
    return dict(zip(names, (float(x) / math.log(2) for x in theta), strict=True))


def learned(figures: Weights, bits: Mapping[tuple[str, str], float], chance: Labelled, prior: float) -> Weights:
    """The weights with u as counted over random pairs (with 100 pairs' worth of the reasoned u) and m as the fitted weight asks."""
    comparisons: dict[str, dict[str, Level]] = {}
    for n, (comparison, levels) in enumerate(LEVELS.items()):
        met = Counter(levels_met[n] for levels_met, same in chance if not same)
        said = sum(count for level, count in met.items() if level >= 0)
        comparisons[comparison] = {}
        for at, level in enumerate(levels):
            m, u = reasoned = first(figures, comparison, level)
            if comparison not in REASONED:
                u = (met[at] + 100 * u) / (said + 100)
                m = u * 2 ** bits[comparison, level]
                m, u = (0.95, u * 0.95 / m) if m > 0.95 else (m, u)
            comparisons[comparison][level] = Level(float(f"{m:.4g}"), float(f"{u:.4g}"), reasoned)
    return msgspec.structs.replace(figures, comparisons=comparisons, prior=prior)
