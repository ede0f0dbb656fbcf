"""Published: when a document was published, from what it says of itself, and how that is known.

In this order: the page's own data, the byline, the address, words such as "Posted" or a date alone on a line, a news agency's date line.
Dates behind "Updated" and in copyright lines are never taken. A date in numbers is settled by what the page tells, else kept both ways.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from thucydides.grounding.numeric_dates import settled
from thucydides.grounding.times import Anchor, TimeExpression, find_times, resolve
from thucydides.grounding.times.forms import Day, Either, Month
from thucydides.nouns import Block, DateRange
from thucydides.nouns.daterange import DateBasis

_NOT_PUBLISHED = re.compile(r"(?:updated|modified|revised|edited|accessed|retrieved|corrected|copyright|©|\(c\)|rights reserved|since|reserved)\W*(?:on|at|in|:)?\W*$", re.I)
_COPYRIGHT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|copyright|all rights reserved", re.I)
_POSTED = re.compile(r"\b(?:posted|published|publication date|first published|filed|issued|released|date)\b(?:\s+(?:on|at|by))?\s*[:\-–|]?\s*(?:on\s+)?", re.I)
_LABEL_REACH = 40
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
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-]?(0?[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_.-]))(?!\d)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")
# How many lines at the head and at the foot of a document may hold its date.
_HEAD, _FOOT = 14, 6
# What a date line that lacks its year may be ahead of the newest date told, in days.
_TOLD_SLACK = 3


def told_dates(text: str) -> tuple[tuple[date, TimeExpression], ...]:
    """The days that a text gives whole, in order, without those that its words set in the future and those of copyright lines."""
    found = []
    for expression in find_times(text):
        if expression.relative_to == "nothing" and isinstance(expression.form, Day) and expression.lean != "future":
            when = resolve(expression, Anchor())
            if when and when.earliest and not _NOT_PUBLISHED.search(text, max(0, expression.start - _LABEL_REACH), expression.start):
                found.append((when.earliest, expression))
    return tuple(found)


def _newest(text: str, apart: str) -> date | None:
    """The newest day told in the text, other than by the words `apart`."""
    return max((day for day, expression in told_dates(text) if expression.wording != apart), default=None)


def document_date(text: str, blocks: tuple[Block, ...], metadata: Mapping[str, str]) -> DateRange | None:
    """When the document was published, with basis and rule, or None where nothing says so.

    `metadata` may hold "published" (any written date), "url", "outlet" and "language". A date in numbers that nothing settles has its
    other reading in `alternatives`; one that lacks its year gets it from the newest date told, or stays "XXXX-12-24".
    """
    sources: tuple[Callable[[], DateRange | None], ...] = (
        lambda: _from_metadata(metadata.get("published", "")),
        lambda: _from_lines((text[b.start : b.end] for b in blocks if b.kind == "byline"), "dateline", "published.dateline"),
        lambda: _from_url(metadata.get("url", "")),
        lambda: _from_lines(_ends(text), "text", "published.posted", labelled=True),
        lambda: _newswire(text),
    )
    for source in sources:
        found = source()
        if found is not None:
            if found.alternatives:
                found = settled(found, text, metadata.get("language", ""), _newest(text, found.wording))
            return _completed(found, text)
    return None


def _from_metadata(written: str) -> DateRange | None:
    """A date as the page's data write it: ISO, compact, in words, or seconds since 1970."""
    written = written.strip()
    if not written:
        return None
    if _EPOCH.match(written):
        day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(written[:10]))).date()
        return DateRange(day.isoformat(), day, day, "day", "metadata", "published.metadata", written)
    if match := _COMPACT.match(written):
        return _day(*(int(part) for part in match.groups()), written, "metadata", "published.metadata")
    for expression in find_times(written):
        when = resolve(expression, Anchor())
        if when and not expression.window:
            return replace(when, basis="metadata", rule="published.metadata", wording=written)
    return None


