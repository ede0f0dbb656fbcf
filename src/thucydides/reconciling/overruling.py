"""Overruling: people's rulings as reconciling meets them: what is rejected, and what is set.

Rule `ruling.set`: a value that a person set wins over every rule until the ruling is withdrawn; the machine's own value stays in
the reason. `set` takes the incident's id or the id of any mention of it, the attribute, and the value ("5", "3-5", "3/4/5", "5+",
"unknown", "2025-11-30", "2025-11-30/2025-12-02", "Armed clash", "37.8,70.2,TJ,Name"). Merging and splitting are for linking; a
ruling that cannot be read changes nothing.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.nouns import Assessment, DateRange, Place, Quantity, Ruling
from thucydides.reconciling.words import OUTCOMES

RULE = "ruling.set"
_DATE = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_COUNT = re.compile(r"^(\d+)(?:\s*[-/]\s*(\d+))?(?:\s*[-/]\s*(\d+))?$")
_LEAST = re.compile(r"^(\d+)(?:\s*/\s*(\d+))?\+$")


def in_force(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings that nobody withdrew, in order."""
    ordered = sorted(rulings, key=lambda r: r.number)
    undone = {r.arguments[0] for r in ordered if r.verb == "undo" and r.withdrawn_by is None and r.arguments}
    return tuple(r for r in ordered if r.withdrawn_by is None and str(r.number) not in undone and r.verb != "undo")


def rejected(rulings: Sequence[Ruling]) -> frozenset[str]:
    """Ids (of mentions, claims, incidents, aggregates) that people rejected."""
    return frozenset(a for r in rulings if r.verb == "reject" for a in r.arguments)


def settings(rulings: Sequence[Ruling]) -> dict[str, list[tuple[str, str, Ruling]]]:
    """What was set, by the id of the incident or mention it was set for; a later ruling stands after an earlier one."""
    found: dict[str, list[tuple[str, str, Ruling]]] = {}
    for ruling in rulings:
        if ruling.verb == "set" and len(ruling.arguments) >= 3:
            anchor, attribute, value = ruling.arguments[:3]
            found.setdefault(anchor, []).append((attribute, value, ruling))
    return found


def overrule(
    assessments: Sequence[Assessment], incident: str, fixed: Sequence[tuple[str, str, Ruling]]
) -> tuple[Assessment, ...]:
    """The assessments with the set ones in place of the machine's."""
    result = {a.attribute: a for a in assessments}
    for attribute, value, ruling in fixed:
        made = _value(incident, attribute, value.strip())
        if made is not None:
            old = result.get(attribute)
            was = f"; the rule {old.rule} gave {old.value}" if old is not None else ""
            why = f": {ruling.why}" if ruling.why else ""
            result[attribute] = replace(
                made,
                reason=f"set by {ruling.who}{why}{was}",
                claims_for=old.claims_for if old else (),
                claims_against=old.claims_against if old else (),
            )
    return tuple(result.values())


def _value(incident: str, attribute: str, value: str) -> Assessment | None:
    """The assessment of a set value, None where the value cannot be read."""
    if attribute.split("/")[0] in OUTCOMES:
        quantity = _quantity(value)
        group = attribute.partition("/")[2]
        return Assessment(incident, attribute, RULE, value, quantity=quantity, group=group) if quantity is not None else None
    if attribute == "date":
        when = _date(value)
        return Assessment(incident, attribute, RULE, value, date=when) if when is not None else None
    if attribute == "place":
        place = _place(value)
        return Assessment(incident, attribute, RULE, place.name, place=place) if place is not None else None
    return Assessment(incident, attribute, RULE, value) if attribute in ("type", "status", "title") else None


def _quantity(value: str) -> Quantity | None:
    if value == "unknown":
        return Quantity(None, None, None, value, RULE)
    least = _LEAST.match(value)
    if least is not None:
        low, best = int(least[1]), int(least[2] or least[1])
        return Quantity(low, best, None, value, RULE) if low <= best else None
    match = _COUNT.match(value)
    if match is None:
        return None
    numbers = [int(n) for n in match.groups() if n is not None]
    if numbers != sorted(numbers):
        return None
    return Quantity(numbers[0], numbers[1] if len(numbers) == 3 else numbers[0], numbers[-1], value, RULE)


def _date(value: str) -> DateRange | None:
    """A day, month or year, or two of them with a stroke between: the days from the one to the other."""
    if value.count("/") == 1:
        first, last = (_date(part.strip()) for part in value.split("/"))
        if first is None or last is None or not first.earliest or not last.latest or first.earliest > last.latest:
            return None
        return DateRange(f"{first.edtf}/{last.edtf}", first.earliest, last.latest, "days", "stated", RULE, value)
    match = _DATE.match(value)
    if match is None:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            one = date(year, int(month), int(day))
            return DateRange(value, one, one, "day", "stated", RULE, value)
        if month:
            return DateRange(
                value,
                date(year, int(month), 1),
                date(year, int(month), monthrange(year, int(month))[1]),
                "month",
                "stated",
                RULE,
                value,
            )
        return DateRange(value, date(year, 1, 1), date(year, 12, 31), "year", "stated", RULE, value)
    except ValueError:
        return None


def _place(value: str) -> Place | None:
    parts = [p.strip() for p in value.split(",", 3)]
    if len(parts) != 4:
        return None
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Place(
        parts[3],
        None,
        "other",
        parts[2].upper() or None,
        latitude=latitude,
        longitude=longitude,
        precision=1,
        radius_km=0.0,
        reason="set by a person",
    )
