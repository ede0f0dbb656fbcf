"""Differences: what changed between two revisions of a record, by incident and value, and the documents that caused it.

Incidents of two revisions are the same where they share mentions, whatever their ids: an id may change with a date.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from msgspec.structs import replace

from thucydides.nouns import Assessment, Claim, Discrepancy, Incident, Record
from thucydides.record.changes import Change, ChangeKind, Differences


def diff(a: Record, b: Record) -> Differences:
    """What changed from `a` to `b`, in order: incidents by id, of each the incident itself and then its values."""
    old, new = {d.id for d in a.documents}, {d.id for d in b.documents}
    known = {(r.number, r.withdrawn_by) for r in a.rulings}
    rulings = tuple(r.number for r in b.rulings if (r.number, r.withdrawn_by) not in known)
    pairs = _same_incidents(a.incidents, b.incidents)
    cause = _other_cause(bool(rulings), bool(new - old))
    changes = [*_incidents(a, b, pairs, cause), *_discrepancies(a, b, pairs, cause), *_gaps(a, b, cause)]
    return Differences(
        before=a.revision,
        after=b.revision,
        documents_added=tuple(sorted(new - old)),
        documents_removed=tuple(sorted(old - new)),
        rulings_added=rulings,
        title=(a.title, b.title) if a.title != b.title else None,
        changes=tuple(changes),
    )


def _other_cause(ruled: bool, grown: bool) -> str:
    """What changed a value that no new document speaks of."""
    if ruled:
        return "a ruling"
    return "the added documents, through dates or links of others" if grown else "the program, its tables or its rule"


def _same_incidents(before: Iterable[Incident], after: Iterable[Incident]) -> dict[str, str]:
    """Which incident of `before` (key) is which of `after`: by most mentions shared, then same id; one to one."""
    holders: dict[str, str] = {mention: i.id for i in after for mention in i.mentions}
    shared: dict[tuple[str, str], int] = {}
    for incident in before:
        for mention in incident.mentions:
            if mention in holders:
                pair = (incident.id, holders[mention])
                shared[pair] = shared.get(pair, 0) + 1
    pairs: dict[str, str] = {}
    used: set[str] = set()
    for left, right in sorted(shared, key=lambda p: (-shared[p], p[0] != p[1], p)):
        if left not in pairs and right not in used:
            pairs[left] = right
            used.add(right)
    return pairs


def _incidents(a: Record, b: Record, pairs: Mapping[str, str], cause: str) -> Iterable[Change]:
    """Incidents added, removed, merged, split, and those whose values changed."""
    old, new = {i.id: i for i in a.incidents}, {i.id: i for i in b.incidents}
    back = {right: left for left, right in pairs.items()}
    was = {mention: i for i in a.incidents for mention in i.mentions}
    now = {mention: i for i in b.incidents for mention in i.mentions}
    for incident in sorted(new.values(), key=lambda i: i.id):
        if incident.id in back:
            yield from _values(a, b, old[back[incident.id]], incident, cause)
            continue
        documents = _documents(set(incident.mentions) - was.keys(), b)
        origin = next((was[m] for m in incident.mentions if m in was), None)
        kind: ChangeKind = "split" if origin else "added"
        before = origin.title if origin else ""
        yield _change(kind, "incident", incident, "", before, incident.title, documents, cause)
    for incident in sorted(old.values(), key=lambda i: i.id):
        if incident.id not in pairs:
            target = next((now[m] for m in incident.mentions if m in now), None)
            gained = set(target.mentions) - was.keys() if target else set()
            kind = "merged" if target else "removed"
            after = target.title if target else ""
            yield _change(kind, "incident", incident, "", incident.title, after, _documents(gained, b), cause)


def _values(a: Record, b: Record, old: Incident, new: Incident, cause: str) -> Iterable[Change]:
    """What the record's own values of one incident changed to, and which accounts came in or went."""
    arrived = _documents(set(new.mentions) - set(old.mentions), b)
    known, claims = {c.id for c in a.claims}, {c.id: c for c in b.claims}
    accounts = (_outlets(old, a), _outlets(new, b))
    rows = [
        ("accounts", *accounts), ("title", old.title, new.title), ("type", old.type, new.type),
        ("harm grade", old.harm.grade if old.harm else "", new.harm.grade if new.harm else ""),
        ("responsibility grade", old.responsibility.grade if old.responsibility else "",
         new.responsibility.grade if new.responsibility else ""),
        ("origins", str(old.origins), str(new.origins)),
    ]  # fmt: skip
    for attribute, before, after in rows:
        if before != after:
            yield _change("changed", "value", new, attribute, before, after, arrived, cause)
    before_values = {a.attribute: a for a in old.assessments if a.attribute != "type"}
    after_values = {a.attribute: a for a in new.assessments if a.attribute != "type"}
    for attribute in sorted(before_values.keys() | after_values.keys()):
        one, other = before_values.get(attribute), after_values.get(attribute)
        if _value(one) != _value(other):
            documents = _claim_documents(other, claims, known) or arrived
            kind: ChangeKind = "changed" if one and other else "added" if other else "removed"
            change = _change(kind, "value", new, attribute, "", "", documents, cause)
            yield replace(change, old=one, new=other)


