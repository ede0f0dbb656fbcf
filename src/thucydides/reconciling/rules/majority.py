"""Rule `assess.majority`: the value that more than half of the independent origins hold, else the lowest.

Source: Every Casualty Counts standards and the GTD codebook on disagreeing sources: the majority figure among independent
sources; where there is no majority the lowest.
"""

from collections.abc import Sequence

from thucydides.reconciling.rules.common import Verdict, by_value, extremes, made, numbered, origins_of, unnumbered
from thucydides.reconciling.tellings import Telling

RULE = "assess.majority"


def assess(tellings: Sequence[Telling]) -> Verdict | None:
    """The figure by this rule; None where no telling speaks of the count."""
    positions = numbered(tellings)
    if not positions:
        return unnumbered(tellings)
    values = by_value(tellings, positions)
    every = origins_of(tellings, positions)
    low, high = extremes(tellings, positions)
    leading = [value for value in sorted(values) if 2 * origins_of(tellings, values[value]) > every]
    if leading:
        return made(tellings, leading[0], low, high, f"held by more than half of {every} independent origins", RULE)
    return made(tellings, min(values), low, high, "no value is held by more than half of the origins; the lowest stands", RULE)
