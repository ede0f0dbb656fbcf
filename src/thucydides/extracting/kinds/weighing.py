"""Weighing: which type a text tells of, from the signs of all its sentences and weights that were learned.

Invariants: the probabilities of a text add up to one; a text without any sign is weighed as nothing; the same signs give the same answer.
"""

import math
from collections.abc import Mapping, Sequence, Set
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from thucydides.vocabulary import mapping

LATER, MAIN = 0.75, 1.5
"""What a sign of a later sentence, and one of the main clause, count for against one of the first sentence (chosen on the tune half)."""


SHARPNESS = 12.0
"""How scores, each near one for the type of a text and near nought for others, become probabilities (fitted by the learning script)."""


class Weights(Struct, frozen=True):
    """The weights as shipped, with their `provenance`: of each type its `bias` and what each feature says for or against it."""

    provenance: Mapping[str, str]
    types: tuple[str, ...]
    bias: tuple[float, ...]
    features: Mapping[str, Mapping[str, float]]


class Weighed(Struct, frozen=True):
    """A type with its probability, and the features that spoke most for it, the weightiest first."""

    type: str
    probability: float
    because: tuple[str, ...] = ()


@cache
def weights() -> Weights:
    """The weights that ship with the program."""
    return msgspec.json.decode((files("thucydides.extracting.kinds") / "type_weights.json").read_bytes(), type=Weights)


@cache
def of_acts() -> frozenset[str]:
    """The types that use no force: strategic developments that are no arrest, seizure or destruction, and political acts."""
    return frozenset(mapping("types")["acts"])


@cache
def of_no_conflict() -> frozenset[str]:
    """What reports tell of that is neither an incident of a conflict nor politics: disasters, accidents, ordinary crime."""
    return frozenset(mapping("types")["no_conflict"])


def counted(sentences: Sequence[Set[str]]) -> dict[str, float]:
    """The features of a text: those of its first sentence whole, of later ones in part, those of main clauses from the first only."""
    found: dict[str, float] = {}
    for number, features in enumerate(sentences):
        for feature in features:
            if number and feature.startswith("main:"):
                continue
            found[feature] = max(found.get(feature, 0.0), MAIN if feature.startswith("main:") else LATER if number else 1.0)
    return found


def weigh(sentences: Sequence[Set[str]]) -> tuple[Weighed, ...]:
    """The types that a text may tell of, the likeliest first, from the features of its sentences; () where none of them is known."""
    learned = weights()
    position = {name: i for i, name in enumerate(learned.types)}
    scores = list(learned.bias)
    shares: dict[str, list[tuple[float, str]]] = {name: [] for name in learned.types}
    known = False
    for feature, value in sorted(counted(sentences).items()):
        for name, weight in learned.features.get(feature, {}).items():
            known = True
            scores[position[name]] += value * weight
            if weight > 0:
                shares[name].append((-value * weight, feature))
    if not known:
        return ()
    top = max(scores)
    exponents = [math.exp(SHARPNESS * (s - top)) for s in scores]
    total = sum(exponents)
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    return tuple(
        Weighed(learned.types[i], exponents[i] / total, tuple(f for _, f in sorted(shares[learned.types[i]])[:5])) for i in order
    )
