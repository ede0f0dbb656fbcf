"""Setting: what a person writes for a value, as the log of rulings takes it; a place may be called by its name."""

from thucydides.nouns import DateRange, Incident, Place, Quantity, Ruling
from thucydides.record.errors import MissingError

_SHOWN = 3
SETTABLE = ("killed", "injured", "missing", "captured", "date", "place", "type", "status", "title")
"""What a person may set; a count also of a group, as "killed/civilians"."""


def readable(attribute: str, value: str, incident: Incident | None = None) -> str:
    """The value as a ruling `set` holds it; MissingError, saying how values are written, where it cannot be read.

    A place is "37.8,70.2,TJ,Name", or a name of the gazetteer, alone (then in the incident's country) or with its country: "Homs, SY".
    """
    from thucydides.reconciling.overruling import overrule

    if attribute == "place" and value.count(",") < 3:
        return _place(value, incident)
    if attribute == "type":
        return _type(value)
    if attribute.split("/")[0] not in SETTABLE:
        raise MissingError(f"nothing called {attribute!r} can be set; there are: {', '.join(SETTABLE)}")
    if not overrule((), "", [(attribute, value, Ruling(0, "set", ("", attribute, value), "", ""))]):
        raise MissingError(f"{attribute} cannot be set to {value!r}; `thucydides rule set --help` shows how values are written")
    return value


def _type(value: str) -> str:
    from difflib import get_close_matches

    from thucydides.vocabulary import mapping

    types: dict[str, str] = {t.casefold(): t for some in mapping("types")["event_types"].values() for t in some}
    if value.casefold() in types:
        return types[value.casefold()]
    near = get_close_matches(value.casefold(), types, 1, 0.4)
    hint = f"did you mean {types[near[0]]}? " if near else ""
    raise MissingError(f"there is no type {value!r}; {hint}there are: {', '.join(types.values())}")


def _place(value: str, incident: Incident | None) -> str:
    from thucydides.grounding.places.gazetteer import open_gazetteer

    name, _, country = (part.strip() for part in value.partition(","))
    assessed = incident.assessed("place") if incident is not None else None
    if not country and assessed is not None and assessed.place is not None:
        country = assessed.place.country or ""
    found = open_gazetteer().named(name, country=country.upper())
    if not found and country and "," not in value:
        found = open_gazetteer().named(name)
    if not found:
        raise MissingError(f"no place is listed under {value!r}; write it as 37.8,70.2,TJ,Name (latitude, longitude, country, name)")
    if len(found) > 1 and found[0].population < 10 * max(e.population for e in found[1:]):
        several = "; ".join(
            f"{e.latitude:.4f},{e.longitude:.4f},{e.country},{e.name} ({e.kind} in {e.admin1 or e.country})" for e in found[:_SHOWN]
        )
        raise MissingError(f"{value!r} may be several places; write the one that is meant: {several}")
    one = found[0]
    return f"{one.latitude:.4f},{one.longitude:.4f},{one.country},{one.name}"


def of_value(attribute: str, quantity: Quantity | None, when: DateRange | None, place: Place | None, value: str) -> str | None:
    """A value of a claim or of the record as a ruling `set` holds it, None where it cannot be set."""
    if quantity is not None:
        return _count(quantity.low, quantity.best, quantity.high)
    if when is not None and when.earliest and when.latest:
        return when.earliest.isoformat() if when.earliest == when.latest else f"{when.earliest}/{when.latest}"
    if place is not None and place.latitude is not None and place.longitude is not None:
        return f"{place.latitude:.4f},{place.longitude:.4f},{place.country or ''},{place.name}"
    return value if attribute == "type" else None


def _count(low: int | None, best: int | None, high: int | None) -> str:
    """A count: "5", "3/4/5", "5+", "unknown"."""
    numbers = [n for n in (low, best) if n is not None]
    if not numbers:
        return "unknown" if high is None else f"0/{high}"
    first, last = numbers[0], numbers[-1]
    if high is None:
        return f"{first}+" if first == last else f"{first}/{last}+"
    return str(first) if first == last == high else f"{first}/{last}/{high}"
