"""Differences: what changed between two revisions of a record, by incident and value, and the documents and rulings that caused it.

Incidents of two revisions are the same where they share mentions, whatever their ids: an id may change with a date.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from msgspec.structs import replace

from thucydides.nouns import Assessment, Claim, Discrepancy, Incident, Record
from thucydides.reconciling.naming import document_name
from thucydides.record.causes import LINKING, Cause, Causes
from thucydides.record.changes import Change, ChangeKind, Differences


def diff(a: Record, b: Record) -> Differences:
    """What changed from `a` to `b`, in order: incidents by id, of each the incident itself and then its values."""
    causes = Causes(a, b)
    pairs = _same_incidents(a.incidents, b.incidents)
    changes = list(_incidents(a, b, pairs, causes))
    worked = frozenset(n for c in changes for n in c.rulings)
    changes += [*_discrepancies(a, b, pairs, causes, worked), *_gaps(a, b, causes, worked)]
    known = {r.number for r in a.rulings}
    ruled = {e.number for e in causes.effects}
    involved = ruled | {e.ruling.number for e in causes.effects} | {r.number for r in b.rulings if r.number not in known}
    return Differences(
        before=a.revision,
        after=b.revision,
        documents_added=tuple(sorted(causes.arrived)),
        documents_removed=tuple(sorted(causes.gone)),
        rulings_added=tuple(r.number for r in b.rulings if r.number not in known),
        rulings=tuple(r for r in b.rulings if r.number in involved),
        idle=tuple(sorted(ruled - {n for c in changes for n in c.rulings})),
        title=(a.title, b.title) if a.title != b.title else None,
        changes=tuple(changes),
    )


class _Accounts:
    """The accounts of the incidents of a record in words: outlets, titles or beginnings of their documents."""

    def __init__(self, record: Record) -> None:
        self._document = {m.id: m.document for m in record.mentions}
        self._documents = {d.id: d for d in record.documents}

    def of(self, incident: Incident) -> str:
        """Those of one incident."""
        told = {self._document[m] for m in incident.mentions if m in self._document}
        return ", ".join(sorted(document_name(self._documents[d]) for d in told if d in self._documents))


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


def _incidents(a: Record, b: Record, pairs: Mapping[str, str], causes: Causes) -> Iterable[Change]:
    """Incidents added, removed, merged, split, and those whose values changed."""
    old, new = {i.id: i for i in a.incidents}, {i.id: i for i in b.incidents}
    back = {right: left for left, right in pairs.items()}
    was = {mention: i for i in a.incidents for mention in i.mentions}
    now = {mention: i for i in b.incidents for mention in i.mentions}
    claims = {c.id: c for r in (a, b) for c in r.claims}
    stood = {c.id for c in a.claims} & {c.id for c in b.claims}
    accounts = _Accounts(a), _Accounts(b)
    for incident in sorted(new.values(), key=lambda i: i.id):
        if incident.id in back:
            yield from _values(accounts, old[back[incident.id]], incident, causes, claims, stood)
            continue
        origin = next((was[m] for m in incident.mentions if m in was), None)
        kind: ChangeKind = "split" if origin else "added"
        yield _change(kind, "incident", incident, "", origin.title if origin else "", incident.title, _whole(incident, origin, causes))
    for incident in sorted(old.values(), key=lambda i: i.id):
        if incident.id not in pairs:
            target = next((now[m] for m in incident.mentions if m in now), None)
            kind = "merged" if target else "removed"
            yield _change(kind, "incident", incident, "", incident.title, target.title if target else "", _whole(incident, target, causes))


def _whole(one: Incident, other: Incident | None, causes: Causes) -> Cause:
    """What made or unmade an incident; `other` is the one that it was part of, or is part of now."""
    mentions = {*one.mentions, *(other.mentions if other else ())}
    rulings = causes.ruled({one.id, *one.mentions}, (*LINKING, "reject"))
    return causes.found(() if rulings and not causes.came(one.mentions) else causes.came(mentions), rulings)


def _values(
    accounts: tuple[_Accounts, _Accounts], old: Incident, new: Incident, causes: Causes, claims: Mapping[str, Claim], stood: set[str]
) -> Iterable[Change]:  # fmt: skip
    """What the record's own values of one incident changed to, and which accounts came in or went."""
    moved = set(new.mentions) ^ set(old.mentions)
    everything = {old.id, new.id, *old.mentions, *new.mentions}
    came, moving = causes.came(moved), _moving(causes, moved, everything)
    rows = [
        ("accounts", accounts[0].of(old), accounts[1].of(new)), ("title", old.title, new.title), ("type", old.type, new.type),
        ("harm grade", old.harm.grade if old.harm else "", new.harm.grade if new.harm else ""),
        ("responsibility grade", old.responsibility.grade if old.responsibility else "",
         new.responsibility.grade if new.responsibility else ""),
        ("origins", str(old.origins), str(new.origins)),
    ]  # fmt: skip
    for attribute, before, after in rows:
        if before != after:
            told = causes.ruled(everything, ["set"], attribute)
            rulings = told or moving or (causes.ruled(everything, _ON_VALUES) if not came else ())
            yield _change("changed", "value", new, attribute, before, after, causes.found(() if told else came, rulings))
    before_values = {a.attribute: a for a in old.assessments if a.attribute != "type"}
    after_values = {a.attribute: a for a in new.assessments if a.attribute != "type"}
    for attribute in sorted(before_values.keys() | after_values.keys()):
        one, other = before_values.get(attribute), after_values.get(attribute)
        if _value(one) != _value(other):
            bearing = [claims[c] for v in (one, other) if v for c in (*v.claims_for, *v.claims_against) if c in claims]
            told = causes.ruled(everything, ["set"], attribute)
            void = causes.ruled([c for v in (one, other) if v for c in (*v.claims_for, *v.claims_against)], ["reject"])
            documents = {c.document for c in bearing if c.id not in stood} & (causes.arrived | causes.gone) or set(came)
            rulings = told or (*void, *moving) or (() if documents else causes.ruled(everything, _ON_VALUES))
            kind: ChangeKind = "changed" if one and other else "added" if other else "removed"
            change = _change(kind, "value", new, attribute, "", "", causes.found(() if told else documents, rulings))
            yield replace(change, old=one, new=other)


