"""Attaching: the grammar that gives a time its part, its portion, its time of day or the longer time that holds it."""

import re
from functools import cache
from typing import Any

from msgspec.structs import replace

from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.forms import (
    Around,
    Calendar,
    Day,
    DayOfMonth,
    Foreign,
    Form,
    Holiday,
    Month,
    Overnight,
    Part,
    Season,
    Span,
    Week,
    Weekday,
    Within,
    Years,
)  # fmt: skip
from thucydides.grounding.times.rules import Bound, Made, Rule
from thucydides.vocabulary import mapping

_DIVISIBLE = (Month, Season, Years, Calendar, Within, Holiday, Foreign)


def part(b: Bound) -> Made | None:
    """ "late November", "mid-2023", "early last month", "the end of June"."""
    inner = b.made("spell")
    if not isinstance(inner.form, _DIVISIBLE) or inner.window:
        return None
    return replace(inner, form=Part(inner.form, b["part"] or b["edge"]))


def parts(b: Bound) -> Made | None:
    """ "mid to late November", "early-to-mid 2024"."""
    inner = b.made("spell")
    if not isinstance(inner.form, _DIVISIBLE):
        return None
    return replace(inner, form=Span(Part(inner.form, b["part1"]), Part(inner.form, b["part2"])))


def _position(b: Bound) -> int:
    """1 for first, 2 for second, ..., -1 for last and final."""
    return -1 if b.has("last") or b.has("final") else b["nthword"]


def portion(b: Bound) -> Made | None:
    """ "the first half of May", "the last quarter of 2024"."""
    inner = b.made("spell")
    position = _position(b)
    if inner.window or not isinstance(inner.form, _DIVISIBLE) or abs(position) > (2 if b["half"] == "half" else 4):
        return None
    return replace(inner, form=Part(inner.form, "unit", b["half"], position))


def numbered(b: Bound) -> Made | None:
    """ "the first week of May", "the last three days of 2023", "the first weekend in June"."""
    inner = b.made("spell")
    unit = "weekend" if b.has("weekend") else b["anyunit"]
    if inner.window or not isinstance(inner.form, _DIVISIBLE) or unit in ("century", "hour"):
        return None
    position, count = _position(b), b["number"]
    if b.has("units") and count is None:
        count = 0
    if unit == "month" and isinstance(inner.form, Month):
        return None
    form = Part(inner.form, "unit", unit, position, 1 if count is None else count)
    kind = "dated" if unit == "day" and count is None else "spell"
    if count is None and b.has("anyunit") and b.lower[b.token("anyunit").end - 1] == "s":
        form, kind = replace(form, count=0), "spell"
    return replace(inner, form=form, kind=kind)


def weekday_of(b: Bound) -> Made | None:
    """ "the first Monday of May", "the last Friday of Ramadan"."""
    day = b.made("dated")
    inner = b.made("spell")
    if not isinstance(day.form, Weekday) or not isinstance(inner.form, _DIVISIBLE) or inner.window:
        return None
    if b.has("nthword") == (day.form.which == "last"):
        return None
    position = b["nthword"] if b.has("nthword") else -1
    return replace(day, form=Part(inner.form, "unit", f"weekday-{day.form.weekday}", position))


def unit_of(b: Bound) -> Made | None:
    """ "the month of November", "the week of 5 May", "the week ending 11 May", "the weekend of 24 August"."""
    inner = b.made("known")
    unit: Any = "weekend" if b.has("weekend") else b["unit"]
    if unit == "month" and isinstance(inner.form, Month) and b.has("of"):
        return inner
    if unit not in ("week", "weekend") or inner.kind != "dated":
        return None
    if isinstance(inner.form, Span):
        return inner
    side: Any = "ending" if b.has("it") else "beginning" if b.has("edge") or b.has("from") else "of"
    return replace(inner, form=Week(inner.form, side, unit), kind="spell")


def with_daypart(b: Bound) -> Made | None:
    """ "the night of April 10-11", "Monday night", "the early hours of Tuesday", "early on December 24", "at dawn on Friday"."""
    inner = b.made("dated")
    if b.has("units"):
        if b["units"] != "hour":
            return None
        return replace(inner, daypart=b["daypart"] or b["part"] or "early")
    if isinstance(inner.form, Overnight):
        return None
    if inner.daypart in ("early", "late") and b.has("daypart"):
        inner = replace(inner, daypart="")
    if inner.window and b.has("daypart") and isinstance(inner.form, Span) and b.at("daypart") < b.at("dated"):
        inner = replace(inner, window=False)  # "at midnight between 14 and 15 August"
    word = b["daypart"] or b["part"] or b["earlier"] or b["later"]
    if inner.daypart and not b.has("daypart"):
        word = inner.daypart
    return replace(inner, daypart={"earlier": "", "later": ""}.get(word, word))


