"""The stretch of one outline that faces another, found without measuring what is too far off, is the one that measuring all gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thucydides.grounding.places.shapes import _TOLERANCE_KM, _distances, shapes

degrees = st.floats(-80, 80)


def measured(edge: np.ndarray, other: np.ndarray) -> tuple[float, float, float, float]:
    """The same from the distances of all pairs of points."""
    distance = _distances(np, edge, other).min(axis=1)
    near = edge[distance <= distance.min() + _TOLERANCE_KM]
    point = near[int(_distances(np, near, near.mean(axis=0, keepdims=True))[:, 0].argmin())]
    return float(point[0]), float(point[1]), float(_distances(np, near, point[None, :]).max()), float(distance.min())


@given(st.integers(0, 2**32), degrees, degrees, st.integers(1, 400), st.integers(1, 400), st.sampled_from((0.001, 0.1, 3.0)))
def test_walks_at_random(seed: int, latitude: float, longitude: float, one: int, two: int, step: float) -> None:
    dice = np.random.default_rng(seed)
    edge, other = (np.cumsum(dice.normal(0, step, (size, 2)), axis=0) + np.array([latitude, longitude]) for size in (one, two))
    edge[:, 0], other[:, 0] = np.clip(edge[:, 0], -89, 89), np.clip(other[:, 0], -89, 89)
    assert shapes().facing(edge, other) == measured(edge, other)


@pytest.mark.parametrize(("one", "two"), [("SY", "LB"), ("IL", "LB"), ("TJ", "AF"), ("CO", "IL")])
def test_countries(one: str, two: str) -> None:
    edge, other = shapes().edge(one, None), shapes().edge(two, None)
    assert shapes().facing(edge, other) == measured(edge, other)
