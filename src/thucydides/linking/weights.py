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


class Level(Struct, frozen=True):
    """One level's m and u probabilities; `basis` says whether they are `reasoned` or `learned`."""

    m: float
    u: float
    basis: str = "reasoned"

    @property
    def bits(self) -> float:
        """The weight of the level."""
        return math.log2(self.m / self.u)


class Prior(Struct, frozen=True):
    """The odds before anything is compared: about one mention in the record tells of the same; `least` and `most` bound it, in bits."""

    other_tellings: float
    least: float
    most: float


class Weights(Struct, frozen=True):
    """The figures of linking as shipped, with their `provenance`.

    Two mentions are joined above `threshold` bits; pairs above `shown` bits are kept for explanation; days that lie more than
    `impossible_days` apart in all readings cannot be one.
    """

    provenance: Mapping[str, str]
    prior: Prior
    threshold: float
    shown: float
    impossible_days: int
    comparisons: Mapping[str, Mapping[str, Level]]

    def prior_bits(self, units: int) -> float:
        """The prior for a record of so many units, in whole bits so that it changes only when the record doubles (`link.prior`)."""
        odds = math.log2(self.prior.other_tellings / max(units, 2))
        return float(round(2 * max(self.prior.least, min(self.prior.most, odds)))) / 2


@cache
def weights() -> Weights:
    """The weights that ship with the program."""
    return msgspec.json.decode((files("thucydides.linking") / "weights.json").read_bytes(), type=Weights)


def probability(bits: float) -> float:
    """The probability that odds of so many bits stand for."""
    return 1.0 / (1.0 + math.exp2(-bits)) if bits >= 0 else math.exp2(bits) / (1.0 + math.exp2(bits))
