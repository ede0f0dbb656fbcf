"""Rule `assess.latest`: the newest statement wins; where the newest disagree, the majority of them, then the lowest.

Source: Global Terrorism Database codebook, casualties: the most recent credible sources; if equally recent ones disagree, the
majority figure; if there is none, the lowest. A claim whose time is unknown yields to one whose time is known.
"""

from collections.abc import Sequence

from thucydides.reconciling.rules.common import Verdict, extremes, made, most_origins, numbered, unnumbered
from thucydides.reconciling.tellings import Telling

RULE = "assess.latest"


def assess(tellings: Sequence[Telling]) -> Verdict | None:
    """The figure by this rule; None where no telling speaks of the count."""
    positions = numbered(tellings)
    if not positions:
        return unnumbered(tellings)
    days = [said for n in positions if (said := tellings[n].chain.said) is not None]
    newest = max(days) if days else None
    last = [n for n in positions if tellings[n].chain.said == newest]
    best = most_origins(tellings, last)
    low, high = extremes(tellings, positions)
    reason = (
        f"the newest statement, of {newest.isoformat()}"
        if newest
        else "no statement has a date; the figure of most origins stands in"
    )
    return made(tellings, best, low, high, reason, RULE)
