"""Anchoring: when a document without a date was written, from what it tells and from what dated documents tell of the same.

Pure, and independent of the order of documents: each undated document is held against the whole dates of all the others, never
against another estimate. Where nothing tells, there is no estimate; where the year cannot be told, a time stays without one.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from thucydides.grounding.anchor_clues import clues_of, fits, is_chronicle, lacking, last_listed, near, weekdays_of
from thucydides.grounding.known_dates import Alike, Dated
from thucydides.grounding.line_years import by_weekday, of_neighbours, says_its_day
from thucydides.grounding.page_dates import told_dates, updated
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day, Month, Weekday
from thucydides.grounding.times.needs import is_open
from thucydides.grounding.times.shifts import by_length
from thucydides.grounding.weeks import RULE as WEEKS
from thucydides.grounding.weeks import Weeks
from thucydides.nouns import DateRange, Document, Extract

# How long after the newest thing it tells a document may have been written, in days: with words like "Sunday" and without.
_REACH = 93
_YEAR = 366
# How far the days told without a year in one report may lie from the incident that dates it.
_SEASON = 60
# How soon behind the newest thing told a report is mostly changed for the last time, in days.
_FRESH = 8
# So many days apart the ends of an estimate need nothing more.
_FEW = 3
_LOOKS_BACK = re.compile(r"\banniversary\b|\byears (?:ago|later|on from|since|after the)\b", re.IGNORECASE)
"""Words of a report that looks back on its deed over years: the year of its date line may be any."""
_YEARLESS = re.compile(r"XXXX-\d\d(?:-\d\d)?$")


def anchor_documents(
    documents: Sequence[Document], extracts: Mapping[str, Extract] | Sequence[Extract], known: Alike | None = None
) -> dict[str, DateRange]:
    """An estimated range of days for each document that has no date of its own, by document id; none for those that nothing dates.

    The range begins with the newest thing told. It ends where the document's own words ("Sunday", "this month") would no longer fit,
    at most a quarter of a year later, or a year later where only a month and day are shared; it stays open where nothing but the text's
    own newest date bounds it. Basis "collection" where other documents were needed, "citing" where one cites it, else "text". `known`
    gives the dated tellings of the same incident; without it those that are alike.
    """
    by_document = extracts if isinstance(extracts, Mapping) else {extract.document: extract for extract in extracts}
    undated = [d for d in documents if d.published is None or d.published.earliest is None or d.published.latest is None]
    if not undated:
        return {}
    dated = known or Dated(m for e in by_document.values() for m in e.mentions)
    citations = _cited(by_document)
    found = {}
    for document in sorted(undated, key=lambda d: d.id):
        extract = by_document.get(document.id, Extract(document.id))
        estimate = _estimate(document, extract, dated, citations)
        if estimate is not None:
            found[document.id] = estimate
    return found if known else found | _by_weeks(documents, undated, found)


def _by_weeks(documents: Sequence[Document], undated: Sequence[Document], found: Mapping[str, DateRange]) -> dict[str, DateRange]:
    """The few days that weekdays and names leave of what was found for undated documents (rule `anchor.weeks`)."""
    wide = [d for d in undated if d.published is None and not is_chronicle(d.text) and _wide(found.get(d.id))]
    dated = [(d.published.earliest, d.text) for d in documents if d.published and d.published.earliest and d.published.precision == "day"]
    weeks = Weeks(dated) if wide and dated else None
    days = {d.id: weeks.days(d, found.get(d.id)) for d in wide} if weeks is not None else {}
    return {name: when for name, when in days.items() if when is not None}


def _wide(estimate: DateRange | None) -> bool:
    """Whether an estimate leaves open which of several days a weekday is."""
    if estimate is None or estimate.earliest is None or estimate.latest is None:
        return True
    return estimate.latest - estimate.earliest > timedelta(days=_FEW)


def _nearest(expression: TimeExpression, first: date) -> DateRange | None:
    """A day without its year in a report that tells of an incident of the day `first`: the one within `_SEASON` of it, None where there is
    none."""
    until = first + timedelta(days=_SEASON)
    found = resolve(expression, Anchor(DateRange(until.isoformat(), until, until)))
    return found if found is not None and found.earliest is not None and first - found.earliest <= timedelta(days=_SEASON) else None


def _cited(extracts: Mapping[str, Extract]) -> dict[str, set[date]]:
    """The days on which each outlet is cited, by outlet."""
    found: dict[str, set[date]] = {}
    for extract in extracts.values():
        for citation in extract.citations:
            if citation.date and citation.date.earliest and citation.date.earliest == citation.date.latest:
                found.setdefault(citation.outlet, set()).add(citation.date.earliest)
    return found


def _read_against(when: DateRange, expression: TimeExpression) -> DateRange:
    """What an expression counts from: where weekdays chose the few days that a report may be of, the last of these for a weekday."""
    if when.rule != WEEKS or not isinstance(expression.form, Weekday) or when.latest is None:
        return when
    return DateRange(when.latest.isoformat(), when.latest, when.latest)


def _told(document: Document) -> tuple[set[date], date | None]:
    """The whole days a document tells of, and the earliest day it can be of: the newest day it tells of, or a month's first.

    A bare year tells too little: it may be a number, or what is planned.
    """
    days = {day for day, _ in told_dates(document.text)}
    begun = set(days)
    for expression in find_times(document.text, document.language):
        if isinstance(expression.form, Month) and expression.relative_to == "nothing" and not expression.window and not expression.lean:
            when = resolve(expression, Anchor())
            begun |= {when.earliest} if when and when.earliest else set()
    return days, max(begun, default=None)


def _estimate(document: Document, extract: Extract, dated: Alike, citations: Mapping[str, set[date]]) -> DateRange | None:
    """The estimate for one document; see `anchor_documents`."""
    told, begun = _told(document)
    clues, shared = clues_of(extract, dated, document.text)
    known = told | shared
    changed = updated(document.text)
    dateline = document.published.edtf if document.published and _YEARLESS.match(document.published.edtf) else ""
    if dateline and _LOOKS_BACK.search(document.text):
        return None
    lower = max((d for d in (begun, *(c.first for c in clues if c.first), last_listed(extract, clues)) if d is not None), default=None)
    weekly = by_weekday(dateline, document.text, lower, begun) if lower is not None else None
    alone = of_neighbours(dateline, document, extract, dated)
    if alone is not None and lower is not None and weekly is None and not says_its_day(alone, document.text, begun):
        alone = None
    if (filed := alone or weekly) is not None:  # "on Thursday" may be the day before the report's
        return DateRange(filed.isoformat(), filed, filed, "day", "collection", "anchor.relative")
    if lower is None:
        return _of_update(changed) if changed is not None else None
    usable = [clue for clue in clues if clue.first is not None or known]
    usable += weekdays_of(document.text, lower, known)
    reach = _REACH if any(map(near, usable)) and not dateline else _YEAR
    days = [day for i in range(reach) if (day := lower + timedelta(days=i)) and _of(dateline, day)]
    scores = [(day, sum(fits(clue, day, known) for clue in usable)) for day in days]
    most = max((score for _, score in scores), default=0)
    fitting = [day for day, score in scores if score == most]
    if not fitting:
        return None
    first, last = fitting[0], fitting[-1]
    if changed is not None and (changed in fitting[:_FRESH] or (changed in fitting and last - first <= timedelta(days=_REACH))):
        return _of_update(changed)
    cited = [day for day in sorted(citations.get(document.outlet or "", ())) if first <= day <= last]
    if len(cited) == 1:
        return DateRange(cited[0].isoformat(), cited[0], cited[0], "day", "citing", "anchor.citing")
    matched = any(clue.first is not None for clue in usable)
    if not matched and not dateline and not any(map(near, usable)):
        return DateRange(f"{first.isoformat()}/..", first, None, "unknown", "text", "anchor.text")
    rule = "anchor.relative" if matched and most else "anchor.text"
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateRange(edtf, first, last, by_length(first, last), "collection" if matched else "text", rule)


def _of_update(day: date) -> DateRange:
    """The day of a report that only says when it was last changed, as most are on the day they are written (rule `published.updated`)."""
    return DateRange(day.isoformat(), day, day, "day", "text", "published.updated")


def _of(dateline: str, day: date) -> bool:
    """Whether a day is of the month and day that a date line without its year gives ("XXXX-12-24"); any day where there is none."""
    return not dateline or dateline[5:] == day.isoformat()[5 : len(dateline)]


def re_anchor(document: Document, extract: Extract, when: DateRange) -> Extract:
    """The extract of an undated document with the times that lacked its date read against the range estimated for it.

    A time whose year the range does not tell, or that is counted from an incident, stays as it was; so does "Sunday" where the range is
    wider than a quarter of a year. The basis of what is filled in is the estimate's own.
    """
    if when.earliest is None or when.latest is None or (when.latest - when.earliest).days > _YEAR:
        return extract
    wide = (when.latest - when.earliest).days > _REACH
    first = when.earliest

    def filled(told: DateRange | None) -> DateRange | None:
        expression = lacking(told)
        if told is None or expression is None or (wide and not is_open(expression.form)):
            return told
        found = resolve(expression, Anchor(_read_against(when, expression))) or told
        if (found.earliest is None or found.alternatives) and isinstance(expression.form, Day):
            found = _nearest(expression, first) or told
        if found.earliest is None or found.alternatives:
            return told
        return replace(found, basis=when.basis, wording=told.wording)

    return replace(
        extract,
        mentions=tuple(replace(m, date=filled(m.date)) for m in extract.mentions),
        claims=tuple(replace(c, date=filled(c.date), said_on=filled(c.said_on)) for c in extract.claims),
        aggregates=tuple(replace(a, window=filled(a.window)) for a in extract.aggregates),
        citations=tuple(replace(c, date=filled(c.date)) for c in extract.citations),
    )
