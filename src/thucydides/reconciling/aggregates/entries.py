"""Entries: incidents as an aggregate sees them, and how much of one incident an aggregate counts."""

from datetime import date

from msgspec import Struct

from thucydides.nouns import Assessment, DateRange, Place, Quantity
from thucydides.reconciling.aggregates.aims import hit
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.geography import relation

MANY = 100
"""A running count of so many is taken for one of a war, not of the incident that it is told with."""


class Entry(Struct, frozen=True, gc=False):
    """One incident: id, date, place, type, assessed counts, the documents that tell it with the starts of their passages, and the
    classes of what was hit (`aims`).
    """

    id: str
    when: DateRange | None
    place: Place | None
    type: str
    killed: Quantity | None
    injured: Quantity | None
    killed_groups: tuple[Assessment, ...]
    injured_groups: tuple[Assessment, ...]
    told: tuple[tuple[str, int], ...]
    documents: frozenset[str]
    aims: frozenset[str] = frozenset()

    @property
    def first(self) -> date | None:
        """The earliest possible day."""
        return self.when.earliest if self.when is not None else None

    @property
    def last(self) -> date | None:
        """The last possible day."""
        return self.when.latest if self.when is not None else None

    def in_document(self, document: str) -> bool:
        """Whether a document tells of the incident."""
        return document in self.documents


def entry(assessed: Assessed) -> Entry:
    """The entry of an assessed incident."""
    when, place, kind = assessed.get("date"), assessed.get("place"), assessed.get("type")
    killed, injured = assessed.get("killed"), assessed.get("injured")
    told = tuple(sorted({(p.document, p.start) for m in assessed.case.mentions for p in m.passages}))
    return Entry(
        assessed.id,
        when.date if when else None,
        place.place if place else None,
        kind.value if kind else "",
        _own(assessed, "killed", killed),
        _own(assessed, "injured", injured),
        assessed.groups("killed"),
        assessed.groups("injured"),
        told,
        frozenset(d for d, _ in told),
        hit(assessed.case.mentions),
    )


def _own(assessed: Assessed, outcome: str, figure: Assessment | None) -> Quantity | None:
    """How many an incident itself counts: unknown where all its numbers are of running counts over more than it."""
    told = [t for t in assessed.tolls[outcome] if not t.superseded and t.quantity.best is not None]
    if figure is None or (told and all(t.running and (t.quantity.best or 0) >= MANY for t in told)):
        return Quantity(0, None, None, "", "toll.unknown") if figure is not None else None
    return figure.quantity


def covers(area: Place | None, place: Place | None) -> bool | None:
    """Whether an aggregate's area takes in an incident's place; None where that cannot be said."""
    if area is None:
        return True
    if place is None:
        return None
    how = relation(place, area)
    if how in ("same", "inside"):
        return True
    spread = area.kind in ("border", "water", "region", "other")
    if spread:
        return (
            how in ("near", "holds")
            or (area.country is not None and area.country == place.country)
            or (None if how == "unknown" else False)
        )
    return None if how in ("near", "holds", "unknown") else False
