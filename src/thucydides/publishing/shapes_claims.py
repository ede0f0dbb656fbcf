"""Shapes of what is said and made of it: accounts, assessments, claims, discrepancies, checked counts, as plain mappings."""

from thucydides.nouns import AggregateCheck, Assessment, Claim, Discrepancy
from thucydides.publishing import shapes
from thucydides.publishing.account import Account
from thucydides.publishing.index import Index
from thucydides.publishing.words import OUTCOMES


def account(value: Account) -> shapes.Shape:
    """One document's telling."""
    return {
        "document": value.document,
        "passages": [shapes.span(p) for p in value.passages],
        "speakers": [name for name, _ in value.speakers],
        "date": shapes.dated(value.date),
        "place": shapes.place(value.place),
        "type": value.type or None,
        "toll": {
            **{o: shapes.bounds(t.quantity) if (t := value.told(o)) else shapes.bounds(None) for o in OUTCOMES},
            "groups": [shapes.group(i) for t in value.toll for i in t.items],
        },
        "persons": [shapes.person(p) for p in value.persons],
        "time_of_day": {"part": value.hour[0], **shapes.span(value.hour[1])} if value.hour else None,
        "mentions": list(value.mentions),
    }


def assessment(value: Assessment) -> shapes.Shape:
    """The record's value of one attribute, the rule and the claims for and against."""
    return {
        "attribute": value.attribute,
        "value": value.value or None,
        "quantity": shapes.quantity(value.quantity),
        "date": shapes.dated(value.date),
        "place": shapes.place(value.place),
        "rule": value.rule,
        "reason": value.reason or None,
        "origins": value.origins,
        "claims_for": list(value.claims_for),
        "claims_against": list(value.claims_against),
    }


def accused(value: Claim, index: Index) -> shapes.Shape:
    """Who is said to be responsible, by whom, through whom."""
    return {
        "actor": index.actor(value.actor) if value.actor else value.value or None,
        "actor_id": value.actor if value.actor in index.actors else None,
        "stance": value.stance,
        "speaker": value.speaker,
        "via": list(value.via),
        "outlet": value.outlet,
        "claim": value.id,
        **shapes.at(value.passage),
    }


def claim(value: Claim, index: Index) -> shapes.Shape:
    """Who says what, through whom, and where it is written."""
    return {
        "id": value.id,
        "incidents": list(index.incidents_of(value)),
        "mentions": list(value.mentions),
        "attribute": value.attribute,
        "value": value.value,
        "stance": value.stance,
        "hedge": value.hedge or None,
        "speaker": value.speaker,
        "speaker_actor": value.speaker_actor,
        "speaker_kind": value.speaker_kind or None,
        "via": list(value.via),
        "outlet": value.outlet,
        "interest": value.interest or None,
        "said_on": shapes.dated(value.said_on),
        "quantity": shapes.quantity(value.quantity),
        "group": value.group or None,
        "category": value.category or None,
        "part": value.part,
        "date": shapes.dated(value.date),
        "date_is_report": value.date_is_report,
        "place": shapes.place(value.place),
        "actor": value.actor,
        "replaces": value.replaces,
        "cue": shapes.span(value.cue) if value.cue else None,
        **shapes.at(value.passage),
    }


def discrepancy(value: Discrepancy) -> shapes.Shape:
    """Claims that cannot all hold, the sides with their passages."""
    return {
        "id": value.id,
        "kind": value.kind,
        "incidents": list(value.incidents),
        "attribute": value.attribute,
        "values": [{"value": v.value, "source": v.source or None, **shapes.at(v.passage)} for v in value.values],
        "explanation": value.explanation,
        "rule": value.rule or None,
        "weight": value.weight,
    }


def checked(value: AggregateCheck | None) -> shapes.Shape | None:
    """An aggregate held against the record."""
    if value is None:
        return None
    return {
        "reading": value.reading,
        "recorded_deaths": shapes.bounds(value.recorded_deaths) if value.recorded_deaths else None,
        "recorded_incidents": value.recorded_incidents,
        "residual_deaths": list(value.residual_deaths),
        "residual_incidents": list(value.residual_incidents),
        "verdict": value.verdict,
        "incidents": list(value.incidents),
        "other": [checked(o) for o in value.other],
    }
