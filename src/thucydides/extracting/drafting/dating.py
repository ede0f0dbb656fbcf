"""Dating: the day of a telling, by its own words, by the incident last told, or by the day that a report named before.

Invariant: days counted from an incident end with the day of their report at the latest.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.placing import choose_places
from thucydides.extracting.drafting.units_told import BACK, UNITS, unit_named, unit_told
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Shift
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

NAMED = 24
"""Characters behind "hours before" within which an incident is named."""
RECALLED = timedelta(days=10)
"""How long before its report a deed lies that is recalled and no news."""
NEWS = timedelta(days=3)
"""How long before its report a deed lies that is news."""
_DAYS = ("day", "days", "week", "unknown")
"""The grains of days: a month or a year named in passing is no other day."""


def dated(telling: Telling, anchor: Reckoning, incident: DateRange | None = None) -> Dated:
    """A telling with its day and places settled."""
    at, launched = choose_places(telling)
    day = anchor.when(telling.time, incident) if telling.time is not None else None
    return Dated(telling, _until_told(_gone_by(day, telling, anchor.published), anchor.published), at, launched)


def _gone_by(day: DateRange | None, telling: Telling, published: DateRange | None) -> DateRange | None:
    """The last "this Sunday" before a report of what happened on it, not the next (rule `date.this-weekday`)."""
    told = published.latest if published is not None else None
    if day is None or told is None or day.earliest is None or day.earliest != day.latest or telling.status != "happened":
        return day
    if not _THIS_DAY.fullmatch(day.wording) or not 0 < (day.earliest - told).days < WEEK:
        return day
    last = day.earliest - timedelta(days=WEEK)
    return replace(day, edtf=last.isoformat(), earliest=last, latest=last, rule="date.this-weekday")


_THIS_DAY = re.compile(r"(?:on )?this (?:past )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: \w+)?", re.IGNORECASE)
WEEK = 7


def _until_told(day: DateRange | None, published: DateRange | None) -> DateRange | None:
    """Days counted from an incident end with the day of their report at the latest: what it tells has happened (rule `date.until-told`)."""
    told = published.latest if published is not None else None
    if day is None or told is None or day.basis != "incident" or day.earliest is None or day.latest is None:
        return day
    if day.earliest > told:
        return None  # "occurred six years after the siege" of another time
    if not day.earliest <= told < day.latest:
        return day
    one = day.earliest == told
    edtf = told.isoformat() if one else f"{day.earliest.isoformat()}/{told.isoformat()}"
    return replace(day, edtf=edtf, latest=told, precision="day" if one else "days")


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


def in_course(item: Dated, anchor: Reckoning, times: Sequence[TimeExpression]) -> Dated:
    """A deed told without a day in a report of many, with the day named last before it, where that is news (rule `date.in-course`)."""
    told_on = anchor.published.latest if anchor.published is not None else None
    if item.date is not None or item.telling.time is not None or told_on is None:
        return item
    named = [(t, anchor.when(t)) for t in times if t.end <= item.telling.start and not t.window and t.lean != "future"]
    days = [(t, d) for t, d in named if d is not None and d.precision in _DAYS]
    time, day = days[-1] if days else (None, None)
    if time is None or day is None or not (day.precision == "day" or _one_night(day)) or time.relative_to == "incident":
        return item
    if not _is_news(day, told_on):
        return item
    return Dated(replace(item.telling, time=time), replace(day, rule="date.in-course"), item.at, item.launched)


def in_paragraph(document: Document, item: Dated, anchor: Reckoning, times: Sequence[TimeExpression]) -> Dated:
    """A deed told without a day in a paragraph that opens with one, as no other is told between: "On the night of 24 November three
    provinces were hit. In Gurbuz a house was struck" (rule `date.in-paragraph`); "1 March: An officer was shot and died two days later"
    is of the first of March, too."""
    start, time = item.telling.start, item.telling.time
    counts_on = time is not None and time.relative_to == "incident" and item.telling.dated_by == "aftermath"
    if (item.date is not None or time is not None) and not counts_on:
        return item
    opens = document.text.rfind("\n", 0, start) + 1
    told = [t for t in times if opens <= t.start < start]
    if not told or told[0].start - opens > OPENING or len({t.form for t in told if not t.window}) != 1 or told[0].window:
        return item
    day = anchor.when(told[0]) if told[0].relative_to != "incident" and told[0].lean != "future" else None
    if day is None or day.earliest is None or not (day.precision == "day" or _one_night(day)):
        return item
    dated_by = "" if counts_on else item.telling.dated_by
    return Dated(replace(item.telling, time=told[0], dated_by=dated_by), replace(day, rule="date.in-paragraph"), item.at, item.launched)


def of_its_paragraph(item: Dated, said: Dated) -> Dated:
    """A deed told without a day behind a sentence of its paragraph that opens with one, and tells of no deed itself, with that (rule
    `date.in-paragraph`)."""
    time = said.telling.time
    if item.telling.time is not None or said.date is None or time is None or item.telling.order - said.telling.order > 1:
        return item
    if time.start - said.telling.start > OPENING:
        return item
    return Dated(replace(item.telling, time=time), replace(said.date, rule="date.in-paragraph"), item.at, item.launched)


OPENING = 24
"""Characters at the head of a paragraph within which the day stands that it opens with: "During the night of 24 November"."""


def _one_night(day: DateRange) -> bool:
    """Whether a stretch of days is a single night: "on the night of 24–25 November"."""
    ends = day.earliest, day.latest
    return None not in ends and "night" in day.wording.lower() and (ends[1] - ends[0]).days == 1  # type: ignore[operator]


def beside_another(item: Dated, last: Draft | None, told_on: date | None = None) -> Dated:
    """A deed told without a day as another, or in the same entry of a list, right behind one of a day, with that day (rule
    `date.another`); a paragraph that opens with it goes on with the news of the report, not with a deed of weeks ago recalled before."""
    if last is None or item.date is not None or item.telling.time is not None or item.telling.order - last.items[-1].telling.order > 1:
        return item
    dating = next((d for d in last.items if (d.firm or d.inferred) and d.date is last.date), None)
    if dating is None or dating.date is None or dating.date.precision != "day":
        return item
    opens = last.items[-1].telling.paragraph != item.telling.paragraph and item.telling.entry is None
    if opens and told_on is not None and dating.date.latest is not None and told_on - dating.date.latest > RECALLED:
        return item
    return Dated(replace(item.telling, time=dating.telling.time), replace(dating.date, rule="date.another"), item.at, item.launched)


def _is_news(day: DateRange | None, told_on: date) -> bool:
    if day is None or day.earliest is None or day.latest is None:
        return False
    return timedelta(0) <= told_on - day.earliest <= NEWS and day.latest <= told_on


def counted_from(telling: Telling, anchor: Reckoning, times: Sequence[TimeExpression]) -> DateRange | None:
    """The day told last before a deed dated by something else ("The council met on Saturday. Hours after its decision, crowds stormed the
    embassy."), which that something most likely was; None where that day is of a sentence farther back than `BACK` characters."""
    time = telling.time
    if time is None or time.relative_to != "incident" or time.event_at is None:
        return None
    if _of_deed(telling):
        return None  # "hours before the shooting": the incident last told
    before = [t for t in times if time.start - BACK <= t.start < telling.start and not t.window and t.relative_to != "incident"]
    days = (day for t in reversed(before) if (day := anchor.when(t)) is not None and day.precision in _DAYS)
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


def from_incident(item: Dated) -> bool:
    """Whether the day of a telling is counted from that of the incident last told: then it is no surer than that."""
    time = item.telling.time
    return item.date is not None and time is not None and time.relative_to == "incident"
