"""Rule `assess.origins`, the default: the value held by most independent origins.

Best is the value that most independent origins hold; ties go to the value that more documents allow, then to the more specific
breakdown, then to the higher (a toll grows as the dead are found, and who counts fewer has missed some). Low and high are the
extremes of the numbers in credible claims that still stand. Source: the design of this project, section 6, after the source rules
of UCDP (independent reports) and GTD (majority, then the lowest).
"""

from collections.abc import Sequence

from thucydides.reconciling import counts
from thucydides.reconciling.rules.common import Verdict, by_value, extremes, made, most_origins, numbered, origins_of, unnumbered
from thucydides.reconciling.tellings import Telling

RULE = "assess.origins"


def assess(tellings: Sequence[Telling]) -> Verdict | None:
    """The figure by this rule; None where no telling speaks of the count."""
    positions = numbered(tellings)
    if not positions:
        return unnumbered(tellings)
    best = most_origins(tellings, positions)
    low, high = extremes(tellings, positions)
    behind = by_value(tellings, positions)[best]
    every = origins_of(tellings, positions)
    mine = origins_of(tellings, behind)
    reason = f"{counts.number(best) if best else 'none'} is held by {mine} of {every} independent {counts.noun(every, 'origin', 'origins')}"
    return made(tellings, best, low, high, reason, RULE)
