"""Reconciled: what reconciling gives, and Range: what the stated numbers together allow for one count."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns import Actor, AggregateCheck, Discrepancy, Gap, Incident, Place


class Range(Struct, frozen=True, gc=False):
    """The least and most that one count can be if the numbers stated of it are to hold together.

    `scope` is `incident`, `month` ("2025-11"), `side` (a group's category or nationality) or `record`, `key` which one; `group`
    is "" for all people. `high` None is open. `holds` is False where the statements contradict one another: the range then spans
    them. `claims` are the ids of the claims that bind it.
    """

    scope: Literal["incident", "month", "side", "record"]
    key: str
    outcome: str
    group: str
    low: int
    high: int | None
    holds: bool = True
    claims: tuple[str, ...] = ()


class Reconciled(Struct, frozen=True):
    """Incidents with their assessments, what contradicts what, aggregates held against the record, and what is missing; sorted
    by id.
    """

    incidents: tuple[Incident, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    checks: tuple[AggregateCheck, ...] = ()
    gaps: tuple[Gap, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    ranges: tuple[Range, ...] = ()
