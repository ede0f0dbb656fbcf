"""Recognising: whether a sentence counts over several incidents or tells of one.

Invariants: one day at one place is an incident, however many bombs; a window longer than two days with a count, several attacks counted
together, a tally are aggregates.
"""

import re

from thucydides.extracting.aggregates.lasting import (
    HUNDRED,
    LASTING,
    estimated,
    of_a_week,
    over_months,
    over_stretch,
    over_weeks,
    runs_on,
    said_to_date,
)
from thucydides.extracting.aggregates.news import FEW, amid_others, together
from thucydides.extracting.aggregates.occurrences import incident_count
from thucydides.extracting.aggregates.periods import over_periods
from thucydides.extracting.aggregates.scattered import on_days, scattered
from thucydides.extracting.aggregates.since import since_a_day, up_to_a_day
from thucydides.extracting.aggregates.single import (
    at_fine_place,
    greatest,
    headed,
    named_once,
    names_one,
    picks_one,
    speaks_of_one,
    together_at,
)
from thucydides.extracting.aggregates.windows import is_wide, windows
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times.forms import Years
from thucydides.nouns import Document

_TALLY = re.compile(
    r"\b(?:(?<!one\s)(?<!another\s)tally(?!\s+(?:of\s+(?:[\w-]+\s+){1,3})?(?:(?:has|had|later|soon|now|then|was|is)\s+){0,2}?"
    r"(?:st(?:ood|ands?)|r(?:ose|isen|ises)|climb|gr(?:ew|own)|reach|went|gone|jump|hit|swell|put)\w*\b)"
    r"|tallies|count by|according to (?:an?|its|the) [\w\s’'-]{0,30}count|a total of|(?<!\w )altogether|altogether(?= \d)|"
    r"in total|"
    r"(?:combined|overall)(?!\s+(?:\w+\s+)?(?:forces?|operation|command|commander|assault|attack|offensive|units?|patrol|team)\b)|"
    r"cumulative|total\s+(?:number|deaths|fatalities|killed|dead|casualties)(?=[^.;\d]{0,80}:))\b",
    re.IGNORECASE,
)
MONTH_DAYS = 31
_FIGHTS = frozenset({"protest", "riot", "crackdown"})
_BY_MEANS = frozenset({"air", "shelling", "bomb", "suicide", "grenade", "chemical"})
_IN_CUSTODY = re.compile(
    r"\b(?:deaths|(?:people|persons|prisoners|detainees|inmates)\s+(?:have\s+|had\s+)?(?:died|dead))\s+in\s+(?:[\w-]+\s+)?"
    r"(?:custody|detention|prisons|jails|captivity)\b",
    re.IGNORECASE,
)
"""Deaths that come one by one, of which many together are counted over a time: "verified 111 deaths in custody"."""
_LABEL = re.compile(
    r"^\W*(?:reported\s+|total\s+|confirmed\s+|(?:people|persons|civilians)\s+)?(?:fatalities|deaths|killings|dead|killed|injured|wounded|injuries)\b"
    r"[^.;:\n]{0,30}:\s*\d",
    re.IGNORECASE,
)
_LABEL_OVER = re.compile(r"^\W*(?:[\w-]+\s+){0,2}?(?:killed|murdered|deaths|fatalities|killings|dead)\b[^.;:\n]{0,40}:\s*\d", re.IGNORECASE)
_EVENTS = re.compile(r"\b(?:events|incidents|attacks|clashes|strikes)\b[^.;:\n]{0,30}:\s*(?:\d{2,}|[2-9])\b", re.IGNORECASE)
_BESIDE = 200
_ONE_DEED = re.compile(
    r"\b(?:in|after|following|during|from)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}"
    r"(?:shooting|attack|strike|airstrike|blast|explosion|bombing|raid|ambush|shelling|stabbing|assault|massacre)\b",
    re.IGNORECASE,
)


