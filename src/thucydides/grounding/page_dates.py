"""Page dates: the dates in the lines of a page that say when it was published, and the days that its text tells of."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day, Either, Month
from thucydides.nouns import DateRange
from thucydides.nouns.daterange import DateBasis

_NOT_PUBLISHED = re.compile(
    r"(?:updated|modified|revised|edited|accessed|retrieved|corrected|copyright|©|\(c\)|rights reserved|since)\W*(?:on|at|in|:)?\W*$", re.I
)
_COPYRIGHT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|copyright|all rights reserved", re.I)
_POSTED = re.compile(
    r"\b(?:posted|published|publication date|filed|issued|released|date)\b(?:\s+(?:on|at|by))?\s*[:\-–|]?\s*(?:on\s+)?", re.I
)
_LABEL_REACH = 40
_ROW = 2
"""A line of more bars is a row of a table, whose date is of what it tells."""
_ALONE = re.compile(r"[\W\d_]*(?:(?:[ap]\.?m\.?|gmt|utc|[ecmp]?[ds]t|hrs|at|on|last updated|by|\|)[\W\d_]*)*$", re.I)
_DIGIT = re.compile(r"\d")
_BY = re.compile(r"\s*(?:By|BY|Written by|Reported by)\s[^.!?]{2,80}$")
_NAMES = re.compile(r"(?:[\W\d]*(?:[A-Z][\w.'’-]*|and|of|for|the|de|von|el|al))+\W*$")
# A time zone at or behind the end of a date with its time of day: the stamp of a publishing system, not the time of a deed.
_ZONE = re.compile(r".{0,4}?\s*\b(?:GMT|UTC|[A-Z]{1,3}[SD]T|CET|EET|MSK)\b")
# How far behind its date a news agency's dash may stand ("LONDON, July 26 (Reuters) -").
_DASH_REACH = 26
_NEWSWIRE = re.compile(r"\s*[A-Z][A-Z.'’/ -]{2,}")
_DASH = re.compile(r"\s(?:-{1,2}|–|—)\s|\)\s*(?:-{1,2}|–|—)|\(Reuters\)|\(AP\)|\(AFP\)| \| ")
# How many lines at the head and at the foot of a document may hold its date.
_HEAD, _FOOT = 14, 6


def told_dates(text: str) -> tuple[tuple[date, TimeExpression], ...]:
    """The days that a text gives whole, in order, without those that its words set in the future and those of copyright lines."""
    found = []
    for expression in find_times(text):
        if expression.relative_to == "nothing" and isinstance(expression.form, Day) and expression.lean != "future":
            when = resolve(expression, Anchor())
            if when and when.earliest and not _NOT_PUBLISHED.search(text, max(0, expression.start - _LABEL_REACH), expression.start):
                found.append((when.earliest, expression))
    return tuple(found)


def newest_told(text: str, apart: str) -> date | None:
    """The newest day told in the text, other than by the words `apart`."""
    return max((day for day, expression in told_dates(text) if expression.wording != apart), default=None)


def ends(text: str) -> Iterator[str]:
    """The lines at the head of a text and at its foot."""
    lines = [line for line in text.splitlines() if line.strip()]
    yield from lines[:_HEAD]
    yield from lines[max(_HEAD, len(lines) - _FOOT) :]


def from_lines(lines: Iterator[str], basis: DateBasis, rule: str, labelled: bool = False) -> DateRange | None:
    """The first date of the lines that is theirs; with `labelled`, only behind a word such as "Posted" or alone on its line."""
    for line in lines:
        if not _DIGIT.search(line) or _COPYRIGHT.search(line) or (labelled and line.count("|") > _ROW):
            continue
        for expression in find_times(line):
            when = _own(line, expression)
            if when is None or (labelled and not _labelled(line, expression)):
                continue
            return replace(when, basis=basis, rule=rule)
    return None


_STAMPED = re.compile(
    r"\W*(?:(?:page\s+)?last\s+updated\b.{0,60}\b(?:GMT|UTC|BST|UK|[ECMP][SD]T)\b"
    r"|(?:last\s+)?updated\b.{0,60}\b(?:IST|PKT|NPT|MMT|ICT|WIB|SGT|MYT|PHT|KST|JST|AST|TRT|MSK|EET|EAT|CAT|WAT|SAST)\b)",
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


def _own(line: str, expression: TimeExpression) -> DateRange | None:
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
        return alone and _BY.match(before) is not None
    headed = expression.relative_to == "nothing" and (bool(expression.clock) or after.lstrip().startswith("|"))
    return alone or headed or (len(after.split()) <= 8 and _NAMES.match(after) is not None)


def newswire(text: str) -> DateRange | None:
    """The date of an agency's date line: a place, in capitals or with the whole date behind its comma, then the date, then a dash."""
    for paragraph in [p for p in text.splitlines() if p.strip()][:_HEAD]:
        if not _NEWSWIRE.match(paragraph):
            if (filed := _filed(paragraph[:140])) is not None:
                return filed
            continue
        head = paragraph[:140]
        for expression in find_times(head):
            if (when := _own(head, expression)) and isinstance(expression.form, Day) and _DASH.search(
                head, max(0, expression.start - 3), expression.end + _DASH_REACH
            ):
                before = head[: expression.start]
                if sum(c.islower() for c in before) <= 24 and not re.search(r"[.!?]\s", before):
                    return replace(when, basis="dateline", rule="published.newswire")
    return None


_PLACE_FIRST = re.compile(r"(?!(?:On|In|At|By|From|The|Since|After|Before|Near)\b)(?:[A-Z][\w.'’-]*[ ,]+){1,6}$")
_PARTED = re.compile(r"\s*(?:[-–—|:]|\([A-Z][\w .&-]*\)\s*[-–—:]?)\s+\S|\.\s+[A-Z]")


_AGENCY = re.compile(r"\s*\([A-Z][\w .&/-]{1,28}\)\s*(?:-{1,2}|–|—)\s")


def _filed(head: str) -> DateRange | None:
    """The whole date of "Kryvyi Rih, 6 April 2025 - The city ..." and of "April 15, 2025. Kyiv. ..."."""
    for expression in find_times(head):
        if expression.start == 0 and isinstance(expression.form, Day) and _AGENCY.match(head, expression.end):
            when = _own(head, expression)
            return replace(when, basis="dateline", rule="published.newswire") if when is not None else None
        if expression.relative_to != "nothing" or not isinstance(expression.form, Day) or not _PARTED.match(head, expression.end):
            return None
        before = head[: expression.start]
        if not before.strip() and head[expression.end :].lstrip().startswith(":"):
            return None  # an item of a list
        if before.strip() and not (_PLACE_FIRST.fullmatch(before) and "," in before):
            return None
        when = _own(head, expression)
        return replace(when, basis="dateline", rule="published.newswire") if when is not None else None
    return None
