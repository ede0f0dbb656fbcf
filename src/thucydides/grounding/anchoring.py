"""Anchoring: when a document without a date was written, from what it tells and from what dated documents tell of the same.

Pure, and independent of the order of documents: each undated document is held against the whole dates of all the others, never
against another estimate. Where nothing tells, there is no estimate; where the year cannot be told, a time stays without one.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from thucydides.grounding.published import told_dates
from thucydides.grounding.same_telling import alike
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Calendar, Day, Month, Stretch, Years
from thucydides.nouns import DateRange, Document, Extract, Mention

# How likely two tellings must be of one incident: where month and day agree, and where only what is told agrees.
_ALIKE_SAME_DAY, _ALIKE = 2, 4
# Tellings that could be the same must agree on the day this far, or the clue is dropped.
_AGREE_DAYS = 10
# How long after the newest thing it tells a document may have been written, in days.
_REACH = 92
_YEAR = 366


class _Clue(Struct, frozen=True):
    """What a document's words say of its own date: an expression that must meet the days given, or any of the days known."""

    expression: TimeExpression | None
    first: date | None = None
    last: date | None = None


def anchor_documents(documents: Sequence[Document], extracts: Mapping[str, Extract] | Sequence[Extract]) -> dict[str, DateRange]:
    """An estimated range of days for each document that has no date of its own, by document id; none for those that nothing dates.

    The range begins with the newest thing told and ends where the document's own words ("Sunday", "this month") would no longer fit, at
    most a quarter of a year later. Basis "collection" where other documents were needed, "citing" where one cites it, else "text".
    """
    by_document = extracts if isinstance(extracts, Mapping) else {extract.document: extract for extract in extracts}
    undated = [d for d in documents if d.published is None or d.published.earliest is None or d.published.latest is None]
    if not undated:
        return {}
    whole = sorted((m for e in by_document.values() for m in e.mentions if _whole(m)), key=lambda m: m.id)
    citations = _cited(by_document)
    found = {}
    for document in sorted(undated, key=lambda d: d.id):
        extract = by_document.get(document.id, Extract(document.id))
        estimate = _estimate(document, extract, [m for m in whole if m.document != document.id], citations)
        if estimate is not None:
            found[document.id] = estimate
    return found


def _whole(mention: Mention) -> bool:
    """Whether a mention tells of a deed with a whole date of a month or finer."""
    when = mention.date
    return bool(when and when.earliest and when.latest and (when.latest - when.earliest).days <= 31 and mention.status in ("happened", "foiled"))


def _cited(extracts: Mapping[str, Extract]) -> dict[str, set[date]]:
    """The days on which each outlet is cited, by outlet."""
    found: dict[str, set[date]] = {}
    for extract in extracts.values():
        for citation in extract.citations:
            if citation.date and citation.date.earliest and citation.date.earliest == citation.date.latest:
                found.setdefault(citation.outlet, set()).add(citation.date.earliest)
    return found


def _told(document: Document) -> tuple[set[date], date | None]:
    """The whole days a document tells of, and the earliest day it can be of: the newest day, month or year it tells of."""
    days = {day for day, _ in told_dates(document.text)}
    begun = set(days)
    for expression in find_times(document.text, document.language):
        form = expression.form
        if expression.window or expression.lean == "future" or not isinstance(form, Month | Years) or expression.relative_to != "nothing":
            continue
        when = resolve(expression, Anchor())
        if when and when.earliest and (isinstance(form, Month) or form.count == 1):
            begun.add(when.earliest)
    return days, max(begun, default=None)


def _clues(extract: Extract, others: Sequence[Mention]) -> tuple[list[_Clue], set[date]]:
    """The clues of a document's mentions and windows, and the days of the incidents it shares with dated tellings."""
    clues, known = [], set()
    for mention in extract.mentions:
        expression = _expression(mention.date)
        if mention.date is not None and expression is None:
            continue
        matched = _matched(mention, expression, others)
        if matched is not None:
            first, last = matched
            clues.append(_Clue(expression, first, last))
            known |= {first, last}
        elif expression is not None and _fresh(expression):
            clues.append(_Clue(expression))
    for aggregate in extract.aggregates:
        expression = _expression(aggregate.window)
        if expression is not None and _fresh(expression):
            clues.append(_Clue(expression))
    return clues, known


