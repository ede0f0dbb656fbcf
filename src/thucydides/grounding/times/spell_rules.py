"""Spell rules: the grammar of months, years, seasons, decades and centuries.

Months that are also names or verbs (May, March), and bare years, need a word of time before them.
"""

import re
from typing import Any

from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.context import (
    FIRST_YEAR,
    LAST_YEAR,
    NO_NOUN,
    counted,
    counts_events,
    named,
    named_before,
    names_a_thing,
    of_a_thing,
    plural_follows,
    verb_follows,
)  # fmt: skip
from thucydides.grounding.times.forms import Calendar, Month, Part, Season, Span, Within, Years
from thucydides.grounding.times.patterns import classes
from thucydides.grounding.times.rules import Bound, Made, Rule

_BEFORE_MONTH = classes(
    "in since last this next past part edge until between of dash slash before after and or to from by ordinal nth units unit "
    "over for the year"
)
_BEFORE_YEAR = classes(
    "in since until between before after from by of to part dash slash approx season over for and or edge the it open"
)

# Months that are also names (April, May, June) or words (March, May, August): alone they need a word of time before them.
_SHY_MONTHS, _VERB_MONTHS = frozenset({3, 4, 5, 6, 8}), frozenset({3, 8})
_MARCH = 3
_WALK = re.compile(r"\s+(?:on|to|in|from|for|of|against|through|by|was|were|is)\b")
_DAY_OF_NAME = re.compile(r"\s+\d{1,2}(?!\d)")
_BEFORE_NAME = classes("by from to for and or the")
_BEFORE_OF_MONTH = classes("unit units edge half nth ordinal part weekend season")
_BEFORE_SEASON = classes("in since over part until this edge")
_BEFORE_THE_SEASON = classes("in since over until of by")
_OF = re.compile(r"\s+of\b")
# Behind these a number before a plural noun is a count: "of 2000 fighters".
_BEFORE_COUNT = classes("of to from and or over for by")


def month_year(b: Bound) -> Made | None:
    """ "December 2025", "March, 2011"; a number of things counted is no year."""
    year = b["year"]
    if not 1000 <= year <= LAST_YEAR or (counted(b) and not b.has("comma") and not _sure(year)):
        return None
    if b["anymonth"] == 5 and b.token("anymonth").kind == CODES["month"] and not b.capital("anymonth"):
        return None
    return Made(Month(b["anymonth"], year), "spell")


def _sure(year: int) -> bool:
    """Whether four digits behind a month are its year though a word for people follows: "in April 2015 rebels took", not "1500 people"."""
    return year >= FIRST_YEAR and year % 50 != 0


def month_range(b: Bound) -> Made | None:
    """ "Jan-Mar 2024", "March to May": months joined in short form."""
    first, last, year = b["anymonth1"], b["anymonth2"], b["year"]
    if not (b.capital("anymonth1") and b.capital("anymonth2")) or (year is not None and not 1000 <= year <= LAST_YEAR):
        return None
    return Made(Span(Month(first), Month(last, year)), "spell", window=True)


def _of_a_named_day(b: Bound) -> bool:
    """Whether a month is that of a day which is part of a name: "March 23 Movement"."""
    day = _DAY_OF_NAME.match(b.text, b.tokens[b.last].end)
    return day is not None and names_a_thing(b.text, day.end())


def month_alone(b: Bound) -> Made | None:
    """ "November" without a year. Months that are also names or verbs (May, March, April, June, August) need a word of time before."""
    if not b.capital("month") or named(b) or named_before(b) or _of_a_named_day(b):
        return None
    if b["month"] == _MARCH and b.before() == "the" and _WALK.match(b.rest()):
        return None
    if b["month"] in _SHY_MONTHS and (verb_follows(b) or not _month_expected(b)):
        return None
    return Made(Month(b["month"]), "spell")


def _month_expected(b: Bound) -> bool:
    """Whether the words before make a month of what may be a name: "in May" does, "of May" only in "the end of May"."""
    before = b.before()
    if before == "of":
        return b.before(2) in _BEFORE_OF_MONTH or b["month"] in _VERB_MONTHS
    behind_month = before in _JOINS and b.before(2) in ("month", "shortmonth") and b.before(3) in _LEADS  # "from January to June"
    return before in _BEFORE_MONTH and (b["month"] in _VERB_MONTHS or before not in _BEFORE_NAME or behind_month)


_JOINS, _LEADS = frozenset({"and", "to"}), frozenset({"between", "from", "in", "since"})


def month_by_word(b: Bound) -> Made | None:
    """ "last March", "this past November", "next June", "this December"."""
    if b.after() in ("day", "nth") or not b.capital("month") or verb_follows(b):
        return None
    if b.has("this") and not b.has("past"):
        return Made(Within(Month(b["month"]), Calendar("year", 0)), "spell")
    return Made(Month(b["month"], None, "next" if b.has("next") or b.has("coming") else "last"), "spell")


def short_month(b: Bound) -> Made | None:
    """ "in Dec.", "since Sept": a short name stands alone only behind a word of time."""
    if not b.capital("shortmonth") or b.before() not in ("in", "since", "part", "until"):
        return None
    return Made(Month(b["shortmonth"]), "spell")


