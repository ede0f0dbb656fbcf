"""Containment: whether a place lies in another, by the units that hold it and by distance."""

from thucydides.grounding.places.candidates import Candidate
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.geometry import haversine

_BESIDE_KM = 20.0  # from a town, within which a smaller place is said to be in it
_KM_NORTH, _KM_EAST = 55.0, 26.0  # of half a degree, to the north and, as far as 60 degrees from the equator, to the east
_FAR_NORTH = 116  # half-degrees from the equator
_ROUND = 700  # half-degrees: places as far apart may lie on either side of the date line


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
            inner.country == holder.country and _within(inner, holder, max(12.0, min(1.1 * holder.entry.radius, 60.0)))
        )
    if holder.kind == "settlement":
        return inner.kind in ("settlement", "site") and inner.population < holder.population and _within(inner, holder, _BESIDE_KM)
    reach = holder.entry.radius
    return reach > inner.entry.radius and distance(inner.entry, holder.entry) < reach


def _within(one: Candidate, two: Candidate, km: float) -> bool:
    """Whether two places lie nearer than so many km; their points are read only where their half-degrees leave that open."""
    if one.cell != -1 and two.cell != -1:
        north, also_north = (one.cell + 500) // 1000, (two.cell + 500) // 1000
        if abs(north - also_north) > 1 + km / _KM_NORTH:
            return False
        apart = abs(one.cell - two.cell - 1000 * (north - also_north))
        if 1 + km / _KM_EAST < apart < _ROUND and abs(north) < _FAR_NORTH:
            return False
    return distance(one.entry, two.entry) < km


def distance(a: Entry, b: Entry) -> float:
    """Km between the points of two entries."""
    return haversine(a.latitude, a.longitude, b.latitude, b.longitude)
