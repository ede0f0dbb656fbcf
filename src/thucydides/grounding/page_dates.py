"""Page dates: the dates in the lines of a page that say when it was published, and the days that its text tells of."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day, Either, Form, Month, Span
from thucydides.grounding.times.nicknames import is_nickname
from thucydides.nouns import DateRange
from thucydides.nouns.daterange import DateBasis

_NOT_PUBLISHED = re.compile(
    r"(?:updated|modified|revised|edited|accessed|retrieved|corrected|copyright|©|\(c\)|rights reserved|since)\W*(?:on|at|in|:)?\W*$", re.I
)
_COPYRIGHT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|copyright|all rights reserved", re.I)
_POSTED = re.compile(
    r"(?<!\bbe )\b(?:posted|published(?: in (?:the )?[A-Z][^.,;]{2,40}(?=,))?|publication (?:date|time)|printed|dated?"
    r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?:filed|issued|released))\b(?:\s+(?:on|at|by))?\s*[:\-–|,]?\s*(?:on\s+)?", re.I
)
_LABEL_REACH = 40
_ROW = 2
"""A line of more bars is a row of a table, whose date is of what it tells."""
_ALONE = re.compile(
    r"[\W\d_]*(?:(?:[ap]\.?m\.?|gmt|utc|[ecmp]?[ds]t|hrs|at|on|last updated|by|min(?:ute)?s?(?: read)?|comments?|views|\|)[\W\d_]*)*$",
    re.I,
)
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"\s*(?:By|BY|Written by|Reported by)\s[^.!?]{2,80}$")
_CREDITS = re.compile(r"(?:[^\W\d_][\w.'’-]*[ ]+){1,5}(?:[/•·][ ]*(?:[^\W\d_][\w.'’-]*[ ]+){1,5}){0,2}[/•·]\s*$")
"""Outlet and author before a date, parted by strokes: "Our Outlet / Amina Haddad / 22 September 2025"."""
_NAMES = re.compile(r"(?:[\W\d]*(?:[A-Z][\w.'’-]*|and|of|for|the|de|von|el|al))+\W*$")
# A time zone at or behind the end of a date with its time of day: the stamp of a publishing system, not the time of a deed.
_ZONE = re.compile(r".{0,4}?\s*\b(?:GMT|UTC|[A-Z]{1,3}[SD]T|CET|EET|MSK)\b")
# How many lines at the head and at the foot of a document may hold its date.
HEAD, _FOOT = 14, 6


def told_dates(text: str) -> tuple[tuple[date, TimeExpression], ...]:
    """The days that a text gives whole, in order, the last of several ("9-10 November 2020"), without those that its words set in the
    future and those of copyright lines."""
    found = []
    for expression in find_times(text):
        if _tells_days(expression):
            when = resolve(expression, Anchor())
            if when and when.latest and not _NOT_PUBLISHED.search(text, max(0, expression.start - _LABEL_REACH), expression.start):
                found.append((when.latest, expression))
    return tuple(found)


def _of_days(form: Form) -> bool:
    """Whether a time is a day or runs from one day to another."""
    return isinstance(form, Day) or (isinstance(form, Span) and isinstance(form.first, Day) and isinstance(form.last, Day))


def _tells_days(expression: TimeExpression) -> bool:
    """Whether an expression gives days that have been, with their year; "9/11" names an event."""
    whole = expression.relative_to == "nothing" and _of_days(expression.form) and expression.lean != "future"
    return whole and not is_nickname(expression)


def newest_told(text: str, apart: str) -> date | None:
    """The newest day told in the text, other than by the words `apart`."""
    return max((day for day, expression in told_dates(text) if expression.wording != apart), default=None)


def ends(text: str) -> Iterator[str]:
    """The lines at the head of a text and at its foot."""
    lines = [line for line in text.splitlines() if line.strip()]
    yield from lines[:HEAD]
    yield from lines[max(HEAD, len(lines) - _FOOT) :]


def own_ends(text: str) -> Iterator[str]:
    """The lines at either end of a text that may hold its own date: below the stamp of a publishing system at its head, those at its foot
    only behind a word such as "Posted", for a bare date there is that of another report to which the page points."""
    lines = list(ends(text))
    yield from lines[:HEAD]
    stamped = from_stamp(iter(lines[:HEAD])) is not None
    yield from (line for line in lines[HEAD:] if not stamped or _POSTED.search(line))


def from_lines(lines: Iterator[str], basis: DateBasis, rule: str, labelled: bool = False) -> DateRange | None:
    """The first date of the lines that is theirs; with `labelled`, only behind a word such as "Posted" or alone on its line."""
    for line in lines:
        if not _DIGIT.search(line) or _COPYRIGHT.search(line) or (labelled and line.count("|") > _ROW):
            continue
        for expression in find_times(line):
            when = own_date(line, expression)
            if when is None or (labelled and not _labelled(line, expression)):
                continue
            return replace(when, basis=basis, rule=rule)
    return None


_STAMPED = re.compile(
    r"\W*(?:(?:page\s+)?last\s+updated\b.{0,60}\b(?:GMT|UTC|BST|UK|[ECMP][SD]T)\b"
    r"|(?:last\s+)?updated\b.{0,60}\b(?:IST|PKT|NPT|MMT|ICT|WIB|SGT|MYT|PHT|KST|JST|AST|TRT|MSK|EET|EAT|CAT|WAT|SAST)\b"
    r"|(?:last\s+)?updated\b.{0,60}\b(?:local|[A-Z][a-z]+)\s+time\b)",
    re.I,
)


def from_stamp(lines: Iterator[str]) -> DateRange | None:
    """The day of a publishing system's stamp ("Page last updated at 08:09 GMT, Sunday, 8 March 2009"), which stands on the report's own day
    where it gives the time of day with its zone (rule `published.stamp`)."""
    for line in lines:
        if _STAMPED.match(line):
            for expression in find_times(line):
                when = resolve(expression, Anchor()) if isinstance(expression.form, Day | Either) else None
                if when is not None and when.precision == "day":
                    return replace(when, basis="text", rule="published.stamp")
    return None


_UPDATED = re.compile(r"(?:^\W*|[\[(|]\s*)(?:last\s+)?(?:updated|modified)\b\s*(?:on|at)?\W*(?=[\w])", re.I)


def updated(text: str) -> date | None:
    """The day behind "Updated" in the first such line at either end of a text: the report is no younger."""
    for line in ends(text):
        if (label := _UPDATED.search(line)) is not None:
            day = next((t for t in find_times(line) if isinstance(t.form, Day) and 0 <= t.start - label.end() <= _CLOCK), None)
            when = resolve(day, Anchor()) if day is not None else None
            if when is not None and when.earliest is not None:
                return when.earliest
    return None


_CLOCK = 12
"""How far behind "Updated" its day may stand: an hour goes before it."""


def own_date(line: str, expression: TimeExpression) -> DateRange | None:
    """The day or month of a date in a line, None behind "Updated" and the like and for times that are no dates."""
    if expression.window or not isinstance(expression.form, Day | Either | Month):
        return None
    if _NOT_PUBLISHED.search(line, max(0, expression.start - _LABEL_REACH), expression.start):
        return None
    return resolve(expression, Anchor())


def is_posted(line: str) -> bool:
    """Whether a line opens with when it was posted: "Published 09 Aug, 2016 07:12am"."""
    return _POSTED.match(line.strip()) is not None


def _labelled(line: str, expression: TimeExpression) -> bool:
    """Whether a date stands behind "Posted" or its like, or has its line to itself."""
    labels = list(_POSTED.finditer(line, 0, expression.start))
    if labels and expression.start - labels[-1].end() <= 2 and "." not in line[labels[-1].end() : expression.start]:
        return True
    if not isinstance(expression.form, Day | Either):
        return False
    stamped = bool(expression.clock) and " at " not in expression.wording and _ZONE.match(line, expression.end - 4) is not None
    if stamped and expression.relative_to == "nothing":
        return True
    before, after = line[: expression.start], line[expression.end :]
    alone = _ALONE.fullmatch(after) is not None
    if any(c.isalpha() for c in before):
        return alone and (_BY.match(before) or _CREDITS.match(before)) is not None
    headed = expression.relative_to == "nothing" and (bool(expression.clock) or after.lstrip().startswith("|"))
    return alone or headed or (len(after.split()) <= 8 and _NAMES.match(after) is not None)
