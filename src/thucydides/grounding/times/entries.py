"""Entries: lines that say nothing but a day or some days, as the headings of a timeline do, and those that give one with their matter."""

import re
from types import UnionType

from thucydides.grounding.times.expression import TimeExpression
from thucydides.grounding.times.finding import find_times
from thucydides.grounding.times.forms import Day, Month, Span, Weekday, Years

_LONGEST = 40
_MARKS = " \t:;.–—-*•#()|"


def only_a_time(line: str) -> TimeExpression | None:
    """The day, weekday or month that a line consists of ("26 April", "Sunday, 3 May 2020:"), None for any other line."""
    return _only(line, Day | Month | Weekday)


def only_a_year(line: str) -> TimeExpression | None:
    """The year that a line consists of ("2001", "-- 2013 --"), None for any other line."""
    found = _only(line, Years)
    return found if found is not None and isinstance(found.form, Years) and found.form.count == 1 else None


def _only(line: str, forms: type | UnionType) -> TimeExpression | None:
    """The one time of some forms that a line consists of."""
    found = find_times(line) if len(line) <= _LONGEST else ()
    if len(found) != 1 or found[0].window or not isinstance(found[0].form, forms):
        return None
    return found[0] if not (line[: found[0].start] + line[found[0].end :]).strip(_MARKS) else None


def titled_day(line: str) -> TimeExpression | None:
    """The day or days that a heading sets before or behind its matter ("5 March: The bridge falls", "The well at Rikka, 11-12 May"), None
    for any other line."""
    found = find_times(line) if len(line) <= _TITLE else ()
    if len(found) != 1 or found[0].window or found[0].clock or found[0].relative_to not in ("nothing", "document"):
        return None
    if not isinstance(found[0].form, Day | Span) or (isinstance(found[0].form, Span) and not isinstance(found[0].form.last, Day)):
        return None
    before, behind = line[: found[0].start], line[found[0].end :]
    leads = _NUMBER.fullmatch(before) is not None and _MATTER.match(behind) is not None
    ends = _MATTER_BEFORE.search(before) is not None and not behind.strip(_MARKS)
    return found[0] if leads or ends else None


_TITLE = 120
_NUMBER = re.compile(r"\W*(?:\d{1,2}(?:[.)]|(?:\.\d{1,2})+[.)]?)\s+)?")
"""The number of a section."""
_MATTER = re.compile(r"\s*(?::|\s[–—-])\s+[^\W\d_]")
_MATTER_BEFORE = re.compile(r"[\w)’'\"]\s*(?:[,:(]|\s[–—-])\s*$")


def only_days(line: str) -> bool:
    """Whether a line consists of a day of a month, or of some days of one or two ("11–12 October")."""
    found = _only(line, Day | Span)
    if found is None or isinstance(found.form, Day):
        return found is not None
    return isinstance(found.form, Span) and isinstance(found.form.last, Day)
