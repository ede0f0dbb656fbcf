"""Containment: whether a place lies in another, by the units that hold it and by distance."""

from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.geometry import haversine


def contained(inner: Candidate, holder: Candidate) -> bool:
    """Whether a place lies in another, by units where known, else by distance and radius; entries are opened only for these."""
    if holder.number == inner.number:
        return False
    if holder.kind == "country":
        return inner.country == holder.country and inner.kind != "country"
    if inner.kind == "country":
        return False
    if holder.kind == "admin1":
        if inner.kind == "admin1":
            return False
        if inner.unit == holder.number:
            return True
        if inner.unit >= 0 and holder.entry.quality:
            return False  # a province whose area is not known may be newer than those that towns are filed under
        return inner.country in ("", holder.country) and distance(inner.entry, holder.entry) < holder.entry.radius
    if holder.kind == "admin2":
        if inner.kind in ("admin1", "admin2"):
            return False
        return inner.county == holder.number or (
            inner.country == holder.country and distance(inner.entry, holder.entry) < max(12.0, min(1.1 * holder.entry.radius, 60.0))
        )
    if holder.kind == "settlement":
        return inner.kind in ("settlement", "site") and _smaller_beside(inner.entry, holder.entry)
    reach = holder.entry.radius
    return reach > inner.entry.radius and distance(inner.entry, holder.entry) < reach


def _smaller_beside(one: Entry, two: Entry) -> bool:
    """Whether a place is smaller than another and within 20 km of it."""
    return one.population < two.population and distance(one, two) < 20


def distance(a: Entry, b: Entry) -> float:
    """Km between the points of two entries."""
    return haversine(a.latitude, a.longitude, b.latitude, b.longitude)
