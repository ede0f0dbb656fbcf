"""How much each sign says: what the scripts that learn it share, a logistic regression held to nought by a ridge."""

import hashlib
from collections.abc import Sequence

import numpy as np

RIDGE = 1.0
FOLDS = 10
STEPS = 60


def learned(seen: np.ndarray, true: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The weights of the signs (columns of `seen`), the start last; `weight` is what each row counts."""
    rows = np.c_[seen, np.ones(len(seen))]
    weights, ridge = np.zeros(rows.shape[1]), np.full(rows.shape[1], RIDGE)
    ridge[-1] = 0.01
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        weights -= np.linalg.solve(slope, rows.T @ (weight * (chance - true)) + ridge * weights)
    return weights


def left_out(seen: np.ndarray, true: np.ndarray, weight: np.ndarray, groups: Sequence[str]) -> np.ndarray:
    """The chance of each row by weights learned without the rows of its group."""
    fold = np.array([int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS for group in groups])
    chance = np.zeros(len(groups))
    for out in range(FOLDS):
        told, asked = fold != out, fold == out
        weights = learned(seen[told], true[told], weight[told])
        chance[asked] = 1 / (1 + np.exp(-np.c_[seen[asked], np.ones(asked.sum())] @ weights))
    return chance
