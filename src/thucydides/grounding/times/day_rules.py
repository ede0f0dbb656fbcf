"""Day rules: the grammar of days of a month, in every order of day, month, year and weekday, alone, in ranges and in lists.

A builder that answers None leaves its words to a shorter rule.
"""

import re
from collections.abc import Sequence
from datetime import date

from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.context import NEXT_WORD, NO_NOUN, counted, counts_events, named, plural_follows, words
from thucydides.grounding.times.forms import Day, DayOfMonth, Either, Month, Span, Years
from thucydides.grounding.times.rules import Bound, Made, Rule


def valid(month: int, day: int, year: int | None) -> bool:
    """Whether the calendar has the day (29 February where the year is open)."""
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True


_LIST = frozenset((CODES["day"], CODES["nth"]))


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
    bare = year is None and b.at("anyday") > b.at("anymonth") and b.before() != "on" and not b.has("anyweekday")
    if bare and (counted(b) or (b.before() in ("in", "since") and counts_events(b))):
        return None
    if b.has("year") and counted(b) and not b.has("comma") and year is not None and year % 100 == 0:  # "on 3 July 2000 people died"
        year, last = None, b.at("year") - 1
    if not valid(month, day, year) or named(b):
        return None
    return Made(Day(month, day, year, b["anyweekday"]), last=last, daypart=b["part"] or "")


def _is_may(b: Bound) -> bool:
    """Whether "may" beside a number is the month: written with a capital, and no verb's helper in text of capitals only."""
    token = b.token("anymonth")
    if not b.text[token.start].isupper():
        return b.before() == "on" or b.has("year")
    match = NEXT_WORD.match(b.lower[token.end : token.end + 24])
    return not (match and match[1] in words("after_may"))


def day_range(b: Bound) -> Made | None:
    """ "April 10-11", "10 to 12 March 2024", "between 1 and 19 November": days of one month, the first before the last; "between 14 and 15
    August" is one night or the two days, and counts nothing."""
    month, first, last, year = b["anymonth"], b["anyday1"], b["anyday2"], b["year"]
    if first >= last or not valid(month, last, year) or (year is None and b.at("anyday2") > b.at("anymonth") and counted(b)):
        return None
    wide = (b.has("between") or b.has("from")) and last - first > 1
    return Made(Span(Day(month, first, year), Day(month, last, year)), window=wide)


def day_list(b: Bound) -> Sequence[tuple[int, int, Made]] | None:
    """ "26 and 30 November", "November 26, 27 and 30, 2025": each day a time of its own, sharing the month and the year."""
    month, year = b["anymonth"], b["year"]
    at = b.at("anymonth")
    days = [i for i in range(b.first, b.last + 1) if b.tokens[i].kind in _LIST]
    if days[0] > at and year is None and (counted(b) or plural_follows(b)):
        return None
    if not all(valid(month, b.tokens[i].value, year) for i in days):
        return None
    values = [b.tokens[i].value for i in days]
    if len(values) == 2 and (values[1] == values[0] + 1 or (b.has("or") and values[0] < values[1])):
        # "on 6 and 7 December": two days on end are one stretch; "5 or 7 February" lies between them
        return [(b.first, b.last, Made(Span(Day(month, values[0], year), Day(month, values[1], year))))]
    made = []
    for i in days:
        first, last = (min(i, at), max(i, at)) if abs(i - at) == 1 else (i, i)
        if i == days[-1] and year is not None:
            last = b.last
        made.append((first, last, Made(Day(month, b.tokens[i].value, year))))
    return made


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


def named_day(b: Bound) -> Made | None:
    """ "9/11": an event whose everyday name is its date."""
    year, month, day = b["namedday"]
    return Made(Day(month, day, year))


def the_nth(b: Bound) -> Made | None:
    """ "on the 24th", "Sunday the 7th": a day of the document's month or of one before; "the 24th Brigade" is none."""
    if not 1 <= b["nth"] <= 31 or not (b.has("weekday") or NO_NOUN.match(b.rest())):
        return None
    return Made(DayOfMonth(b["nth"], b["weekday"]))


def nth_opens(b: Bound) -> Made | None:
    """ "The 27th saw the prison set ablaze": a day that opens a sentence and has a verb of its own."""
    if not 1 <= b["nth"] <= 31 or not b.capital("the") or not _SEES.match(b.rest()):
        return None
    return Made(DayOfMonth(b["nth"]))


_GOES_ON = re.compile(r"\s+(?:[a-z]+ed|was|were|had|left|saw|took|hit|struck|shot)\b")
_SEES = re.compile(r"\s+(?:saw|brought|began|ended|opened|passed|dawned|witnessed|was (?:the|a) \w*\s?day)\b")


def nth_by_daypart(b: Bound) -> Made | None:
    """ "the evening of the 8th", "the night of the 14th"; "the morning of the 3rd day" and "of the 7th Army" are none."""
    if not 1 <= b["nth"] <= 31 or not (NO_NOUN.match(b.rest()) or _GOES_ON.match(b.rest())):
        return None
    return Made(DayOfMonth(b["nth"]), daypart=b["daypart"])


def nth_instant(b: Bound) -> Made | None:
    """ "the 11th instant", "the 11th inst.": of the month in which it is written."""
    return Made(DayOfMonth(b["nth"])) if 1 <= b["nth"] <= 31 else None


def nth_of_month(b: Bound) -> Made | None:
    """ "the second of December"."""
    year = b["year"]
    return Made(Day(b["anymonth"], b["ordinal"], year)) if b.capital("anymonth") else None


_WD = "(the? anyweekday comma? on?)?"
RULES = (
    Rule(f"{_WD} the? anyday of? (dash|slash)? the? anymonth comma? of? (dash|slash)? year", day_of_month),
    Rule(f"{_WD} the? anyday (of the?)? dash? anymonth", day_of_month),
    Rule("anyday anymonth int", day_of_month),
    Rule(f"{_WD} the? anyday of? anymonth open year close", day_of_month),
    Rule(f"{_WD} anymonth the? anyday open year close", day_of_month),
    Rule(f"part? {_WD} anymonth the? anyday comma? year", day_of_month),
    Rule(f"part? {_WD} anymonth the? anyday", day_of_month),
    Rule(f"{_WD} anymonth anyday1 (dash|slash|to) anyday2 (comma? year)?", day_range),
    Rule(f"{_WD} anyday1 (dash|slash|to) anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("anyweekday1 the? anyday1 (dash|to|and) anyweekday2 the? anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("from the? anyday1 (dash|to|until) the? anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("between the? anyday1 and the? anyday2 of? anymonth (comma? of? year)?", day_range),
    Rule("from anymonth anyday1 (dash|to|until) anyday2 (comma? year)?", day_range),
    Rule("between anymonth anyday1 and anyday2 (comma? year)?", day_range),
    Rule("anymonth anyday (comma anyday)* comma? (and|or) anyday (comma? year)?", day_list),
    Rule("anyday (comma anyday)* comma? (and|or) anyday of? anymonth (comma? of? year)?", day_list),
    Rule("(the? anyweekday comma?)? stamp", written_date),
    Rule("(the? anyweekday comma?)? numeric", numeric_date),
    Rule("namedday", named_day),
    Rule("on the nth", the_nth),
    Rule("on? the nth instant", nth_instant),
    Rule("the nth", nth_opens),
    Rule("the? daypart of the nth", nth_by_daypart),
    Rule("weekday comma? the? nth", the_nth),
    Rule("the ordinal of anymonth (comma? year)?", nth_of_month),
)
