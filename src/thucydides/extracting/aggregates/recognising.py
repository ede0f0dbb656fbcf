"""Recognising: whether a sentence counts over several incidents or tells of one.

Invariants: one day at one place is an incident, however many bombs; a window longer than two days with a count, several attacks counted
together, a tally are aggregates.
"""

import re

from thucydides.extracting.aggregates.news import FEW, LARGE, amid_others, is_fresh, of_one_deed, together
from thucydides.extracting.aggregates.occurrences import incident_count
from thucydides.extracting.aggregates.periods import counts_deaths, is_record, over_days, over_periods, up_to_a_day
from thucydides.extracting.aggregates.scattered import SHORT, on_days, scattered
from thucydides.extracting.aggregates.single import at_fine_place, greatest, headed, named_once, names_one, picks_one
from thucydides.extracting.people.sides import FIGHTERS
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.wide import APART
from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.grounding.times.forms import Bound, Stretch, Weekday, Years
from thucydides.nouns import DateRange, Document

_TALLY = re.compile(
    r"\b(?:tally|tallies|count by|according to (?:an?|its|the) [\w\s’'-]{0,30}count|a total of|(?<!\w )altogether|altogether(?= \d)|"
    r"in total|"
    r"(?:combined|overall)(?!\s+(?:\w+\s+)?(?:forces?|operation|command|commander|assault|attack|offensive|units?|patrol|team)\b)|"
    r"cumulative|total\s+(?:number|deaths|fatalities|killed|dead|casualties)(?=[^.;\d]{0,80}:))\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:so\s+far|to\s+date|toll)\b", re.IGNORECASE)
_NOW = r"(?<!\bto )(?<!\bmay )(?<!\bmight )(?<!\bcould )(?<!\bmust )(?<!\bwould )\b(?:have|has)\s+"
_PERFECT = re.compile(
    _NOW + r"(?:(?!\d)\w+\s+){0,2}?(?:been\s+)?(?:killed|died|dead|wounded|injured|perished|claimed|lost|left|cost)\b"
)
_LONG = re.compile(
    r"\b(?:crackdown|uprising|conflict|war(?! crimes?\b)|unrest|insurgency|revolt|revolution|campaign|siege|hostilities|protests"
    r"|ongoing\s+(?:[\w’'-]+\s+){0,3}?(?:strike|walkout|dispute|feud|violence|crisis|fighting|tensions))\b",
    re.IGNORECASE,
)
HUNDRED = 100
"""Deaths of a month told without a deed above which they are taken to be of several."""
MANY = 20
"""Deaths of a month told by no other word than "killed", of no town, above which they are taken to be of several deeds."""
MONTH_DAYS = 31
_FIGHTS = frozenset({"protest", "riot", "crackdown"})
_BY_MEANS = frozenset({"air", "shelling", "bomb", "suicide", "grenade", "chemical"})
SHORT_DAYS = 2
"""A window of more days than this counts over several incidents."""


def _wide(expression: TimeExpression, date: DateRange | None) -> bool:
    by = expression.form.of if isinstance(expression.form, Bound) and expression.form.side == "by" else expression.form
    if SHORT.search(expression.wording) or isinstance(by, Weekday):
        return False  # a day, however little is known of which; "by Friday evening" a toll stands at something
    if date is None:
        return expression.window
    return days_wide(date) > SHORT_DAYS


def _ahead(window: TimeExpression) -> bool:
    """Whether a stretch lies ahead of the report ("in the coming days"), and so counts nothing."""
    return isinstance(window.form, Stretch) and window.form.sign > 0 and window.form.base == "document"


