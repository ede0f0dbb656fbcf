"""Lasting: counts that run over a stretch of time, by their size and the words for it: a month, a war, what has gone on so far.

Invariant: a count of one deed, one day or one fine place lasts over nothing.
"""

import re

from thucydides.extracting.aggregates.news import FEW, LARGE, SOME_ONE, is_fresh, of_one_deed
from thucydides.extracting.aggregates.periods import counts_deaths, over_days
from thucydides.extracting.aggregates.scattered import SHORT
from thucydides.extracting.aggregates.single import at_fine_place, greatest, headed, names_one
from thucydides.extracting.aggregates.windows import SHORT_DAYS
from thucydides.extracting.people.sides import FIGHTERS
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.wide import APART
from thucydides.grounding.times.english import MONTHS
from thucydides.nouns import DateRange

_SO_FAR = re.compile(r"\b(?:so\s+far|to\s+date|toll)\b", re.IGNORECASE)
_NOW = r"(?<!\bto )(?<!\bmay )(?<!\bmight )(?<!\bcould )(?<!\bmust )(?<!\bwould )\b(?:have|has)\s+"
_PERFECT = re.compile(
    _NOW + r"(?:(?!\d)\w+\s+){0,2}?(?:been\s+)?(?:killed|died|dead|wounded|injured|perished|claimed|lost|left|cost)\b"
)
LASTING = re.compile(
    r"\b(?:crackdown|uprising|conflict|war(?! crimes?\b)|unrest|insurgency|revolt|revolution|campaign|hostilities|protests"
    r"|siege(?=\s+of\s+[A-Z])|(?:week|month|year)s?(?:-long|s?['’])?\s+siege"
    r"|ongoing\s+(?:[\w’'-]+\s+){0,3}?(?:strike|walkout|dispute|feud|violence|crisis|fighting|tensions))\b",
    re.IGNORECASE,
)
HUNDRED = 100
"""Deaths of a month told without a deed above which they are taken to be of several."""
MANY = 20
"""Deaths of a month told by no other word than "killed", of no town, above which they are taken to be of several deeds."""
WEEK = 7
"""Over so many days deeds in the plural are not one."""
_BELIEVED = re.compile(
    r"\b(?:believed|thought|feared|estimated|reckoned)\s+to\s+have\s+(?:been\s+killed|died|perished)\b", re.IGNORECASE
)
_ESTIMATE = re.compile(r"\b(?:death\s+tolls?|estimates?|estimated)\b", re.IGNORECASE)
_HAVE = re.compile(_NOW + r"(?:\w+\s+){0,2}?\w+(?:ed|en|shot|struck|hit|fought)\b")
"""Verbs of what has gone on to the day: "forces have fired on crowds, killing at least 1,900"."""
_ONE_DAY = re.compile(r"\b(?:a|one|(?:a|one) single) (?:day|night|morning|afternoon|evening|hour)(?:'s|’s| of)\b", re.IGNORECASE)
"""What was of one day, though only its month is told: "in a day of fighting"."""
_IN_A_DAY = re.compile(r"\b(?:in|on|within) (?:one|(?:a|one) single) (?:day|night|morning|afternoon|evening|hour)\b", re.IGNORECASE)
_VILLAGES = re.compile(
    r"\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens\s+of|\d{1,2})\s+(?:\w+\s+)?(?:villages|towns|hamlets|settlements|communities|localities)\b",
    re.IGNORECASE,
)


def over_stretch(telling: Telling, date: DateRange | None, text: str) -> bool:
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


_SOME_DAY = re.compile(r"(?:in\s+)?(?:the\s+)?(?:mid|early|late|middle|beginning|start|end)\b", re.IGNORECASE)
"""Words of a time that is some day of a stretch: "in mid-May"."""


def over_weeks(telling: Telling, date: DateRange | None) -> bool:
    """Whether a count is of deeds in the plural over a week or more, wherever they were: "32 people died in air strikes on three townships
    in the first two weeks of August"."""
    stretch = date is not None and date.precision == "days" and days_wide(date) >= WEEK
    if not stretch or telling.time is None or telling.dated_by or telling.kind == "title":
        return False
    if _SOME_DAY.match(telling.time.wording):
        return False
    nouns = [t for t in telling.triggers if t.noun and not t.weak and t.family not in ("death", "harm")]
    bare = all(t.family in ("death", "harm") for t in telling.triggers if not t.noun)
    return bare and bool(nouns) and all(t.plural and not t.definite for t in nouns) and telling.time.relative_to != "incident"


