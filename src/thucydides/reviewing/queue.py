"""Queue: the questions in the order in which they are worth a person's minute (`review.order`)."""

import heapq
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from thucydides.nouns import Record, Ruling
from thucydides.publishing.index import Index
from thucydides.reviewing.answers import claims
from thucydides.reviewing.apart import apart
from thucydides.reviewing.item import Item
from thucydides.reviewing.joined import joined
from thucydides.reviewing.ruled import Ruled
from thucydides.reviewing.values import values


def queue(record: Record, rulings: Sequence[Ruling]) -> tuple[Item, ...]:
    """Every question that no ruling has answered, by expected change; `rulings` is the log as it stands, with those not yet built in."""
    from thucydides.linking import link

    index, ruled = Index(record), Ruled(rulings, record.mentions)
    pairs = link(record.mentions, record.documents, record.claims, record.rulings).pairs
    found: dict[str, Item] = {}
    for item in (*apart(index, pairs), *joined(index), *values(index)):
        settled = ruled.answers(item) or ruled.void(c.id for c in claims(index, item))
        if not settled and (item.id not in found or item.weight > found[item.id].weight):
            found[item.id] = item
    return ordered(found.values())


def ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    """By expected change, where a further question on an incident counts for less the more were asked before (`review.again`)."""
    heap = [(-item.weight, item.id, 0, item) for item in items]
    heapq.heapify(heap)
    asked: dict[str, int] = {}
    result: list[Item] = []
    while heap:
        key, name, counted, item = heapq.heappop(heap)
        before = max(asked.get(i, 0) for i in item.incidents)
        if before > counted:
            heapq.heappush(heap, (-item.weight / (1 + before), name, before, item))
            continue
        for incident in item.incidents:
            asked[incident] = asked.get(incident, 0) + 1
        result.append(replace(item, change=round(-key, 4)))
    return tuple(result)
