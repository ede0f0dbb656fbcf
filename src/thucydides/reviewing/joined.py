"""Joined: incidents that hang together by a weak join and may be two (`review.chance.joined`)."""

from collections import defaultdict
from collections.abc import Iterator

from thucydides.linking.merging import Merge, merges
from thucydides.linking.weights import probability, weights
from thucydides.nouns import Incident, Mention
from thucydides.publishing.index import Index
from thucydides.reviewing import stakes
from thucydides.reviewing.item import Item, Stake

_EVEN = 0.5
_LEAST = 0.03


def joined(index: Index) -> Iterator[Item]:
    """For every incident of several tellings, the question whether its weakest join is one."""
    told: dict[str, list[Mention]] = defaultdict(list)
    for mention in index.record.mentions:
        told[mention.document].append(mention)
    doubted = {i for d in index.record.discrepancies if d.kind == "number of incidents" for i in d.incidents}
    for incident in index.record.incidents:
        if len(incident.mentions) < 2:
            continue
        of = dict.fromkeys(index.mentions[m].document for m in incident.mentions if m in index.mentions)
        steps = merges(incident, [m for d in of for m in told[d]], [index.documents[d] for d in of if d in index.documents])
        weighed = [s for s in steps if s.weight is not None]
        if weighed:
            weakest = min(weighed, key=lambda s: (s.weight, s.left, s.right))
            chance = 1 - probability((weakest.weight or 0.0) - weights().threshold)
            if incident.id in doubted:
                chance = max(chance, _EVEN)
            if chance >= _LEAST:
                yield _item(index, incident, weakest, chance, incident.id in doubted)


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
