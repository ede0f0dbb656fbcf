"""Relative: the grammar of times counted from the document's date or from the incident last told."""

import re
from typing import Any

from thucydides import vocabulary
from thucydides.grounding.times.absolute import named, words
from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.forms import Base, Bound as Open, Calendar, Form, Overnight, Part, Shift, Stretch, ToDate, Weekday, Within
from thucydides.grounding.times.patterns import Bound, Made, Rule

_NOT_SHIFTED = frozenset({"century", "quarter"})
_OF_TIME = frozenset(
    "month shortmonth othermonth year the last this next decade season unit that hmonth anyday day nth stamp numeric holiday".split()
)
_PREVIOUS_WORD = re.compile(r"([^\W\d_]+)\s+$")


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
    return Made(form, "shift", approximate=b.has("approx") or b.has("nearly") and b.lower[b.token("nearly").start] in "nab")


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
    return Made(form, "shift", approximate=b.has("approx"), event=b.has("before") or b.has("after"))


def from_now(b: Bound) -> Made | None:
    """ "two weeks from now"."""
    low, high, vague = amount(b)
    return Made(Shift(b["anyunit"], low, high, 1, "document", "", vague), "shift", future=True)


def neighbour(b: Bound) -> Made | None:
    """ "the next day", "the previous night", "that week", "the same evening", "the day before": from the incident last told."""
    unit = b["anyunit"]
    daypart = b["daypart"] or ""
    if unit in _NOT_SHIFTED or unit == "hour":
        return None
    if b.has("next") and not b.has("the") and unit != "day" and not daypart:
        return None
    if b.has("that") and not (b.has("same") or b.before() in ("", "in", "on", "later", "earlier", "over", "during", "comma", "by", "of", "until")):
        return None
    step = 1 if b.has("next") or b.has("following") or b.has("after") else -1 if b.has("previous") or b.has("before") else 0
    if unit and b.token("anyunit").kind != _SINGULAR:
        return None
    made = Calendar(unit or "day", step, "incident")
    kind = "dated" if (unit or "day") == "day" else "spell"
    return Made(made, kind, daypart=daypart, event=b.has("before") or b.has("after"))


def day_around_event(b: Bound) -> Made | None:
    """ "in the days after", "the weeks before": the units on one side of an event."""
    low, high, vague = amount(b)
    return Made(Stretch(b["units"], high, -1 if b.has("before") else 1, "incident", vague), "spell", window=True, event=True)


def deictic(b: Bound) -> Made:
    """ "today", "yesterday evening", "earlier today", "tonight"."""
    token = b.token("deictic")
    night = "night" if b.lower.startswith("tonight", token.start) else ""
    return Made(Calendar("day", b["deictic"]), daypart=b["daypart"] or night or b["part"] or "")


def second_next(b: Bound) -> Made | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step = b["deictic"] + (-1 if b.has("before") else 1)
    return Made(Calendar("day", step)) if b["unit"] == "day" and abs(step) == 2 else None


def this_daypart(b: Bound) -> Made:
    """ "this morning"."""
    return Made(Calendar("day", 0), daypart=b["daypart"])


def last_night(b: Bound) -> Made | None:
    """ "last night", "last evening": the evening before the document's day and the night that follows it."""
    return Made(Calendar("night", -1), daypart=b["daypart"]) if b["daypart"] in ("night", "evening") else None


def weekday(b: Bound) -> Made | None:
    """ "on Wednesday", "last Friday", "this coming Monday"; "every Friday", "Black Friday" and "the Sunday Times" are none."""
    if named(b) or b.before() == "each":
        return None
    match = _PREVIOUS_WORD.search(b.lower[max(0, b.tokens[b.first].start - 16) : b.tokens[b.first].start])
    if match and match[1] in words("name_before"):
        return None
    which: Any = "plain"
    if b.has("last") or b.has("past") or b.has("previous"):
        which = "last"
    elif b.has("next") or b.has("coming"):
        which = "next"
    elif b.has("this"):
        which = "this"
    return Made(Weekday(b["weekday"], which), future=which == "next")


def following_weekday(b: Bound) -> Made:
    """ "the following Thursday": the first one after the incident last told."""
    return Made(Within(Weekday(b["weekday"]), Stretch("day", 7, 1, "incident")))


def weekday_of_week(b: Bound) -> Made | None:
    """ "Wednesday of last week", "last week on Wednesday", "Monday this week"."""
    if b["unit"] != "week":
        return None
    return Made(Within(Weekday(b["weekday"]), Calendar("week", -1 if b.has("last") else 1 if b.has("next") else 0)))


def whole_unit(b: Bound) -> Made | None:
    """ "this month", "last year", "next week": the calendar unit of the document's date or a neighbour of it."""
    unit = b["unit"]
    if unit in ("day", "hour") or (b.before() == "the" and not b.has("this")):
        return None
    step = -1 if b.has("last") or b.has("previous") else 1 if b.has("next") or b.has("coming") else 0
    return Made(Calendar(unit, step), "spell", future=step > 0)


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
        if not (b.has("the") or b.has("this") or b.has("past")):
            return None
        high, vague = 1.0, False
    else:
        _, high, vague = amount(b)
    return Made(Stretch(unit, high, -1, "document", vague), "spell", window=True, approximate=b.has("approx"))


def stretch_on(b: Bound) -> Made | None:
    """ "in the next two weeks", "the coming days"."""
    if b.after() == "of" and b.after(2) in _OF_TIME:
        return None
    _, high, vague = amount(b)
    base: Base = "incident" if b.has("following") else "document"
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


