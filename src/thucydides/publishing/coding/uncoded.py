"""The second table of a data set's export: what its rules cannot code, and why."""

from typing import Any

from thucydides.nouns import Aggregate, Incident
from thucydides.publishing import words
from thucydides.publishing.coding.ged import Uncoded
from thucydides.publishing.index import Index
from thucydides.publishing.sums import toll, when

HEADER = ("id", "kind", "title", "type", "date", "place", "killed", "reason")


def uncoded(incident: Incident, why: Uncoded) -> tuple[Any, ...]:
    """The row of an incident or act."""
    date, place = when(incident), incident.assessed("place")
    where = words.where(place.place) if place and place.place else None
    killed = words.quantity(toll(incident, "killed")) if incident.kind == "incident" else None
    return (
        incident.id,
        incident.kind,
        incident.title,
        incident.type,
        date.edtf if date else None,
        where,
        killed,
        "; ".join(why.reasons),
    )


def leftover(index: Index, aggregate: Aggregate, why: Uncoded) -> tuple[Any, ...]:
    """The row of a count over many incidents that leaves deaths over."""
    check = index.checks[aggregate.id]
    window, area = aggregate.window, aggregate.area
    title = index.quote(aggregate.passage)
    missing = words.span(*check.residual_deaths)
    where = words.where(area) if area else None
    return aggregate.id, "count", title, aggregate.type, window.edtf if window else None, where, missing, "; ".join(why.reasons)