def _value(assessed: Assessment | None) -> tuple[Any, ...] | None:
    """What a value says, however it is worded and whatever it rests on."""
    if assessed is None:
        return None
    quantity, date, place = assessed.quantity, assessed.date, assessed.place
    return (
        assessed.value if quantity is None and date is None and place is None else "",
        (quantity.low, quantity.best, quantity.high) if quantity else None,
        (date.earliest, date.latest, date.edtf) if date else None,
        (place.gazetteer_id or place.name, place.country, place.precision) if place else None,
    )


def _discrepancies(a: Record, b: Record, pairs: Mapping[str, str], cause: str) -> Iterable[Change]:
    """Discrepancies found or settled; the same one where kind, attribute, incidents and the sides' values are."""
    titles = {i.id: i.title for r in (a, b) for i in r.incidents}
    old = {_identity(d, pairs): d for d in a.discrepancies}
    new = {_identity(d, {}): d for d in b.discrepancies}
    standing = {p.passage.document for d in a.discrepancies for p in d.values} | {d.id for d in a.documents}
    for key in sorted(new.keys() - old.keys()):
        documents = tuple(sorted({v.passage.document for v in new[key].values} - standing))
        yield _differing("added", new[key], titles, documents, cause)
    for key in sorted(old.keys() - new.keys()):
        yield _differing("removed", old[key], titles, tuple(sorted({d.id for d in b.documents} - standing)), cause)


def _identity(discrepancy: Discrepancy, pairs: Mapping[str, str]) -> tuple[Any, ...]:
    incidents = tuple(sorted(pairs.get(i, i) for i in discrepancy.incidents))
    return discrepancy.kind, discrepancy.attribute, incidents, tuple(sorted(v.value for v in discrepancy.values))


def _differing(
    kind: ChangeKind, d: Discrepancy, titles: Mapping[str, str], documents: tuple[str, ...], cause: str
) -> Change:
    incident = d.incidents[0] if d.incidents else ""
    words = ("", d.explanation) if kind == "added" else (d.explanation, "")
    return Change(
        kind, "discrepancy", incident, titles.get(incident, ""), d.attribute, *words, documents, "" if documents else cause
    )


def _gaps(a: Record, b: Record, cause: str) -> Iterable[Change]:
    """Open questions asked, answered, or left with less or more missing; the same question where its count is the same."""
    old, new = {g.id: g.question for g in a.gaps}, {g.id: g.question for g in b.gaps}
    arrived = tuple(sorted({d.id for d in b.documents} - {d.id for d in a.documents}))
    for gap in sorted(new.keys() - old.keys()):
        yield Change("added", "gap", "", "", "", "", new[gap], arrived, "" if arrived else cause)
    for gap in sorted(old.keys() & new.keys()):
        if old[gap] != new[gap]:
            yield Change("changed", "gap", "", "", "", old[gap], new[gap], arrived, "" if arrived else cause)
    for gap in sorted(old.keys() - new.keys()):
        yield Change("removed", "gap", "", "", "", old[gap], "", arrived, "" if arrived else cause)


def _change(
    kind: ChangeKind, about: Literal["incident", "value"], incident: Incident, attribute: str, before: str, after: str,
    documents: tuple[str, ...], cause: str,
) -> Change:  # fmt: skip
    return Change(kind, about, incident.id, incident.title, attribute, before, after, documents, "" if documents else cause)


def _documents(mentions: Iterable[str], record: Record) -> tuple[str, ...]:
    """The documents of some mentions of a record."""
    wanted = set(mentions)
    return tuple(sorted({m.document for m in record.mentions if m.id in wanted}))


def _claim_documents(value: Assessment | None, claims: Mapping[str, Claim], known: set[str]) -> tuple[str, ...]:
    """The documents of the claims, new in the later revision, that bear on a value."""
    if value is None:
        return ()
    bearing = (*value.claims_for, *value.claims_against)
    return tuple(sorted({claims[c].document for c in bearing if c in claims and c not in known}))


def _outlets(incident: Incident, record: Record) -> str:
    """The accounts of an incident in words: outlets, titles or paths of its documents."""
    told = set(_documents(incident.mentions, record))
    return ", ".join(sorted(d.outlet or d.title or d.path for d in record.documents if d.id in told))
