"""The learned weights: models over named features that give log odds, linear or with one hidden layer, kept in one file of arrays.

Invariant: the same features give the same scores on every machine to the last bit that matters: weights are rounded to half precision
when they are saved and summed in double precision in the order of the features given.
"""

import io
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FILE = "weights.npz"
SMALLEST = 0.004
"""Weights nearer to nothing than this are left out of the file."""


class Hidden(Struct):
    """A layer between features and labels: a row of weights for each feature, what is added, and the weights of its units for each
    label. What is below nothing after the first step counts as nothing."""

    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    out: NDArray[np.float64]


class Head(Struct):
    """One model: what its scores are of (`labels`), a row of weights for each feature, and what is added to every score.

    Where it has a `hidden` layer, what that says is added: features that mean something together only.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    hidden: Hidden | None = None

    def scores(self, features: Sequence[str]) -> tuple[float, ...]:
        """The log odds of each label."""
        rows = [r for f in features if (r := self.rows.get(f)) is not None]
        total = self.bias + self.weights[rows].sum(axis=0)
        if self.hidden is not None:
            total = total + np.maximum(self.hidden.bias + self.hidden.weights[rows].sum(axis=0), 0.0) @ self.hidden.out
        return tuple(float(x) for x in total)

    def best(self, features: Sequence[str]) -> str:
        """The label with the highest score, the first of equals."""
        scores = self.scores(features)
        return self.labels[max(range(len(scores)), key=lambda k: (scores[k], -k))]


Model = Mapping[str, Head]


def save(path: Path, heads: Mapping[str, Head], about: Mapping[str, object]) -> None:
    """Write models and what is to be known of them ("about") to a file, rounded, without weights near nothing."""
    arrays: dict[str, NDArray[np.generic]] = {}
    table: dict[str, int] = {}
    names: dict[str, tuple[str, ...]] = {}
    for name in sorted(heads):
        head = heads[name]
        largest = np.abs(head.weights).max(axis=1, initial=0.0)
        if head.hidden is not None:
            largest = np.maximum(largest, np.abs(head.hidden.weights).max(axis=1))
        kept = [(f, r) for f, r in sorted(head.rows.items()) if largest[r] >= SMALLEST]
        arrays[f"{name}/features"] = np.array([table.setdefault(f, len(table)) for f, _ in kept], dtype=np.int32)
        arrays[f"{name}/weights"] = head.weights[[r for _, r in kept]].astype(np.float16)
        arrays[f"{name}/bias"] = head.bias.astype(np.float32)
        if head.hidden is not None:
            arrays[f"{name}/hidden"] = head.hidden.weights[[r for _, r in kept]].astype(np.float16)
            arrays[f"{name}/hidden-bias"] = head.hidden.bias.astype(np.float32)
            arrays[f"{name}/hidden-out"] = head.hidden.out.astype(np.float32)
        names[name] = head.labels
    words = json.dumps({"about": dict(about), "labels": names, "features": list(table)}, ensure_ascii=False, sort_keys=True)
    arrays["words"] = np.frombuffer(words.encode(), dtype=np.uint8)
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)  # type: ignore[arg-type]
    path.write_bytes(buffer.getvalue())


def read(data: bytes) -> dict[str, Head]:
    """The models of a file's bytes."""
    with np.load(io.BytesIO(data)) as arrays:
        words = json.loads(bytes(arrays["words"]))
        out = {}
        for name, labels in words["labels"].items():
            features = [words["features"][i] for i in arrays[f"{name}/features"]]
            weights = arrays[f"{name}/weights"].astype(np.float64)
            hidden = None
            if f"{name}/hidden" in arrays:
                hidden = Hidden(*(arrays[f"{name}/hidden{part}"].astype(np.float64) for part in ("", "-bias", "-out")))
            bias = arrays[f"{name}/bias"].astype(np.float64)
            out[name] = Head(tuple(labels), {f: i for i, f in enumerate(features)}, weights, bias, hidden)
    return out


@cache
def model() -> dict[str, Head]:
    """The models that the program ships; none where the file is missing, and then the rules work alone."""
    path = files("thucydides.extracting.roles") / FILE
    return read(path.read_bytes()) if path.is_file() else {}
