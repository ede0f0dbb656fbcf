"""Absolute: the grammar of dates, months, years, seasons, holidays and other calendars, whole or in part.

Rules make the smallest times; `joining` puts them together. A builder that answers None leaves its words to a shorter rule.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from thucydides import vocabulary
from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.forms import Calendar, Day, DayOfMonth, Either, Foreign, Form, Holiday, Month, Part, Season, Span, Within, Years
from thucydides.grounding.times.patterns import Bound, Made, Rule

# Years that stand alone; farther ones are read only as part of a whole date.
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_WORD = re.compile(r"[^\S\n]*\n?[^\S\n]*([^\W\d_]+)")
_NO_NOUN = re.compile(r"\s*(?:[,.;:)]|$|(?:and|at|in|when|near|of (?:the|this|last|next|that) month)\b)")
_BEFORE_MONTH = frozenset(
    "in since during last this next past early mid late part edge until between of dash slash before after and or to through"
    " from by ordinal nth units unit over for the year at".split()
)
_BEFORE_YEAR = frozenset(
    "in since during until between before after from by of to part dash slash approx season over for and or edge since the it open".split()
)
_BEFORE_RAMADAN = frozenset("in since during last this next past early mid late part edge until of before after the for by month throughout".split())
_LIST = frozenset((CODES["day"], CODES["nth"]))


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of the dates vocabulary, as a set."""
    return frozenset(vocabulary.mapping("dates")[name].split())


def counted(b: Bound) -> bool:
    """Whether the next word is of things counted, so that the number before it is a count."""
    match = _WORD.match(b.rest())
    return bool(match and match[1] in words("counted"))


def counts_events(b: Bound) -> bool:
    """Whether the next word is of events counted."""
    match = _WORD.match(b.rest())
    return bool(match and match[1] in words("counted_events"))


def named(b: Bound) -> bool:
    """Whether the match is part of a name: "March 23 Movement", "Sunday Times", "the 15 de Septiembre neighbourhood"."""
    match = _WORD.match(b.rest())
    if match is None:
        return False
    return match[1] in words("place_after") or (match[1] in words("name_after") and b.text[b.tokens[b.last].end + match.start(1)].isupper())


def valid(month: int, day: int, year: int | None) -> bool:
    """Whether the calendar has the day (29 February where the year is open)."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


def day_of_month(b: Bound) -> Made | None:
    """ "24 December 2025", "Dec. 24", "Wednesday, November 26": a day of a month, with or without its year and weekday."""
    month, day, year = b["anymonth"], b["anyday"], b["year"]
    last = -1
    if b.has("int"):
        if not 60 <= b["int"] <= 99 or counted(b) or counts_events(b):
            return None
        year = 1900 + b["int"]
    if month == 5 and b.token("anymonth").kind == CODES["month"] and not _is_may(b):
        return None
    if year is None and b.names["anyday"] > b.names["anymonth"] and b.before() != "on" and not b.has("anyweekday"):
        if counted(b) or (b.before() in ("in", "since") and counts_events(b)):
            return None
    if b.has("year") and counted(b) and not b.has("comma"):
        year, last = None, b.names["year"] - 1
    if not valid(month, day, year) or named(b):
        return None
    return Made(Day(month, day, year, b["anyweekday"]), last=last, daypart=b["part"] or "")


def _is_may(b: Bound) -> bool:
    """Whether "may" beside a number is the month: written with a capital, and no verb's helper in text of capitals only."""
    token = b.token("anymonth")
    if not b.text[token.start].isupper():
        return b.before() == "on" or b.has("year")
    match = _WORD.match(b.lower[token.end : token.end + 24])
    return not (match and match[1] in words("after_may"))


def day_range(b: Bound) -> Made | None:
    """ "April 10-11", "10 to 12 March 2024", "between 1 and 19 November": days of one month, the first before the last."""
    month, first, last, year = b["anymonth"], b["anyday1"], b["anyday2"], b["year"]
    if first >= last or not valid(month, last, year) or (year is None and b.names["anyday2"] > b.names["anymonth"] and counted(b)):
        return None
    return Made(Span(Day(month, first, year), Day(month, last, year)), window=b.has("between") or b.has("from"))


