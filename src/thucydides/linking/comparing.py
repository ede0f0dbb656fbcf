"""Comparing: mentions held against each other as the record would, whether blocking would pair them or not."""

from collections.abc import Sequence

from thucydides.linking.features import features
from thucydides.linking.link import level_parts, meaning
from thucydides.linking.rulings import decide
from thucydides.linking.scoring import NOTHING_SAID, score
from thucydides.linking.unit import units
from thucydides.linking.weights import probability, weights
from thucydides.nouns import Claim, Document, Mention, Pair, Ruling

_ALL = -1e6


def compare(
    left: Sequence[str], right: Sequence[str], mentions: Sequence[Mention], documents: Sequence[Document], claims: Sequence[Claim] = (),
    rulings: Sequence[Ruling] = (),
) -> Pair | None:  # fmt: skip
    """The heaviest pair of a mention of `left` and one of `right` (ids), with every level met; None where nothing can be compared.

    What is not said to have happened is not compared, nor a mention with its own copy.
    """
    figures = weights()
    tellings = units(mentions, documents)
    at = {member: n for n, unit in enumerate(tellings) for member in unit.members}
    ones, others = ({at[m] for m in side if m in at} for side in (left, right))
    chosen = sorted(ones | others)
    if len(chosen) < 2 or not ones or not others:
        return None
    rows = features(tellings, claims, documents)
    compared = score(rows, figures, _ALL, {"rare": ((0,),) * len(chosen)}, chosen)
    across = [
        (weight, a, b, levels) for a, b, weight, levels in compared.chosen(range(len(compared.left)))
        if (a in ones and b in others) or (b in ones and a in others)
    ]  # fmt: skip
    if not across:
        return None
    weight, a, b, levels = max(across, key=lambda pair: (pair[0], -pair[1], -pair[2]))
    parts, decided = level_parts(figures), decide(rulings, tellings)
    met = (parts[n][level] for n, level in enumerate(levels) if level != NOTHING_SAID)
    first, second = (rows[n].unit.mention.id for n in ((a, b) if a in ones and b in others else (b, a)))
    ruling = decided.together.get((a, b), decided.apart.get((a, b), ""))
    prior = ("prior", meaning("link.prior"), figures.prior)
    return Pair(first, second, round(probability(weight), 6), weight, (prior, *met), ruling)
