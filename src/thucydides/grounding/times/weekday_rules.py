"""Weekday rules: the grammar of days named from the document's own: today, last night, on Wednesday, over the weekend."""

from typing import Any

from thucydides.grounding.times.context import ends_clause, named, named_before
from thucydides.grounding.times.forms import Calendar, Counted, Shift, Stretch, Weekday, Within
from thucydides.grounding.times.rules import Bound, Made, Rule


def deictic(b: Bound) -> Made:
    """ "today", "yesterday evening", "earlier today", "tonight"."""
    token = b.token("deictic")
    night = "night" if b.lower.startswith("tonight", token.start) else ""
    return Made(Calendar("day", b["deictic"]), daypart=b["daypart"] or night or b["part"] or "", future=b["deictic"] > 0)


def second_next(b: Bound) -> Made | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    step = b["deictic"] + (-1 if b.has("before") else 1)
    return Made(Calendar("day", step), future=step > 0) if b["unit"] == "day" and abs(step) == 2 else None


def this_daypart(b: Bound) -> Made:
    """ "this morning"."""
    return Made(Calendar("day", 0), daypart=b["daypart"])


def last_night(b: Bound) -> Made | None:
    """ "last night", "last evening": the evening before the document's day and the night that follows it."""
    return Made(Calendar("night", -1), daypart=b["daypart"]) if b["daypart"] in ("night", "evening") else None


def weekday(b: Bound) -> Made | None:
    """ "on Wednesday", "last Friday", "this coming Monday"; "every Friday", "Black Friday" and "the Sunday Times" are none."""
    if named(b) or named_before(b) or b.before() == "each":
        return None
    which: Any = "plain"
    if b.has("previous"):
        return Made(Within(Weekday(b["weekday"]), Stretch("day", 7, -1, "incident")))
    if b.has("last") or b.has("past"):
        which = "last"
    elif b.has("next") or b.has("coming"):
        which = "next"
    elif b.has("this"):
        which = "this"
    return Made(Weekday(b["weekday"], which), future=which == "next")


def weekday_before_last(b: Bound) -> Made | None:
    """ "the Sunday before last": a week before the last one; "the Friday before last month's vote" is none."""
    if b.after() in ("unit", "units", "month", "shortmonth", "othermonth", "weekday", "weekend", "daypart", "season"):
        return None
    return Made(Counted(Weekday(b["weekday"], "last"), Shift("day", 7, 7, -1, "incident")))


def following_weekday(b: Bound) -> Made:
    """ "the following Thursday": the first one after the incident last told."""
    return Made(Within(Weekday(b["weekday"]), Stretch("day", 7, 1, "incident")))


def weekday_before(b: Bound) -> Made | None:
    """ "the Thursday before", where no event is named behind it: the last one before the incident last told."""
    return Made(Within(Weekday(b["weekday"]), Stretch("day", 7, -1, "incident"))) if ends_clause(b) else None


def that_weekday(b: Bound) -> Made | None:
    """ "that Saturday": the one in the days, or the week, of the incident last told."""
    return None if named(b) else Made(Within(Weekday(b["weekday"]), Calendar("day", 0, "incident")))


def weekday_of_week(b: Bound) -> Made | None:
    """ "Wednesday of last week", "last week on Wednesday", "Monday this week"."""
    if b["unit"] != "week":
        return None
    return Made(Within(Weekday(b["weekday"]), Calendar("week", -1 if b.has("last") else 1 if b.has("next") else 0)))


def weekend(b: Bound) -> Made | None:
    """ "over the weekend", "last weekend", "that weekend": Saturday and Sunday."""
    if b.before() in ("a", "each", "nth", "ordinal") or b.after() == "of":
        return None
    if b.has("that") or b.has("same"):
        return Made(Calendar("weekend", 0, "incident"), "spell")
    step = -1 if b.has("last") or b.has("previous") or b.has("past") else 1 if b.has("next") or b.has("coming") else 0
    return Made(Calendar("weekend", step), "spell", future=step > 0)


RULES = (
    Rule("(part|earlier|later)? deictic daypart?", deictic),
    Rule("the unit (before|after) deictic", second_next),
    Rule("(earlier|later|part)? this daypart", this_daypart),
    Rule("(part|earlier)? last daypart", last_night),
    Rule("weekday", weekday),
    Rule("this? (last|past|previous) weekday", weekday),
    Rule("the? weekday before last", weekday_before_last),
    Rule("the weekday before", weekday_before),
    Rule("(this|the)? (next|coming) weekday", weekday),
    Rule("the following weekday", following_weekday),
    Rule("this weekday", weekday),
    Rule("that same? weekday", that_weekday),
    Rule("weekday (of|comma|in)? (last|this|next) unit", weekday_of_week),
    Rule("(last|this|next) unit comma? on? weekday", weekday_of_week),
    Rule("over? (the|this|that)? same? (last|past|previous|next|coming)? weekend", weekend),
)
