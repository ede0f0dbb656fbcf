"""Joining: the grammar that makes one time of two, and the one that opens a time on one side."""

import re
from typing import Any

from msgspec.structs import replace

from thucydides.grounding.times.context import words
from thucydides.grounding.times.forms import Bound as Open
from thucydides.grounding.times.forms import (
    Calendar,
    Counted,
    Day,
    Foreign,
    Form,
    Month,
    Overnight,
    Part,
    Shift,
    Span,
    Stated,
    Week,
    Weekday,
    Within,
    Years,
)
from thucydides.grounding.times.rules import Bound, Made, Rule

# Before or after these is still the day: "just before 10 p.m. Sunday", "after midnight on Friday".
_HOURS = frozenset(("noon", "midnight", "dawn"))
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


def span(b: Bound) -> Made | None:
    """ "between March and May 2023", "from Friday to Sunday", "10 April to 2 May", "Monday night into Tuesday"."""
    first, last = b.made("time1"), b.made("time2")
    if isinstance(first.form, Week) and first.form.side == "of" and isinstance(last.form, Day):
        first = replace(first, form=first.form.of, kind="dated")  # "the week of 24 February to 1 March 2024"
    if first.window or last.window or isinstance(first.form, Span) or isinstance(last.form, Span):
        return None
    if isinstance(last.form, Overnight) and last.form.of is None:
        return None  # "TRIPOLI, April 20, 2019 - Overnight shelling ..."
    if isinstance(first.form, Overnight) and first.form.of is not None and _next_day(first.form.of, last.form):
        first = replace(first, form=first.form.of)  # "overnight Thursday to Friday": that one night
    if isinstance(last.form, Shift | Calendar) and not isinstance(first.form, Shift | Calendar | Weekday) and not b.has("between"):
        return None
    spells = first.kind == "spell" or last.kind == "spell"
    window = spells or ((b.has("between") or b.has("from")) and not _next_day(first.form, last.form))
    kind = "dated" if first.kind == last.kind == "dated" else "spell"
    return replace(last, form=Span(first.form, last.form), window=window, kind=kind, daypart=first.daypart or last.daypart)


def _next_day(first: Form, last: Form) -> bool:
    """Whether a day follows right upon another, so that both are one night or two days: "from Monday to Tuesday"."""
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return (last.weekday - first.weekday) % 7 == 1
    return isinstance(first, Day) and isinstance(last, Day) and first.month == last.month and last.day == first.day + 1


def until_now(b: Bound) -> Made | None:
    """ "2022-present", "from 2011 to date": since then."""
    first = b.made("time")
    return None if first.window else replace(first, form=Open(first.form, "since"), window=True, kind="spell")


def _month_of(form: Form) -> tuple[int | None, int, int] | None:
    """(year, month, third) of a month or a third of one, the third 0 for a whole month."""
    if isinstance(form, Month):
        return form.year, form.month, 0
    if isinstance(form, Part) and isinstance(form.of, Month) and form.part != "unit":
        return form.of.year, form.of.month, ("early", "mid", "late").index(form.part) + 1
    return None


def adjacent(b: Bound) -> Made | None:
    """ "late November and early December", "in March and April", "in 2013 and 2014": neighbouring times joined by "and" or "or" are one
    range."""
    first, last = b.made("known1"), b.made("known2")
    if isinstance(first.form, Weekday) and isinstance(last.form, Weekday):  # "on Tuesday and Wednesday": two days on end are one stretch
        on_end = (last.form.weekday - first.form.weekday) % 7 == 1 and last.form.which == "plain"
        return replace(last, form=Span(first.form, last.form)) if on_end and b.has("and") and b.after() != "possessive" else None
    if isinstance(first.form, Years) and isinstance(last.form, Years):
        single = first.form.count == last.form.count == 1
        return replace(last, form=Span(first.form, last.form)) if single and last.form.first == first.form.first + 1 else None
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
    hint, full = b.made("time1"), b.made("time2")
    if isinstance(hint.form, Day) and isinstance(full.form, Weekday) and b.has("open") and hint.form.weekday is None:
        return replace(hint, form=replace(hint.form, weekday=full.form.weekday))
    if (hint.event and not b.has("comma")) or full.window or hint.window:
        return None
    if isinstance(hint.form, Foreign) and isinstance(full.form, Day) and full.form.year is not None and b.has("open"):
        return replace(full, daypart=hint.daypart or full.daypart)  # "14 Ramadan 1445 (24 March 2024)"
    if isinstance(full.form, Within) and isinstance(full.form.of, Month) and isinstance(hint.form, Shift):
        return full  # "nearly a year ago, in March last year"
    if not _relative(hint.form) or not isinstance(full.form, Day | Month | Years | Part | Span):
        return None
    if isinstance(hint.form, Weekday) and isinstance(full.form, Day):
        return replace(full, form=replace(full.form, weekday=hint.form.weekday), daypart=hint.daypart or full.daypart)
    if isinstance(hint.form, Weekday) or (isinstance(full.form, Part) and _relative(full.form.of)):
        return None
    return replace(full, form=Stated(full.form, hint.form), daypart=hint.daypart or full.daypart)


def counted_from(b: Bound) -> Made | None:
    """ "a day after Christmas", "two weeks before 24 December", "the day after Tuesday": counted from the time named."""
    shift, base = b.made("time1"), b.made("known2")
    if not shift.event or not isinstance(shift.form, Shift | Calendar) or base.window:
        return None
    return replace(base, form=Counted(base.form, shift.form), event=False, kind=shift.kind)


def _attribute(b: Bound) -> bool:
    """Whether a day behind "after" or "before" only describes what follows: "after Sunday's attack", "after Friday prayers"."""
    match = _NEXT_WORD.match(b.rest())
    return b.after() == "possessive" or bool(match and match[1] not in words("function_words"))


def bound(b: Bound) -> Made | None:
    """ "since November", "until Friday", "by December", "before 2014", "after Christmas", "from 2011 onwards"."""
    inner = b.made("time")
    if inner.window or (isinstance(inner.form, Shift) and inner.event):
        return None
    if b.after() == "possessive" and not (b.has("since") or b.has("from")):
        return None
    side: Any = next((name for name in ("since", "until", "by", "before", "after") if b.has(name)), "since")
    if side in ("before", "after") and (inner.clock or inner.daypart in _HOURS):
        return inner
    if side == "since" and inner.daypart and inner.form == Calendar("day", 0):
        return inner  # "since dawn today" is today
    if side in ("by", "before", "after") and (isinstance(inner.form, Shift) or (inner.kind == "dated" and _attribute(b))):
        return None
    return replace(inner, form=Open(inner.form, side), window=True, kind="spell", future=inner.future or side in ("until", "by"))


JOIN = (
    Rule("between time1 and time2", span),
    Rule("from time1 (to|until|dash) time2", span),
    Rule("time1 (to|until|dash) time2", span),
    Rule("from? time (to|until|dash) the? (now|day_word)", until_now),
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
