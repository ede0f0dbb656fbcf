"""Count rules: the grammar of units counted from the document's date or from the incident last told."""

from typing import Any

from thucydides import vocabulary
from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.context import ends_clause
from thucydides.grounding.times.forms import Base, Form, Shift, Stretch, Weekday, Within
from thucydides.grounding.times.patterns import classes
from thucydides.grounding.times.rules import Bound, Made, Rule

_NOT_SHIFTED = frozenset({"century", "quarter"})
_OF_TIME = classes(
    "month shortmonth othermonth year the last this next decade season unit that hmonth day nth stamp numeric "
    "holiday"
)
_SINGULAR = CODES["unit"]
_AMOUNT = "(a1|a2? vague of?|number1 ((dash|to|or) number2)? (and a3 half1)?)"
_BOUND = "(approx|nearly|over|more than|less than?)*"
_IN = "(in|over|within|for|on)?"


def amount(b: Bound) -> tuple[float, float, bool]:
    """Fewest and most units, and whether the words are vague: "two to three" is 2-3, "several" 3-9, plain "weeks" 2-12."""
    table = vocabulary.mapping("dates")["vague_counts"]
    if b.has("vague"):
        low, high = table[b["vague"]]
        return low, high, True
    if b.has("number1"):
        low = b["number1"]
        high = b["number2"] or low
        extra = 0.5 if b.has("half1") else 0
        return min(low, high) + extra, max(low, high) + extra, False
    if b.has("half2"):
        return 0.5, 0.5, False
    if b.has("a1"):
        return 1, 1, False
    low, high = table["plural"]
    return low, high, True


def _open(b: Bound) -> Any:
    """Whether the count is a bound: "more than", "over" or "less than", "under"."""
    if b.has("more") or b.has("over"):
        return "more"
    return "less" if b.has("less") else ""


def _bare_plural(b: Bound) -> bool:
    """Whether units stand without a count, where "weeks ago" needs the plural."""
    return not (b.has("vague") or b.has("number1") or b.has("a1") or b.has("half2"))


def ago(b: Bound) -> Made | None:
    """ "two weeks ago", "more than a year ago", "days ago", "a week ago Monday"."""
    unit = b["anyunit"]
    if unit in _NOT_SHIFTED or (_bare_plural(b) and b.token("anyunit").kind == _SINGULAR):
        return None
    low, high, vague = amount(b)
    form: Form = Shift(unit, low, high, -1, "document", _open(b), vague)
    if b.has("weekday"):
        form = Within(Weekday(b["weekday"]), form)
    return Made(form, "shift", approximate=b.has("approx") or (b.has("nearly") and b.lower[b.token("nearly").start] in "nab"))


def ago_today(b: Bound) -> Made | None:
    """ "three weeks ago today": so many weeks to the day."""
    if b["anyunit"] not in ("week", "fortnight") or b["deictic"] != 0:
        return None
    low, high, vague = amount(b)
    days = 14 if b["anyunit"] == "fortnight" else 7
    return None if vague or low != high else Made(Shift("day", days * low, days * low, -1, "document"), "shift")


def offset(b: Bound) -> Made | None:
    """ "two days earlier", "a week later", "hours after": counted from the incident last told, or from an event named behind it."""
    unit = b["anyunit"]
    if unit in _NOT_SHIFTED or (_bare_plural(b) and b.token("anyunit").kind == _SINGULAR):
        return None
    low, high, vague = amount(b)
    if low == high == 0:
        return None
    sign = -1 if b.has("earlier") or b.has("before") or b.has("prior") else 1
    form = Shift(unit, low, high, sign, "incident", _open(b), vague)
    return Made(form, "shift", approximate=b.has("approx"), event=(b.has("before") or b.has("after")) and not ends_clause(b))


def from_now(b: Bound) -> Made | None:
    """ "two weeks from now"."""
    low, high, vague = amount(b)
    return Made(Shift(b["anyunit"], low, high, 1, "document", "", vague), "shift", future=True)


