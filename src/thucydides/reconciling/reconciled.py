"""Reconciled: what reconciling gives."""

from msgspec import Struct

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
