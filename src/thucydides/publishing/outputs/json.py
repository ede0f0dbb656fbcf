"""json: the whole record in one file, by the names of the design (section 7), texts included.

Canonical: the fields of each noun in the design's order, every list in the record's order (by id), UTF-8, indented by one space,
one newline at the end. The same record gives the same bytes.
"""

from typing import Any

import msgspec

from thucydides import __version__
from thucydides.nouns import Aggregate, Answer, Document, Figure, Gap, Incident, Record
from thucydides.publishing import shapes, shapes_claims
from thucydides.publishing.account import accounts
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.words import OUTCOMES

INFO = FormatInfo(
    "json",
    ".json",
    "The whole record in one file, whatever its grade, the documents' texts included; what other programs read.",
    standard="thucydides-record/1",
    grade="discounted",
    whole=True,
)
FORMAT = "thucydides-record/1"


def write(record: Record, options: Options) -> bytes:
    """The record as JSON."""
    return msgspec.json.format(msgspec.json.encode(plain(record)), indent=1) + b"\n"


def plain(record: Record) -> dict[str, Any]:
    """The record as mappings and lists."""
    index = Index(record)
    return {
        "format": FORMAT,
        "conflict": {"title": record.title, "countries": _countries(record)},
        "revision": record.revision,
        "program": f"thucydides {__version__}",
        "contains_document_texts": True,
        "documents": [_document(index, d) for d in record.documents],
        "incidents": [_incident(index, i) for i in record.incidents if i.kind == "incident"],
        "acts": [_incident(index, i) for i in record.incidents if i.kind == "act"],
        "claims": [shapes_claims.claim(c, index) for c in record.claims],
        "discrepancies": [shapes_claims.discrepancy(d) for d in record.discrepancies],
        "aggregates": [_aggregate(index, a) for a in record.aggregates],
        "gaps": [_gap(g) for g in record.gaps],
        "answers": [_answer(a) for a in record.answers],
        "ranges": [msgspec.to_builtins(r) for r in record.ranges if r.scope != "incident"],
        "figures": [_figure(f) for f in record.figures],
        "actors": [msgspec.to_builtins(a) for a in record.actors],
        "places": [shapes.place(p) for p in record.places],
        "rulings": [msgspec.to_builtins(r) for r in record.rulings],
        "unread": [{"path": u.path, "reason": u.reason} for u in record.unread],
    }


def _countries(record: Record) -> list[str]:
    places = (a.place for i in record.incidents for a in i.assessments if a.place)
    return sorted({p.country for p in places if p.country})


def _document(index: Index, value: Document) -> dict[str, Any]:
    return {
        "id": value.id,
        "path": value.path,
        "url": value.url,
        "title": value.title,
        "outlet": value.outlet,
        "author": value.author,
        "published": shapes.published(value.published),
        "language": value.language,
        "sha256": value.sha256,
        "text": value.text,
        "cites": [
            {"outlet": c.outlet, "edtf": c.date.edtf if c.date else None, **shapes.span(c.passage)}
            for c in index.citations_of.get(value.id, ())
        ],
        "copy_of": value.copy_of,
        "notes": list(value.notes),
    }


def _incident(index: Index, value: Incident) -> dict[str, Any]:
    """An incident, or an act: the same shape without toll."""
    when, where = value.assessed("date"), value.assessed("place")
    date = shapes.dated(when.date if when else None)
    if date and when:
        date["rule"] = when.rule
    found: dict[str, Any] = {
        "id": value.id,
        "title": value.title,
        "type": value.type,
        "event_type": value.event_type,
        "ucdp_type": value.ucdp_type,
        "status": value.status,
        "date": date,
        "place": shapes.place(where.place if where else None),
        "launched_from": shapes.place(value.launched_from),
        "actors": [{"actor_id": a or None, "name": name, "role": role} for a, name, role in value.actors],
        "weapons": list(value.weapons),
        "targets": list(value.targets),
    }
    if value.kind == "incident":
        found["toll"] = {
            **{o: shapes.bounds(a.quantity, a.rule) if (a := value.assessed(o)) else shapes.bounds(None) for o in OUTCOMES},
            "allowed": [
                {"outcome": r.outcome, "group": r.group or None, "low": r.low, "high": r.high, "holds": r.holds}
                for r in index.ranges_of.get(value.id, ())
            ],
            "groups": [shapes.assessed_group(a) for a in value.assessments if "/" in a.attribute],
        }
    return {
        **found,
        "responsibility": [shapes_claims.accused(c, index) for c in index.claims_on(value, "responsibility")],
        "grades": {
            "harm": value.harm.grade if value.harm else None,
            "responsibility": value.responsibility.grade if value.responsibility else None,
        },
        "grade_reasons": {
            "harm": value.harm.reason if value.harm else None,
            "responsibility": value.responsibility.reason if value.responsibility else None,
        },
        "origins": value.origins,
        "accounts": [shapes_claims.account(a) for a in accounts(index, value)],
        "discrepancies": list(value.discrepancies),
        "assessments": [shapes_claims.assessment(a) for a in value.assessments],
        "links": [msgspec.to_builtins(p) for p in value.pairs],
    }


def _aggregate(index: Index, value: Aggregate) -> dict[str, Any]:
    return {
        "id": value.id,
        **shapes.at(value.passage),
        "kind": value.kind,
        "deaths": shapes.quantity(value.deaths),
        "injured": shapes.quantity(value.injured),
        "incidents": shapes.quantity(value.incidents),
        "window": shapes.dated(value.window),
        "area": shapes.place(value.area),
        "counter": value.counter,
        "categories": list(value.categories),
        "nationality": value.nationality,
        "type": value.type,
        "summary": value.summary,
        "members": list(value.members),
        "checked": shapes_claims.checked(index.checks.get(value.id)),
    }


def _gap(value: Gap) -> dict[str, Any]:
    return {
        "id": value.id,
        "aggregate": value.aggregate or None,
        "question": value.question,
        "deaths": list(value.deaths),
        "incidents": list(value.incidents),
        "reading": value.reading or None,
        "likely": value.likely or None,
        **shapes.at(value.passage),
    }


def _answer(value: Answer) -> dict[str, Any]:
    return {
        "gap": value.id,
        "aggregate": value.aggregate,
        "question": value.question,
        "asked_in_revision": value.asked,
        "answered_in_revision": value.answered,
        "answer": value.words,
        "documents": list(value.documents),
        "incidents": list(value.incidents),
        **shapes.at(value.passage),
    }


def _figure(value: Figure) -> dict[str, Any]:
    return {
        "id": value.id,
        **shapes.at(value.passage),
        "name": value.name,
        "subject": value.subject,
        "value": value.value,
        "unit": value.unit,
        "si_value": value.si_value,
        "si_unit": value.si_unit,
        "approximate": value.approximate,
        "wording": value.wording or None,
        "same_as": value.same_as,
        "window": value.window or None,
    }