def day_around_event(b: Bound) -> Made | None:
    """ "in the days after", "the weeks before": the units on one side of an event."""
    _low, high, vague = amount(b)
    return Made(Stretch(b["units"], high, -1 if b.has("before") else 1, "incident", vague), "spell", window=True, event=not ends_clause(b))


def stretch_back(b: Bound) -> Made | None:
    """ "the past week", "over the past two to three years", "in the last 48 hours", "in recent weeks", "within a week"."""
    unit = b["anyunit"]
    if unit in ("century",) or (b.after() == "of" and b.after(2) in _OF_TIME):
        return None
    if b.has("recent"):
        if b.token("anyunit").kind == _SINGULAR:
            return None
        return Made(Stretch(unit, vocabulary.mapping("dates")["recent_reach"].get(unit, 6), -1, "document", True), "spell", window=True)
    singular = b.token("anyunit").kind == _SINGULAR
    if _bare_plural(b) and singular:
        if not (b.has("the") or b.has("this") or b.has("past")) or (b.has("previous") and unit == "day"):
            return None  # "the previous day" is that before the incident last told
        high, vague = 1.0, False
    else:
        _, high, vague = amount(b)
    return Made(Stretch(unit, high, -1, "document", vague), "spell", window=True, approximate=b.has("approx"))


def stretch_on(b: Bound) -> Made | None:
    """ "in the next two weeks", "the coming days"."""
    if b.after() == "of" and b.after(2) in _OF_TIME:
        return None
    _, high, vague = amount(b)
    base: Base = "incident" if b.has("following") or b.has("followed") else "document"
    return Made(Stretch(b["anyunit"] or b["units"], high, 1, base, vague), "spell", window=True, future=base == "document")


def within_count(b: Bound) -> Made | None:
    """ "within a week", "in less than 24 hours", "in the space of a month": up to the document's date."""
    if b.after() == "of" or (_bare_plural(b) and not b.has("units")):
        return None
    _, high, vague = amount(b)
    return Made(Stretch(b["anyunit"], high, -1, "document", vague), "spell", window=True)


def nth_in_a_row(b: Bound) -> Made | None:
    """ "for the third day", "a fourth straight night", "for a second week in a row": as many units as the ordinal says, up to now."""
    if not (b.has("for") or b.has("straight1") or b.has("straight2")) or b["unit"] in ("century", "quarter"):
        return None
    return Made(Stretch(b["unit"] or "day", b["nthword"] - 1, -1, "document"), "spell", window=True)


RULES = (
    Rule(f"{_BOUND} ({_AMOUNT}|half2 a4)? anyunit ago (on? weekday)?", ago),
    Rule(f"{_AMOUNT} anyunit ago deictic", ago_today),
    Rule(f"{_BOUND} {_AMOUNT}? anyunit (earlier|later|before|after|prior)", offset),
    Rule(f"{_AMOUNT}? anyunit from now", from_now),
    Rule(f"{_IN} the units (before|after)", day_around_event),
    Rule(f"{_IN} (the|this)? {_BOUND} (last|past|previous) {_AMOUNT}? anyunit", stretch_back),
    Rule(f"{_IN} the? recent anyunit", stretch_back),
    Rule(f"{_IN} the? (next|coming|following) {_AMOUNT} anyunit", stretch_on),
    Rule(f"{_IN} the? (next|coming|following) units", stretch_on),
    Rule(f"{_IN} the {_AMOUNT}? units followed", stretch_on),
    Rule(f"within {_BOUND} {_AMOUNT}? anyunit", within_count),
    Rule(f"in (nearly|less than?|more than) {_AMOUNT} anyunit", within_count),
    Rule(f"(in|within) (the|a) hour_span of {_AMOUNT} anyunit", within_count),
    Rule("for? (the|a)? nthword straight1? (unit|daypart) (straight2|in a row)?", nth_in_a_row),
)
