"""Alone: what one incident is in the record by itself, whatever else the record holds, save its id.

Invariant: a function of the incident's id, of what its tellings come to and of what people set for it.
"""

from msgspec import Struct

from thucydides.keeping.gist import best_places
from thucydides.nouns import Discrepancy, Incident, Place, Quantity, Range
from thucydides.reconciling.actors import references, sides
from thucydides.reconciling.aggregates.entries import Entry, entry
from thucydides.reconciling.arithmetic.summing import Summand, summand
from thucydides.reconciling.assessments import Assessed, count_origins
from thucydides.reconciling.discrepancies import of_one
from thucydides.reconciling.discrepancies.apart import doubtful
from thucydides.reconciling.grades import grade_harm, grade_responsibility
from thucydides.reconciling.ranges import incident_ranges
from thucydides.reconciling.responsibility import positions, withdrawals, withdrawer
from thucydides.reconciling.titles import title
from thucydides.reconciling.types import event_type_of, targets_of, weapons_of
from thucydides.reconciling.ucdp import ucdp_type


class Shown(Struct, frozen=True, array_like=True):
    """One incident without the pairs that brought it together and without the ids of its discrepancies, and its ranges, not yet capped."""

    incident: Incident
    ranges: tuple[Range, ...]


class Alone(Struct, frozen=True, array_like=True):
    """What the rest of the record asks of one incident: how aggregates see it (None for an act), the pairs of its mentions that likely tell
    of two, its own discrepancies, what it gives to sums, the places that it names, and of an incident its country and its years.
    """

    entry: Entry | None
    doubts: frozenset[frozenset[str]]
    discrepancies: tuple[Discrepancy, ...]
    summand: Summand
    places: tuple[Place, ...] = ()
    country: str | None = None
    years: tuple[int, ...] = ()


def shown(one: Assessed) -> Shown:
    """An assessed incident as the record holds it, and its ranges."""
    return Shown(_incident(one), tuple(incident_ranges(one, {})))


def alone(one: Assessed, incident: Incident) -> Alone:
    """What the rest of the record asks of an assessed incident, which is held as `incident`."""
    doubts, force = doubtful(one), incident.kind == "incident"
    where, when = incident.assessed("place"), incident.assessed("date")
    days = (when.date.earliest, when.date.latest) if force and when is not None and when.date is not None else ()
    return Alone(
        entry(one) if force else None, doubts, of_one(one, doubts), summand(one),
        best_places(a.place for a in incident.assessments if a.place is not None),
        where.place.country if force and where is not None and where.place is not None else None,
        tuple(day.year for day in days if day is not None) if all(days) else (),
    )  # fmt: skip


def _incident(one: Assessed) -> Incident:
    """The incident as the record holds it."""
    kind, place, status = one.get("type"), one.get("place"), one.get("status")
    subtype = kind.value if kind is not None else ""
    groups = (*one.groups("killed"), *one.groups("injured"))
    told, weapons, targets = sides(one.case), weapons_of(one.case), targets_of(one.case)
    held = positions(one.case, one.copies)
    given = one.get("title")
    acts = sum(m.kind == "act" for m in one.case.mentions)
    return Incident(
        one.id,
        "incident" if 2 * acts <= len(one.case.mentions) else "act",
        given.value
        if given is not None
        else title(subtype, weapons, place.place if place is not None else None, told.parties, targets, groups, _total(one), told.doer),
        subtype,
        event_type_of(one.types, subtype),
        status.value if status is not None else "happened",
        tuple(m.id for m in one.case.mentions),
        ucdp_type(subtype, references(one.case), groups),
        tuple(a for a in one.assessments if a.attribute != "title"),
        grade_harm(one, held),
        grade_responsibility(held, [withdrawer(one.case, c) for c in withdrawals(one.case)]),
        count_origins(one),
        told.parties,
        weapons,
        targets,
        one.sources[0] if one.sources else None,
        claims=tuple(c.id for c in one.case.claims),
    )


def _total(one: Assessed) -> Quantity | None:
    """How many were killed in all, None where nobody says."""
    killed = one.get("killed")
    return killed.quantity if killed is not None else None
