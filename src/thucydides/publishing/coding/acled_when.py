"""Days and places as ACLED codes them: one event a day, with how exactly day and place are known.

Rules `acled.date`, `acled.days` and `acled.place`.
"""

from datetime import date, timedelta

from msgspec import Struct

from thucydides.nouns import DateRange, Incident, Place

WEEK, MONTH = 7, 31
LASTING = ("from ", "over ", "for ")
"""How the words begin that tell of fighting on every day of a range, not on one unknown day of it."""
FIGHTING = ("Battles", "Explosions/Remote violence", "Protests", "Riots")
GEO = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3}
"""ACLED's geo_precision by UCDP's where_prec: 1 the town, 2 a small area, 3 a region; a country alone is not coded."""


class Days(Struct, frozen=True):
    """The days that an incident is coded on, and ACLED's time_precision."""

    days: tuple[date, ...]
    precision: int


def days(incident: Incident, value: DateRange | None) -> Days | str:
    """The days of an incident, or why it cannot be coded: the day, the middle of a week or month, or every day of a lasting fight."""
    if value is None or value.earliest is None or value.latest is None:
        return "no date with its year is told"
    first, last = value.earliest, value.latest
    length = (last - first).days + 1
    if length == 1:
        return Days((first,), 1)
    if length <= MONTH and incident.event_type in FIGHTING and _lasting(value):
        return Days(tuple(first + timedelta(n) for n in range(length)), 1)
    if length > MONTH:
        return f"the date is known to {length:,} days only, and time_precision ends at a month"
    return Days((first + timedelta((length - 1) // 2),), 2 if length <= WEEK else 3)


def _lasting(value: DateRange) -> bool:
    return value.rule in ("date.span", "date.days") and value.wording.casefold().startswith(LASTING)


def geo_precision(incident: Incident, where: Place | None) -> int | str:
    """ACLED's geo_precision, or why the place cannot be coded."""
    if where is None or where.latitude is None or where.longitude is None:
        return "no place that can be put on the map is told"
    if where.country is None:
        return "the place lies in no country"
    found = GEO.get(where.precision or 0)
    if found is None and incident.event_type == "Strategic developments":
        return 3
    return found if found is not None else "the place is known only by country"