def _day(year: int, month: int, day: int, wording: str, basis: DateBasis, rule: str) -> DateRange | None:
    """A day as a range, None where the calendar has none such."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return DateRange(found.isoformat(), found, found, "day", basis, rule, wording)


def _from_url(url: str) -> DateRange | None:
    """ "/2025/12/24/", "/2025-12-24-", "/20251224/" and, for a month, "/2025/12/"."""
    path = url.split("://", 1)[-1].partition("/")[2].split("?")[0].split("#")[0]
    for match in _URL_DAY.finditer(path):
        if found := _day(int(match[1]), int(match[2]), int(match[3]), match[0], "url", "published.url"):
            return found
    if match := _URL_MONTH.search(f"/{path}"):
        for expression in find_times(f"{match[1]}-{match[2]}"):
            if when := resolve(expression, Anchor()):
                return replace(when, basis="url", rule="published.url", wording=match[0])
    return None


def _ends(text: str) -> Iterator[str]:
    """The lines at the head of a text and at its foot."""
    lines = [line for line in text.splitlines() if line.strip()]
    yield from lines[:_HEAD]
    yield from lines[max(_HEAD, len(lines) - _FOOT) :]


def _from_lines(lines: Iterator[str], basis: DateBasis, rule: str, labelled: bool = False) -> DateRange | None:
    """The first date of the lines that is theirs; with `labelled`, only behind a word such as "Posted" or alone on its line."""
    for line in lines:
        if not _DIGIT.search(line) or _COPYRIGHT.search(line):
            continue
        for expression in find_times(line):
            when = _own(line, expression)
            if when is None or (labelled and not _labelled(line, expression)):
                continue
            return replace(when, basis=basis, rule=rule)
    return None


def _own(line: str, expression: TimeExpression) -> DateRange | None:
    """The day or month of a date in a line, None behind "Updated" and the like and for times that are no dates."""
    if expression.window or not isinstance(expression.form, Day | Either | Month):
        return None
    if _NOT_PUBLISHED.search(line, max(0, expression.start - _LABEL_REACH), expression.start):
        return None
    return resolve(expression, Anchor())


def _labelled(line: str, expression: TimeExpression) -> bool:
    """Whether a date stands behind "Posted" or its like, or has its line to itself."""
    label = None
    for label in _POSTED.finditer(line, 0, expression.start):
        pass
    if label is not None and expression.start - label.end() <= 2:
        return True
    if not isinstance(expression.form, Day | Either):
        return False
    if expression.relative_to == "nothing" and expression.clock and _ZONE.match(line, expression.end - 4) and " at " not in expression.wording:
        return True
    before, after = line[: expression.start], line[expression.end :]
    alone = _ALONE.fullmatch(after) is not None
    if any(c.isalpha() for c in before):
        return alone and _BY.match(before) is not None
    headed = expression.relative_to == "nothing" and (bool(expression.clock) or after.lstrip().startswith("|"))
    return alone or headed or (len(after.split()) <= 8 and _NAMES.match(after) is not None)


def _newswire(text: str) -> DateRange | None:
    """The date of an agency's date line: a place in capitals, then the date, then a dash."""
    for paragraph in [p for p in text.splitlines() if p.strip()][:_HEAD]:
        if not _NEWSWIRE.match(paragraph):
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


def _completed(found: DateRange, text: str) -> DateRange:
    """A date without its year, given the year that puts it behind the newest whole date told, where the text tells one."""
    if found.earliest is not None or not found.edtf.startswith("XXXX-") or len(found.edtf) != len("XXXX-12-24"):
        return found
    newest = _newest(text, found.wording)
    if newest is None:
        return found
    month, day = int(found.edtf[5:7]), int(found.edtf[8:10])
    for year in (newest.year, newest.year + 1):
        whole = _day(year, month, day, found.wording, found.basis, "published.year-told")
        if whole and whole.earliest and whole.earliest >= newest - timedelta(days=_TOLD_SLACK):
            return whole
    return found


def newest_told(texts: Sequence[str]) -> date | None:
    """The newest day told whole in any of the texts."""
    return max((day for text in texts for day, _ in told_dates(text)), default=None)
