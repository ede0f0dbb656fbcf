"""Columns: what each noun shows in the columns of its table and of the tables of its parts.

Invariant: the columns are a pure function of the noun and of the numbers given to its passages.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

from thucydides.nouns import (
    Aggregate,
    AggregateCheck,
    Answer,
    Assessment,
    Citation,
    Claim,
    DateRange,
    Discrepancy,
    Document,
    Figure,
    Gap,
    Incident,
    Mention,
    Passage,
    Place,
    Quantity,
    Range,
)  # fmt: skip

Row: TypeAlias = dict[str, Any]
Passages: TypeAlias = Mapping[Passage, int]
Parts: TypeAlias = dict[str, list[Row]]

_LARGEST = 2**63 - 1


def _span(quantity: Quantity | None, prefix: str = "") -> Row:
    ends = (quantity.low, quantity.best, quantity.high) if quantity is not None else (None, None, None)
    return {f"{prefix}{name}": _fits(end) for name, end in zip(("low", "best", "high"), ends, strict=True)}


def _fits(number: int | None) -> int | None:
    """A count as the database can hold it; one that it cannot is kept in the body alone."""
    return number if number is not None and abs(number) <= _LARGEST else None


def _dates(date: DateRange | None) -> Row:
    if date is None:
        return {"edtf": None, "earliest": None, "latest": None}
    return {"edtf": date.edtf, "earliest": date.earliest, "latest": date.latest}


def _place(place: Place | None) -> Row:
    if place is None:
        return dict.fromkeys(("place", "gazetteer_id", "country", "latitude", "longitude", "place_precision"))
    return {
        "place": place.name, "gazetteer_id": place.gazetteer_id, "country": place.country, "latitude": place.latitude,
        "longitude": place.longitude, "place_precision": place.precision,
    }  # fmt: skip


def _list(words: tuple[str, ...]) -> str:
    return msgspec.json.encode(words).decode()


def document(d: Document, _: Passages) -> Row:
    return {
        "path": d.path, "url": d.url, "title": d.title, "outlet": d.outlet, "author": d.author, **_dates(d.published),
        "published_basis": d.published.basis if d.published else None, "language": d.language, "sha256": d.sha256,
        "copy_of": d.copy_of,
    }  # fmt: skip


def mention(m: Mention, passages: Passages) -> Row:
    return {
        "document": m.document, "kind": m.kind, "type": m.type, "event_type": m.event_type, "status": m.status,
        **_dates(m.date), **_place(m.place.place if m.place else None), "passage": passages[m.passages[0]],
    }  # fmt: skip


def mention_parts(m: Mention, passages: Passages) -> Parts:
    toll = [
        {
            "position": n, "outcome": t.outcome, **_span(t.quantity), "wording": t.quantity.wording, "rule": t.quantity.rule,
            "group_words": t.group, "category": t.category, "nationality": t.nationality, "side": t.side,
            "part_of": t.part_of, "passage": passages[t.passage],
        }
        for n, t in enumerate(m.toll)
    ]  # fmt: skip
    return {"mention_passages": [{"position": n, "passage": passages[p]} for n, p in enumerate(m.passages)], "toll": toll}


def claim(c: Claim, passages: Passages) -> Row:
    return {
        "document": c.document, "attribute": c.attribute, "value": c.value, "stance": c.stance, "speaker": c.speaker,
        "outlet": c.outlet, "via": _list(c.via), "hedge": c.hedge, **_span(c.quantity), **_dates(c.date), "actor": c.actor,
        "passage": passages[c.passage],
    }  # fmt: skip


def citation(c: Citation, passages: Passages) -> Row:
    return {"document": c.passage.document, "outlet": c.outlet, **_dates(c.date), "passage": passages[c.passage]}


def incident(i: Incident, _: Passages) -> Row:
    date, place, killed, injured = (i.assessed(name) for name in ("date", "place", "killed", "injured"))
    return {
        "kind": i.kind, "title": i.title, "type": i.type, "event_type": i.event_type, "ucdp_type": i.ucdp_type,
        "status": i.status, **_dates(date.date if date else None), **_place(place.place if place else None),
        **_span(killed.quantity if killed else None, "killed_"), **_span(injured.quantity if injured else None, "injured_"),
        "harm_grade": i.harm.grade if i.harm else None, "origins": i.origins,
        "responsibility_grade": i.responsibility.grade if i.responsibility else None,
        "accounts": len({mention.rsplit(":", 1)[0] for mention in i.mentions}),
    }  # fmt: skip


def _assessment(n: int, a: Assessment) -> Row:
    return {
        "position": n, "attribute": a.attribute, "rule": a.rule, "value": a.value, **_span(a.quantity), **_dates(a.date),
        **_place(a.place), "origins": a.origins, "reason": a.reason, "claims_for": _list(a.claims_for),
        "claims_against": _list(a.claims_against),
    }  # fmt: skip


def incident_parts(i: Incident, _: Passages) -> Parts:
    return {
        "incident_mentions": [{"position": n, "mention": mention} for n, mention in enumerate(i.mentions)],
        "assessments": [_assessment(n, a) for n, a in enumerate(i.assessments)],
    }


def discrepancy_parts(d: Discrepancy, passages: Passages) -> Parts:
    return {
        "discrepancy_incidents": [{"position": n, "incident": one} for n, one in enumerate(d.incidents)],
        "discrepancy_values": [
            {"position": n, "value": v.value, "source": v.source, "passage": passages[v.passage]} for n, v in enumerate(d.values)
        ],
    }


def aggregate(a: Aggregate, passages: Passages) -> Row:
    return {
        "document": a.document, "kind": a.kind, **_span(a.deaths, "deaths_"), **_span(a.incidents, "incidents_"),
        **_dates(a.window), "counter": a.counter, "area": a.area.name if a.area else None, "passage": passages[a.passage],
    }  # fmt: skip


def check(c: AggregateCheck, _: Passages) -> Row:
    return {
        "reading": c.reading, **_span(c.recorded_deaths, "recorded_deaths_"), "recorded_incidents": c.recorded_incidents,
        "missing_deaths_least": _fits(c.residual_deaths[0]), "missing_deaths_most": _fits(c.residual_deaths[1]),
        "missing_incidents_least": _fits(c.residual_incidents[0]), "missing_incidents_most": _fits(c.residual_incidents[1]),
        "verdict": c.verdict,
    }  # fmt: skip


def gap(g: Gap, passages: Passages) -> Row:
    return {
        "aggregate": g.aggregate, "question": g.question, "deaths_least": _fits(g.deaths[0]), "deaths_most": _fits(g.deaths[1]),
        "incidents_least": _fits(g.incidents[0]), "incidents_most": _fits(g.incidents[1]), "passage": passages[g.passage],
    }  # fmt: skip


def range_row(r: Range, _: Passages) -> Row:
    return {
        "scope": r.scope, "of": r.key, "outcome": r.outcome, "group_words": r.group, "low": _fits(r.low), "high": _fits(r.high),
        "holds": r.holds,
    }  # fmt: skip


def answer(a: Answer, passages: Passages) -> Row:
    return {
        "aggregate": a.aggregate, "question": a.question, "asked": a.asked, "answered": a.answered, "words": a.words,
        "passage": passages[a.passage],
    }  # fmt: skip


def figure(f: Figure, passages: Passages) -> Row:
    return {
        "document": f.document, "name": f.name, "subject": f.subject, "value": f.value, "unit": f.unit, "si_value": f.si_value,
        "si_unit": f.si_unit, "approximate": f.approximate, "passage": passages[f.passage],
    }  # fmt: skip


def place_row(p: Place, _: Passages) -> Row:
    return {
        **_place(p), "kind": p.kind, "admin1": p.admin1, "admin2": p.admin2, "radius_km": p.radius_km, "reason": p.reason,
    }  # fmt: skip
