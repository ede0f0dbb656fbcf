"""Networks: a hidden layer learned beside a linear model, so that features count which mean something together only.

Weights begin at chance with a fixed seed; rows are taken in an order of the same seed, so the same rows and versions give the same weights.
"""

import warnings

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from thucydides.extracting.roles.model import Head, Hidden

UNITS = 32
ROUNDS = 3
RIDGE = 0.003
SEED = 0


def beside(linear: Head, x: csr_matrix, targets: np.ndarray, kept: np.ndarray | None) -> Head:
    """The mean of the linear model and of a network learned from the same rows; rows that some label leaves out are left out."""
    used = kept.all(axis=1) if kept is not None else np.ones(len(targets), bool)
    learner = MLPClassifier(
        (UNITS,), alpha=RIDGE, batch_size=256, learning_rate_init=1e-3, max_iter=ROUNDS, n_iter_no_change=ROUNDS + 1, random_state=SEED
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # few rounds on purpose: more learn the texts by heart
        learner.fit(x[used], targets[used].astype(int))
    (first, out), (bias, last) = learner.coefs_, learner.intercepts_
    hidden = Hidden(first.astype(np.float64), bias.astype(np.float64), out.astype(np.float64) / 2)
    return Head(linear.labels, linear.rows, linear.weights / 2, linear.bias / 2 + last / 2, hidden)
