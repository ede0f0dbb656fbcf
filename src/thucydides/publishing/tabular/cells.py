"""Cells: how values stand in a table's row, shared by all tables.

Invariants: unknown is None, never 0; a list is its members joined by ";".
"""

from collections.abc import Callable, Iterable

from thucydides.nouns import Assessment, DateRange, Passage, Place, Quantity
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.publishing.shapes import iso

Cell = str | int | float | None
Row = dict[str, Cell]
JOIN = "; "
_NOWHERE: Row = dict.fromkeys(
    ("place", "admin2", "admin1", "country", "latitude", "longitude", "place_precision", "radius_km", "gazetteer_id")
)
_UNTOLD: Row = {f"{outcome}_{end}": None for outcome in words.OUTCOMES for end in ("low", "best", "high")}


def dated(value: DateRange | None) -> Row:
    """The cells of a date."""
    return {
        "date_edtf": value.edtf if value else None,
        "date_earliest": iso(value.earliest) if value else None,
        "date_latest": iso(value.latest) if value else None,
        "date_precision": value.precision if value else None,
    }


def placed(value: Place | None) -> Row:
    """The cells of a place."""
    if value is None:
        return dict(_NOWHERE)
    return {
        "place": value.name,
        "admin2": value.admin2,
        "admin1": value.admin1,
        "country": value.country,
        "latitude": value.latitude,
        "longitude": value.longitude,
        "place_precision": value.precision,
        "radius_km": value.radius_km,
        "gazetteer_id": value.gazetteer_id,
    }


def tolls(find: Callable[[str], Quantity | None]) -> Row:
    """The cells of all outcomes; `find` gives the count of one."""
    row = dict(_UNTOLD)
    for outcome in words.OUTCOMES:
        found = find(outcome)
        if found is not None:
            row.update(three(f"{outcome}_", found))
    return row


def three(prefix: str, value: Quantity | None) -> Row:
    """Low, best and high under a prefix."""
    return {
        f"{prefix}low": value.low if value else None,
        f"{prefix}best": value.best if value else None,
        f"{prefix}high": value.high if value else None,
    }


def groups(values: Iterable[Assessment], outcome: str) -> str:
    """The counts of an outcome's groups in one cell: "officers=2; militants=3"."""
    return JOIN.join(f"{a.group}={words.short(a.quantity)}" for a in values if a.attribute.startswith(f"{outcome}/"))


def passage(index: Index, value: Passage) -> Row:
    """The cells of a passage, its words at most 40."""
    return {
        "document": value.document,
        "source": index.source(value.document),
        "start": value.start,
        "end": value.end,
        "passage": index.quote(value),
    }