def day_list(b: Bound) -> Sequence[tuple[int, int, Made]] | None:
    """ "26 and 30 November", "November 26, 27 and 30, 2025": each day a time of its own, sharing the month and the year."""
    month, year = b["anymonth"], b["year"]
    at = b.names["anymonth"]
    days = [i for i in range(b.first, b.last + 1) if b.tokens[i].kind in _LIST]
    if (days[0] > at and year is None and (counted(b) or _WORD.match(b.rest()) and b.rest()[:1] == " " and _plural(b))) or not all(
        valid(month, b.tokens[i].value, year) for i in days
    ):
        return None
    made = []
    for i in days:
        first, last = (min(i, at), max(i, at)) if abs(i - at) == 1 else (i, i)
        if i == days[-1] and year is not None:
            last = b.last
        made.append((first, last, Made(Day(month, b.tokens[i].value, year))))
    return made


def _plural(b: Bound) -> bool:
    """Whether the next word looks like a plural noun ("November 26 and 30 mourners")."""
    match = _WORD.match(b.rest())
    return bool(match and match[1].endswith("s") and match[1] not in ("was", "is", "has", "as", "this"))


def written_date(b: Bound) -> Made | None:
    """ "2025-12-24", "2025-12-24T10:00Z", "2025年12月": year, month and day as numbers in that order."""
    year, month, day = b["stamp"]
    if day is not None:
        return Made(Day(month, day, year, b["anyweekday"]))
    return Made(Month(month, year) if month is not None else Years(year), "spell")


def numeric_date(b: Bound) -> Made | None:
    """ "24/12/2025", "02.12.2026": day and month in either order; where both orders are days, both readings are kept."""
    first, second, year = b["numeric"]
    readings = [(d, m) for d, m in dict.fromkeys([(first, second), (second, first)]) if m <= 12 and valid(m, d, year)]
    if not readings:
        return None
    days = [Day(month, day, year, b["anyweekday"]) for day, month in readings]
    return Made(days[0] if len(days) == 1 else Either(days[0], days[1]))


def month_year(b: Bound) -> Made | None:
    """ "December 2025", "March, 2011"; a number of things counted is no year."""
    year = b["year"]
    if not 1000 <= year <= _LAST_YEAR or (counted(b) and not b.has("comma")):
        return None
    if b["anymonth"] == 5 and b.token("anymonth").kind == CODES["month"] and not b.capital("anymonth"):
        return None
    return Made(Month(b["anymonth"], year), "spell")


def month_alone(b: Bound) -> Made | None:
    """ "November" without a year. Months that are also names or verbs (May, March, April, June, August) need a word of time before."""
    if not b.capital("month") or named(b):
        return None
    if b["month"] in (3, 4, 5, 6, 8):
        before = b.before()
        if before not in _BEFORE_MONTH or (b["month"] in (5, 4, 6) and before in ("by", "from", "to", "for", "of", "and", "or", "the")):
            if not (before == "of" and b.before(2) in ("unit", "units", "edge", "half", "nth", "ordinal", "part", "weekend")):
                return None
        if _beheaded(b):
            return None
    return Made(Month(b["month"]), "spell")


def _beheaded(b: Bound) -> bool:
    """Whether "May" or "March" in capitals only is followed by what follows a verb."""
    match = _WORD.match(b.rest())
    return bool(match and match[1] in words("after_may"))


def month_by_word(b: Bound) -> Made | None:
    """ "last March", "this past November", "next June", "this December"."""
    if b.after() in ("day", "nth") or not b.capital("month") or _beheaded(b):
        return None
    if b.has("this") and not b.has("past"):
        return Made(Within(Month(b["month"]), Calendar("year", 0)), "spell")
    return Made(Month(b["month"], None, "next" if b.has("next") or b.has("coming") else "last"), "spell")


def season_by_word(b: Bound) -> Made:
    """ "last summer", "this spring", "next winter"."""
    which: Any = "next" if b.has("next") or b.has("coming") else "plain" if b.has("this") and not b.has("past") else "last"
    return Made(Season(b["season"], None, False, which), "spell")


