"""Heads: days with no month or no year of their own that open the entries of a list: "Wed 14 - ", "18-19/06 - ", "20/06: ".

Invariant: only at the head of a line, with a dash or a colon and words behind them, which make no fraction and no number of a part.
"""

import re
from collections.abc import Iterator
from functools import cache

from thucydides import vocabulary
from thucydides.grounding.numeric_dates import day_first
from thucydides.grounding.times.expression import TimeExpression
from thucydides.grounding.times.forms import Day, DayOfMonth, Either, Form, Span
from thucydides.grounding.times.spans import month_end

_HEAD = re.compile(
    r"^[^\S\n]*[*•|#–—-]*[^\S\n]*(?P<head>(?:(?P<weekday>[A-Za-z]{2,9})\.?,?[^\S\n]+(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<first>\d{1,2})(?:[-–](?P<last>\d{1,2}))?/(?P<second>\d{1,2})))(?:[^\S\n]*[-–—]|:)[^\S\n]+[\"“‘'*]*(?=[^\W\d_])",
    re.MULTILINE,
)
_LEAP = 2000
"""A year that has every day."""


def entry_heads(text: str) -> Iterator[TimeExpression]:
    """The days that open entries of lists, in order (rules `date.day-of-month`, `date.day-without-year`, `date.days`)."""
    heads = [m for m in _HEAD.finditer(text) if m["weekday"] is None or m["weekday"].lower() in _weekdays()]
    numbers = [m for m in heads if m["first"] is not None]
    parts = {m["second"] for m in numbers if m["first"] == "1"}  # "1/12 - ", "2/12 - ": parts of one thread
    order = _order(text, numbers)
    for match in heads:
        if match["weekday"] is not None:
            form: Form | None = _of_month(int(match["day"]), match["weekday"])
        else:
            form = None if match["second"] in parts else _in_numbers(match, order)
        if form is not None:
            yield TimeExpression(match.start("head"), match.end("head"), match["head"], form, relative_to="document")


def heads_entry(text: str, start: int) -> bool:
    """Whether the line that starts there opens with the day of an entry, or with what looks like one."""
    match = _HEAD.match(text, start)
    return match is not None and (match["weekday"] is None or match["weekday"].lower() in _weekdays())


@cache
def _weekdays() -> dict[str, int]:
    """The names of weekdays and their short forms, with their numbers."""
    words = vocabulary.mapping("dates")["words"]
    return {name: number for kind in ("weekday", "shortday") for name, number in words[kind].items()}


def _of_month(day: int, weekday: str) -> Form | None:
    """The day of a month that lies on a weekday."""
    return DayOfMonth(day, _weekdays()[weekday.lower()]) if 1 <= day <= 31 else None


def _order(text: str, heads: list[re.Match[str]]) -> bool | None:
    """Whether the day stands first in the heads of a text: in two days with one month, or where a number is no month's; None where it may
    stand either way."""
    if any(m["last"] is not None or int(m["first"]) > 12 for m in heads):
        return True
    return False if any(int(m["second"]) > 12 for m in heads) else day_first(text, "/")


def _in_numbers(match: re.Match[str], order: bool | None) -> Form | None:
    """The day or the days of a head in numbers; both readings where nothing tells the order."""
    first, second = int(match["first"]), int(match["second"])
    if match["last"] is not None:
        last = int(match["last"])
        return Span(Day(second, first), Day(second, last)) if first < last and _is_day(second, first) and _is_day(second, last) else None
    readings = [Day(m, d) for m, d, own in ((second, first, True), (first, second, False)) if order in (None, own) and _is_day(m, d)]
    if order is None and len(match["second"]) < 2:
        return None  # "3/4 - " may be a fraction
    return None if not readings else readings[0] if len(readings) == 1 else Either(readings[0], readings[1])


def _is_day(month: int, day: int) -> bool:
    """Whether the calendar has the day."""
    return 1 <= month <= 12 and 1 <= day <= month_end(_LEAP, month).day
