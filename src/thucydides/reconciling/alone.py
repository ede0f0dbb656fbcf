"""Alone: what one incident is in the record by itself, whatever else the record holds, save its id.

Invariant: a function of the incident's id, of what its tellings come to and of what people set for it.
"""

from msgspec import Struct

from thucydides.nouns import Discrepancy, Incident, Quantity, Range
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


class Alone(Struct, frozen=True, array_like=True):
    """One incident without the pairs that brought it together and without the ids of its discrepancies; as aggregates see it (None for an
    act); the pairs of its mentions that likely tell of two; its own discrepancies; its ranges, not yet capped; and what it gives to sums.
    """

    incident: Incident
    entry: Entry | None
    doubts: frozenset[frozenset[str]]
    discrepancies: tuple[Discrepancy, ...]
    ranges: tuple[Range, ...]
    summand: Summand


def alone(one: Assessed) -> Alone:
    """What an assessed incident is by itself."""
    doubts, incident = doubtful(one), _incident(one)
    seen = entry(one) if incident.kind == "incident" else None
    return Alone(incident, seen, doubts, of_one(one, doubts), tuple(incident_ranges(one, {})), summand(one))


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
