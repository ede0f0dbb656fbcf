"""Rule `assess.ucdp`: only reliable claims count, for the best and for both ends.

Best is the most likely figure, low and high the lowest and highest reliable ones; claims that are not reliable stay out even of
the high. Not reliable: a party's count of its enemy's losses, numbers under a hedge of doubt, vague words and "up to". Where
nothing reliable is left, best is the lowest number told. Source: UCDP GED codebook 25.1 (best, high and low estimates) and the
methodology page of the programme.
"""

from collections.abc import Sequence

from thucydides.reconciling.rules.common import Verdict, extremes, made, most_origins, numbered, unnumbered
from thucydides.reconciling.tellings import Telling
from thucydides.reconciling.words import words

RULE = "assess.ucdp"


def reliable(telling: Telling) -> bool:
    """Whether a claim may enter a figure under this rule."""
    doubtful = any(word in words("doubtful") for word in telling.doubt.casefold().split())
    return telling.weight >= 1 and not doubtful


def assess(tellings: Sequence[Telling]) -> Verdict | None:
    """The figure by this rule; None where no telling speaks of the count."""
    positions = numbered(tellings)
    if not positions:
        return unnumbered(tellings)
    good = [n for n in positions if reliable(tellings[n])]
    if not good:
        best = min(b for n in positions if (b := tellings[n].quantity.best) is not None)
        return made(tellings, best, best, best, "no claim is reliable by this rule; the lowest number told stands in", RULE)
    best = most_origins(tellings, good)
    low, high = extremes(tellings, good)
    left_out = len(positions) - len(good)
    reason = "the figure of most independent reliable claims" + (f"; {left_out} left out as not reliable" if left_out else "")
    return made(tellings, best, low, high, reason, RULE)