def short_month(b: Bound) -> Made | None:
    """ "in Dec.", "since Sept": a short name stands alone only behind a word of time."""
    if not b.capital("shortmonth") or b.before() not in ("in", "since", "part", "until"):
        return None
    return Made(Month(b["shortmonth"]), "spell")


def plain_year(b: Bound) -> Made | None:
    """ "in 2023", "the 2014 war", "(2011)": four digits are a year behind a word of time, or alone on a line or in brackets."""
    year, before = b["year"], b.before()
    if not _FIRST_YEAR <= year <= _LAST_YEAR or counted(b) or (before not in ("in", "the") and counts_events(b)) or b.after() in ("unit", "units"):
        return None
    token = b.token("year")
    if before in ("of", "to", "from", "the", "and", "or", "over", "for", "by") and b.rest(3)[:1] == " " and _plural(b) and before != "the":
        return None
    if before == "approx" and b.tokens[b.first - 1].value not in ("around", "circa"):
        return None
    if before not in _BEFORE_YEAR and not (b.after() in ("dash", "to", "until") and b.after(2) == "now"):
        around = b.lower[max(0, token.start - 2) : token.start].strip(" =#*"), b.lower[token.end : token.end + 2].strip(" =#*:")
        if around[0] not in ("", "\n", "(") or around[1] not in ("", "\n", ")") or (token.start and b.lower[token.start - 1].isalnum()):
            return None
        if around[0] == "" and token.start and "\n" not in b.lower[max(0, token.start - 6) : token.start] and b.lower[token.start - 1] != "(":
            return None
    return Made(Years(year), "spell")


def the_year(b: Bound) -> Made | None:
    """ "the year 2023"."""
    return Made(Years(b["year"]), "spell") if b["unit"] == "year" and b["year"] <= _LAST_YEAR else None


def year_range(b: Bound) -> Made | None:
    """ "1996-2001", "from 2011 to 2014"."""
    first, last = b["year1"], b["year2"]
    if not _FIRST_YEAR <= first < last <= _LAST_YEAR or (b.has("to") and not b.has("from") and counted(b)):
        return None
    return Made(Span(Years(first), Years(last)), "spell", window=True)


def year_and_short(b: Bound) -> Made | None:
    """ "2014-15" and "2014/15" are two years; "2025-11" is a month."""
    year, short = b["year"], b["number"]
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if short == (year + 1) % 100:
        return Made(Span(Years(year), Years(year + 1)), "spell", window=True)
    token = b.token("number")
    if b.has("dash") and short <= 12 and token.end - token.start == 2 and b.before() in ("in", "since", "open", ""):
        return Made(Month(short, year), "spell")
    return None


def season(b: Bound) -> Made | None:
    """ "summer 2014", "the fall of 2013", "winter 2014-15": seasons of the north; "the fall of Kabul" is none."""
    year, short = b["year"], b["number"]
    if year is None:
        prepared = b.before() in ("in", "since", "over", "part", "until", "this", "edge") or (
            b.has("the") and b.before() in ("in", "since", "over", "until", "of", "by")
        )
        if not prepared or b["season"] == "autumn" and b.lower.startswith("fall", b.token("season").start) and not _NO_NOUN.match(b.rest()):
            return None
        return None if named(b) or re.match(r"\s+of\b", b.rest()) else Made(Season(b["season"]), "spell")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return Made(Season(b["season"], year, across=short is not None and short in ((year + 1) % 100, year + 1)), "spell")


def decade(b: Bound) -> Made | None:
    """ "the 1990s"."""
    return Made(Years(b["decade"], 10), "spell")


def century(b: Bound) -> Made | None:
    """ "the 20th century"."""
    return Made(Years((b["nthword"] - 1) * 100 + 1, 100), "spell") if b["unit"] == "century" and b["nthword"] <= 25 else None


def holiday(b: Bound) -> Made | None:
    """ "Christmas Eve", "Eid al-Fitr 2023"."""
    return Made(Holiday(b["holiday"], b["year"])) if b.capital("holiday") else None


