"""link: from mentions to incidents, with the reasons kept."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thucydides.keeping.corpus import Corpus, corpus
from thucydides.keeping.shelf import Shelf
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.inside import by_cluster
from thucydides.linking.keeping import stands
from thucydides.linking.linked import Linked
from thucydides.linking.scoring import FLOOR, NOTHING_SAID, Compared, levels, merged
from thucydides.linking.standing import Standing
from thucydides.linking.unit import Unit
from thucydides.linking.weights import Weights, probability, weights
from thucydides.nouns import Claim, Document, Mention, Pair, Ruling
from thucydides.vocabulary import mapping

_COPY = ("copy", "link.copy")
Part = tuple[str, str, float]


def link(
    mentions: Sequence[Mention], documents: Sequence[Document], claims: Sequence[Claim] = (), rulings: Sequence[Ruling] = (),
    figures: Weights | None = None, shelf: Shelf | None = None,
) -> Linked:  # fmt: skip
    """Which mentions tell of the same incident or act, and why; `figures` are the weights to use, by default those that ship.

    Only what is said to have happened is linked, acts with acts and incidents with incidents. The order of the input plays no part, nor
    what the `shelf` keeps of an earlier link: that only saves time.
    """
    return link_corpus(corpus(documents, mentions, claims), rulings, figures, shelf)


def link_corpus(told: Corpus, rulings: Sequence[Ruling] = (), figures: Weights | None = None, shelf: Shelf | None = None) -> Linked:
    """The same of a corpus, of which only that is read which `shelf` does not keep."""
    if shelf is not None:
        return linked(stands(shelf, told, rulings, figures or weights()))
    standing, every = Standing(figures), [told.extract(name) for name in told.digests]
    standing.change(told.documents.values(), [m for e in every for m in e.mentions], [c for e in every for c in e.claims], rulings)
    return linked(standing)


def linked(standing: Standing) -> Linked:
    """What stands, with the clusters that rulings make of it and the pairs worth keeping."""
    units, decided = standing.units, standing.decided
    clusters = decided.applied(by_cluster(standing.layers.clusters))
    pairs = [*_pairs(standing, clusters), *_copies(units)]
    named = (tuple(sorted(m for n in members for m in units[n].members)) for members in clusters)
    return Linked(tuple(sorted(named)), tuple(sorted(pairs, key=lambda p: (p.left, p.right))), decided.unfit)


def _pairs(standing: Standing, clusters: Sequence[Sequence[int]]) -> Iterator[Pair]:
    """The compared pairs that came near to being one or are one, and those that only a ruling speaks of."""
    units, decided, figures = standing.units, standing.decided, standing.figures
    parts = level_parts(figures)
    prior: Part = ("prior", meaning("link.prior"), figures.prior)
    shared: dict[int, tuple[Part, ...]] = {}
    ruled = {**decided.together, **decided.apart}
    compared = merged(standing.pairs, standing.layers.inside)
    shown = compared.at(_shown(compared, clusters, figures.shown))
    for left, right, weight, met in zip(*(c.tolist() for c in (shown.left, shown.right, shown.weight, shown.met)), strict=True):
        if met not in shared:
            shared[met] = (prior, *(parts[n][level] for n, level in enumerate(levels(met)) if level != NOTHING_SAID))
        yield _pair(units, left, right, weight, shared[met], ruled.pop((left, right), ""))
    for (left, right), ruling in sorted(ruled.items()):
        yield _pair(units, left, right, math.inf if (left, right) in decided.together else -math.inf, (), ruling)


def _shown(compared: Compared, clusters: Sequence[Sequence[int]], least: float) -> Any:
    """Which pairs to keep."""
    import numpy as np

    at = np.zeros(compared.units, np.int64)
    for number, members in enumerate(clusters):
        at[list(members)] = number
    return (compared.weight >= least) | ((at[compared.left] == at[compared.right]) & (compared.weight > FLOOR))


def _copies(units: Sequence[Unit]) -> Iterator[Pair]:
    part: Part = (_COPY[0], meaning(_COPY[1]), 0.0)
    for unit in units:
        first, *rest = unit.members
        for member in rest:
            yield Pair(first, member, 1.0, 0.0, (part,))


def _pair(units: Sequence[Unit], left: int, right: int, weight: float, parts: tuple[Part, ...], ruling: str) -> Pair:
    a, b = sorted((units[left].members[0], units[right].members[0]))
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