def is_aggregate(document: Document, telling: Telling, anchor: Reckoning) -> bool:
    """Whether a sentence counts over several incidents."""
    text = document.text[telling.start : telling.end]
    given = telling.harms and not telling.triggers and all(h.given and h.voice for h in telling.harms)
    if given and not since_a_day(text):
        return False  # "(another source gives 10)"
    counted = any(
        h.people.counted and h.quantity is not None and (h.quantity.best or 0) > 0 and h.part_of is None for h in telling.harms
    )
    if picks_one(telling, text):
        return False
    date = anchor.when(telling.time) if telling.time is not None else None
    told = [h for h in telling.harms if h.people.counted and h.part_of is None]
    if told and all(h.wide in ("so far", "shared") for h in told):
        return not speaks_of_one(telling)
    if counted and estimated(telling, text, date):
        return True
    if counted and over_periods(text, any(h.total for h in told), at_fine_place(telling) and greatest(told) < FEW):
        return True
    if counted and not at_fine_place(telling) and not names_one(telling) and over_stretch(telling, date, text):
        return True
    if counted and (over_weeks(telling, date) or of_a_week(telling, date, text)):
        return True
    if counted and up_to_a_day(text) and not (named_once(telling) or names_one(telling)) and greatest(told) >= FEW:
        return True
    if windows(document, telling, anchor) and _LABEL_OVER.match(text):
        return True
    if counted and _labelled(document, telling):
        return True
    if counted and telling.time is None and greatest(told) >= FEW and _IN_CUSTODY.search(text) and not names_one(telling):
        return True
    if told and all(h.wide for h in telling.harms if h.people.counted) and not names_one(telling) and not at_fine_place(telling):
        return True
    if telling.time is not None and telling.dated_by == "statement" and counted and said_to_date(telling, text):
        return True
    if telling.time is not None and not is_wide(telling.time, date):
        return counted and (scattered(document, telling, text) or on_days(document, telling, date))
    stretches = windows(document, telling, anchor)
    heads = [
        t for t in telling.triggers if t.noun and t.family not in ("death", "harm", "arrest") and not (t.weak and not t.plural)
    ]
    heads = [t for t in heads if not t.weak] or heads
    plural = bool(heads) and all(t.plural for t in heads)
    alone = bool(telling.part) and at_fine_place(telling)  # "two strikes killed nine: five in Sur and four in Kafra": each place has a deed
    events = incident_count(document, telling) if not alone else None
    if counted and (
        stretches or (_TALLY.search(text) and (LASTING.search(text) or not (_ONE_DEED.search(text) or named_once(telling))))
    ):
        return True
    if events is not None and (counted or stretches or telling.time is not None):
        return not (counted and not stretches and together_at(telling, events))
    undated = telling.time is None or (isinstance(telling.time.form, Years) and headed(telling, text))
    if counted and undated and telling.kind != "title" and runs_on(telling, text):
        return True
    if counted and telling.time is not None and telling.kind != "title" and over_months(telling, date, text):
        return True
    if counted and amid_others(text, min(h.people.start for h in told) - telling.start if told else 0):
        return True
    if plural and counted and (alone or together(text) or (not telling.families & _FIGHTS and any(t.definite for t in heads))):
        return False
    if plural and counted and telling.kind != "title":
        fine = at_fine_place(telling)
        if telling.time is not None and telling.time.relative_to != "incident" and not headed(telling, text):
            return not (fine and date is not None and days_wide(date) <= MONTH_DAYS)
        by_means = bool(telling.families & _BY_MEANS)
        others = any(t.new for t in heads) and not (fine and by_means)  # "killed in other incidents", not "elsewhere, shells hit Gao"
        return others or not (fine or by_means or greatest(told) < HUNDRED)
    return False


def _labelled(document: Document, telling: Telling) -> bool:
    """Whether a number behind its label stands beside that of several incidents: "Events: 28 / Reported fatalities: 58"."""
    around = document.text[max(0, telling.start - _BESIDE) : telling.end + _BESIDE]
    return _LABEL.match(document.text[telling.start : telling.end]) is not None and _EVENTS.search(around) is not None
