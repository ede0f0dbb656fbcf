"""Since told: windows of counts that run from a day which the report names before ("Since then, at least 30 people have been killed").

Invariant: a window whose days the words themselves give stays as it is; the day taken up is the last told before the count.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Aggregate, DateRange

BACK = 600
"""Characters before a count within which the day lies that it runs from."""


def with_days_told(found: Iterable[Aggregate], around: Surroundings) -> Iterator[Aggregate]:
    """The counts, those over a stretch without known days with the days that the report tells before, or with the year that it is of."""
    for aggregate in found:
        window, where = aggregate.window, aggregate.window_passage
        if window is None or where is None or window.earliest is not None or window.latest is not None:
            yield aggregate
            continue
        time = next((t for t in around.times_in(where.start, where.end) if t.start == where.start), None)
        told = around.reckoning.when(time, _told_before(time, around)) if time is not None else None
        yield replace(aggregate, window=told) if told is not None and told.earliest is not None else aggregate


def _told_before(time: TimeExpression, around: Surroundings) -> DateRange | None:
    """The day last told before a time that is counted from one."""
    if time.relative_to != "incident":
        return None
    before = [
        t
        for t in around.times_in(max(0, time.start - BACK), time.start)
        if not t.window and t.relative_to != "incident" and t.lean != "future"
    ]
    days = (around.reckoning.when(t) for t in reversed(before))
    return next((d for d in days if d is not None and d.earliest is not None and d.latest is not None), None)
