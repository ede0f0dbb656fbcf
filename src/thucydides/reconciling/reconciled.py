"""Reconciled: what reconciling gives."""

from collections.abc import Mapping

from msgspec import Struct

from thucydides.keeping.parcel import Parcel
from thucydides.nouns import Actor, AggregateCheck, Claim, Discrepancy, Gap, Incident, Place, Range


class Reconciled(Struct, frozen=True):
    """Incidents with their assessments, what contradicts what, aggregates held against the record, and what is missing; sorted
    by id; `claims` are those given, each with the interest of its speaker.
    """

    incidents: tuple[Incident, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    checks: tuple[AggregateCheck, ...] = ()
    gaps: tuple[Gap, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    ranges: tuple[Range, ...] = ()
    claims: tuple[Claim, ...] = ()


class Found(Struct, frozen=True):
    """What reconciling gives of a corpus: what the record holds of each incident and each document as parcels, by id, and what is of more
    than one; `members` are the mentions of each incident, `force` tells how many are incidents and no acts, `ranges` are those of sums,
    `title` is a name for the conflict.
    """

    incidents: Mapping[str, Parcel]
    documents: Mapping[str, Parcel]
    members: Mapping[str, tuple[str, ...]]
    force: int
    discrepancies: tuple[Discrepancy, ...]
    checks: tuple[AggregateCheck, ...]
    gaps: tuple[Gap, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    ranges: tuple[Range, ...]
    title: str

    @property
    def parcels(self) -> tuple[Parcel, ...]:
        """All parcels."""
        return (*self.incidents.values(), *self.documents.values())