def is_aggregate(document: Document, telling: Telling, anchor: Anchor) -> bool:
    """Whether a sentence counts over several incidents."""
    if telling.harms and not telling.triggers and all(h.given and h.voice for h in telling.harms):
        return False  # "(another source gives 10)"
    text = document.text[telling.start : telling.end]
    counted = any(
        h.people.counted and h.quantity is not None and (h.quantity.best or 0) > 0 and h.part_of is None for h in telling.harms
    )
    if picks_one(telling, text):
        return False
    date = resolve(telling.time, anchor) if telling.time is not None else None
    told = [h for h in telling.harms if h.people.counted and h.part_of is None]
    if told and all(h.wide in ("so far", "shared") for h in told):
        return True
    if counted and _estimated(telling, text, date):
        return True
    if counted and over_periods(text, any(h.total for h in told)):
        return True
    if counted and not at_fine_place(telling) and not names_one(telling) and _over_stretch(telling, date, text):
        return True
    if counted and up_to_a_day(text) and not (named_once(telling) or names_one(telling)) and greatest(told) >= FEW:
        return True
    if counted and _labelled(document, telling):
        return True
    if counted and telling.time is None and greatest(told) >= FEW and _IN_CUSTODY.search(text) and not names_one(telling):
        return True
    if told and all(h.wide for h in telling.harms if h.people.counted) and not names_one(telling) and not at_fine_place(telling):
        return True
    if telling.time is not None and telling.dated_by == "statement" and counted and _said_to_date(telling, text):
        return True
    if telling.time is not None and not _wide(telling.time, date):
        return counted and (scattered(document, telling, text) or on_days(document, telling, date))
    windows = [
        w
        for w in telling.windows
        if _wide(w, resolve(w, anchor))
        and w.relative_to != "incident"
        and not _ahead(w)
        and not is_record(text, w.start - telling.start)
        and not (w.wording.lower().startswith("by ") and named_once(telling))
    ]
    heads = [
        t for t in telling.triggers if t.noun and t.family not in ("death", "harm", "arrest") and not (t.weak and not t.plural)
    ]
    heads = [t for t in heads if not t.weak] or heads
    plural = bool(heads) and all(t.plural for t in heads)
    alone = bool(telling.part) and at_fine_place(telling)  # "two strikes killed nine: five in Sur and four in Kafra": each place has a deed
    events = incident_count(document, telling) if not alone else None
    if counted and (
        windows or (_TALLY.search(text) and (_LONG.search(text) or not (_ONE_DEED.search(text) or named_once(telling))))
    ):
        return True
    if events is not None and (counted or windows or telling.time is not None):
        return True
    undated = telling.time is None or (isinstance(telling.time.form, Years) and headed(telling, text))
    if counted and undated and telling.kind != "title" and _runs_on(telling, text):
        return True
    if counted and telling.time is not None and telling.kind != "title" and _over_months(telling, date, text):
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


_VILLAGES = re.compile(
    r"\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\s+of|\d{1,2})\s+(?:\w+\s+)?(?:villages|towns|hamlets|settlements|communities|localities)\b",
    re.IGNORECASE,
)


_BELIEVED = re.compile(
    r"\b(?:believed|thought|feared|estimated|reckoned)\s+to\s+have\s+(?:been\s+killed|died|perished)\b", re.IGNORECASE
)
_ESTIMATE = re.compile(r"\b(?:death\s+tolls?|estimates?|estimated)\b", re.IGNORECASE)


def _over_stretch(telling: Telling, date: DateRange | None, text: str) -> bool:
    """Whether people of no one place and no one deed are counted over days of fighting, or over a part of a year in which nobody is said
    to have done it: "24 to 28 June, at least 48 dead on both sides", "11 journalists were murdered last year"."""
    if greatest(telling.harms) < 2 or telling.kind == "title":
        return False
    if over_days(text):
        fighters = all(h.people.category in FIGHTERS for h in telling.harms if h.people.counted and h.part_of is None)
        return not (fighters and SHORT.search(text) and not APART.search(text))
    time = telling.time
    if date is None or time is None or headed(telling, text) or telling.dated_by == "statement":
        return False
    if time.relative_to == "incident" or time.wording.lower().endswith(("ago", "earlier", "before")):
        return False
    nobody = "perpetrator" not in telling.roles and all(t.family in ("death", "harm") or t.weak for t in telling.triggers)
    stretch = date.precision == "days" and days_wide(date) > SHORT_DAYS and not _IN_A_DAY.search(text)
    if stretch and _VILLAGES.search(text) is not None:
        return True  # "between 27 March and 3 April gunmen attacked six villages, with 52 dead"
    year = date.precision in ("months", "season", "year", "years") and not _ONE_DAY.search(text)
    return nobody and (stretch or year)


_IN_CUSTODY = re.compile(
    r"\b(?:deaths|(?:people|persons|prisoners|detainees|inmates)\s+(?:have\s+|had\s+)?(?:died|dead))\s+in\s+(?:[\w-]+\s+)?"
    r"(?:custody|detention|prisons|jails|captivity)\b",
    re.IGNORECASE,
)
"""Deaths that come one by one, of which many together are counted over a time: "verified 111 deaths in custody"."""
_LABEL = re.compile(
    r"^\W*(?:reported\s+|total\s+|confirmed\s+)?(?:fatalities|deaths|killings|dead)\b[^.;:\n]{0,30}:\s*\d", re.IGNORECASE
)
_EVENTS = re.compile(r"\b(?:events|incidents|attacks|clashes|strikes)\b[^.;:\n]{0,30}:\s*(?:\d{2,}|[2-9])\b", re.IGNORECASE)
_BESIDE = 200


