"""Outcome days: days on which something came of a deed long after, told in the deed's own sentence.

"He was captured the same day and was handed back on 21 January 2017": what the text tells next goes on from the deed, so such a day gives
what follows no year (rules `date.story`, `date.year-told`).

Invariant: only a day whose own words give its year is one, and only where a time stands before it in its sentence and none behind it.
"""

import re
from collections.abc import Sequence
from datetime import date

from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.grounding.times.needs import is_open
from thucydides.grounding.times.years import in_year

LONG = 60
"""Days behind a deed from which on a day told whole in its sentence is of what came of it."""
_FINE = ("day", "week", "month")
_ENDS = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")


def outcome_days(text: str, times: Sequence[TimeExpression]) -> frozenset[int]:
    """Where the outcome days of a text stand, by all its times in order."""
    found = set()
    last: date | TimeExpression | None = None
    for number, time in enumerate(times):
        whole = _day(time)
        if whole is not None and last is not None and number and _one_sentence(text, times[number - 1], time):
            closes = number + 1 == len(times) or not _one_sentence(text, time, times[number + 1])
            if closes and _ahead(last, whole) > LONG:
                found.add(time.start)
                continue
        last = whole or (time if is_open(time.form) else last)
    return frozenset(found)


def _day(time: TimeExpression) -> date | None:
    """The day of a time whose own words give it as finely as a month."""
    if time.relative_to != "nothing" or time.lean == "future" or time.window:
        return None
    found = resolve(time, Anchor())
    return found.earliest if found is not None and found.precision in _FINE else None


def _ahead(last: date | TimeExpression, day: date) -> int:
    """How many days a day lies behind that told last, which without a year is of the newest year that puts it before."""
    if isinstance(last, date):
        return (day - last).days
    mine = (d.latest for year in (day.year, day.year - 1) for d in in_year(last.form, year))
    return min(((day - d).days for d in mine if d is not None and d <= day), default=0)


def _one_sentence(text: str, one: TimeExpression, two: TimeExpression) -> bool:
    return _ENDS.search(text, one.end, two.start) is None
