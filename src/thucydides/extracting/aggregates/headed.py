"""Headed: totals told under a heading that says over what time and where they are counted ("By the numbers: Kachin, May 2019 - June 2020").

Invariant: a window or an area that a total names itself stays as it is.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Aggregate, Block, Document, Passage


def with_headings(document: Document, found: Iterable[Aggregate], around: Surroundings) -> Iterator[Aggregate]:
    """The aggregates, those without a window with that of the heading they stand under (rule `extract.headed-total`)."""
    heads = [b for b in document.blocks if b.kind in ("heading", "title")]
    for aggregate in found:
        above = [b for b in heads if b.end <= aggregate.passage.start]
        yield aggregate if aggregate.window is not None or not above else _headed(document, aggregate, above[-1], around)


def _headed(document: Document, aggregate: Aggregate, head: Block, around: Surroundings) -> Aggregate:
    time = next((t for t in around.times_in(head.start, head.end) if t.window), None)
    window = around.reckoning.when(time) if time is not None else None
    if time is None or window is None:
        return aggregate
    area = next((p.place for p in around.places_in(head.start, head.end) if p.place is not None), None)
    where = Passage(document.id, time.start, time.end)
    return replace(aggregate, window=window, window_passage=where, area=aggregate.area or area)