def weekend(b: Bound) -> Made | None:
    """ "over the weekend", "last weekend", "that weekend": Saturday and Sunday."""
    if b.before() in ("a", "each"):
        return None
    if b.has("that") or b.has("same"):
        return Made(Calendar("weekend", 0, "incident"), "spell")
    step = -1 if b.has("last") or b.has("previous") or b.has("past") else 1 if b.has("next") or b.has("coming") else 0
    return Made(Calendar("weekend", step), "spell", future=step > 0)


def to_date(b: Bound) -> Made | None:
    """ "so far this year", "earlier this week", "later this month"."""
    unit = b["unit"]
    if unit in ("day", "hour"):
        return None
    later = b.has("later")
    return Made(ToDate(Calendar(unit, 0), 1 if later else -1), "spell", window=b.has("so_far"), future=later)


def within_unit(b: Bound) -> Made | None:
    """ "later in the day", "earlier in the week", "late in the year": inside the unit of what was last told."""
    unit = b["unit"]
    if unit == "hour":
        return None
    if unit == "day":
        return Made(Calendar("day", 0, "incident"), daypart=b["part"] or "")
    form = Calendar(unit, 0)
    if b.has("part"):
        return Made(Part(form, b["part"]), "spell")
    return Made(ToDate(form, 1 if b.has("later") else -1), "spell", future=b.has("later"))


def same_day(b: Bound) -> Made | None:
    """ "later that day", "earlier that night"."""
    return Made(Calendar("day", 0, "incident"), daypart=b["daypart"] or "") if b["unit"] in (None, "day") else None


def edge_of_unit(b: Bound) -> Made | None:
    """ "the end of the year", "the beginning of the month": of the document's date."""
    return None if b["unit"] in ("day", "hour") else Made(Part(Calendar(b["unit"], 0), b["edge"]), "spell")


def overnight(b: Bound) -> Made | None:
    """ "overnight": the night before the document's day."""
    return None if b.before() == "a" else Made(Overnight(), daypart="night")


def then(b: Bound) -> Made:
    """ "since then", "until then"."""
    side: Any = next(name for name in ("since", "until", "by", "before") if b.has(name))
    return Made(Open(Calendar("day", 0, "incident"), side), "spell", window=True)


_SINGULAR = CODES["unit"]
_AMOUNT = "(a1|a2? vague of?|number1 ((dash|to|or) number2)? (and a3 half1)?)"
_BOUND = "(approx|nearly|over|more than|less than?)*"
_IN = "(in|over|within|for|on)?"
RULES = (
    Rule(f"{_BOUND} ({_AMOUNT}|half2 a4)? anyunit ago (on? weekday)?", ago),
    Rule(f"{_BOUND} {_AMOUNT}? anyunit (earlier|later|before|after|prior)", offset),
    Rule(f"{_AMOUNT}? anyunit from now", from_now),
    Rule("the? (next|following|previous) (anyunit|daypart)", neighbour),
    Rule("the? same (anyunit|daypart)", neighbour),
    Rule("that same? (anyunit|daypart)", neighbour),
    Rule("the (anyunit|daypart) (before|after)", neighbour),
    Rule(f"{_IN} the units (before|after)", day_around_event),
    Rule("(part|earlier|later)? deictic daypart?", deictic),
    Rule("the unit (before|after) deictic", second_next),
    Rule("(earlier|later|part)? this daypart", this_daypart),
    Rule("(part|earlier)? last daypart", last_night),
    Rule("weekday", weekday),
    Rule("this? (last|past|previous) weekday", weekday),
    Rule("(this|the)? (next|coming) weekday", weekday),
    Rule("the following weekday", following_weekday),
    Rule("this weekday", weekday),
    Rule("weekday (of|comma|in)? (last|this|next) unit", weekday_of_week),
    Rule("(last|this|next) unit comma? on? weekday", weekday_of_week),
    Rule("(this|last|next|coming|previous) unit", whole_unit),
    Rule(f"{_IN} (the|this)? {_BOUND} (last|past|previous) {_AMOUNT}? anyunit", stretch_back),
    Rule(f"{_IN} the? recent anyunit", stretch_back),
    Rule(f"{_IN} the? (next|coming|following) {_AMOUNT} anyunit", stretch_on),
    Rule(f"{_IN} the? (next|coming|following) units", stretch_on),
    Rule(f"within {_BOUND} {_AMOUNT}? anyunit", within_count),
    Rule(f"in (nearly|less than?|more than) {_AMOUNT} anyunit", within_count),
    Rule(f"(in|within) (the|a) hour_span of {_AMOUNT} anyunit", within_count),
    Rule("for? (the|a)? nthword straight1? (unit|daypart) (straight2|in a row)?", nth_in_a_row),
    Rule("over? (the|this|that)? same? (last|past|previous|next|coming)? weekend", weekend),
    Rule("so_far this unit", to_date),
    Rule("this unit so_far", to_date),
    Rule("(earlier|later) (in|on)? this unit", to_date),
    Rule("(earlier|later|part) (in|on) the unit", within_unit),
    Rule("(earlier|later) that (unit|daypart)", same_day),
    Rule("(earlier|later) the same (unit|daypart)", same_day),
    Rule("the? edge of the unit", edge_of_unit),
    Rule("overnight", overnight),
    Rule("(since|until|by|before) then", then),
)
