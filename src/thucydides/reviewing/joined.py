"""Joined: incidents that hang together by a weak join and may be two (`review.chance.joined`)."""

from collections import defaultdict
from collections.abc import Iterator

from thucydides.linking.merging import Merge, merges
from thucydides.nouns import Discrepancy, Incident, Mention
from thucydides.publishing.index import Index
from thucydides.reviewing import stakes
from thucydides.reviewing.item import Item, Stake
from thucydides.reviewing.likely import chance_of_one

_DOUBTED = 0.25
_LEAST = 0.03


def joined(index: Index) -> Iterator[Item]:
    """For every incident told more than once, its weakest join, or the last that brought contradictory accounts together, in question."""
    told: dict[str, list[Mention]] = defaultdict(list)
    for mention in index.record.mentions:
        told[mention.document].append(mention)
    doubts = {i: d for d in index.record.discrepancies if d.kind == "number of incidents" for i in d.incidents}
    for incident in index.record.incidents:
        if len(incident.mentions) < 2:
            continue
        of = dict.fromkeys(index.mentions[m].document for m in incident.mentions if m in index.mentions)
        steps = merges(incident, [m for d in of for m in told[d]], [index.documents[d] for d in of if d in index.documents])
        weighed = [s for s in steps if s.weight is not None]
        if weighed:
            step = min(weighed, key=lambda s: (s.weight, s.left, s.right))
            doubt = doubts.get(incident.id)
            if doubt is not None:
                step = next((s for s in reversed(weighed) if _parts(index, s, doubt)), step)
            chance = max(1 - chance_of_one(step.weight or 0.0), _DOUBTED if doubt is not None else 0.0)
            if chance >= _LEAST:
                yield _item(index, incident, step, chance, doubt is not None)


def _parts(index: Index, step: Merge, doubt: Discrepancy) -> bool:
    """Whether a join brought accounts together that contradict one another on more than one thing."""
    told = {v.passage for v in doubt.values}
    return all(any(told.intersection(index.mentions[m].passages) for m in side if m in index.mentions) for side in (step.left, step.right))


def _item(index: Index, incident: Incident, step: Merge, chance: float, doubted: bool) -> Item:
    doubt = f"their tellings stand at {step.weight:+.1f} bits on average"
    if doubted:
        doubt += ", and accounts of it contradict one another on more than one thing"
    return Item(
        f"joined:{step.left[0]}+{step.right[0]}", "joined", (incident.id,), step.left, step.right, "", chance, "review.chance.joined",
        doubt, tuple(_stakes(index, incident, step)), step.nearest,
    )  # fmt: skip


def _stakes(index: Index, incident: Incident, step: Merge) -> Iterator[Stake]:
    yield stakes.one_more_or_less(incident.kind)
    sides = [[index.mentions[m] for m in side if m in index.mentions] for side in (step.left, step.right)]
    for outcome in ("killed", "injured"):
        hidden = min(stakes.told(side, outcome) for side in sides)
        yield from stakes.people(hidden, outcome, "missing now if they are two: {}")
    yield stakes.reports(index, incident.mentions)
    yield from stakes.contradictions([incident])