def plain_year(b: Bound) -> Made | None:
    """ "in 2023", "the 2014 war", "(2011)": four digits are a year behind a word of time, or alone on a line or in brackets."""
    year, before = b["year"], b.before(2) if b.before() == "nearly" else b.before()
    if not FIRST_YEAR <= year <= LAST_YEAR or b.after() in ("unit", "units") or of_a_thing(b):
        return None
    divided = before == "of" and b.before(2) in _BEFORE_OF_MONTH
    opens = before == "in" and b.text[b.tokens[b.first - 1].start] == "I"  # "In 2007 soldiers fired": no count opens a sentence so
    if (counted(b) and not opens) or (not divided and before != "in" and counts_events(b) and before != "the"):
        return None
    if not divided and before in _BEFORE_COUNT and plural_follows(b):
        return None
    if before == "approx" and b.tokens[b.first - 1].value not in ("around", "circa"):
        return None
    expected = before in _BEFORE_YEAR or (b.after() in ("dash", "to", "until") and b.after(2) == "now")
    return Made(Years(year), "spell") if expected or _alone(b) else None


def _alone(b: Bound) -> bool:
    """Whether a number has its line or its brackets to itself, as a year does in a heading."""
    start, end = b.tokens[b.first].start, b.tokens[b.last].end
    if b.lower[start - 1 : start] == "(":
        return b.lower[end : end + 1] == ")"
    line = b.lower[b.lower.rfind("\n", 0, start) + 1 : start], b.lower[end : max(b.lower.find("\n", end), 0) or None]
    return not any(part.strip(" =#*:") for part in line)


def the_year(b: Bound) -> Made | None:
    """ "the year 2023"."""
    return Made(Years(b["year"]), "spell") if b["unit"] == "year" and b["year"] <= LAST_YEAR else None


def year_range(b: Bound) -> Made | None:
    """ "1996-2001", "from 2011 to 2014"."""
    first, last = b["year1"], b["year2"]
    if not FIRST_YEAR <= first < last <= LAST_YEAR or (b.has("to") and not b.has("from") and counted(b)):
        return None
    return Made(Span(Years(first), Years(last)), "spell", window=True)


def year_and_short(b: Bound) -> Made | None:
    """ "2014-15" and "2014/15" are two years; "2025-11" is a month."""
    year, short = b["year"], b["number"]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if short == (year + 1) % 100:
        return Made(Span(Years(year), Years(year + 1)), "spell", window=True)
    token = b.token("number")
    if b.has("dash") and short <= 12 and token.end - token.start == 2 and b.before() in ("in", "since", "open", ""):
        return Made(Month(short, year), "spell")
    return None


def season(b: Bound) -> Made | None:
    """ "summer 2014", "the fall of 2013", "winter 2014-15": seasons of the north; "the fall of Kabul" is none."""
    year, short = b["year"], b["number"] or b["year2"]
    if year is None:
        prepared = b.before() in (_BEFORE_THE_SEASON if b.has("the") else _BEFORE_SEASON)
        fallen = b["season"] == "autumn" and b.lower.startswith("fall", b.token("season").start) and not NO_NOUN.match(b.rest())
        return None if not prepared or fallen or named(b) or _OF.match(b.rest()) else Made(Season(b["season"]), "spell")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Made(Season(b["season"], year, across=short is not None and short in ((year + 1) % 100, year + 1)), "spell")


def season_by_word(b: Bound) -> Made:
    """ "last summer", "this spring", "next winter"."""
    which: Any = "next" if b.has("next") or b.has("coming") else "plain" if b.has("this") and not b.has("past") else "last"
    return Made(Season(b["season"], None, False, which), "spell")


def decade(b: Bound) -> Made | None:
    """ "the 1990s"; "a 1990s car" says nothing of when."""
    return None if of_a_thing(b) else Made(Years(b["decade"], 10), "spell")


def century(b: Bound) -> Made | None:
    """ "the 20th century"."""
    return Made(Years((b["nthword"] - 1) * 100 + 1, 100), "spell") if b["unit"] == "century" and b["nthword"] <= 25 else None


def quarter(b: Bound) -> Made | None:
    """ "Q1 2024"."""
    return Made(Part(Years(b["year"]), "unit", "quarter", b["quarter_name"]), "spell") if b["year"] <= LAST_YEAR else None


RULES = (
    Rule("anymonth (comma|of|dash|slash)? year", month_year),
    Rule("anymonth1 (dash|slash) anymonth2 (comma? year)?", month_range),
    Rule("month", month_alone),
    Rule("this? (last|past|next|coming) month", month_by_word),
    Rule("this month", month_by_word),
    Rule("this? (last|past|next|coming) season", season_by_word),
    Rule("this season", season_by_word),
    Rule("shortmonth", short_month),
    Rule("year", plain_year),
    Rule("the? unit year", the_year),
    Rule("year1 (dash|slash|to) year2", year_range),
    Rule("from year1 (dash|to|until) year2", year_range),
    Rule("between year1 and year2", year_range),
    Rule("year (dash|slash) number", year_and_short),
    Rule("the? season (of|comma)? year ((dash|slash) (number|year2))?", season),
    Rule("the? season", season),
    Rule("the? decade", decade),
    Rule("the? nthword unit", century),
    Rule("quarter_name (of|comma)? year", quarter),
)
