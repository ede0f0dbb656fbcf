"""Comparing: mentions held against each other as the record would, whether blocking would pair them or not."""

from collections.abc import Sequence

from thucydides.linking.columns import table
from thucydides.linking.commons import commons
from thucydides.linking.features import features
from thucydides.linking.link import level_parts, meaning
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.rulings import decide
from thucydides.linking.scoring import NOTHING_SAID, levels, score
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
    import numpy as np

    figures = weights()
    tellings = units(mentions, documents)
    at = {member: n for n, unit in enumerate(tellings) for member in unit.members}
    ones, others = ({at[m] for m in side if m in at} for side in (left, right))
    across = sorted({min(a, b) * len(tellings) + max(a, b) for a in ones for b in others if a != b})
    if not across:
        return None
    words = Words()
    rows = table(features(tellings, claims, documents), words, Numbers())
    compared = score(rows, commons(rows, words), words, figures, np.array(across), _ALL)
    found = zip(*(c.tolist() for c in (compared.weight, compared.left, compared.right, compared.met)), strict=True)
    weight, a, b, met = max(found, key=lambda pair: (pair[0], -pair[1], -pair[2]))
    parts, decided = level_parts(figures), decide(rulings, tellings)
    said = (parts[n][level] for n, level in enumerate(levels(met)) if level != NOTHING_SAID)
    first, second = (tellings[n].mention.id for n in ((a, b) if a in ones and b in others else (b, a)))
    ruling = decided.together.get((a, b), decided.apart.get((a, b), ""))
    prior = ("prior", meaning("link.prior"), figures.prior)
    return Pair(first, second, round(probability(weight), 6), weight, (prior, *said), ruling)
