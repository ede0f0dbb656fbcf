"""Rows of what is said and by whom: claims, discrepancies, counts over many incidents, figures, open questions."""

from collections.abc import Iterator

from thucydides.nouns import Aggregate, AggregateCheck
from thucydides.publishing import words
from thucydides.publishing.index import Index
from thucydides.publishing.shapes import iso
from thucydides.publishing.tabular.cells import JOIN, Row, dated, passage, three


def claims_rows(index: Index) -> Iterator[Row]:
    """A row a claim."""
    for c in index.record.claims:
        yield {
            "id": c.id,
            "incidents": JOIN.join(index.incidents_of(c)),
            "attribute": c.attribute,
            "value": c.value,
            "stance": c.stance,
            "hedge": c.hedge,
            "speaker": c.speaker,
            "speaker_actor": c.speaker_actor,
            "via": JOIN.join(c.via),
            "said_on": c.said_on.edtf if c.said_on else None,
            **three("", c.quantity),
            "group": c.group,
            "category": c.category,
            "part": int(c.part),
            **dated(c.date),
            "place": c.place.name if c.place else None,
            "country": c.place.country if c.place else None,
            "actor": c.actor,
            **passage(index, c.passage),
        }


def discrepancies_rows(index: Index) -> Iterator[Row]:
    """A row for each side of each discrepancy."""
    for d in index.record.discrepancies:
        for side, value in enumerate(d.values, 1):
            yield {
                "id": d.id,
                "kind": d.kind,
                "attribute": d.attribute,
                "incidents": JOIN.join(d.incidents),
                "side": side,
                "value": value.value,
                "held_by": value.source,
                **passage(index, value.passage),
                "explanation": d.explanation,
                "rule": d.rule,
            }


def aggregates_rows(index: Index) -> Iterator[Row]:
    """A row for each reading of each count."""
    for a in index.record.aggregates:
        check = index.checks.get(a.id)
        for reading in (check, *check.other) if check else (None,):
            yield {**_aggregate(a), **_check(reading), **passage(index, a.passage)}


def _aggregate(a: Aggregate) -> Row:
    return {
        "id": a.id,
        "kind": a.kind,
        "counter": a.counter,
        "categories": JOIN.join(a.categories),
        **three("deaths_", a.deaths),
        **three("injured_", a.injured),
        **three("incidents_", a.incidents),
        "window_earliest": iso(a.window.earliest) if a.window else None,
        "window_latest": iso(a.window.latest) if a.window else None,
        "area": words.where(a.area) if a.area else None,
    }


def _check(value: AggregateCheck | None) -> Row:
    deaths = value.residual_deaths if value else (None, None)
    missing = value.residual_incidents if value else (None, None)
    return {
        "reading": value.reading if value else None,
        **three("recorded_deaths_", value.recorded_deaths if value else None),
        "recorded_incidents": value.recorded_incidents if value else None,
        "missing_deaths_least": deaths[0],
        "missing_deaths_most": deaths[1],
        "missing_incidents_least": missing[0],
        "missing_incidents_most": missing[1],
        "verdict": value.verdict if value else None,
        "counted": JOIN.join(value.incidents) if value else None,
    }


def figures_rows(index: Index) -> Iterator[Row]:
    """A row a background quantity."""
    for f in index.record.figures:
        yield {
            "id": f.id,
            "name": f.name,
            "subject": f.subject,
            "value": f.value,
            "unit": f.unit,
            "si_value": f.si_value,
            "si_unit": f.si_unit,
            "approximate": int(f.approximate),
            "same_as": f.same_as,
            "window": f.window,
            **passage(index, f.passage),
        }


def gaps_rows(index: Index) -> Iterator[Row]:
    """A row an open question."""
    for g in index.record.gaps:
        yield {
            "id": g.id,
            "aggregate": g.aggregate,
            "question": g.question,
            "deaths_least": g.deaths[0],
            "deaths_most": g.deaths[1],
            "incidents_least": g.incidents[0],
            "incidents_most": g.incidents[1],
            "reading": g.reading,
            "likely": g.likely,
            **passage(index, g.passage),
        }
