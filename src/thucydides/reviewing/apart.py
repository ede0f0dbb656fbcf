"""Apart: incidents that linking kept apart and that may be one (`review.chance.apart`)."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from thucydides.linking.weights import weights
from thucydides.nouns import Incident, Pair
from thucydides.publishing.index import Index
from thucydides.reviewing import stakes
from thucydides.reviewing.item import Item, Stake
from thucydides.reviewing.likely import chance_of_one

_UNKEPT = 2.5
"""Bits below the least kept pair that a pair which linking did not keep counts with."""
_NEAR = 0.25
"""From this chance on, two incidents are near enough that other near ones make it less likely."""
_LEAST = 0.05
_MOST = 0.95
Key = tuple[str, str]


def apart(index: Index, pairs: Sequence[Pair]) -> Iterator[Item]:
    """A question for every two incidents with a pair of tellings near to being one; `pairs` are the comparisons that linking kept."""
    between: dict[Key, list[Pair]] = defaultdict(list)
    for pair in pairs:
        left, right = (index.incident_of.get(m, ()) for m in (pair.left, pair.right))
        if left and right and left[0] != right[0] and pair.parts:
            a, b = sorted((left[0], right[0]))
            between[a, b].append(pair)
    chances = {key: _chance(index, key, some) for key, some in between.items()}
    near: dict[str, int] = defaultdict(int)
    for key, chance in chances.items():
        for incident in key:
            near[incident] += chance >= _NEAR
    for key in sorted(between):
        shared = max(1, near[key[0]], near[key[1]])
        chance = chances[key] / math.sqrt(shared)
        if chance >= _LEAST:
            yield _item(index, key, between[key], chance, shared)


def _chance(index: Index, key: Key, pairs: Sequence[Pair]) -> float:
    """The probability at the mean of the nearest pair and of all, those that were not kept counted at a low weight."""
    left, right = (index.incidents[i] for i in key)
    number = max(len(left.mentions) * len(right.mentions), len(pairs))
    unkept = (weights().shown - _UNKEPT) * (number - len(pairs))
    mean = (sum(p.weight for p in pairs) + unkept) / number
    nearest = max(p.weight for p in pairs)
    return min(_MOST, chance_of_one((nearest + mean) / 2))


def _item(index: Index, key: Key, pairs: Sequence[Pair], chance: float, shared: int) -> Item:
    left, right = (index.incidents[i] for i in key)
    nearest = min(pairs, key=lambda p: (-p.weight, p.left, p.right))
    if index.incident_of[nearest.left][0] == right.id:
        left, right = right, left
    a, b = left.mentions, right.mentions
    doubt = f"their nearest tellings stand at {nearest.weight:+.1f} bits"
    if nearest.weight > weights().threshold:
        doubt += f", enough to join them; {_held(index, left, right, pairs)}"
    if shared > 1:
        doubt += f"; one of them is as near to {shared - 1} other{'s' if shared > 2 else ''}"
    return Item(
        f"apart:{min(nearest.left, nearest.right)}+{max(nearest.left, nearest.right)}", "apart", (left.id, right.id), a, b, "",
        chance, "review.chance.apart", doubt, tuple(_stakes(index, left, right)), nearest,
    )  # fmt: skip


def _held(index: Index, left: Incident, right: Incident, pairs: Sequence[Pair]) -> str:
    """What kept two incidents apart whose nearest tellings would be joined."""
    others: Mapping[str, object] = dict.fromkeys(right.mentions)
    mentions = [index.mentions[m] for m in left.mentions if m in index.mentions]
    if any(o in others for m in mentions for o in m.distinct_from):
        return "but one report tells of them side by side"
    if len(pairs) < len(left.mentions) * len(right.mentions) or any(p.weight < weights().threshold for p in pairs):
        return "but their other tellings are less alike"
    return "but their days exclude one another, or those of others that are one with them"


def _stakes(index: Index, left: Incident, right: Incident) -> Iterator[Stake]:
    yield stakes.one_more_or_less(left.kind)
    for outcome in ("killed", "injured"):
        twice = min(stakes.best(left, outcome), stakes.best(right, outcome))
        yield from stakes.people(twice, outcome, "counted twice now if they are one: {}")
    yield stakes.reports(index, (*left.mentions, *right.mentions))
    yield from stakes.contradictions((left, right))