def _labelled(document: Document, telling: Telling) -> bool:
    """Whether a number behind its label stands beside that of several incidents: "Events: 28 / Reported fatalities: 58"."""
    around = document.text[max(0, telling.start - _BESIDE) : telling.end + _BESIDE]
    return _LABEL.match(document.text[telling.start : telling.end]) is not None and _EVENTS.search(around) is not None


def _estimated(telling: Telling, text: str, date: DateRange | None) -> bool:
    """Whether a great number is an estimate of no day: "death toll estimates earlier this week ranged up to 2,000"."""
    most = greatest(telling.harms)
    day = date is not None and date.precision == "day"
    if most >= HUNDRED and telling.time is None and _BELIEVED.search(text) is not None:
        return not names_one(telling)
    return (
        most >= LARGE and _ESTIMATE.search(text) is not None and not day and not names_one(telling) and not at_fine_place(telling)
    )


_HAVE = re.compile(_NOW + r"(?:\w+\s+){0,2}?\w+(?:ed|en|shot|struck|hit|fought)\b")
"""Verbs of what has gone on to the day: "forces have fired on crowds, killing at least 1,900"."""


def _said_to_date(telling: Telling, text: str) -> bool:
    """Whether a count is one up to the day of a statement: "a rights group said on Tuesday that 400 people have been killed"."""
    most = greatest(telling.harms)
    to_date = bool(_PERFECT.search(text)) or (most >= HUNDRED and _HAVE.search(text) is not None)
    if is_fresh(telling, text, most):
        return False
    return most >= FEW and to_date and not names_one(telling) and not at_fine_place(telling)


def _over_months(telling: Telling, date: DateRange | None, text: str) -> bool:
    """Whether a count is over a month or a year and a whole country: "in April, violence killed 209 civilians"."""
    if date is None or date.precision not in ("month", "months", "season", "year", "years"):
        return False
    if _ONE_DAY.search(text):
        return False
    if names_one(telling):
        return False
    if _PERFECT.search(text) or counts_deaths(text):
        return True
    finest = 3 if date.precision in ("year", "years") else 4
    fine = any(p.place is not None and p.place.coarseness <= finest and p.role in ("at", "near") for p in telling.places)
    nobody = all(t.family in ("death", "harm") for t in telling.triggers)
    if date.precision == "month" and nobody and greatest(telling.harms) >= MANY and not at_fine_place(telling):
        return True
    return (greatest(telling.harms) >= HUNDRED or _SO_FAR.search(text) is not None) and not fine


_ONE_DAY = re.compile(r"\b(?:a|one|(?:a|one) single) (?:day|night|morning|afternoon|evening|hour)(?:'s|’s| of)\b", re.IGNORECASE)
"""What was of one day, though only its month is told: "in a day of fighting"."""
_IN_A_DAY = re.compile(r"\b(?:in|on|within) (?:one|(?:a|one) single) (?:day|night|morning|afternoon|evening|hour)\b", re.IGNORECASE)
_ONE_DEED = re.compile(
    r"\b(?:in|after|following|during|from)\s+(?:the|this|that)\s+(?:\w+\s+){0,2}"
    r"(?:shooting|attack|strike|airstrike|blast|explosion|bombing|raid|ambush|shelling|stabbing|assault|massacre)\b",
    re.IGNORECASE,
)


def _runs_on(telling: Telling, text: str) -> bool:
    """Whether a count without a day runs over a war, not one occurrence: "have died in the uprising", "more than 7,000 were killed".

    The present perfect alone says nothing of it: "at least eight tourists have been killed" is the news of one deed.
    """
    most = greatest([h for h in telling.harms if h.outcome != "displaced"] or telling.harms)
    if names_one(telling):
        return most >= LARGE and not at_fine_place(telling)
    if most >= LARGE:
        return True
    if most < 2 or at_fine_place(telling) or is_fresh(telling, text, most):
        return False  # "our side has one wounded" counts over no war
    running = _LONG.search(text) or (most >= HUNDRED and _PERFECT.search(text))
    return bool(running) and not of_one_deed(telling, text, most)
