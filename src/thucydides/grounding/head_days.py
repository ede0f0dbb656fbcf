"""Head days: the one whole day among the lines over a report's text, and the day that a text itself calls today.

"June 6, 2024 Marta Holenko Reading time: 9 min", "Mountains of the north, April 24, 2025.", "The Courier, Friday 27 August 2021, all times
local": whatever else such a line says, a page that gives one day above its text and tells of none after it is of that day.
"""

import re
from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from thucydides.grounding.issues import tells_something
from thucydides.grounding.page_dates import newest_told, own_date
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day, Stated
from thucydides.nouns import DateRange

_OF_WHAT = re.compile(r"\b(?:since|until|till|from|between|after|before|of|in|to|on|by)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.IGNORECASE)
"""Words before a day that make it one of what a line is about: "the massacre of 4 May 2020"."""
_SLACK = timedelta(days=3)
_TODAY = re.compile(r"today\b", re.IGNORECASE)
_OPENING = 1500


def in_the_head(text: str, lines: Iterable[str]) -> DateRange | None:
    """The one whole day that the lines over a text give, where the text tells of no later one (rule `published.head-day`)."""
    days = [(day, line) for line in lines if not tells_something(line.rstrip(" .")) and (day := _only_day(line)) is not None]
    found = [when for day, line in days if (when := own_date(line, day)) is not None and when.precision == "day"]
    if len({when.edtf for when in found}) != 1 or found[0].latest is None or found[0].alternatives:
        return None
    newest = newest_told(text, found[0].wording)
    if newest is not None and newest > found[0].latest + _SLACK:
        return None
    return replace(found[0], basis="dateline", rule="published.head-day")


def _only_day(line: str) -> TimeExpression | None:
    """The whole day of a line that names one and no other time of days."""
    times = [t for t in find_times(line) if isinstance(t.form, Day) or t.relative_to != "document"]
    day = times[0] if len(times) == 1 else None
    whole = day is not None and isinstance(day.form, Day) and day.relative_to == "nothing"
    if day is None or not whole or _OF_WHAT.search(line, 0, day.start) or line[day.end :].startswith(":"):
        return None
    return None if line.endswith(".") and line[day.end :].strip(" .") else day  # a sentence, whose day is of what it tells


def told_as_today(text: str) -> DateRange | None:
    """The whole day that the opening of a text calls today: "has today, 7 July 2025, restated" (rule `published.today`)."""
    for told in find_times(text[:_OPENING]):
        if isinstance(told.form, Stated) and isinstance(told.form.of, Day) and _TODAY.match(told.wording):
            when = resolve(told, Anchor())
            if when is not None and when.precision == "day" and when.earliest is not None and not when.alternatives:
                return replace(when, basis="text", rule="published.today")
    return None