def of_a_week(telling: Telling, date: DateRange | None, text: str) -> bool:
    """Whether people of a whole country or province, or killed by nobody named up to now, are counted over a week: "this week alone 19
    soldiers have been killed in Burkina Faso", "40 civilians were killed in Myanmar last week"."""
    time = telling.time
    stretch = date is not None and date.precision in ("days", "week") and WEEK - 1 <= days_wide(date) <= SHORT_DAYS + WEEK
    if time is None or not stretch or time.relative_to == "incident" or telling.dated_by or telling.kind == "title":
        return False
    if headed(telling, text) or any(h.people.definite for h in telling.harms):
        return False
    if "perpetrator" in telling.roles or any(t.family not in ("death", "harm") and not (t.weak and t.plural) for t in telling.triggers):
        return False
    if SOME_ONE.search(text) or _ONE_DAY.search(text) or _IN_A_DAY.search(text) or _SOME_DAY.match(time.wording):
        return False
    up_to_now = _PERFECT.search(text) is not None
    return greatest(telling.harms) >= (FEW // 2 if up_to_now else FEW) and (up_to_now or not at_fine_place(telling))


def estimated(telling: Telling, text: str, date: DateRange | None) -> bool:
    """Whether a great number is an estimate of no day: "death toll estimates earlier this week ranged up to 2,000"."""
    most = greatest(telling.harms)
    day = date is not None and date.precision == "day"
    if most >= HUNDRED and telling.time is None and _BELIEVED.search(text) is not None:
        return not names_one(telling)
    return (
        most >= LARGE and _ESTIMATE.search(text) is not None and not day and not names_one(telling) and not at_fine_place(telling)
    )


def said_to_date(telling: Telling, text: str) -> bool:
    """Whether a count is one up to the day of a statement: "a rights group said on Tuesday that 400 people have been killed"."""
    most = greatest(telling.harms)
    to_date = bool(_PERFECT.search(text)) or (most >= HUNDRED and _HAVE.search(text) is not None)
    if is_fresh(telling, text, most):
        return False
    return most >= FEW and to_date and not names_one(telling) and not at_fine_place(telling)


def over_months(telling: Telling, date: DateRange | None, text: str) -> bool:
    """Whether a count is over a month or a year and a whole country: "in April, violence killed 209 civilians"."""
    if date is None or date.precision not in ("month", "months", "season", "year", "years"):
        return False
    if _ONE_DAY.search(text):
        return False
    if names_one(telling) or _taken_at_once(telling, text):
        return False
    if _PERFECT.search(text) or counts_deaths(text):
        return True
    finest = 3 if date.precision in ("year", "years") else 4
    fine = any(p.place is not None and p.place.coarseness <= finest and p.role in ("at", "near") for p in telling.places)
    nobody = all(t.family in ("death", "harm") for t in telling.triggers)
    placed = at_fine_place(telling) or _named_spot(telling, text)
    if date.precision == "month" and nobody and greatest(telling.harms) >= MANY and not placed:
        return True
    return (greatest(telling.harms) >= HUNDRED or _SO_FAR.search(text) is not None) and not fine


def _named_spot(telling: Telling, text: str) -> bool:
    """Whether somebody did it at a place that no gazetteer has: "in April 2020, insurgents killed 52 men in Xitaxi"."""
    known = (*MONTHS, *(p.wording.lower() for p in telling.places if p.place is not None))
    return "perpetrator" in telling.roles and any(not any(k.startswith(m[1].lower()) for k in known) for m in _SPOT.finditer(text))


_SPOT = re.compile(
    r"\b(?:in|at|near)\s+(?:the\s+(?:village|town|hamlet)\s+of\s+)?([A-Z][\w’'-]+)"
    r"(?!\s+(?:[A-Z][\w’'-]+\s+)?(?:provinces?|regions?|states?|districts?|count(?:y|ies))\b)"
)


_OF_ONE_SITE = re.compile(
    r"\b(?:from|at|in|on|inside)\s+(?:(?:a|an|the|their|its)\s+)?(?:[\w’'-]+\s+){0,4}?(?:school|college|university|seminary|dormitory|hostel|hospital"
    r"|church|mosque|monastery|wedding|bus|train|convoy|ferry|prison|camp|village|town|market|hotel|theatre|theater)\b",
    re.IGNORECASE,
)


def _taken_at_once(telling: Telling, text: str) -> bool:
    """Whether all people counted were taken by somebody from one place, in the singular: "in April 2014 fighters abducted 276 girls from a
    school"."""
    told = [h for h in telling.harms if h.people.counted and h.part_of is None]
    taken = bool(told) and all(h.outcome == "captured" for h in told) and "perpetrator" in telling.roles
    return taken and _OF_ONE_SITE.search(text) is not None


def runs_on(telling: Telling, text: str) -> bool:
    """Whether a count without a day runs over a war, not one occurrence: "have died in the uprising", "more than 7,000 were killed".

    The present perfect alone says nothing of it: "at least eight tourists have been killed" is the news of one deed.
    """
    most = greatest([h for h in telling.harms if h.outcome != "displaced"] or telling.harms)
    if names_one(telling):
        return most >= LARGE and not at_fine_place(telling)
    if most >= LARGE:
        return True
    if most >= FEW // 2 and _goes_on(telling, text):
        return True
    if most < 2 or at_fine_place(telling) or is_fresh(telling, text, most):
        return False  # "our side has one wounded" counts over no war
    running = LASTING.search(text) or (most >= HUNDRED and _PERFECT.search(text))
    return bool(running) and not of_one_deed(telling, text, most)


def _goes_on(telling: Telling, text: str) -> bool:
    """Whether the deed that killed those counted has gone on to the day: "troops have been shelling Bria, killing 27"."""
    doing = (m.end() + telling.start for m in _BEEN_DOING.finditer(text))
    return not {t.start for t in telling.triggers if not t.noun}.isdisjoint(doing)


_BEEN_DOING = re.compile(r"(?:\b(?:have|has)|['’]ve)\s+been\s+(?:\w+ly\s+)?(?=\w+ing\b)", re.IGNORECASE)
