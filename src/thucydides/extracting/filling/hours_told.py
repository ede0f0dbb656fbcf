"""Hours told: the hours of the day at which a report says that its incident was, and the day that they give.

Invariants: an hour alone makes no day but that of the report, with the day before as its other reading; of the two days of a night
an hour only chooses one, and "last night" after midnight is the report's day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from thucydides.extracting.filling.days_beside import AFTER, came, clause_of, cue, sentences
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import DateRange, Passage

MORNING, EVENING = 10, 17
"""An hour before `MORNING` is of the second day of a night, one from `EVENING` on of its first."""
_HOUR = re.compile(
    r"\b(?P<h>1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?P<half>[ap])\.?m\b"
    r"|\b(?:at|around|about|before|after|by|between) (?P<day>[01]?\d|2[0-3])[:.][0-5]\d\b(?! ?[ap]\.?m|\d| ?%)"
    r"|\b(?P<after>(?:shortly|just|soon|minutes|hours?) after midnight"
    r"|(?:at|around|about|before) (?:dawn|daybreak|first light|sunrise|sun-?up)"
    r"|since (?:dawn|daybreak|sunrise|sun-?up|first light|midnight|(?:the )?(?:early )?morning)(?! of\b| on\b)"
    r"|(?:in|during|since|from) the (?:early|small|wee|pre-?dawn) hours(?! of| on)"
    r"|predawn|early[- ]morning)\b",
    re.IGNORECASE,
)


def hours_told(around: Surroundings, passages: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Passage]]:
    """(the hour 0 to 23, where it stands) of each hour told of the incident of `passages` in a clause that names no day."""
    text = around.document.text
    for start, end in sentences(text, max(e for _, e in passages) + AFTER):
        own = any(a < end and start < b for a, b in passages)
        for match in _HOUR.finditer(text, start, end):
            first, last = clause_of(text, start, end, match.start(), match.end())
            if cue("later").search(text, first, last) or any(not t.window for t in around.times_in(first, last)):
                continue
            if own or any(words.search(text, first, last) for words in (cue("happened"), came(), cue("alarm"))):
                yield _hour(match), Passage(around.document.id, match.start(), match.end())


def _hour(match: re.Match[str]) -> int:
    if match["after"]:
        return 1
    if match["day"]:
        return int(match["day"])
    return int(match["h"]) % 12 + (12 if match["half"].lower() == "p" else 0)


def of_night(when: DateRange, hours: Sequence[int]) -> DateRange:
    """A night of two days cut to the one that all hours told are of (rule `date.night-hour`); as it is where they are of both, or of
    neither."""
    if when.earliest is None or when.latest is None or not hours:
        return when
    if when.rule == "date.last-night" and when.alternatives and all(hour < MORNING for hour in hours):
        return replace(when.alternatives[0], rule="date.night-hour", wording=when.wording, alternatives=())
    if when.latest - when.earliest != timedelta(days=1):
        return when
    if all(hour < MORNING for hour in hours):
        return _one(when, when.latest)
    return _one(when, when.earliest) if all(hour >= EVENING for hour in hours) else when


def _one(when: DateRange, day: date) -> DateRange:
    return replace(when, edtf=day.isoformat(), earliest=day, latest=day, precision="day", rule="date.night-hour")


def by_hour(report: DateRange, wording: str) -> DateRange | None:
    """The report's own day for an incident that it tells with an hour and without a day (rule `date.hour-alone`), as news does of what
    was that day; the day before stays as the other reading."""
    day = report.latest
    if day is None:
        return None
    eve = day - timedelta(days=1)
    before = DateRange(eve.isoformat(), eve, eve, "day", "document", "date.hour-alone", wording)
    return DateRange(day.isoformat(), day, day, "day", "document", "date.hour-alone", wording, (before,))
