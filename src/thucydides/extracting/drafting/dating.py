"""Dating: the day of a telling, by its own words, by its paragraph, or by the deed told beside it.

Invariant: days counted from an incident end with the day of their report at the latest.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.drafting.placing import choose_places
from thucydides.extracting.drafting.told_before import DAYS
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Overnight
from thucydides.nouns import DateRange, Document

RECALLED = timedelta(days=10)
"""How long before its report a deed lies that is recalled and no news."""
NEWS = timedelta(days=3)
"""How long before its report a deed lies that is news."""


def dated(telling: Telling, anchor: Reckoning, incident: DateRange | None = None, last: DateRange | None = None) -> Dated:
    """A telling with its day and places settled; `incident` is the day that its time counts from, `last` that of the deed told before."""
    at, launched = choose_places(telling)
    day = anchor.when(telling.time, incident) if telling.time is not None else None
    day = _night_of(telling, last, anchor.published) or day
    return Dated(telling, _until_told(_gone_by(day, telling, anchor.published), anchor.published), at, launched)


def _night_of(telling: Telling, last: DateRange | None, published: DateRange | None) -> DateRange | None:
    """The night behind the day told before, where "during the night" goes on with it: that before the report only where none is told, and
    "overnight" where what is told is news (rule `date.from-incident`)."""
    time = telling.time
    if time is None or not isinstance(time.form, Overnight) or time.form.of is not None or last is None or last.earliest is None:
        return None
    told = published.latest if published is not None else None
    if last.earliest != last.latest or (told is not None and last.earliest >= told):
        return None
    if time.wording.lower().endswith("overnight") and not (told is not None and told - last.earliest > RECALLED):
        return None
    day = last.earliest + timedelta(days=1)
    edtf = f"{last.earliest.isoformat()}/{day.isoformat()}"
    return replace(
        last, edtf=edtf, latest=day, precision="days", basis="incident", rule="date.from-incident", wording=time.wording, alternatives=()
    )


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


def in_course(item: Dated, anchor: Reckoning, times: Sequence[TimeExpression]) -> Dated:
    """A deed told without a day in a report of many, with the day named last before it, where that is news (rule `date.in-course`)."""
    told_on = anchor.published.latest if anchor.published is not None else None
    if item.date is not None or item.telling.time is not None or told_on is None:
        return item
    named = [(t, anchor.when(t)) for t in times if t.end <= item.telling.start and not t.window and t.lean != "future"]
    days = [(t, d) for t, d in named if d is not None and d.precision in DAYS]
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
    if not told or told[0].start - opens > OPENING or len({t.form for t in told if not t.window or t is told[0]}) != 1:
        return item
    day = anchor.when(told[0]) if told[0].relative_to != "incident" and told[0].lean != "future" else None
    if day is None or day.earliest is None or not (_one_night(day) or (_last_day(day) if told[0].window else day.precision == "day")):
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


def _last_day(day: DateRange) -> bool:
    """Whether a stretch is the last day before its report: "over the past 24 hours"."""
    ends = day.earliest, day.latest
    return day.rule == "date.past-window" and None not in ends and (ends[1] - ends[0]).days == 1  # type: ignore[operator]


def beside_another(item: Dated, last: Draft | None, told_on: date | None = None) -> Dated:
    """A deed told without a day as another, or in the same entry of a list, right behind one of a day, with that day (rule
    `date.another`); a paragraph that opens with it goes on with the news of the report, not with a deed of weeks ago recalled before."""
    if last is None or item.date is not None or item.telling.time is not None or item.telling.order - last.items[-1].telling.order > 1:
        return item
    dating = next((d for d in last.items if (d.firm or d.inferred) and d.date is last.date), None)
    if dating is None or dating.date is None or not (dating.date.precision == "day" or _hours_on(dating.date)):
        return item
    opens = last.items[-1].telling.paragraph != item.telling.paragraph and item.telling.entry is None
    if opens and told_on is not None and dating.date.latest is not None and told_on - dating.date.latest > RECALLED:
        return item
    return Dated(replace(item.telling, time=dating.telling.time), replace(dating.date, rule="date.another"), item.at, item.launched)


def _hours_on(day: DateRange) -> bool:
    """Whether days counted from a deed are that of it or the next: "hours later"."""
    return day.basis == "incident" and days_wide(day) <= 1


def _is_news(day: DateRange | None, told_on: date) -> bool:
    if day is None or day.earliest is None or day.latest is None:
        return False
    return timedelta(0) <= told_on - day.earliest <= NEWS and day.latest <= told_on


def from_incident(item: Dated) -> bool:
    """Whether the day of a telling is counted from that of the incident last told: then it is no surer than that."""
    time = item.telling.time
    return item.date is not None and time is not None and time.relative_to == "incident"