_ON_VALUES = ("reject", "set")


def _moving(causes: Causes, moved: set[str], everything: set[str]) -> tuple[int, ...]:
    """The rulings that moved mentions of documents which stood all along into an incident, or out of it."""
    stood = causes.stood(moved)
    verbs = (*LINKING, "reject")
    return (causes.ruled(stood, verbs) or causes.ruled(everything, verbs)) if stood else ()


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


def _discrepancies(a: Record, b: Record, pairs: Mapping[str, str], causes: Causes, worked: frozenset[int]) -> Iterable[Change]:
    """Discrepancies found or settled; the same one where kind, attribute, incidents and the sides' values are. One that goes while one of
    the same kind, attribute and incidents comes is the same with other sides: changed.

    `worked` are the rulings that changed incidents and values, of which one that speaks of its incidents may have changed it too.
    """
    incidents = {i.id: i for r in (a, b) for i in r.incidents}
    old = {_identity(d, pairs): d for d in a.discrepancies}
    new = {_identity(d, {}): d for d in b.discrepancies}
    came, gone = sorted(new.keys() - old.keys()), {key[:-1]: key for key in sorted(old.keys() - new.keys(), reverse=True)}
    same = {key: old.pop(gone.pop(key[:-1])) for key in came if key[:-1] in gone}
    for key in came:
        found = _differing("changed" if key in same else "added", new[key], incidents, causes, worked)
        yield replace(found, before=same[key].explanation) if key in same else found
    for key in sorted(old.keys() - new.keys()):
        yield _differing("removed", old[key], incidents, causes, worked)


def _identity(discrepancy: Discrepancy, pairs: Mapping[str, str]) -> tuple[Any, ...]:
    incidents = tuple(sorted(pairs.get(i, i) for i in discrepancy.incidents))
    return discrepancy.kind, discrepancy.attribute, incidents, tuple(sorted(v.value for v in discrepancy.values))


def _differing(
    kind: ChangeKind, d: Discrepancy, incidents: Mapping[str, Incident], causes: Causes, worked: frozenset[int]
) -> Change:  # fmt: skip
    named = [incidents[i] for i in d.incidents if i in incidents]
    mentions = {m for i in named for m in (i.id, *i.mentions)}
    sides = [v.source for v in d.values if v.source]
    direct = {*causes.ruled(mentions, ["set"], d.attribute), *causes.ruled(sides, ["reject"])}
    rulings = direct | worked.intersection(causes.ruled(mentions))
    documents = {v.passage.document for v in d.values} & (causes.arrived | causes.gone)
    if not documents and not rulings:
        documents = set(causes.came(mentions)) or set(causes.arrived if kind == "removed" else ())
    cause = causes.found(documents, rulings)
    words = (d.explanation, "") if kind == "removed" else ("", d.explanation)
    incident = d.incidents[0] if d.incidents else ""
    title = named[0].title if named else ""
    return Change(kind, "discrepancy", incident, title, d.attribute, *words, cause.documents, cause.rulings, cause.words)


def _gaps(a: Record, b: Record, causes: Causes, worked: frozenset[int]) -> Iterable[Change]:
    """Open questions asked, answered, or left with less or more missing; the same question where its count is the same."""
    old, new = {g.id: g for g in a.gaps}, {g.id: g for g in b.gaps}
    asked = {g.aggregate for g in (*a.gaps, *b.gaps)}
    checks = [({c.aggregate: c.incidents for c in r.checks}, {i.id: i.mentions for i in r.incidents}) for r in (a, b)]
    for kind, keys in (("added", new.keys() - old.keys()), ("changed", new.keys() & old.keys()), ("removed", old.keys() - new.keys())):
        for key in sorted(keys):
            before, after = (g[key].question if key in g else "" for g in (old, new))
            if before == after:
                continue
            count = (new.get(key) or old[key]).aggregate
            touched = {count, *(m for held, mentions in checks for i in held.get(count, ()) for m in (i, *mentions.get(i, ())))}
            rulings = {*worked.intersection(causes.ruled(touched)), *causes.ruled(touched & asked, ["reject"])}
            cause = causes.found(causes.arrived | causes.gone, rulings)
            yield Change(_KINDS[kind], "gap", "", "", "", before, after, cause.documents, cause.rulings, cause.words)


_KINDS: Mapping[str, ChangeKind] = {"added": "added", "changed": "changed", "removed": "removed"}


def _change(
    kind: ChangeKind, about: Literal["incident", "value"], incident: Incident, attribute: str, before: str, after: str, cause: Cause
) -> Change:  # fmt: skip
    return Change(
        kind, about, incident.id, incident.title, attribute, before, after, cause.documents, cause.rulings, cause.words
    )  # fmt: skip
