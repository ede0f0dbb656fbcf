"""Judged: how an incident's own values read beside those that people coded: when, where, how many."""

import tempfile
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from thucydides.evaluating.outcome import Cut
from thucydides.evaluating.slices import copy_slice, sources
from thucydides.nouns import Incident, Record

Dates = tuple[date | None, date | None]
Event = Mapping[str, Any]


def read_gold(data: Path) -> dict[str, Any]:
    """The gold beside the documents: events, contradictions, aggregates. ValueError with one line where there is none."""
    path = data / "gold.json"
    try:
        gold = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError as error:
        raise ValueError(f"{data}: there is no gold.json in it; give a folder with documents and their gold.json") from error
    except (OSError, msgspec.DecodeError) as error:
        raise ValueError(f"{path} cannot be read ({error}); give a folder with documents and their gold.json") from error
    if not isinstance(gold, dict) or not isinstance(gold.get("events"), list):
        raise ValueError(f'{path} has no list "events"; give the gold of a benchmark')
    return {"contradictions": [], "aggregates": [], **{key: value for key, value in gold.items() if value is not None}}


def build_record(data: Path, names: Collection[str] | None, cut: Cut) -> Record:
    """A record of the documents in a folder, or of those named, built from nothing, or in the folder that the cut keeps."""
    from thucydides.build import build
    from thucydides.record import Store

    if names is not None and not names:
        raise ValueError(f"{data} has no document of that half; take the other, or all of it")
    with tempfile.TemporaryDirectory() as folder:
        laid = Path(folder) / "documents"
        laid.mkdir()
        found = sources(data) if names is None else copy_slice(sources(data), names, laid)
        if not found:
            raise ValueError(f"{data} holds none of the documents that its gold names; lay the documents beside gold.json")
        with Store.open(Path(cut.keep) if cut.keep else Path(folder) / "record", create=True) as store:
            return build(found, store)


def day(text: str | None) -> date | None:
    """The day that an ISO date begins with; None where it is missing or no day."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def when(incident: Incident) -> Dates:
    """The record's (earliest, latest) of an incident."""
    found = incident.assessed("date")
    return (found.date.earliest, found.date.latest) if found is not None and found.date is not None else (None, None)


def gold_when(event: Event) -> Dates:
    """The coded (earliest, latest) of an event."""
    return day(event.get("date_start")), day(event.get("date_end") or event.get("date_start"))


def kilometres(incident: Incident, event: Event) -> float | None:
    """How far the record's point lies from the coded one; None where either is missing."""
    from thucydides.grounding.places.geometry import haversine

    found = incident.assessed("place")
    place = found.place if found is not None else None
    if place is None or place.latitude is None or place.longitude is None or event.get("lat") is None or event.get("lon") is None:
        return None
    return haversine(place.latitude, place.longitude, event["lat"], event["lon"])


def country(incident: Incident) -> str:
    """The ISO code of the record's country for an incident, or ""."""
    found = incident.assessed("place")
    return (found.place.country or "") if found is not None and found.place is not None else ""


def count(incident: Incident, outcome: str) -> tuple[int | None, int | None, int | None]:
    """(low, best, high) of the record for an outcome."""
    found = incident.assessed(outcome)
    quantity = found.quantity if found is not None else None
    return (quantity.low, quantity.best, quantity.high) if quantity is not None else (None, None, None)


def coded(event: Event, outcome: str) -> Mapping[str, Any]:
    """The coded count of an outcome; {} where the gold says nothing of it."""
    value = event.get({"killed": "deaths"}.get(outcome, outcome))
    return value if isinstance(value, dict) else {"best": value, "low": value, "high": value} if isinstance(value, int) else {}


def in_words(incident: Incident) -> str:
    """An incident in one line, for a person who looks at errors."""
    found = incident.assessed("place")
    place = f"{found.place.name}, {found.place.country}" if found is not None and found.place is not None else "no place"
    numbers = ", ".join(f"{outcome} {_number(count(incident, outcome))}" for outcome in ("killed", "injured"))
    return f"{incident.id}: {incident.type}; {_days(when(incident))}; {place}; {numbers}"


def gold_in_words(event: Event) -> str:
    """A coded event in one line."""
    place = ", ".join(str(event[key]) for key in ("place", "adm2", "adm1", "country") if event.get(key)) or "no place"
    numbers = ", ".join(f"{outcome} {coded(event, outcome).get('best')}" for outcome in ("killed", "injured"))
    return f"{event['id']}: {event.get('type')}; {_days(gold_when(event))}; {place}; {numbers}"


def _days(dates: Dates) -> str:
    first, last = dates
    return "no date" if first is None and last is None else str(first) if first == last else f"{first or '?'} to {last or '?'}"


def _number(value: tuple[int | None, int | None, int | None]) -> str:
    low, best, high = value
    return f"{best}" if low == best == high else f"{best} ({low}-{high})"
