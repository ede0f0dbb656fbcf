"""Adding up: deeds of one town told one by one behind the count of all of them ("Two bombings killed 27 in
Adra. One at a market left 17 dead in Hima. Another killed ten in Suq Zafar").

Rule `extract.adding-up`. Invariant: as many deeds as are said, each with dead and a spot of its own; together they are just those of all.
"""

from collections.abc import Sequence

from thucydides.extracting.aggregates.occurrences import incident_count
from thucydides.extracting.drafting.shares import count_of
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Document

_REACH = 8
"""Sentences behind the count of all within which its deeds are told."""


def adding_up(document: Document, telling: Telling, following: Sequence[Telling]) -> list[Telling]:
    """The deeds behind a count of several in one town of which each has its dead and its spot, where they add up to it; else none."""
    events = incident_count(document, telling)
    many = events.best if events is not None and events.low == events.best == events.high else None
    total = count_of(telling, "killed")
    if not many or many < 2 or not total:
        return []
    near = [t for t in following if t.kind != "title" and t.order - telling.order <= _REACH and t.order > telling.order]
    deeds = [t for t in near if count_of(t, "killed") and not any(h.total or h.given for h in t.harms)][:many]
    if any(_goes_on(t, near) for t in deeds):
        return []
    spots = [_spots(t) - _spots(telling) for t in deeds]
    apart = all(spots) and all(not a & b for n, a in enumerate(spots) for b in spots[n + 1 :])
    return deeds if len(deeds) == many and apart and sum(count_of(t, "killed") for t in deeds) == total else []


def _goes_on(telling: Telling, near: Sequence[Telling]) -> bool:
    """Whether a sentence only counts the dead of the deed told right before it."""
    bare = all(t.family in ("death", "harm") for t in telling.triggers)
    before = next((t for t in near if t.order == telling.order - 1 and t.paragraph == telling.paragraph), None)
    return bare and before is not None and not count_of(before, "killed")


def _spots(telling: Telling) -> frozenset[str]:
    """The places and spots where a telling says that its deed was done, by their names."""
    return frozenset(p.wording.lower() for p in telling.places if p.role in ("at", "near")) | {s.lower() for s in telling.spots}
