"""Weights: what each comparison level says for or against two mentions being one, with where the figures come from.

Weights are in bits: the binary logarithm of how much more often a level is met among pairs that are one than among pairs taken at random
(m / u). The weights of the levels met and of the prior add up; 0 bits is even odds.
"""

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class Level(Struct, frozen=True, omit_defaults=True):
    """One level: how often it is met in pairs that are one (m) and in pairs taken at random (u).

    `reasoned` holds the m and u set by hand before learning; where it is missing, m and u are those.
    """

    m: float
    u: float
    reasoned: tuple[float, float] | None = None

    @property
    def bits(self) -> float:
        """The weight of the level."""
        return math.log2(self.m / self.u)


class Weights(Struct, frozen=True):
    """The figures of linking as shipped, with their `provenance`.

    `prior` is the weight in bits before anything is compared, of two mentions that share at least one blocking key. Two mentions are
    joined above `threshold` bits; pairs above `shown` bits are kept for explanation; days written out in full that lie more than
    `impossible_days` apart in all readings cannot be one.
    """

    provenance: Mapping[str, str]
    prior: float
    threshold: float
    shown: float
    impossible_days: int
    comparisons: Mapping[str, Mapping[str, Level]]


@cache
def weights() -> Weights:
    """The weights that ship with the program."""
    return msgspec.json.decode((files("thucydides.linking") / "weights.json").read_bytes(), type=Weights)


def probability(bits: float) -> float:
    """The probability that odds of so many bits stand for."""
    return 1.0 / (1.0 + math.exp2(-bits)) if bits >= 0 else math.exp2(bits) / (1.0 + math.exp2(bits))
