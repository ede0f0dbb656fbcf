"""TimelineJS: an event for each dated incident and act, as TimelineJS 3 reads them.

A date is given no finer than it is known, with its words in `display_date`. Texts are made HTML here, so that words of documents stay text.
"""

from datetime import date
from html import escape
from typing import Any

from thucydides.nouns import DateRange, Incident
from thucydides.publishing import days, words
from thucydides.publishing.index import Index, by_time, country
from thucydides.publishing.notes import credit
from thucydides.publishing.sentences import told
from thucydides.publishing.sums import when


def timeline(index: Index) -> dict[str, Any]:
    """The timeline; what has no date that begins and ends is counted in the title's text."""
    record = index.record
    ordered = sorted(record.incidents, key=by_time)
    events = [event for i in ordered if (event := _event(index, i)) is not None]
    without = len(ordered) - len(events)
    left = f" {words.count(without, 'further one has', 'further ones have')} no date that could be shown." if without else ""
    text = (
        f"{words.count(len(events), 'incident or act', 'incidents and acts')} in the order of time.{left} {index.options.status}"
    )
    return {
        "title": {"text": {"headline": escape(record.title), "text": f"<p>{escape(text)}</p>"}},
        "events": events,
        "scale": "human",
    }


def _event(index: Index, incident: Incident) -> dict[str, Any] | None:
    value = when(incident)
    if value is None or value.earliest is None or value.latest is None:
        return None
    place = incident.assessed("place")
    where = place.place if place else None
    shown: dict[str, Any] = {
        "unique_id": incident.id,
        "start_date": _start(value, value.earliest),
        "display_date": days.when(value),
        "text": {"headline": escape(incident.title), "text": _text(index, incident)},
        "group": incident.event_type if incident.kind == "incident" else "Acts without force",
    }
    if value.earliest != value.latest and value.precision not in ("month", "year"):
        shown["end_date"] = _day(value.latest)
    if where is not None and where.latitude is not None and where.longitude is not None:
        shown["location"] = {
            "name": words.where(where, country(where.country)),
            "lat": round(where.latitude, 6),
            "lon": round(where.longitude, 6),
            "precision": words.precision(where),
        }
    return shown


def _start(value: DateRange, first: date) -> dict[str, int]:
    """The first day, or the month or year alone where no more is known."""
    if value.precision == "year":
        return {"year": first.year}
    return {"year": first.year, "month": first.month} if value.precision == "month" else _day(first)


def _day(value: date) -> dict[str, int]:
    return {"year": value.year, "month": value.month, "day": value.day}


def _text(index: Index, incident: Incident) -> str:
    """What happened and who says so, then the documents, as paragraphs."""
    documents = sorted({index.mentions[m].document for m in incident.mentions if m in index.mentions})
    sources = "; ".join(credit(index, d) for d in documents)
    graded = f" Grade of harm: {incident.harm.grade}." if incident.harm else ""
    parts = [" ".join(s.text for s in told(index, incident)), f"Sources: {sources}.{graded}"]
    return "".join(f"<p>{escape(part)}</p>" for part in parts)