def with_overnight(b: Bound) -> Made | None:
    """ "overnight Tuesday", "overnight into Wednesday", "overnight from Monday to Tuesday", "Friday overnight"."""
    inner = b.made("dated")
    if isinstance(inner.form, Span | Overnight):
        return replace(inner, daypart="night")
    follows = b.tokens[b.last].kind == CODES["overnight"]
    side: Any = "before" if b.has("to") else "after" if follows or b.has("from") else "either"
    return replace(inner, form=Overnight(inner.form, side), daypart="night")


def overnight(b: Bound) -> Made | None:
    """ "overnight": the night before the document's day."""
    return Made(Overnight(), daypart="night") if b.before() != "a" or _of_deed().match(b.rest(40)) else None


@cache
def _of_deed() -> re.Pattern[str]:
    """A deed of which "overnight" is told: "an overnight drone strike"."""
    deeds = "|".join(map(re.escape, mapping("status")["deeds"]))
    return re.compile(rf"\s(?:[\w-]+\s){{0,3}}?(?:{deeds})s?\b")


def in_the_night(b: Bound) -> Made | None:
    """ "during the night": the night before the document's day, as "overnight"."""
    night = b["daypart"] == "night" and _OF_A_DAY.match(b.rest()) is None
    return Made(Overnight(), daypart="night") if night else None


def with_clock(b: Bound) -> Made:
    """ "at about 6 p.m. Monday", "Jan. 27 at 10:30 p.m."."""
    inner = b.made("dated")
    token = b.token("clock")
    return replace(inner, clock=inner.clock or b.text[token.start : token.end].strip())


def around(b: Bound) -> Made | None:
    """ "around 24 December", "circa 2011"."""
    inner = b.made("known")
    if inner.window or isinstance(inner.form, Calendar | Weekday | Overnight) or b["approx"] == "about":
        return None
    return replace(inner, form=Around(inner.form), approximate=True)


def _open_year(form: Form) -> bool:
    """Whether the form lacks what a container may give it: its year, or a weekday's date."""
    if isinstance(form, Day | Month | Season | Holiday):
        return form.year is None
    return isinstance(form, Weekday) or (isinstance(form, Part | Span) and _open_year(form.of if isinstance(form, Part) else form.last))


def within(b: Bound) -> Made | None:
    """ "November of last year", "24 December last year", "late November this year", "Monday of that week"."""
    inner, outer = b.made("known1"), b.made("known2")
    if not isinstance(outer.form, Calendar) or outer.form.unit not in ("year", "month", "week") or not _open_year(inner.form):
        return None
    if outer.form.unit == "month" and not isinstance(inner.form, Weekday):
        return None
    return replace(inner, form=Within(inner.form, outer.form))


def nth_of(b: Bound) -> Made | None:
    """ "the 24th of this month", "the 3rd of last month"."""
    day, outer = b.made("dated"), b.made("spell")
    if not isinstance(day.form, DayOfMonth) or not isinstance(outer.form, Calendar) or outer.form.unit != "month":
        return None
    return Made(Part(outer.form, "unit", "day", day.form.day))


_OF_A_DAY = re.compile(
    r"-|s\b|,?\s(?:of|on|from|between|before|after|to|until|that|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|sky|skies|clubs?|time|air|market|shift|train|bus|hours)\b"
)
"""What stands behind a night that is one named, or only a thing's: "in the night sky"."""
_CLOCK = "(at|in|on|approx|before|after|nearly|between|by|from)*"
RULES = (
    Rule("the? part dash? (in|of)? the? spell", part),
    Rule("the? edge (of|in) the? spell", part),
    Rule("the? part1 dash? (to|and|or|dash) dash? part2 dash? (in|of)? the? spell", parts),
    Rule("the? (nthword|last|final) half (of|in) the? spell", portion),
    Rule("the? (nthword|last|final) number? (anyunit|weekend) (of|in) the? spell", numbered),
    Rule("the? nthword? dated (of|in) the? spell", weekday_of),
    Rule("the? (unit|weekend) (of|it|edge|from)* known", unit_of),
    Rule("the? part? daypart (of|on|to)? dated", with_daypart),
    Rule("nearly? (before|after|approx) daypart (of|on)? dated", with_daypart),
    Rule("the? part? daypart? units (of|on) dated", with_daypart),
    Rule("(part|earlier|later) on? dated", with_daypart),
    Rule("(part|earlier|later) on? dated daypart", with_daypart),
    Rule("dated comma? (at|in|on|by)? the? part? daypart", with_daypart),
    Rule("overnight (on|from|of|to)? dated", with_overnight),
    Rule("dated overnight", with_overnight),
    Rule("overnight", overnight),
    Rule("in the daypart", in_the_night),
    Rule("clock comma? on? dated", with_clock),
    Rule(f"dated comma? {_CLOCK} clock", with_clock),
    Rule("approx the? known", around),
    Rule("known1 (of|in)? known2", within),
    Rule("dated of spell", nth_of),
)
