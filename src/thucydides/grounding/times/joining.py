"""Joining: the grammar that puts small times together, in three passes: parts and times of day, pairs, open ends."""

import re
from typing import Any

from msgspec.structs import replace

from thucydides.grounding.times.absolute import words
from thucydides.grounding.times.codes import CODES
from thucydides.grounding.times.forms import (
    Around, Bound as Open, Calendar, Counted, Day, DayOfMonth, Form, Holiday, Month, Overnight, Part, Season, Shift, Span, Stated, Week, Weekday,
    Within, Years,
)  # fmt: skip
from thucydides.grounding.times.patterns import Bound, Made, Rule

_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_DIVISIBLE = (Month, Season, Years, Calendar, Within, Holiday)


def part(b: Bound) -> Made | None:
    """ "late November", "mid-2023", "early last month", "the end of June"."""
    inner: Made = b["spell"]
    if not isinstance(inner.form, _DIVISIBLE) or inner.window:
        return None
    return replace(inner, form=Part(inner.form, b["part"] or b["edge"]))


def parts(b: Bound) -> Made | None:
    """ "mid to late November", "early-to-mid 2024"."""
    inner: Made = b["spell"]
    if not isinstance(inner.form, _DIVISIBLE):
        return None
    return replace(inner, form=Span(Part(inner.form, b["part1"]), Part(inner.form, b["part2"])))


def _position(b: Bound) -> int:
    """1 for first, 2 for second, ..., -1 for last and final."""
    return -1 if b.has("last") or b.has("final") else b["nthword"]


def portion(b: Bound) -> Made | None:
    """ "the first half of May", "the last quarter of 2024"."""
    inner: Made = b["spell"]
    position = _position(b)
    if inner.window or not isinstance(inner.form, _DIVISIBLE) or abs(position) > (2 if b["half"] == "half" else 4):
        return None
    return replace(inner, form=Part(inner.form, "unit", b["half"], position))


def numbered(b: Bound) -> Made | None:
    """ "the first week of May", "the last three days of 2023", "the first weekend in June"."""
    inner: Made = b["spell"]
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
    day: Made = b["dated"]
    inner: Made = b["spell"]
    if not isinstance(day.form, Weekday) or not isinstance(inner.form, _DIVISIBLE) or inner.window:
        return None
    if b.has("nthword") == (day.form.which == "last"):
        return None
    position = b["nthword"] if b.has("nthword") else -1
    return replace(day, form=Part(inner.form, "unit", f"weekday-{day.form.weekday}", position))


def unit_of(b: Bound) -> Made | None:
    """ "the month of November", "the week of 5 May", "the week ending 11 May", "the weekend of 24 August"."""
    inner: Made = b["known"]
    unit = "weekend" if b.has("weekend") else b["unit"]
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
    inner: Made = b["dated"]
    if b.has("units"):
        if b["units"] != "hour":
            return None
        return replace(inner, daypart=b["daypart"] or b["part"] or "early")
    if isinstance(inner.form, Overnight):
        return None
    if inner.daypart in ("early", "late") and b.has("daypart"):
        inner = replace(inner, daypart="")
    word = b["daypart"] or b["part"] or b["earlier"] or b["later"]
    if inner.daypart and not b.has("daypart"):
        word = inner.daypart
    return replace(inner, daypart={"earlier": "", "later": ""}.get(word, word))


def with_overnight(b: Bound) -> Made | None:
    """ "overnight Tuesday", "overnight into Wednesday", "overnight from Monday to Tuesday", "Friday overnight"."""
    inner: Made = b["dated"]
    if isinstance(inner.form, Span | Overnight):
        return replace(inner, daypart="night")
    follows = b.tokens[b.last].kind == CODES["overnight"]
    side: Any = "before" if b.has("to") else "after" if follows or b.has("from") else "either"
    return replace(inner, form=Overnight(inner.form, side), daypart="night")


def with_clock(b: Bound) -> Made:
    """ "at about 6 p.m. Monday", "Jan. 27 at 10:30 p.m."."""
    inner: Made = b["dated"]
    token = b.token("clock")
    return replace(inner, clock=inner.clock or b.text[token.start : token.end].strip())


