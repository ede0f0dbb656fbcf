"""Rule `assess.ibc-min-max`: the lowest and the highest credible figure, and no best of its own.

Source: Iraq Body Count, methods: each incident is published with the minimum and maximum of the credible figures, from at least
two independent sources. There is no best figure in that practice; the minimum stands in, and the reason says so.
"""

from collections.abc import Sequence

from thucydides.reconciling.rules.common import Verdict, extremes, made, numbered, origins_of, unnumbered
from thucydides.reconciling.tellings import Telling

RULE = "assess.ibc-min-max"


def assess(tellings: Sequence[Telling]) -> Verdict | None:
    """The figure by this rule; None where no telling speaks of the count."""
    positions = numbered(tellings)
    if not positions:
        return unnumbered(tellings)
    low, high = extremes(tellings, positions)
    best = low if low is not None else min(b for n in positions if (b := tellings[n].quantity.best) is not None)
    single = origins_of(tellings, positions) < 2
    reason = "minimum and maximum of the credible figures; the minimum stands in for a best figure"
    return made(tellings, best, low, high, reason + ("; one source only, where two are asked for" if single else ""), RULE)
