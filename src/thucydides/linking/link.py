"""link: from mentions to incidents, with the reasons kept."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thucydides.linking.clustering import cluster
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.features import Features, features
from thucydides.linking.linked import Linked
from thucydides.linking.rulings import Decided, decide
from thucydides.linking.scoring import NOTHING_SAID, Compared, complete, score
from thucydides.linking.times import dated, impossible
from thucydides.linking.unit import units
from thucydides.linking.weights import Weights, probability, weights
from thucydides.nouns import Claim, Document, Mention, Pair, Ruling
from thucydides.vocabulary import mapping

_ROUNDS = 3
"""How often at most the pairs that blocking left out of a cluster are compared, and the clusters made anew."""
_COPY = ("copy", "link.copy")
Part = tuple[str, str, float]


def link(
    mentions: Sequence[Mention], documents: Sequence[Document], claims: Sequence[Claim] = (), rulings: Sequence[Ruling] = (),
    figures: Weights | None = None,
) -> Linked:  # fmt: skip
    """Which mentions tell of the same incident or act, and why; `figures` are the weights to use, by default those that ship.

    Only what is said to have happened is linked, acts with acts and incidents with incidents. The order of the input plays no part.
    """
    figures = figures or weights()
    tellings = units(mentions, documents)
    decided = decide(rulings, tellings)
    rows = features(tellings, claims, documents)
    compared = score(rows, figures)

    def forbids(left: int, right: int) -> bool:
        return _forbidden(rows, decided, figures, left, right)

    mains = [n for n, row in enumerate(rows) if row.main]
    joined = cluster(compared, figures.threshold, forbids, mains)
    for _ in range(_ROUNDS):
        whole = complete(compared, joined, rows, figures)
        if whole is compared:
            break
        compared, joined = whole, cluster(whole, figures.threshold, forbids, mains)
    clusters = decided.applied(joined)
    pairs = [*_pairs(rows, compared, clusters, decided, figures), *_copies(rows)]
    named = (tuple(sorted(m for n in members for m in rows[n].unit.members)) for members in clusters)
    return Linked(tuple(sorted(named)), tuple(sorted(pairs, key=lambda p: (p.left, p.right))), decided.unfit)


def _forbidden(rows: Sequence[Features], decided: Decided, figures: Weights, left: int, right: int) -> bool:
    """Can two units never be one: ruled different, of different kinds, told apart by their text, on impossible days, or undated acts?

    Accusations and demands are made again and again: an act whose time is not told is not joined to another (`link.act.undated`).
    """
    a, b = rows[left], rows[right]
    if decided.forbids(left, right):
        return True
    if a.unit.mention.kind != b.unit.mention.kind or right in a.apart:
        return True
    if a.unit.mention.kind == "act" and not (dated(a.when) and dated(b.when)):
        return True
    return impossible(a.when, b.when, figures.impossible_days)


def _pairs(
    rows: Sequence[Features], compared: Compared, clusters: Sequence[Sequence[int]], decided: Decided, figures: Weights
) -> Iterator[Pair]:
    """The compared pairs that came near to being one or are one, and those that only a ruling speaks of."""
    parts = level_parts(figures)
    prior: Part = ("prior", meaning("link.prior"), figures.prior)
    shared: dict[tuple[int, ...], tuple[Part, ...]] = {}
    ruled = {**decided.together, **decided.apart}
    for left, right, weight, levels in compared.chosen(_shown(compared, clusters, figures.shown)):
        if levels not in shared:
            met = (parts[n][level] for n, level in enumerate(levels) if level != NOTHING_SAID)
            shared[levels] = (prior, *met)
        yield _pair(rows, left, right, weight, shared[levels], ruled.pop((left, right), ""))
    for (left, right), ruling in sorted(ruled.items()):
        yield _pair(rows, left, right, math.inf if (left, right) in decided.together else -math.inf, (), ruling)


def _shown(compared: Compared, clusters: Sequence[Sequence[int]], least: float) -> Any:
    """The positions of the pairs to keep."""
    import numpy as np

    at = np.zeros(compared.units, np.int64)
    for number, members in enumerate(clusters):
        at[list(members)] = number
    return np.flatnonzero((compared.weight >= least) | (at[compared.left] == at[compared.right]))


def _copies(rows: Sequence[Features]) -> Iterator[Pair]:
    part: Part = (_COPY[0], meaning(_COPY[1]), 0.0)
    for row in rows:
        first, *rest = row.unit.members
        for member in rest:
            yield Pair(first, member, 1.0, 0.0, (part,))


def _pair(rows: Sequence[Features], left: int, right: int, weight: float, parts: tuple[Part, ...], ruling: str) -> Pair:
    a, b = sorted((rows[left].unit.members[0], rows[right].unit.members[0]))
    return Pair(a, b, round(probability(weight), 6), weight if math.isfinite(weight) else 0.0, parts, ruling)


def level_parts(figures: Weights) -> tuple[tuple[Part, ...], ...]:
    """For each comparison in order, (comparison, level in words, bits) of each of its levels."""
    return tuple(
        tuple((c, meaning(f"link.{c}.{level}"), round(figures.comparisons[c][level].bits, 2)) for level in levels)
        for c, levels in LEVELS.items()
    )


def meaning(rule: str) -> str:
    """The one sentence that says what a rule of linking means."""
    rules: Mapping[str, Mapping[str, str]] = mapping("rules/link")["rules"]
    return rules[rule]["meaning"]