def around(b: Bound) -> Made | None:
    """ "around 24 December", "circa 2011"."""
    inner: Made = b["known"]
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
    inner, outer = b["known1"], b["known2"]
    if not isinstance(outer.form, Calendar) or outer.form.unit not in ("year", "month", "week") or not _open_year(inner.form):
        return None
    if outer.form.unit == "month" and not isinstance(inner.form, Weekday):
        return None
    return replace(inner, form=Within(inner.form, outer.form))


def nth_of(b: Bound) -> Made | None:
    """ "the 24th of this month", "the 3rd of last month"."""
    day, outer = b["dated"], b["spell"]
    if not isinstance(day.form, DayOfMonth) or not isinstance(outer.form, Calendar) or outer.form.unit != "month":
        return None
    return Made(Part(outer.form, "unit", "day", day.form.day))


def span(b: Bound) -> Made | None:
    """ "between March and May 2023", "from Friday to Sunday", "10 April to 2 May", "Monday night into Tuesday"."""
    first, last = b["time1"], b["time2"]
    if first.window or last.window or isinstance(first.form, Span) or isinstance(last.form, Span):
        return None
    if isinstance(last.form, Shift | Calendar) and not isinstance(first.form, Shift | Calendar | Weekday) and not b.has("between"):
        return None
    window = b.has("between") or b.has("from") or first.kind == "spell" or last.kind == "spell"
    kind = "dated" if first.kind == last.kind == "dated" else "spell"
    return replace(last, form=Span(first.form, last.form), window=window, kind=kind, daypart=first.daypart or last.daypart)


def until_now(b: Bound) -> Made | None:
    """ "2022-present", "from 2011 to date": since then."""
    first: Made = b["time"]
    return None if first.window else replace(first, form=Open(first.form, "since"), window=True, kind="spell")


def _month_of(form: Form) -> tuple[int | None, int, int] | None:
    """(year, month, third) of a month or a third of one, the third 0 for a whole month."""
    if isinstance(form, Month):
        return form.year, form.month, 0
    if isinstance(form, Part) and isinstance(form.of, Month) and form.part != "unit":
        return form.of.year, form.of.month, ("early", "mid", "late").index(form.part) + 1
    return None


def adjacent(b: Bound) -> Made | None:
    """ "late November and early December", "in March and April": neighbouring times joined by "and" or "or" are one range."""
    first, last = b["known1"], b["known2"]
    one, two = _month_of(first.form), _month_of(last.form)
    if one is None or two is None:
        return None
    if one[0] is not None and two[0] is not None and one[0] != two[0]:
        touching = two[0] == one[0] + 1 and one[1] == 12 and two[1] == 1
    else:
        touching = (two[1] - one[1]) % 12 == 1 and not (one[0] is not None and two[0] is None and two[1] < one[1])
    same = one[1] == two[1] and one[2] and two[2] > one[2]
    edges = (one[2] in (0, 3) and two[2] in (0, 1)) if touching else bool(same)
    return replace(last, form=Span(first.form, last.form)) if edges and (touching or same) else None


def _relative(form: Form) -> bool:
    """Whether the form is counted from a base and carries no date of its own."""
    return isinstance(form, Shift | Calendar | Weekday)


def stated(b: Bound) -> Made | None:
    """ "only one year earlier, in November 2024", "yesterday (24 December)", "26 November (Wednesday)": the fuller of two wins."""
    hint, full = b["time1"], b["time2"]
    if isinstance(hint.form, Day) and isinstance(full.form, Weekday) and b.has("open") and hint.form.weekday is None:
        return replace(hint, form=replace(hint.form, weekday=full.form.weekday))
    if (hint.event and not b.has("comma")) or not _relative(hint.form) or full.window or hint.window or not isinstance(full.form, Day | Month | Years | Part | Span):
        return None
    if isinstance(hint.form, Weekday) and isinstance(full.form, Day):
        return replace(full, form=replace(full.form, weekday=hint.form.weekday), daypart=hint.daypart or full.daypart)
    if isinstance(hint.form, Weekday) or (isinstance(full.form, Part) and _relative(full.form.of)):
        return None
    return replace(full, form=Stated(full.form, hint.form), daypart=hint.daypart or full.daypart)


