"""Rows of what happened: incidents, acts, and each document's account of them."""

from collections.abc import Iterator
from functools import partial

from thucydides.nouns import Incident, Passage, Quantity
from thucydides.publishing import words
from thucydides.publishing.account import Account, accounts
from thucydides.publishing.index import Index
from thucydides.publishing.responsibility import accusation
from thucydides.publishing.sums import acts, force
from thucydides.publishing.tabular.cells import JOIN, Row, dated, groups, passage, placed, tolls


def incident_rows(index: Index) -> Iterator[Row]:
    """A row an incident."""
    for incident in force(index.record):
        place, date = incident.assessed("place"), incident.assessed("date")
        killed, injured = incident.assessed("killed"), incident.assessed("injured")
        yield {
            **_incident(incident),
            **dated(date.date if date else None),
            "date_rule": date.rule if date else None,
            **placed(place.place if place else None),
            "place_reason": place.place.reason if place and place.place else None,
            "launched_from": words.where(incident.launched_from) if incident.launched_from else None,
            **tolls(partial(_assessed, incident)),
            "killed_rule": killed.rule if killed else None,
            "injured_rule": injured.rule if injured else None,
            "killed_groups": groups(incident.assessments, "killed"),
            "injured_groups": groups(incident.assessments, "injured"),
            **_rest(index, incident),
        }


def act_rows(index: Index) -> Iterator[Row]:
    """A row an act."""
    for act in acts(index.record):
        place, date = act.assessed("place"), act.assessed("date")
        yield {
            **_incident(act),
            **dated(date.date if date else None),
            "date_rule": date.rule if date else None,
            **placed(place.place if place else None),
            "place_reason": place.place.reason if place and place.place else None,
            **_rest(index, act),
        }


def _incident(value: Incident) -> Row:
    return {
        "id": value.id,
        "title": value.title,
        "status": value.status,
        "type": value.type,
        "event_type": value.event_type,
        "ucdp_type": value.ucdp_type,
    }


def _rest(index: Index, value: Incident) -> Row:
    documents = dict.fromkeys(index.mentions[m].document for m in value.mentions if m in index.mentions)
    return {
        "actors": JOIN.join(f"{name} ({role})" for _, name, role in value.actors),
        "weapons": JOIN.join(value.weapons),
        "targets": JOIN.join(value.targets),
        "responsibility": JOIN.join(dict.fromkeys(accusation(index, c) for c in index.claims_on(value, "responsibility"))),
        "harm_grade": value.harm.grade if value.harm else None,
        "harm_reason": value.harm.reason if value.harm else None,
        "responsibility_grade": value.responsibility.grade if value.responsibility else None,
        "responsibility_reason": value.responsibility.reason if value.responsibility else None,
        "origins": value.origins,
        "documents": JOIN.join(sorted(documents)),
        "discrepancies": JOIN.join(value.discrepancies),
    }


def account_rows(index: Index) -> Iterator[Row]:
    """A row for each document's telling of each incident or act."""
    for incident in index.record.incidents:
        for account in accounts(index, incident):
            yield _account(index, incident, account)


def _account(index: Index, incident: Incident, value: Account) -> Row:
    groups = (f"{i.outcome} {i.group}={words.short(i.quantity)}" for t in value.toll for i in t.items if i.group)
    return {
        "incident": incident.id,
        **passage(index, value.passages[0] if value.passages else Passage(value.document, 0, 0)),
        "speakers": JOIN.join(name for name, _ in value.speakers),
        "type": value.type,
        **dated(value.date),
        **placed(value.place),
        **tolls(lambda outcome: t.quantity if (t := value.told(outcome)) else None),
        "groups": JOIN.join(groups),
    }


def _assessed(value: Incident, outcome: str) -> Quantity | None:
    found = value.assessed(outcome)
    return found.quantity if found else None
