"""Likely: how likely two sides are one, by the weight at which linking puts them."""

from thucydides.linking.weights import probability, weights

CAUTION = 1.0
"""Bits by which linking is more careful in joining than the odds ask: of the sides at its threshold two in three are one."""


def chance_of_one(bits: float) -> float:
    """The chance that two sides are one whose tellings stand at so many bits on average."""
    return probability(bits - weights().threshold + CAUTION)
