"""Clashes: dates and places of two tellings that cannot both hold of one deed.

Invariant: what is not known clashes with nothing.
"""

from datetime import timedelta

from msgspec.structs import replace

from thucydides.extracting.spans import weekdays_clash, yearless_clash
from thucydides.grounding.places import contains, distance_km
from thucydides.nouns import DateRange, Place

NEAR_KM = 40.0
"""How far apart two at-places of one incident may lie beyond their radii."""
APART_KM = 3.0
"""How far apart two towns are two, where each has a count of its own."""
STATEMENT = timedelta(days=3)
"""How long before a statement about it a deed may lie."""
WORD = timedelta(days=14)
"""How long before a statement a deed may lie that it speaks of as one known ("the raids on the two posts")."""
FINDING = timedelta(days=60)
"""How long before its dead are found a deed may lie."""
AFTERMATH = timedelta(days=4000)
"""How long before an arrest, a trial or a funeral its deed may lie."""
_BEHIND = {"statement": STATEMENT, "reaction": STATEMENT, "finding": FINDING, "aftermath": AFTERMATH}


def dates_clash(a: DateRange | None, b: DateRange | None, slack: int = 0) -> bool:
    """Whether two date ranges cannot be one day; ranges without a year clash where their month and day differ."""
    if a is None or b is None:
        return False
    if a.earliest is None or b.earliest is None:
        return yearless_clash(a, b) or (not slack and weekdays_clash(a, b))
    if a.latest is None or b.latest is None:
        return False
    gap = timedelta(days=slack)
    return a.earliest - gap > b.latest or b.earliest - gap > a.latest


def bounds(value: DateRange | None, dated_by: str, known: bool = False) -> DateRange | None:
    """The days within which a deed lies by a date that a sentence gives: the date itself, or days before a statement or an aftermath.

    `known` holds where the sentence speaks of the deed as one told before, or of nothing but its dead.
    """
    if value is not None and value.earliest is None and dated_by in ("aftermath", "finding"):
        return None  # a day without a year, some time after the deed
    if value is None or not dated_by or value.earliest is None or value.latest is None:
        return value
    return replace(value, earliest=value.earliest - (WORD if known and dated_by in ("statement", "reaction") else _BEHIND[dated_by]))


def same_day(a: DateRange | None, b: DateRange | None) -> bool:
    """Whether two dates name one day (or one month and day where a year is missing)."""
    if a is None or b is None or a.precision != "day" or b.precision != "day" or weekdays_clash(a, b):
        return False
    return a.edtf[:10] == b.edtf[:10] or ("XXXX" in (a.edtf[:4], b.edtf[:4]) and a.edtf[4:10] == b.edtf[4:10])


def places_clash(a: Place, b: Place) -> bool:
    """Whether two places cannot be the same spot: neither holds the other and they lie further apart than their radii."""
    if a.latitude is None or b.latitude is None or a.gazetteer_id == b.gazetteer_id:
        return False
    if contains(a, b) or contains(b, a):
        return False
    if "border" in (a.kind, b.kind) or "water" in (a.kind, b.kind):
        return False
    distance = distance_km(a, b)
    reach = (a.radius_km or 0) + (b.radius_km or 0) if "country" not in (a.kind, b.kind) else 0
    if (a.kind == "country" and b.kind == "country") or (a.country and b.country and a.country != b.country):
        return distance is None or distance > NEAR_KM
    return distance is not None and distance > NEAR_KM + min(reach, 120)


def towns_apart(a: Place, b: Place) -> bool:
    """Whether two places are neither one nor the other's part: two towns, two provinces."""
    if a.latitude is None or b.latitude is None or a.gazetteer_id == b.gazetteer_id or contains(a, b) or contains(b, a):
        return False
    distance = distance_km(a, b)
    return distance is not None and distance > APART_KM
