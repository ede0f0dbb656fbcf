"""Reasons: the compared pairs behind the clusters, made of numbers where somebody asks for them.

Invariant: what is made of a cluster is a function of what its mark is the digest of.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any

import msgspec

from thucydides.keeping.parcel import Nouns, Parcel
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.scoring import FLOOR, NOTHING_SAID, Compared, levels, merged
from thucydides.linking.standing import Standing
from thucydides.linking.unit import Unit
from thucydides.linking.weights import Weights, probability
from thucydides.nouns import Pair
from thucydides.vocabulary import mapping

_COPY = ("copy", "link.copy")
Part = tuple[str, str, float]


def every_pair(standing: Standing, clusters: Sequence[Sequence[int]]) -> tuple[Pair, ...]:
    """The pairs that came near to being one or are one, and those that only a ruling speaks of or that are copies, in order."""
    compared = merged(standing.pairs, standing.layers.inside)
    at = _numbered(compared.units, clusters)
    shown = (compared.weight >= standing.figures.shown) | ((at[compared.left] == at[compared.right]) & (compared.weight > FLOOR))
    ruled = {**standing.decided.together, **standing.decided.apart}
    return _made(standing, compared.at(shown), ruled, range(compared.units))


def reasons(standing: Standing, clusters: Sequence[Sequence[int]]) -> tuple[Parcel, ...]:
    """Of each cluster a parcel of the same pairs as far as both sides are in it."""
    import numpy as np

    at, digest = _numbered(len(standing.units), clusters), standing.digests
    compared = merged(*(_inside(some, at) for some in (standing.pairs, standing.layers.inside)))
    order = np.argsort(at[compared.left], kind="stable")
    compared = compared.at(order)
    ends = np.searchsorted(at[compared.left], np.arange(len(clusters) + 1)).tolist()
    columns = (digest[compared.left], digest[compared.right], compared.weight, compared.met)
    told = np.stack([some.view(np.uint64) for some in columns], axis=1)
    data = memoryview(told.tobytes())
    size = told.shape[1] * told.itemsize
    ruled: dict[int, dict[tuple[int, int], str]] = {}
    for (left, right), ruling in {**standing.decided.together, **standing.decided.apart}.items():
        if at[left] == at[right]:
            ruled.setdefault(int(at[left]), {})[left, right] = ruling
    found = []
    for n, members in enumerate(clusters):
        digests = blake2b(data[ends[n] * size : ends[n + 1] * size], digest_size=16)
        said = ruled.get(n, {})
        copied = [standing.units[u].members for u in members if len(standing.units[u].members) > 1]
        if said or copied:
            named = [(standing.units[a].members[0], standing.units[b].members[0], r) for (a, b), r in sorted(said.items())]
            digests.update(msgspec.msgpack.encode((named, copied)))
        found.append(Parcel(digests.digest(), partial(_behind, standing, compared, slice(ends[n], ends[n + 1]), said, members)))
    return tuple(found)


def _numbered(units: int, clusters: Sequence[Sequence[int]]) -> Any:
    """The number of the cluster of each unit."""
    import numpy as np

    at = np.zeros(units, np.int64)
    at[[n for members in clusters for n in members]] = np.repeat(np.arange(len(clusters)), [len(members) for members in clusters])
    return at


def _inside(compared: Compared, at: Any) -> Compared:
    """The pairs worth keeping of which both sides are in one cluster."""
    return compared.at((at[compared.left] == at[compared.right]) & (compared.weight > FLOOR))


def _behind(
    standing: Standing, compared: Compared, some: slice, ruled: Mapping[tuple[int, int], str], members: Sequence[int]
) -> Nouns:
    return {"pairs": _made(standing, compared.at(some), dict(ruled), members)}


def _made(standing: Standing, shown: Compared, ruled: dict[tuple[int, int], str], members: Sequence[int]) -> tuple[Pair, ...]:
    """Some compared pairs, those that only a ruling speaks of, and those of copies within units, in order."""
    units = standing.units
    pairs = [*_pairs(standing, shown, ruled), *_copies([units[n] for n in members])]
    return tuple(sorted(pairs, key=lambda p: (p.left, p.right)))


def _pairs(standing: Standing, shown: Compared, ruled: dict[tuple[int, int], str]) -> Iterator[Pair]:
    units, decided, figures = standing.units, standing.decided, standing.figures
    parts = level_parts(figures)
    prior: Part = ("prior", meaning("link.prior"), figures.prior)
    shared: dict[int, tuple[Part, ...]] = {}
    for left, right, weight, met in zip(*(c.tolist() for c in (shown.left, shown.right, shown.weight, shown.met)), strict=True):
        if met not in shared:
            shared[met] = (prior, *(parts[n][level] for n, level in enumerate(levels(met)) if level != NOTHING_SAID))
        yield _pair(units, left, right, weight, shared[met], ruled.pop((left, right), ""))
    for (left, right), ruling in sorted(ruled.items()):
        yield _pair(units, left, right, math.inf if (left, right) in decided.together else -math.inf, (), ruling)


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
