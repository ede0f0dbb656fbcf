"""Issues: the date of one issue of a series (a situation report, a daily update, a weekly round-up) in the line that names it.

"Update No. 12 for the Lakes (Friday 2 January 1998)", "Weekly round-up 24, covering the period 5 - 11 June 1998", "Sitrep 7, 12/18/05".
A period's last day is the day from which "today" and "yesterday" count: a report is written when what it covers is over.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day, Either, Month, Season, Span, Week
from thucydides.nouns import DateRange
from thucydides.vocabulary import mapping

LONGEST = 180
"""A longer line is no name of an issue."""
PERIOD_LINE = 48
_PARTS = re.compile(r"\||:\s")
_PERIOD_WORDS = re.compile(r"\b(?:covering|covers|reporting|period|covered|week(?:\s+\d{1,2})?|dates?|from|of|the|for)\b", re.IGNORECASE)
PERIOD = 31
"""The days that one issue covers at most."""
MONTHS = 100
"""The days of the longest season that an issue is of."""
_NO_ISSUE = re.compile(
    r"[\W\d_]+|\b(?:issue|edition|vol|volume|no|number|paper|note|policy|briefing|brief|bulletin|monitor|report)\b", re.IGNORECASE
)
NAME = 6
"""Words that name a series before the word for its issues, at most."""
_NUMBERED = re.compile(r"(?:\W|\d|_|\b(?:no|number|issue|as|of|for|on|from|to|and|the)\b)*", re.IGNORECASE)
"""What stands behind the name of a series beside a date."""
_BEHIND = re.compile(r"[\s.)\]]*(?:\([^()]{3,40}\)\s*)?(?:\d{2,4}\.\d{1,2}\.\d{1,2}[\s.)\]]*)?(?:,?\s*\d{1,2}[:.]\d\d\b.{0,12})?$")
"""What may stand behind the date of an issue: something in brackets, the same date in numbers, an hour."""
_SPAN = r"(?:\w+day[,\s-]*)*(?:\d{1,2}\s+[A-Z][a-z]+\s*[-–]\s*)?$"
_LED = re.compile(
    r"(?:[(\[]|\b(?:for|cover(?:s|ing)|period|dated|week(?:\s+ending)?|as\s+of)\s+(?:the\s+)?)(?:(?:week|period)\s+)?(?:of\s+)?" + _SPAN,
    re.IGNORECASE,
)
"""What leads to the date of an issue wherever its name stands in the line."""
_NEXT = re.compile(
    r"(?:\s*(?:no\b\.?|#|number\b|issue\b)?\s*\d{1,4}\b(?:[-/]\d{2,4}\b)?[^\d()]{0,60}?)?[\s|,:–—-]*(?:(?:of|for|on|from)\s+)?" + _SPAN,
    re.IGNORECASE,
)
"""What stands between the name of an issue, or its number, and its date where nothing leads to that."""
_WEEK = re.compile(r"\s*Week\s+(?:no\.?\s*)?\d{1,2}\s*[(:,–—-]\s*", re.IGNORECASE)
"""What heads the line of a weekly issue, whatever follows its days: "Week 50 (8-14 December 2025): ..."."""
_ADDRESSED = re.compile(r"\s+to\s+[^,.;:]{2,40},\s*", re.IGNORECASE)
"""Whom or what an issue is for: "Interim report to donors, 14 April 2025"."""
_SENTENCE = re.compile(r"[.!?][\"'”’]?$|\b(?:was|were|is|are|has|have|had|said|killed|kills?|dead)\b", re.IGNORECASE)
_LAST_CHANGE = re.compile(r"\b(?:last|latest)\s+$", re.IGNORECASE)


def from_issue(lines: Iterable[str]) -> DateRange | None:
    """The day of the issue that one of the lines names, the last day of the period that it covers (rule `published.issue`), or None.

    A date whose day and month could be turned round goes after one in words; a period alone on its line is that of a magazine's issue.
    """
    every = [line.strip() for line in lines]
    found = [when for line in every for when in _dates(line)]
    periods = [when for line in every if (when := _only_a_period(line)) is not None]
    found += periods if len(periods) == 1 else []
    best = next((when for when in found if not when.alternatives), found[0] if found else None)
    return replace(best, basis="text", rule="published.issue") if best is not None else None


def is_issue(title: str | None) -> bool:
    """Whether a title is the name of a series, alone or with the number or the date of one issue: "Delta Weekly Update No. 4, 2 May"."""
    name = (title or "").strip()
    named = [*_issue().finditer(name)] if len(name) <= LONGEST and not tells_something(name) else []
    found = named[-1] if named else None
    if found is None or len(name[: found.start()].split()) > NAME:
        return False
    behind = name[found.end() :]
    for time in reversed(find_times(behind)):
        behind = behind[: time.start] + behind[time.end :]
    return _NUMBERED.fullmatch(behind) is not None


def tells_something(line: str) -> bool:
    """Whether a line is a sentence or a headline of what happened, and no name of a page, an issue or an author."""
    return _SENTENCE.search(line) is not None


def _dates(line: str) -> Iterator[DateRange]:
    """The dates with which a line that names an issue ends."""
    week = _WEEK.match(line) if len(line) <= LONGEST else None
    first = next((t for t in find_times(line) if week is not None and t.start == week.end()), None)
    if first is not None and isinstance(first.form, Span) and first.relative_to == "nothing" and (day := _last_day(first)) is not None:
        yield day
    names = [*_issue().finditer(line)] if len(line) <= LONGEST and not tells_something(line) else []
    if not names or _LAST_CHANGE.search(line, 0, names[0].start()):
        return
    for time in find_times(line):
        named = [name for name in names if name.end() <= time.start]
        if not named or not _BEHIND.match(line, time.end):
            continue
        between = line[named[0].end() : time.start]
        last = line[named[-1].end() : time.start]  # "Weekly Round-up, 5-11 June"
        led = _LED.search(between) or _NEXT.fullmatch(between) or _NEXT.fullmatch(last) or _ADDRESSED.fullmatch(last)
        if led and (day := _last_day(time)) is not None:
            yield day


def from_months(lines: Iterable[str]) -> DateRange | None:
    """The month, the months or the season of the issue that a report stood in, where one line of its head is little else ("January/February
    2025 issue", "October 2023"; rule `published.issue-months`), or None."""
    found = {}
    for line in lines:
        if line.rstrip("\"”’'").endswith("."):
            break
        times = find_times(line) if len(line) <= PERIOD_LINE else ()
        if len(times) == 1 and isinstance(times[0].form, Month | Span | Season):
            rest = line[: times[0].start] + line[times[0].end :]
            when = resolve(times[0], Anchor()) if not _NO_ISSUE.sub(" ", rest).strip() else None
            if when is not None and when.earliest and when.latest and (when.latest - when.earliest).days <= MONTHS:
                found[when.edtf] = when
    only = next(iter(found.values())) if len(found) == 1 else None
    return replace(only, basis="text", rule="published.issue-months") if only is not None else None


def _only_a_period(line: str) -> DateRange | None:
    """The last day of some days that a line, or a part of it between bars or by a colon, consists of, words such as "Week 12" apart."""
    for part in _PARTS.split(line) if len(line) <= 2 * PERIOD_LINE else ():
        found = find_times(part) if len(part) <= PERIOD_LINE else ()
        rest = part[: found[0].start] + " " + part[found[0].end :] if len(found) == 1 and isinstance(found[0].form, Span | Week) else part
        if rest is not part and not _PERIOD_WORDS.sub(" ", rest).strip(" .()|:"):
            return _last_day(found[0])
    return None


def _last_day(time: TimeExpression) -> DateRange | None:
    if time.window or time.relative_to != "nothing" or not isinstance(time.form, Day | Either | Span | Week):
        return None
    when = resolve(time, Anchor())
    if when is None or when.earliest is None or when.latest is None or (when.latest - when.earliest).days > PERIOD:
        return None
    if when.earliest == when.latest:
        return when
    if when.precision not in ("day", "days", "week"):
        return None
    return DateRange(when.latest.isoformat(), when.latest, when.latest, "day", when.basis, when.rule, when.wording)


@cache
def _issue() -> re.Pattern[str]:
    """The words that name one issue of a series."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, mapping("reading_records")["issues"])) + r")\b", re.IGNORECASE)