def named_day(b: Bound) -> Made | None:
    """ "9/11": an event whose everyday name is its date."""
    year, month, day = b["namedday"]
    return Made(Day(month, day, year))


def _calendar_year(b: Bound, calendar: str) -> tuple[int | None, bool] | None:
    """The year and whether it is of our era; None where the number is a year of neither calendar."""
    year = b["year"]
    if year is None or 1300 <= year <= 1500:
        return year, False
    return (year, True) if calendar == "hijri" and 1900 <= year <= _LAST_YEAR else None


def foreign(b: Bound) -> Made | None:
    """ "12 Ramadan 1446", "3 Dey 1404 (solar)", "during Ramadan": months of the Hijri calendars, lunar and solar."""
    calendar: Any = "hijri" if b.has("hmonth") else "persian"
    found = _calendar_year(b, calendar)
    day = b["anyday"]
    month = b["hmonth"] if calendar == "hijri" else b["pmonth"]
    if found is None or (day is not None and not 1 <= day <= 31):
        return None
    year, gregorian = found
    if year is None and (day is None or calendar == "persian") and not (calendar == "hijri" and month == 9 and b.before() in _BEFORE_RAMADAN):
        return None
    if not b.text[b.token("hmonth" if calendar == "hijri" else "pmonth").start].isupper():
        return None
    form: Form = Foreign(calendar, month, day, year, gregorian)
    return Made(form, "dated" if day is not None else "spell")


def the_nth(b: Bound) -> Made | None:
    """ "on the 24th": a day of the month of the document's date, or of the one before; "the 24th Brigade" is none."""
    return Made(DayOfMonth(b["nth"])) if 1 <= b["nth"] <= 31 and _NO_NOUN.match(b.rest()) else None


def quarter(b: Bound) -> Made | None:
    """ "Q1 2024"."""
    return Made(Part(Years(b["year"]), "unit", "quarter", b["quarter_name"]), "spell") if b["year"] <= _LAST_YEAR else None


_WD = "(the? anyweekday comma? on? open?)?"
RULES = (
    Rule(f"{_WD} the? anyday of? (dash|slash)? the? anymonth comma? of? (dash|slash)? year", day_of_month),
    Rule(f"{_WD} the? anyday (of the?)? dash? anymonth", day_of_month),
    Rule("anyday anymonth int", day_of_month),
    Rule(f"part? {_WD} anymonth the? anyday comma? year", day_of_month),
    Rule(f"part? {_WD} anymonth the? anyday", day_of_month),
    Rule(f"{_WD} anymonth anyday1 (dash|slash|to) anyday2 (comma? year)?", day_range),
    Rule(f"{_WD} anyday1 (dash|slash|to) anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("from the? anyday1 (dash|to|until) the? anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("between the? anyday1 and the? anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("from anymonth anyday1 (dash|to|until) anyday2 (comma? year)?", day_range),
    Rule("between anymonth anyday1 and anyday2 (comma? year)?", day_range),
    Rule("anymonth anyday (comma anyday)* comma? (and|or) anyday (comma? year)?", day_list),
    Rule("anyday (comma anyday)* comma? (and|or) anyday of? anymonth (comma? of? year)?", day_list),
    Rule("(the? anyweekday comma?)? stamp", written_date),
    Rule("(the? anyweekday comma?)? numeric", numeric_date),
    Rule("anymonth (comma|of|dash|slash)? year", month_year),
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
    Rule("the? season (of|comma)? year ((dash|slash) number)?", season),
    Rule("the? season", season),
    Rule("the? decade", decade),
    Rule("the? nthword unit", century),
    Rule("holiday (comma? year)?", holiday),
    Rule("namedday", named_day),
    Rule("the? anyday of? (hmonth|pmonth) (comma? year era?)?", foreign),
    Rule("(hmonth|pmonth) (the? anyday)? (comma? year era?)?", foreign),
    Rule("on the nth", the_nth),
    Rule("quarter_name (of|comma)? year", quarter),
)
