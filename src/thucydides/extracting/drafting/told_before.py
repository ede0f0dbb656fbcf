"""Told before: the day from which "hours later" or "the next day" counts, as the report has named or told it before.

Invariant: a deed named with such a time ("hours before the shooting") is the incident last told.
"""

import re
from collections.abc import Sequence
from functools import cache

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.drafting.units_told import BACK, UNITS, unit_named, unit_told
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Shift
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

DAYS = ("day", "days", "week", "unknown")
"""The grains of days: a month or a year named in passing is no other day."""
NAMED = 24
"""Characters behind "hours before" within which an incident is named."""


def told_before(
    document: Document, telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression], current: Draft | None
) -> DateRange | None:
    """The day from which "hours later" or "the next day" counts: one named as such, or the incident's last told, or one named since."""
    if telling.time is None or telling.time.relative_to != "incident":
        return None
    if (said := _said_on(telling, anchor, times) or _in_sentence(telling, anchor, times)) is not None:
        return said
    if (unit := unit_named(telling.time.form)) is not None:
        return unit_told(telling, anchor, times, unit) or (current.date if current is not None else None)
    since = current.items[-1].telling.end if current is not None else 0
    form = telling.time.form
    latest = [t for t in times if t.start >= since]
    long = unit_told(telling, anchor, latest, form.unit) if isinstance(form, Shift) and form.unit in UNITS else None
    named = told_last(telling, anchor, latest) or (long if telling.time.event_at is None else None)
    if current is not None and current.firm and current.date is not None and (_of_deed(telling) or _of_the_deed(document, telling)):
        return current.date  # "The day before the attack, ...", whatever day a statement on it is of
    return (
        counted_from(telling, anchor, times)
        or named
        or (current.date if current is not None else None)
        or told_last(telling, anchor, times)
    )


def _said_on(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day of a statement from which the sentence counts its deed back: "said on Wednesday that it had killed five a day earlier"."""
    time = telling.time
    if time is None or not isinstance(time.form, Shift) or time.form.sign > 0 or time.event_at is not None:
        return None
    said = [t for t in times if telling.start <= t.start and t.end <= time.start and not t.window and t.relative_to != "incident"]
    found = anchor.when(said[-1]) if said and telling.cue[0] > said[-1].end else None
    return found if found is not None and found.precision == "day" else None


def _in_sentence(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day that a sentence names before one that it counts from that: "the body was shown on May 19; he was shot the day before"."""
    time = telling.time
    if time is None or time.event_at is not None:
        return None
    inside = [t for t in times if telling.start <= t.start and t.end <= time.start and not t.window and t.lean != "future"]
    found = anchor.when(inside[-1]) if inside and inside[-1].relative_to != "incident" else None
    return found if found is not None and found.precision == "day" else None


def counted_from(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day told last before a deed dated by something else ("The council met on Saturday. Hours after its decision, crowds stormed the
    embassy."), which that something most likely was; None where that day is of a sentence farther back than `BACK` characters."""
    time = telling.time
    if time is None or time.relative_to != "incident" or time.event_at is None:
        return None
    if _of_deed(telling):
        return None  # "hours before the shooting": the incident last told
    before = [t for t in times if time.start - BACK <= t.start < telling.start and not t.window and t.relative_to != "incident"]
    days = (day for t in reversed(before) if (day := anchor.when(t)) is not None and day.precision in DAYS)
    return next(days, None)


def _of_deed(telling: Telling) -> bool:
    """Whether a telling is dated by a deed named as such: "hours before the shooting"."""
    event = telling.time.event_at if telling.time is not None else None
    return event is not None and any(t.noun and 0 <= t.start - event <= NAMED for t in telling.triggers)


def _of_the_deed(document: Document, telling: Telling) -> bool:
    """The same by the words of a deed behind an article: "the day before the attack"."""
    event = telling.time.event_at if telling.time is not None else None
    return event is not None and _the_deed().match(document.text, event) is not None


@cache
def _the_deed() -> re.Pattern[str]:
    deeds = "|".join(map(re.escape, mapping("status")["deeds"]))
    return re.compile(rf"\s*(?:the|that|this)\s+(?:{deeds})s?\b(?!\s+(?:on|at|in|of)\b)", re.IGNORECASE)


def told_last(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day that a report named last before a deed of "hours later", where the incident told last has none: "two attacks on Thursday"."""
    if telling.time is None or telling.time.relative_to != "incident":
        return None
    before = [t for t in times if t.end <= telling.start and not t.window and t.relative_to != "incident"]
    found = anchor.when(before[-1]) if before else None
    return found if found is not None and found.precision == "day" else None
