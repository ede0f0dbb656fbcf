"""Regressions: linear models of sparse named features, learned with fixed settings, and applied to texts they were not learned from.

Nothing is random but by a fixed seed: the same rows give the same weights. Needs scikit-learn (the extra `learning`), which the program
itself does not.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from learning_roles.network import beside
from thucydides.extracting.roles.model import Head

FOLDS = 4
FEWEST = 3
"""Examples that a label must have to be learned."""
NEVER = -6.0
"""Log odds of a label that was not learned."""
Rows = Sequence[Sequence[str]]


def fit(
    rows: Rows,
    targets: np.ndarray,
    labels: Sequence[str],
    strength: float,
    least: int,
    kept: np.ndarray | None = None,
    deep: bool = False,
) -> Head:
    """One logistic regression a label over features that at least `least` rows have; `kept` says which rows count for which label.

    `deep` takes the mean with a network of one hidden layer.
    """
    if not rows:
        return Head(tuple(labels), {}, np.zeros((0, len(labels))), np.full(len(labels), NEVER))
    count = Counter(f for row in rows for f in set(row))
    index = {f: i for i, f in enumerate(sorted(f for f, n in count.items() if n >= least))}
    x = matrix(rows, index)
    weights, bias = np.zeros((len(index), len(labels))), np.full(len(labels), NEVER)
    for k in range(len(labels)):
        used = np.flatnonzero(kept[:, k]) if kept is not None else np.arange(len(rows))
        if not FEWEST <= targets[used, k].sum() < len(used):
            continue
        learner = LogisticRegression(C=strength, solver="liblinear", dual=True, max_iter=300, random_state=0)
        learned = learner.fit(x[used], targets[used, k])
        weights[:, k], bias[k] = learned.coef_[0], learned.intercept_[0]
    linear = Head(tuple(labels), index, weights, bias)
    return beside(linear, x, targets, kept) if deep else linear


def matrix(rows: Rows, index: Mapping[str, int]) -> csr_matrix:
    """The rows as ones in the columns of their features."""
    found = [[index[f] for f in dict.fromkeys(row) if f in index] for row in rows]
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array([c for row in found for c in row], dtype=np.int32)
    return csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), len(index)))


def apply(model: Head, rows: Rows) -> np.ndarray:
    """The scores of many rows."""
    x = matrix(rows, model.rows)
    out = x @ model.weights + model.bias
    if model.hidden is not None:
        out += np.maximum(x @ model.hidden.weights + model.hidden.bias, 0.0) @ model.hidden.out
    return np.asarray(out)


def crossed(
    rows: Rows,
    targets: np.ndarray,
    owner: np.ndarray,
    labels: Sequence[str],
    strength: float,
    least: int,
    kept: np.ndarray | None = None,
    deep: bool = False,
) -> np.ndarray:
    """Scores of each row by a model that was not learned from its text; `owner` is the number of the row's text."""
    out = np.zeros((len(rows), len(labels)))
    for fold in range(FOLDS):
        here = owner % FOLDS == fold
        train = [r for r, h in zip(rows, here, strict=True) if not h]
        model = fit(train, targets[~here], labels, strength, least, kept[~here] if kept is not None else None, deep)
        out[here] = apply(model, [r for r, h in zip(rows, here, strict=True) if h])
    return out
