"""Readings: what an aggregate's window and wording can mean.

Rules: `aggregate.window` (the window as resolved; without a year, the last such time before the newest incident that the report
tells), `aggregate.bound` (a window open towards the report's own date may or may not hold the report's newest incident),
`aggregate.since` ("since protests began in March" runs from March to the report, "since the war began" from the first of the
incidents that go on without an empty year),
`aggregate.rolling` ("this month" may be the month past), `aggregate.members` (the incidents that the text itself sums up),
`aggregate.means` (a pair called drone attacks may hold another deed), `aggregate.ordinal` ("the third in December" counts up to
the incident it is said of).
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.quantities import find_quantities
from thucydides.nouns import Aggregate
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.aggregates.whom import limits
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import EVERYBODY
from thucydides.reconciling.naming import day
from thucydides.reconciling.sentences import around, before
from thucydides.reconciling.words import entry, words

_ROLLING = {"day": 1, "week": 7, "month": 31, "year": 366}
_THIS = re.compile(r"\bthis (week|month|year)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:past|last|recent)\s+(?:(\S+)\s+)?(day|week|month|year)s?\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\b[^.;]{0,90}$|\b(?:began|begun|started|erupted|broke out)\s*(?:in|on|around|last)?\s*$", re.IGNORECASE)
_SINCE_IT_BEGAN = re.compile(
    r"\bsince\b[^.;]{0,40}?\b(?:uprising|unrest|revolt|revolution|rebellion|insurgency|protests?|demonstrations|crackdown|wars?|conflict|"
    r"violence|fighting|hostilities|invasion|coup)\b[^.;]{0,60}?\b(?:began|begun|started|erupted|broke out)\b"
    r"|\bsince\b[^.;]{0,20}\b(?:outbreak|start|beginning|onset) of the (?:\w+ )?(?:uprising|unrest|revolt|revolution|rebellion|"
    r"insurgency|protests|crackdown|war|conflict|violence|fighting|hostilities|invasion)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"^(?:in|from|on|last|early|late)\s+", re.IGNORECASE)
_YEARLESS = re.compile(r"^XXXX-(\d\d)(?:-(\d\d))?$")


class Reading(Struct, frozen=True):
    """One way to take an aggregate: the window (open ends None), the words for it, incidents left out, the only ones taken in,
    the type counted, the province (country and name) that it is kept to, and whether it runs on to the report's own day.
    """

    first: date | None
    last: date | None
    words: str
    without: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    type: str | None = None
    province: tuple[str, str] | None = None
    since: bool = False


def readings(context: Context, aggregate: Aggregate, register: Register, members: frozenset[str]) -> tuple[Reading, ...]:
    """Every reading of an aggregate, the plainest first; `members` are the incidents of the mentions that it sums up."""
    kind = aggregate.type if limited_to_type(aggregate) else None
    last_told = register.newest(aggregate.document)
    reference = context.published(aggregate.document) or (last_told.last if last_told else None)
    window = _window(context, aggregate, register, reference)
    if window is None:
        sums_up = aggregate.window is None and aggregate.incidents is not None
        told = members or frozenset(e.id for e in register.told_in(aggregate.document) if sums_up)
        return (Reading(None, None, "the incidents that the report itself tells of", only=told, type=kind),) if told else ()
    first, last, said, since = window
    if aggregate.kind == "ordinal":
        last = _up_to(aggregate, register, last)
    base = Reading(first, last, said, type=kind, since=since)
    found = [base]
    if aggregate.kind == "episode" and members:
        found.insert(0, Reading(None, None, "the incidents that the report itself lists with it", only=members))
    if aggregate.date_is_document_bound and last_told is not None and aggregate.kind == "tally" and not aggregate.summary:
        found.append(
            Reading(first, last, f"{said}, without the report's own newest incident", frozenset({last_told.id}), type=kind, since=since)
        )
    rolling = _THIS.search(wording(context, aggregate))
    if rolling and reference is not None:
        written = _first_written(context, aggregate, last_told) or reference
        back = written - timedelta(days=_ROLLING[rolling[1].lower()] - 1)
        found.append(Reading(back, reference, f"the {rolling[1].lower()} up to {day(written)}", type=kind))
    if kind and (aggregate.kind == "episode" or limits(aggregate) != EVERYBODY):
        found.extend([replace(r, words=f"{r.words}, whatever the means", type=None) for r in found if r.type])
    provinces = register.home(aggregate.document)[1]
    if aggregate.area is None and len(provinces) == 1:
        (here,) = provinces
        found.extend([replace(r, words=f"{r.words}, in {here[1]}", province=here) for r in found if r.only is None])
    return tuple(dict.fromkeys(found))


def _first_written(context: Context, aggregate: Aggregate, newest: Entry | None) -> date | None:
    """The first day on which the report can have been written: not before its own date, nor before what it tells of."""
    published = _written(context, aggregate)
    told = newest.first if newest is not None else None
    return max((d for d in (published, told) if d is not None), default=None)


def _written(context: Context, aggregate: Aggregate) -> date | None:
    """The first day on which a report can have come out."""
    document = context.documents.get(aggregate.document)
    return document.published.earliest if document is not None and document.published is not None else None


def wording(context: Context, aggregate: Aggregate) -> str:
    """The words that give the window, else those of the whole passage."""
    said = aggregate.window.wording if aggregate.window is not None else ""
    return said or context.text(aggregate.window_passage) or context.text(aggregate.passage)


def limited_to_type(aggregate: Aggregate) -> bool:
    """Whether a count is of incidents of one type: it counts incidents of a type that it names, or names their means."""
    if not aggregate.type or aggregate.type in words("generic_types"):
        return False
    counted = aggregate.incidents is not None and not counts.indefinite(aggregate.incidents)
    return counted or bool(entry("type_method", aggregate.type))


def _window(
    context: Context, aggregate: Aggregate, register: Register, reference: date | None
) -> tuple[date | None, date | None, str, bool] | None:
    """First and last day of the window as far as known, words for it, and whether it runs on to the report; None where none is
    given or nothing dates it.
    """
    window = aggregate.window
    if window is None:
        if reference is not None and _SINCE_IT_BEGAN.search(around(context, aggregate.passage)):
            return register.begun(reference), reference, "since the violence began", True
        return None
    said = " ".join((window.wording or context.text(aggregate.window_passage)).split())
    first, last = window.earliest, window.latest
    if first is None and last is None:
        found = _dated(window.edtf, wording(context, aggregate), _written(context, aggregate) or reference)
        if found is None:
            return None
        first, last = found
        said = _between(first, last)
    since = aggregate.date_is_document_bound
    if since and last is None:
        last = reference
    elif aggregate.kind == "tally" and _follows_since(context, aggregate) and reference is not None and first is not None:
        last, said, since = max(reference, first), f"since {_PREPOSITION.sub('', said)}", True
    return first, last, said or _between(first, last), since


def _follows_since(context: Context, aggregate: Aggregate) -> bool:
    """Whether the words for the time end a clause that opens with "since" ("since protests began in March")."""
    passage = aggregate.window_passage
    return passage is not None and bool(_SINCE.search(before(context, passage)))


def _dated(edtf: str, said: str, reference: date | None) -> tuple[date, date | None] | None:
    """A window without a year, or one that moves with the day of writing, dated by a reference day; None where it cannot be."""
    if reference is None:
        return None
    parts = [_YEARLESS.match(p) for p in edtf.split("/")]
    if parts[0] is not None and parts[-1] is not None:
        last = _with_year(parts[-1], reference)[1]
        return _with_year(parts[0], last)[0], last
    if parts[0] is not None:
        return _with_year(parts[0], reference)[0], None
    this = _THIS.search(said)
    if this:
        return _period(this[1].lower(), reference)
    past = _PAST.search(said)
    if past:
        number = find_quantities(past[1]) if past[1] else ()
        count = (number[0].quantity.best or 1) if number else 1
        return reference - timedelta(days=_ROLLING[past[2].lower()] * count), reference
    return None


def _with_year(match: re.Match[str], reference: date) -> tuple[date, date]:
    """The last such month or day that begins before the reference."""
    month, number = int(match[1]), int(match[2]) if match[2] else None
    year = reference.year if (month, number or 1) <= (reference.month, reference.day) else reference.year - 1
    length = monthrange(year, month)[1]
    return date(year, month, min(number or 1, length)), date(year, month, min(number or length, length))


def _period(unit: str, reference: date) -> tuple[date, date]:
    if unit == "month":
        return reference.replace(day=1), reference.replace(day=monthrange(reference.year, reference.month)[1])
    if unit == "year":
        return date(reference.year, 1, 1), date(reference.year, 12, 31)
    monday = reference - timedelta(days=reference.weekday())
    return monday, monday + timedelta(days=6)


def _between(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return f"{day(first)} to {day(last)}"
    return f"since {day(first)}" if first is not None else f"up to {day(last)}" if last is not None else ""


def _up_to(aggregate: Aggregate, register: Register, last: date | None) -> date | None:
    found = register.spoken_of(aggregate)
    if found is None or found.last is None:
        return last
    return found.last if last is None else min(last, found.last)
