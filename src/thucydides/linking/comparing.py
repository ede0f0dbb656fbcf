"""Comparing: mentions held against each other as the record would, whether blocking would pair them or not."""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.linking.banning import Ban, ban
from thucydides.linking.columns import table
from thucydides.linking.commons import commons
from thucydides.linking.features import features
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.reasons import level_parts, meaning
from thucydides.linking.rulings import Decided, decide
from thucydides.linking.scoring import FLOOR, NOTHING_SAID, Compared, levels, score
from thucydides.linking.unit import Unit, units
from thucydides.linking.weights import Weights, probability, weights
from thucydides.nouns import Claim, Document, Mention, Pair, Ruling

_ALL = -1e6


class Against(Struct, frozen=True):
    """Two sides held against each other: the heaviest and the lightest pair between them with every level met, how many pairs there are,
    their `mean` in bits as clustering takes it, and what forbids that they are one, if anything does.
    """

    nearest: Pair
    farthest: Pair
    pairs: int
    mean: float
    ban: Ban | None


def compare(
    left: Sequence[str], right: Sequence[str], mentions: Sequence[Mention], documents: Sequence[Document], claims: Sequence[Claim] = (),
    rulings: Sequence[Ruling] = (),
) -> Pair | None:  # fmt: skip
    """The heaviest pair of a mention of `left` and one of `right` (ids); None where nothing can be compared."""
    found = against(left, right, mentions, documents, claims, rulings)
    return found.nearest if found else None


def against(
    left: Sequence[str], right: Sequence[str], mentions: Sequence[Mention], documents: Sequence[Document], claims: Sequence[Claim] = (),
    rulings: Sequence[Ruling] = (),
) -> Against | None:  # fmt: skip
    """All mentions of `left` (ids) held against all of `right`; None where nothing can be compared.

    What is not said to have happened is not compared, nor a mention with its own copy.
    """
    import numpy as np

    figures = weights()
    tellings = units(mentions, documents)
    at = {member: n for n, unit in enumerate(tellings) for member in unit.members}
    ones, others = ({at[m] for m in side if m in at} for side in (left, right))
    across = sorted({min(a, b) * len(tellings) + max(a, b) for a in ones for b in others if a != b})
    if not across:
        return None
    words, pairs, decided = Words(), np.array(across), decide(rulings, tellings)
    rows = table(features(tellings, claims, documents), words, Numbers())
    common = commons(rows, words)
    compared = score(rows, common, words, figures, pairs, _ALL)
    order = np.lexsort((compared.right, compared.left, -compared.weight))
    made = [_pair(tellings, decided, figures, compared, n, ones, others) for n in order.tolist()]
    forbidden = ban(tellings, rows, common, decided, figures.impossible_days, pairs)
    return Against(made[0], made[-1], len(made), _mean([p.weight for p in made]), forbidden)


def _mean(bits: Sequence[float]) -> float:
    """The mean of pairs as clustering takes it: none is below the floor, and one that speaks against counts half."""
    held = [(max(b, FLOOR), 2 if b > 0 else 1) for b in bits]
    return sum(b * times for b, times in held) / sum(times for _, times in held)


def _pair(
    tellings: Sequence[Unit], decided: Decided, figures: Weights, compared: Compared, n: int, ones: set[int], others: set[int]
) -> Pair:  # fmt: skip
    """One compared pair with every level met, the side of `ones` first."""
    weight, a, b, met = (column[n].item() for column in (compared.weight, compared.left, compared.right, compared.met))
    parts = level_parts(figures)
    said = (parts[c][level] for c, level in enumerate(levels(met)) if level != NOTHING_SAID)
    first, second = (tellings[u].mention.id for u in ((a, b) if a in ones and b in others else (b, a)))
    ruling = decided.together.get((a, b), decided.apart.get((a, b), ""))
    prior = ("prior", meaning("link.prior"), figures.prior)
    return Pair(first, second, round(probability(weight), 6), weight, (prior, *said), ruling)
