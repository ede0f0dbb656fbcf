"""Kinds: every kind of noun in a record, with its table, its id, and how its row is made."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Table

from thucydides.nouns import (
    Actor,
    Aggregate,
    AggregateCheck,
    Answer,
    Citation,
    Claim,
    Discrepancy,
    Document,
    Figure,
    Gap,
    Incident,
    Mention,
    Place,
    Range,
    Ruling,
    Unread,
)  # fmt: skip
from thucydides.record import columns, schema
from thucydides.record.columns import Parts, Passages, Row


class Kind(NamedTuple):
    """One kind of noun: the record's field, the type, its table, its id, its own columns, and its parts by table name."""

    field: str
    type: type[Any]
    table: Table
    id: Callable[[Any], str]
    columns: Callable[[Any, Passages], Row]
    parts: Callable[[Any, Passages], Parts] = lambda noun, passages: {}


def _by_id(noun: Any) -> str:
    return str(noun.id)


KINDS: tuple[Kind, ...] = (
    Kind("documents", Document, schema.documents, _by_id, columns.document),
    Kind("unread", Unread, schema.unread, lambda u: u.path, lambda u, _: {"reason": u.reason}),
    Kind("mentions", Mention, schema.mentions, _by_id, columns.mention, columns.mention_parts),
    Kind(
        "claims", Claim, schema.claims, _by_id, columns.claim,
        lambda c, _: {"claim_mentions": [{"position": n, "mention": one} for n, one in enumerate(c.mentions)]},
    ),
    Kind(
        "citations", Citation, schema.citations,
        lambda c: f"{c.passage.document}:{c.passage.start:09d}-{c.passage.end:09d}", columns.citation,
    ),
    Kind("incidents", Incident, schema.incidents, _by_id, columns.incident, columns.incident_parts),
    Kind("aggregates", Aggregate, schema.aggregates, _by_id, columns.aggregate),
    Kind("checks", AggregateCheck, schema.checks, lambda c: c.aggregate, columns.check),
    Kind(
        "discrepancies", Discrepancy, schema.discrepancies, _by_id,
        lambda d, _: {"kind": d.kind, "attribute": d.attribute, "explanation": d.explanation, "weight": d.weight},
        columns.discrepancy_parts,
    ),
    Kind("gaps", Gap, schema.gaps, _by_id, columns.gap),
    Kind("figures", Figure, schema.figures, _by_id, columns.figure),
    Kind(
        "actors", Actor, schema.actors, _by_id,
        lambda a, _: {"name": a.name, "kind": a.kind, "country": a.country, "parent": a.parent},
    ),
    Kind("places", Place, schema.places, lambda p: p.gazetteer_id or p.name, columns.place_row),
    Kind(
        "rulings", Ruling, schema.rulings, lambda r: f"{r.number:06d}",
        lambda r, _: {"verb": r.verb, "who": r.who, "decided": r.when, "why": r.why},
    ),
    Kind("ranges", Range, schema.ranges, _by_id, columns.range_row),
    Kind("answers", Answer, schema.answers, _by_id, columns.answer),
)  # fmt: skip
"""Every kind of noun in a record, in the order of the record's fields."""
