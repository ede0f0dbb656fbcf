"""Rule `assess.acled-lowest`: where sources differ, the lowest number told.

Source: ACLED codebook, fatalities: where sources differ or are vague the lowest reported number stands until a better or
corroborated figure appears. (ACLED writes 0 where nothing is told and 3 or 10 for "several"; those are rules of its export, not
of this figure.)
"""

from collections.abc import Sequence

from thucydides.reconciling import counts
from thucydides.reconciling.rules.common import Verdict, extremes, made, numbered, unnumbered
from thucydides.reconciling.tellings import Telling

RULE = "assess.acled-lowest"


def assess(tellings: Sequence[Telling]) -> Verdict | None:
    """The figure by this rule; None where no telling speaks of the count."""
    positions = numbered(tellings)
    if not positions:
        return unnumbered(tellings)
    said = [t.quantity for t in tellings if t.quantity.best is not None and not counts.inferred(t.quantity)]
    lowest = [q.best for q in said if q.best is not None and not counts.indefinite(q)]
    best = min(lowest or [b for n in positions if (b := tellings[n].quantity.best) is not None])
    low, high = extremes(tellings, positions)
    return made(tellings, best, low, high, "the lowest number told", RULE)
