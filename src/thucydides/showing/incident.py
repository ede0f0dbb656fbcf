"""Incident: one incident or act on a page: what the record holds of it, who tells it, and what is open."""

from collections.abc import Iterator

from thucydides.nouns import Incident, Record
from thucydides.publishing import days, words
from thucydides.publishing.account import Account, accounts
from thucydides.publishing.index import Index, country
from thucydides.publishing.responsibility import accusation
from thucydides.showing.documents import called, credit
from thucydides.showing.lines import Line
from thucydides.showing.values import value


def shown(record: Record, incident: Incident) -> list[Line]:
    """The incident's values, grades, responsibility, accounts and discrepancies."""
    index = Index(record)
    lines = [Line(f"{incident.title} ({incident.id})"), Line("")]
    lines += [Line(f"{label}: {text}") for label, text in _values(index, incident)]
    lines += list(_responsibility(index, incident))
    found = accounts(index, incident)
    lines += [Line(""), Line(f"Told in {words.count(len(found), 'document')}, of {words.count(incident.origins, 'origin')}:")]
    for account in found:
        lines += _account(index, account)
    lines += list(_discrepancies(index, incident))
    return [*lines, Line(""), Line(f"How it came to these values: thucydides explain RECORD {incident.id} [killed, date, place, ...]")]


def _values(index: Index, incident: Incident) -> Iterator[tuple[str, str]]:
    yield "Kind", f"{incident.type} ({incident.event_type}); {incident.status}"
    for assessed in incident.assessments:
        if assessed.attribute not in ("type", "status"):
            yield words.sentence_case(assessed.attribute.replace("/", ", ")), value(assessed)
    if incident.launched_from:
        yield "Launched from", words.where(incident.launched_from, country(incident.launched_from.country) or None)
    if incident.actors:
        yield "Parties", "; ".join(f"{name} ({role})" for _, name, role in incident.actors)
    if incident.weapons:
        yield "Weapons", ", ".join(incident.weapons)
    if incident.targets:
        yield "Targets", ", ".join(incident.targets)
    for name, grade in (("Harm", incident.harm), ("Responsibility", incident.responsibility)):
        if grade:
            yield f"{name}, grade", f"{grade.grade}: {grade.reason}"


def _responsibility(index: Index, incident: Incident) -> Iterator[Line]:
    said = dict.fromkeys(
        f"{accusation(index, claim)} ({called(index, claim.document)})" for claim in index.claims_on(incident, "responsibility")
    )
    if said:
        yield Line("")
        yield Line("Who is said to have done it:")
        yield from (Line(text, 2, "- ") for text in said)


def _account(index: Index, account: Account) -> list[Line]:
    told = [days.when(account.date)] if account.date else []
    told += [f"{words.quantity(t.quantity)} {t.outcome}" for t in account.toll]
    quoted = [Line(f"“{index.sentence(p)}”", 4) for p in account.passages[:3]]
    unique = list(dict.fromkeys(quoted))
    return [Line(credit(index, account.document) + (f": {'; '.join(told)}" if told else ""), 2, "- "), *unique]


def _discrepancies(index: Index, incident: Incident) -> Iterator[Line]:
    found = [index.discrepancies[d] for d in incident.discrepancies if d in index.discrepancies]
    if found:
        yield Line("")
        yield Line("Where accounts differ:")
        yield from (Line(d.explanation, 2, "- ") for d in sorted(found, key=lambda d: (-d.weight, d.id)))
