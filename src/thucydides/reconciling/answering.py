"""Answering: which questions of the revision before are open no more, and what answered them.

Rule `gap.answered`: a question is answered where its count is now reached, by the documents that came since and tell of incidents
which the count lacked. A question that a newer count of the same kind takes up is not answered.
"""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from thucydides.nouns import AggregateCheck, Answer, Gap, Incident, Mention, Record
from thucydides.reconciling.context import make_context
from thucydides.reconciling.counts import noun, number
from thucydides.reconciling.naming import document_name, listed, when

REACHED = ("met", "exceeded")


def answered(before: Record | None, after: Record) -> tuple[Answer, ...]:
    """What the questions of `before` were answered by, with the answers that it held already; `after` is the revision to come."""
    if before is None:
        return ()
    open_now = {g.id for g in after.gaps}
    checks = {c.aggregate: c for c in after.checks}
    texts = {d.id: d.text for d in after.documents}
    kept = [
        replace(a, incidents=_told_by(after, a.documents, checks[a.aggregate]))
        for a in before.answers
        if a.id not in open_now and a.aggregate in checks and texts.get(a.passage.document) == _text(before, a.passage.document)
    ]
    held = {a.id for a in kept}
    made = [
        _answer(before, after, gap, checks[gap.aggregate])
        for gap in before.gaps
        if gap.id not in open_now | held and gap.aggregate in checks and checks[gap.aggregate].verdict in REACHED
    ]
    return tuple(sorted((*kept, *made), key=lambda a: a.id))


def asked_after(before: Record, after: Record) -> frozenset[str] | None:
    """The incidents that the answers speak of or may speak of; None where there are none and no question is open no more."""
    gone = {g.id: g.aggregate for g in before.gaps if g.id not in {g.id for g in after.gaps}}
    counts = {*gone.values(), *(a.aggregate for a in before.answers)}
    return frozenset(i for c in (*before.checks, *after.checks) if c.aggregate in counts for i in c.incidents) if counts else None


def _text(record: Record, document: str) -> str | None:
    return next((d.text for d in record.documents if d.id == document), None)


def _answer(before: Record, after: Record, gap: Gap, check: AggregateCheck) -> Answer:
    """The answer to one question."""
    counted = next((c.incidents for c in before.checks if c.aggregate == gap.aggregate), ())
    known = {m for i in before.incidents if i.id in counted for m in i.mentions}
    mentions = {m.id: m for m in after.mentions}
    old = {d.id for d in before.documents}
    new = [i for i in after.incidents if i.id in check.incidents and not known & set(i.mentions)]
    changed = new or [i for i in after.incidents if i.id in check.incidents]
    documents = _arrived(changed, mentions, old)
    told = [i for i in new if _arrived([i], mentions, old)]
    return Answer(
        gap.id,
        gap.aggregate,
        gap.question,
        gap.passage,
        before.revision,
        before.revision + 1,
        _words(after, check, told, documents),
        documents,
        tuple(i.id for i in told),
    )


def _arrived(incidents: Iterable[Incident], mentions: Mapping[str, Mention], old: set[str]) -> tuple[str, ...]:
    """The documents, new since, that tell of some incidents."""
    return tuple(sorted({mentions[m].document for i in incidents for m in i.mentions if m in mentions} - old))


def _told_by(record: Record, documents: tuple[str, ...], check: AggregateCheck) -> tuple[str, ...]:
    """The incidents of a check that some documents tell of, by the ids of this revision."""
    of = {m.id: m.document for m in record.mentions}
    return tuple(i.id for i in record.incidents if i.id in check.incidents and {of.get(m) for m in i.mentions} <= set(documents))


def _words(after: Record, check: AggregateCheck, told: list[Incident], documents: tuple[str, ...]) -> str:
    """What answered it, in words: "Central Wire tells of the attack on ... on 9 December 2025; the count is now reached ..."."""
    context = make_context(after.documents, (), (), ())
    names = [document_name(context.documents.get(d)) for d in documents]
    deaths = check.recorded_deaths.best if check.recorded_deaths is not None else None
    dead = f"{number(deaths)} deaths in " if deaths is not None else ""
    held = f"{dead}{number(check.recorded_incidents)} {noun(check.recorded_incidents, 'incident', 'incidents')}"
    reached = f"the record now holds {held}, and the count is reached."
    if not documents:
        return f"No new report answers it, but a ruling or a new reading of what was there: {reached}"
    name = listed(names)
    subject = f"{name[:1].upper()}{name[1:]}"
    if not told:
        return f"{subject} {'tell' if len(documents) > 1 else 'tells'} more of incidents that the record held: {reached}"
    found = listed(f"{i.title[:1].lower()}{i.title[1:]} ({_dated(i)})" for i in told)
    return f"{subject} {'tell' if len(documents) > 1 else 'tells'} of an incident that was missing, {found}: {reached}"


def _dated(incident: Incident) -> str:
    assessed = incident.assessed("date")
    return when(assessed.date) if assessed is not None else "date unknown"