def counted_from(b: Bound) -> Made | None:
    """ "a day after Christmas", "two weeks before 24 December", "the day after Tuesday": counted from the time named."""
    shift, base = b["time1"], b["known2"]
    if not shift.event or not isinstance(shift.form, Shift | Calendar) or base.window:
        return None
    return replace(base, form=Counted(base.form, shift.form), event=False, kind=shift.kind)


def _attribute(b: Bound) -> bool:
    """Whether a day behind "after" or "before" only describes what follows: "after Sunday's attack", "after Friday prayers"."""
    match = _NEXT_WORD.match(b.rest())
    return b.after() == "possessive" or bool(match and match[1] not in words("function_words"))


def bound(b: Bound) -> Made | None:
    """ "since November", "until Friday", "by December", "before 2014", "after Christmas", "from 2011 onwards"."""
    inner: Made = b["time"]
    if inner.window or (isinstance(inner.form, Shift) and inner.event) or (not b.has("since") and not b.has("from") and b.after() == "possessive"):
        return None
    side: Any = next((name for name in ("since", "until", "by", "before", "after") if b.has(name)), "since")
    if side in ("by", "before", "after") and (isinstance(inner.form, Shift) or (inner.kind == "dated" and _attribute(b))):
        return None
    return replace(inner, form=Open(inner.form, side), window=True, kind="spell", future=inner.future or side in ("until", "by"))


_CLOCK = "(at|in|on|approx|before|after|nearly|between|by|from)*"
ATTACH = (
    Rule("the? part dash? (in|of)? the? spell", part),
    Rule("the? edge (of|in) the? spell", part),
    Rule("the? part1 dash? (to|and|or|dash) dash? part2 dash? (in|of)? the? spell", parts),
    Rule("the? (nthword|last|final) half (of|in) the? spell", portion),
    Rule("the? (nthword|last|final) number? (anyunit|weekend) (of|in) the? spell", numbered),
    Rule("the? nthword? dated (of|in) the? spell", weekday_of),
    Rule("the? (unit|weekend) (of|it|edge|from)* known", unit_of),
    Rule("(at|in|on|over|by|approx)? the? part? daypart (of|on|to)? dated", with_daypart),
    Rule("nearly? (before|after|approx) daypart (of|on)? dated", with_daypart),
    Rule("in? the? part? daypart? units (of|on) dated", with_daypart),
    Rule("(part|earlier|later) on? dated", with_daypart),
    Rule("(part|earlier|later) on? dated daypart", with_daypart),
    Rule("dated comma? (at|in|on|by)? the? part? daypart", with_daypart),
    Rule("overnight (on|from|of|to)? dated", with_overnight),
    Rule("dated overnight", with_overnight),
    Rule(f"{_CLOCK} clock comma? on? dated", with_clock),
    Rule(f"dated comma? {_CLOCK} clock", with_clock),
    Rule("approx the? known", around),
    Rule("known1 (of|in)? known2", within),
    Rule("dated of spell", nth_of),
)
JOIN = (
    Rule("between time1 and time2", span),
    Rule("from time1 (to|until|dash) time2", span),
    Rule("time1 (to|until|dash) time2", span),
    Rule("from? time (to|until|dash) the? now", until_now),
    Rule("known1 comma? (and|or|dash) known2", adjacent),
    Rule("time1 comma? (in|on)? time2", stated),
    Rule("time1 comma? open (in|on)? time2 close?", stated),
    Rule("time1 known2", counted_from),
    Rule("time1 the known2", counted_from),
)
BOUND = (
    Rule("since (nearly|the)* time", bound),
    Rule("until the? time", bound),
    Rule("by the? time", bound),
    Rule("before time", bound),
    Rule("after time", bound),
    Rule("from time (on|onward)", bound),
    Rule("from time and onward", bound),
    Rule("time onward", bound),
)
