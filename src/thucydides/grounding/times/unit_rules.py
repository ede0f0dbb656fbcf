"""Unit rules: the grammar of whole weeks, months and years beside the document's date, and of days beside the incident last told."""

from typing import Any

from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.context import ends_clause
from thucydides.grounding.times.forms import Bound as Open
from thucydides.grounding.times.forms import Calendar, Part, ToDate
from thucydides.grounding.times.rules import Bound, Made, Rule

_NOT_SHIFTED = frozenset({"century", "quarter"})
# Elsewhere "that" opens a clause.
_BEFORE_THAT = frozenset(("", "in", "on", "later", "earlier", "over", "comma", "by", "of", "until"))
_SINGULAR = CODES["unit"]
# "long since" and "months since" count from no day told.
_BEFORE_SINCE = frozenset(("long", "units", "unit", "ago"))


def neighbour(b: Bound) -> Made | None:
    """ "the next day", "the previous night", "that week", "the same evening", "the day before": from the incident last told."""
    unit = b["anyunit"]
    daypart = b["daypart"] or ""
    if unit in _NOT_SHIFTED or unit == "hour":
        return None
    if b.has("next") and not b.has("the") and unit != "day" and not daypart:
        return None
    if b.has("that") and not b.has("same") and b.before() not in _BEFORE_THAT:
        return None
    step = 1 if any(map(b.has, ("next", "following", "after", "followed"))) else -1 if b.has("previous") or b.has("before") else 0
    if unit and b.token("anyunit").kind != _SINGULAR:
        return None
    made = Calendar(unit or "day", step, "incident")
    kind = "dated" if (unit or "day") == "day" else "spell"
    return Made(made, kind, daypart=daypart, event=(b.has("before") or b.has("after")) and not ends_clause(b))


def same_date(b: Bound) -> Made | None:
    """ "on the same date", "on that date"."""
    return Made(Calendar("day", 0, "incident")) if b.has("same") or b.before() == "on" else None


def before_last(b: Bound) -> Made | None:
    """ "the week before last", "the weekend before last", "the night before last": two before the document's own, a night that of its first
    day."""
    if b.has("daypart"):
        return Made(Calendar("day", -2), daypart=b["daypart"])
    unit: Any = "weekend" if b.has("weekend") else b["unit"]
    return None if unit in ("day", "hour") else Made(Calendar(unit, -2), "spell")


def whole_unit(b: Bound) -> Made | None:
    """ "this month", "last year", "next week": the calendar unit of the document's date or a neighbour of it."""
    unit = b["unit"]
    if unit in ("day", "hour") or (b.before() == "the" and not b.has("this")):
        return None
    step = -1 if b.has("last") or b.has("previous") else 1 if b.has("next") or b.has("coming") else 0
    return Made(Calendar(unit, step), "spell", future=step > 0)


def to_date(b: Bound) -> Made | None:
    """ "so far this year", "earlier this week", "later this month"."""
    unit = b["unit"]
    if unit in ("day", "hour"):
        return None
    later = b.has("later")
    return Made(ToDate(Calendar(unit, 0), 1 if later else -1, b.has("earlier")), "spell", window=b.has("so_far"), future=later)


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
    return Made(ToDate(form, 1 if b.has("later") else -1, b.has("earlier")), "spell", future=b.has("later") and unit != "month")


def same_day(b: Bound) -> Made | None:
    """ "later that day", "earlier that night"."""
    return Made(Calendar("day", 0, "incident"), daypart=b["daypart"] or "") if b["unit"] in (None, "day") else None


def edge_of_unit(b: Bound) -> Made | None:
    """ "the end of the year", "the beginning of the month": of the document's date."""
    return None if b["unit"] in ("day", "hour") else Made(Part(Calendar(b["unit"], 0), b["edge"]), "spell")


def share_of_year(b: Bound) -> Made | None:
    """ "the first half of the year", "the first six months of the year", "the last quarter of the year": of the document's."""
    half = b.has("half")
    unit = b["half"] if half else b["anyunit1"]
    position = -1 if b.has("last") or b.has("final") else b["nthword"]
    if b["unit2"] != "year" or abs(position) > (2 if unit == "half" else 4) or not (half or unit in ("month", "week", "day")):
        return None
    return Made(Part(Calendar("year", 0), "unit", unit, position, b["number"] or 1), "spell")


def then(b: Bound) -> Made | None:
    """ "since then", "until that day", and "since" alone where it ends a clause."""
    if not any(map(b.has, ("then", "unit", "day_word"))) and not (ends_clause(b) and b.before() not in _BEFORE_SINCE):
        return None
    if b.has("unit") and b["unit"] != "day":
        return None
    side: Any = next(name for name in ("since", "until", "by", "before") if b.has(name))
    return Made(Open(Calendar("day", 0, "incident"), side), "spell", window=True)


RULES = (
    Rule("the? (next|following|previous) (anyunit|daypart)", neighbour),
    Rule("the? same (anyunit|daypart)", neighbour),
    Rule("that same? (anyunit|daypart)", neighbour),
    Rule("(the|that) same day_word", same_date),
    Rule("that day_word", same_date),
    Rule("the (anyunit|daypart) (before|after|followed)", neighbour),
    Rule("(this|last|next|coming|previous) unit", whole_unit),
    Rule("the (unit|weekend|daypart) before last", before_last),
    Rule("so_far this unit", to_date),
    Rule("this unit so_far", to_date),
    Rule("(earlier|later) (in|on)? this unit", to_date),
    Rule("(earlier|later|part) (in|on) the unit", within_unit),
    Rule("(earlier|later) that (unit|daypart)", same_day),
    Rule("(earlier|later) the same (unit|daypart)", same_day),
    Rule("the? edge of the unit", edge_of_unit),
    Rule("the? (nthword|last|final) half of the unit2", share_of_year),
    Rule("the? (nthword|last|final) number? anyunit1 of the unit2", share_of_year),
    Rule("(since|until|by|before) then", then),
    Rule("(since|until|by|before) that (unit|day_word)", then),
    Rule("since", then),
)
