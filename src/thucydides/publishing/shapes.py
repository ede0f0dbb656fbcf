"""Shapes: nouns as the plain mappings that the JSON export prints (design, section 7).

Invariants: the names are those of the design; unknown is None; dates are ISO 8601, countries ISO 3166-1 alpha-2; offsets are
characters of the document's text.
"""

from datetime import date
from typing import Any

from thucydides.nouns import Assessment, DateRange, Passage, Person, Place, Quantity, TollItem

Shape = dict[str, Any]


def iso(value: date | None) -> str | None:
    """A day as YYYY-MM-DD."""
    return value.isoformat() if value else None


def span(passage: Passage) -> Shape:
    """Where in its document a passage stands, for lists whose document is said beside them."""
    return {"start": passage.start, "end": passage.end}


def at(passage: Passage) -> Shape:
    """A passage with its document."""
    return {"document": passage.document, "start": passage.start, "end": passage.end}


def dated(value: DateRange | None) -> Shape | None:
    """A date range; other readings that the text leaves open stand under `alternatives`."""
    if value is None:
        return None
    found: Shape = {
        "edtf": value.edtf,
        "earliest": iso(value.earliest),
        "latest": iso(value.latest),
        "precision": value.precision,
        "rule": value.rule or None,
        "basis": value.basis,
        "wording": value.wording or None,
    }
    if value.alternatives:
        found["alternatives"] = [dated(a) for a in value.alternatives]
    return found


def published(value: DateRange | None) -> Shape | None:
    """A document's date with how it is known."""
    found = dated(value)
    return {k: found[k] for k in ("edtf", "earliest", "latest", "basis", "alternatives") if k in found} if found else None


def place(value: Place | None) -> Shape | None:
    """A place, as the gazetteer has it, with the precision and the reason."""
    if value is None:
        return None
    return {
        "name": value.name,
        "gazetteer_id": value.gazetteer_id,
        "kind": value.kind,
        "country": value.country,
        "admin1": value.admin1,
        "admin2": value.admin2,
        "latitude": value.latitude,
        "longitude": value.longitude,
        "precision": value.precision,
        "radius_km": value.radius_km,
        "reason": value.reason or None,
    }


def quantity(value: Quantity | None) -> Shape | None:
    """A count as said in a document, with its wording."""
    if value is None:
        return None
    return {**bounds(value), "wording": value.wording or None, "approximate": value.approximate, "weak": value.weak}


def bounds(value: Quantity | None, rule: str | None = None) -> Shape:
    """low, best, high and the rule; every one None where nothing is known."""
    if value is None:
        return {"low": None, "best": None, "high": None, "rule": None}
    return {"low": value.low, "best": value.best, "high": value.high, "rule": rule or value.rule or None}


def person(value: Person) -> Shape:
    """Somebody whom an account names as harmed or as having done it; the account's words, no finding."""
    return {"name": value.name, "part": value.part, "outcome": value.outcome or None, "age": value.age, **span(value.passage)}


def group(item: TollItem) -> Shape:
    """One count of one group in one account."""
    found = bounds(item.quantity)
    return {
        "outcome": item.outcome,
        "group": item.group or None,
        "category": item.category,
        "nationality": item.nationality,
        "side": item.side,
        "low": found["low"],
        "best": found["best"],
        "high": found["high"],
        "wording": item.quantity.wording or None,
        "part_of": item.part_of,
        **span(item.passage),
    }


def assessed_group(value: Assessment) -> Shape:
    """The record's count of one group of an incident ("killed/officers")."""
    found = bounds(value.quantity)
    return {
        "outcome": value.attribute.partition("/")[0],
        "group": value.group or value.attribute.partition("/")[2] or None,
        "category": value.category or None,
        "nationality": value.nationality,
        "side": value.side,
        "low": found["low"],
        "best": found["best"],
        "high": found["high"],
        "rule": value.rule,
    }