def _expression(when: DateRange | None) -> TimeExpression | None:
    """The expression of a time that still lacks the document's date, None for any other."""
    if when is None or when.basis != "unknown" or not when.wording:
        return None
    found = find_times(when.wording)
    return found[0] if len(found) == 1 and found[0].relative_to == "document" else None


def _fresh(expression: TimeExpression) -> bool:
    """Whether the words say that what is told is new: "this month", "in recent weeks"."""
    form = expression.form
    return (isinstance(form, Calendar) and form.offset == 0 and form.unit in ("week", "month")) or (isinstance(form, Stretch) and form.sign < 0)


def _matched(mention: Mention, expression: TimeExpression | None, others: Sequence[Mention]) -> tuple[date, date] | None:
    """The days of the dated tellings that are like a mention, None where there are none or they part."""
    found = []
    for other in others:
        when = other.date
        if when is None or when.earliest is None or when.latest is None:
            continue
        need = _ALIKE
        if expression is not None and isinstance(expression.form, Day):
            if when.earliest != when.latest or (when.earliest.month, when.earliest.day) != (expression.form.month, expression.form.day):
                continue
            need = _ALIKE_SAME_DAY
        if alike(mention, other) >= need:
            found.append((when.earliest, when.latest))
    if not found:
        return None
    day = min(found, key=lambda days: (days[1] - days[0], days))
    if any(first - timedelta(days=_AGREE_DAYS) > day[1] or last + timedelta(days=_AGREE_DAYS) < day[0] for first, last in found):
        return None
    return day


def _fits(clue: _Clue, day: date, known: set[date]) -> bool:
    """Whether a clue holds for a document of that day."""
    if clue.expression is None:
        return clue.first is not None and clue.first <= day
    anchor = DateRange(day.isoformat(), day, day)
    when = resolve(clue.expression, Anchor(anchor))
    if when is None or when.earliest is None or when.latest is None:
        return False
    if clue.first is None or clue.last is None:
        return any(when.earliest <= k <= when.latest for k in known)
    return when.earliest <= clue.last and clue.first <= when.latest


def _estimate(document: Document, extract: Extract, others: Sequence[Mention], citations: Mapping[str, set[date]]) -> DateRange | None:
    """The estimate for one document; see `anchor_documents`."""
    days, begun = _told(document)
    clues, shared = _clues(extract, others)
    known = days | shared
    lower = max((d for d in (begun, *(c.first for c in clues if c.first)) if d is not None), default=None)
    if lower is None:
        return None
    usable = [clue for clue in clues if clue.first is not None or known]
    scores = [(lower + timedelta(days=i), sum(_fits(c, lower + timedelta(days=i), known) for c in usable)) for i in range(_REACH + 1)]
    most = max(score for _, score in scores)
    fitting = [day for day, score in scores if score == most]
    first, last = fitting[0], fitting[-1]
    if cited := [day for day in sorted(citations.get(document.outlet or "", ())) if first <= day <= last]:
        if len(cited) == 1:
            return DateRange(cited[0].isoformat(), cited[0], cited[0], "day", "citing", "anchor.citing")
    matched = any(clue.first is not None for clue in usable)
    rule = "anchor.relative" if matched and most else "anchor.text"
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateRange(edtf, first, last, "day" if first == last else "days", "collection" if matched else "text", rule)


def re_anchor(document: Document, extract: Extract, when: DateRange) -> Extract:
    """The extract of an undated document with the times that lacked its date read against the range estimated for it.

    A time whose year the range does not tell, or that is counted from an incident, stays as it was. The basis of what is filled
    in is the estimate's own.
    """
    if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > _YEAR:
        return extract

    def filled(told: DateRange | None) -> DateRange | None:
        expression = _expression(told)
        if told is None or expression is None:
            return told
        found = resolve(expression, Anchor(when))
        if found is None or found.earliest is None or found.alternatives:
            return told
        return replace(found, basis=when.basis, wording=told.wording)

    return replace(
        extract,
        mentions=tuple(replace(m, date=filled(m.date)) for m in extract.mentions),
        claims=tuple(replace(c, date=filled(c.date), said_on=filled(c.said_on)) for c in extract.claims),
        aggregates=tuple(replace(a, window=filled(a.window)) for a in extract.aggregates),
        citations=tuple(replace(c, date=filled(c.date)) for c in extract.citations),
    )
