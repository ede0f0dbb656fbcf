"""An incident as an event of UCDP's Georeferenced Event Dataset, or the reasons why its rules cannot code it.

Columns: data/ged.yaml. UCDP's own numbers of conflicts, dyads and sides are not ours to give and stay empty, save those of civilians.
"""

from datetime import date
from hashlib import sha256
from math import floor
from typing import Any

from msgspec import Struct

from thucydides.nouns import DateRange, Incident, Place
from thucydides.publishing.coding.countries import country
from thucydides.publishing.coding.deaths import Deaths, deaths
from thucydides.publishing.coding.ged_sides import Pair, name, number, pair
from thucydides.publishing.coding.ged_sources import sources
from thucydides.publishing.coding.parties import blocs
from thucydides.publishing.index import Index
from thucydides.publishing.sums import toll, when

LONGEST = 366
"""Days above which a date is too vague for GED (date_prec 5 is up to a year)."""


class Uncoded(Struct, frozen=True):
    """What a data set's rules cannot code, and why."""

    reasons: tuple[str, ...]


def event(index: Index, incident: Incident) -> dict[str, Any] | Uncoded:
    """The row of one incident, or why it has none."""
    if incident.kind == "act":
        return Uncoded(("no use of armed force",))
    place, date_of = incident.assessed("place"), when(incident)
    where = place.place if place else None
    reasons = [*_no_violence(incident), *no_deaths(incident), *no_date(date_of), *no_place(where)]
    sides = pair(incident.ucdp_type, blocs(index, incident), where.country if where else None) if incident.ucdp_type else None
    if isinstance(sides, str):
        reasons.append(sides)
    if reasons or not isinstance(sides, Pair) or date_of is None or where is None or incident.ucdp_type is None:
        return Uncoded(tuple(reasons))
    told = deaths(incident, incident.ucdp_type, sides.a, sides.b)
    if told is None:
        return Uncoded(("no number of dead is told",))
    return {
        **head(incident.id, date_of, incident.ucdp_type, sides),
        **sources(index, incident),
        **located(where),
        "event_clarity": 1,
        **dated(date_of),
        **split(told),
    }


def head(id: str, date_of: DateRange, type: int, sides: Pair) -> dict[str, Any]:
    """Which event it is, and who against whom."""
    assert date_of.earliest is not None
    return {
        "id": int(sha256(id.encode()).hexdigest()[:12], 16),
        "relid": id,
        "year": date_of.earliest.year,
        "code_status": "Clear",
        "type_of_violence": type,
        "conflict_name": sides.dyad,
        "dyad_name": sides.dyad,
        "side_a": name(sides.a),
        "side_b_dset_id": 9999 if type == 3 else None,
        "side_b_new_id": 1 if type == 3 else None,
        "side_b": name(sides.b),
        "gwnoa": number(sides.a),
        "gwnob": number(sides.b),
    }


def located(where: Place) -> dict[str, Any]:
    """Where it happened, with the cell of the PRIO grid."""
    assert where.latitude is not None
    assert where.longitude is not None
    found = country(where.country)
    return {
        "where_prec": where.precision,
        "where_coordinates": where.name,
        "where_description": where.reason or None,
        "adm_1": where.admin1,
        "adm_2": where.admin2,
        "latitude": round(where.latitude, 6),
        "longitude": round(where.longitude, 6),
        "geom_wkt": f"POINT ({where.longitude:.6f} {where.latitude:.6f})",
        "priogrid_gid": cell(where.latitude, where.longitude),
        "country": found.ucdp_name if found else None,
        "country_id": found.gw if found else None,
        "region": found.ucdp_region if found else None,
    }


def cell(latitude: float, longitude: float) -> int:
    """The cell of the PRIO grid (half a degree, from the south-west corner of the map, rows of 720) that a point lies in."""
    row, column = min(floor((latitude + 90) * 2), 359), min(floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def dated(value: DateRange) -> dict[str, Any]:
    """When it happened, and how exactly that is known: 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 up to a year."""
    first, last = value.earliest, value.latest
    assert first is not None
    assert last is not None
    days = (last - first).days + 1
    grain = 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5
    return {"date_prec": grain, "date_start": _moment(first), "date_end": _moment(last)}


def split(told: Deaths) -> dict[str, Any]:
    """The dead by side, and the bounds."""
    return {
        "deaths_a": told.a,
        "deaths_b": told.b,
        "deaths_civilians": told.civilians,
        "deaths_unknown": told.unknown,
        "best": told.best,
        "high": told.high,
        "low": told.low,
    }


def no_date(value: DateRange | None) -> list[str]:
    """Why a date cannot be coded."""
    if value is None or value.earliest is None or value.latest is None:
        return ["no date with its year is told"]
    days = (value.latest - value.earliest).days + 1
    return [f"the date is known to {days:,} days only, and date_prec ends at a year"] if days > LONGEST else []


def no_place(value: Place | None) -> list[str]:
    """Why a place cannot be coded."""
    if value is None or value.latitude is None or value.longitude is None or value.precision is None:
        return ["no place that can be put on the map is told"]
    found = country(value.country)
    if found is None or found.gw is None:
        return ["the place lies in no state of Gleditsch and Ward's list"]
    return []


def no_deaths(incident: Incident) -> list[str]:
    """Why there is no death to code: GED asks for at least one in best, low or high."""
    told = toll(incident, "killed")
    if told is None:
        return ["no number of dead is told"]
    return [] if any(n for n in (told.low, told.best, told.high)) else ["nobody was killed"]


def _no_violence(incident: Incident) -> list[str]:
    return [] if incident.ucdp_type else [f"{incident.type.lower()} is no organised violence, or its sides are not told"]


def _moment(day: date) -> str:
    return f"{day.isoformat()} 00:00:00.000"
