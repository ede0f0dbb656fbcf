"""Value: one of the record's values of an incident as the page shows it, with the claims that it rests on."""

from msgspec import Struct

from thucydides.nouns import Assessment, Incident
from thucydides.publishing import days, words
from thucydides.publishing.evidence import Cell, Evidence
from thucydides.publishing.groups import grouped, parts
from thucydides.publishing.index import Index, country
from thucydides.publishing.sums import toll

NAMES = {"date": "Date", "place": "Place", "type": "Kind", "killed": "Killed", "injured": "Injured"}


class Value(Struct, frozen=True):
    """One of the record's values: its name, the value in words, the reason, the claims for and against it."""

    name: str
    value: str
    detail: str
    reason: str
    origins: int
    support: tuple[Cell, ...]
    against: tuple[Cell, ...]


def ordered(incident: Incident) -> list[Assessment]:
    """Assessments in the order that a reader asks: when, where, what, how many, of whom."""
    order = {name: n for n, name in enumerate(("date", "place", "type", "killed", "injured", "missing", "captured", "displaced"))}
    return sorted(incident.assessments, key=lambda a: (order.get(a.attribute.split("/")[0], 99), "/" in a.attribute, a.attribute))


def value(index: Index, evidence: Evidence, value: Assessment) -> Value:
    outcome, _, group = value.attribute.partition("/")
    text, detail = value.value or words.UNKNOWN, ""
    if value.quantity is not None:
        text = words.quantity(value.quantity)
    elif value.date is not None:
        text, detail = days.when(value.date), value.date.edtf
    elif value.place is not None:
        text, detail = words.where(value.place, country(value.place.country)), words.precision(value.place)
    named = NAMES.get(outcome, words.sentence_case(outcome))
    return Value(
        name=f"{named}: {value.group or group}" if group else named,
        value=text,
        detail=detail,
        reason=value.reason,
        origins=value.origins,
        support=_claimed(index, evidence, value.claims_for, outcome),
        against=_claimed(index, evidence, value.claims_against, outcome),
    )


def _claimed(index: Index, evidence: Evidence, names: tuple[str, ...], attribute: str) -> tuple[Cell, ...]:
    """Claims as their values, with who says so; the same value of one speaker in one document once.

    What an incident was is seldom said as a value: there the words themselves stand for it.
    """
    found: dict[tuple[str, str, str], Cell] = {}
    for claim in (index.claims[n] for n in names if n in index.claims):
        text = claim.place.name if claim.place else claim.value
        if attribute == "type":
            text = f"“{index.quote(claim.passage, 9)}”"
        elif claim.date is not None:
            text = days.when(claim.date)
        elif claim.quantity is not None:
            text = words.quantity(claim.quantity)
        speaker = claim.speaker or index.source(claim.document)
        found.setdefault((claim.document, text, speaker), evidence.cell(text, claim.passage, note=speaker))
    return tuple(found.values())


def by_group(incident: Incident, outcome: str) -> str:
    """The record's counts by group: "3 Ecuadorian soldiers and 1 officer"."""
    whole = toll(incident, outcome)
    return parts(grouped(incident, outcome), whole) if whole else ""
