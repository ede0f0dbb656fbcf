"""Told times: the times of a text in the order in which it tells them, each with the years that it may be of.

Invariants: a time whose words give the year has that one alone; none is of a year that puts it ahead of the report.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from thucydides.extracting.filling.brought_up import brought_up
from thucydides.extracting.filling.outcome_days import outcome_days
from thucydides.grounding.times import Anchor, TimeExpression, resolve
from thucydides.grounding.times.forms import Around, Day, Form, Month, Part, Span, Years
from thucydides.grounding.times.needs import is_open
from thucydides.grounding.times.years import in_year
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

Days = tuple[date, date]
AHEAD = timedelta(days=2)
"""How far ahead of the report a day may lie, for the hours of other places."""
FRESH = timedelta(days=8)
"""How long before its report a day named from it ("on Tuesday", "yesterday") lies that is its news."""
BEFORE, BEHIND = 12, 6
"""How many times told before and behind an open one say of which years it may be."""
FEW = 15
"""Up to so many years, a text's open times may be of any that it tells."""
_YEARLY = ("year", "years")
_HEAD = re.compile(r"[\W_]{0,5}((?:19|20)\d\d)(?=['’*]{0,3}(?:[.:—–](?!\d)|\s*$)|['’*]{1,3}\s|(?: [^\W\d]+){1,2}:\s)")
_SAME_YEAR = re.compile(r",?\s*(?:one\s+)?(?:of\s+)?(?:the\s+same|that(?:\s+same)?|same)\s+year\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.;:!?]\s+|\n)In\s+$")
_COVERING = re.compile(r"\b(?:cover(?:s|ing|ed)?|(?:reporting\s+)?period|weeks?\s+of|month\s+of|review\s+of)\b[^.\n]{0,80}$", re.IGNORECASE)
"""Words over a text that say what time it is about."""
_STRETCH = re.compile(r"(?:the\s+)?(?:(?:first|second|third|fourth|last)\s+)?(?:weeks?|month|half|quarter)\b", re.IGNORECASE)
HEAD = 600
"""Characters of a page within which it says so."""
_BESIDE, _LONG = 60, 160
_RUN = re.compile(r"\b((?:19|20)\d\d)\s*[–—-]\s*((?:19|20)?\d\d)\b")


class ToldTime(Struct, frozen=True):
    """A time as told: where, in which block, and whether its words leave the year `open`, give it ("whole"), or are a year alone, in the
    text or as the heading of what follows.

    `years` are the years that it may be of with its days in each, `said` that of its plain reading, `weekday` the day of the week that its
    words give it (Monday 0); `window` holds for stretches that count things. `bound` holds where the words bind it to a year told: a day
    "of the same year" to the one before, a year that opens a sentence ("In 2019, …") to what follows. `afresh` holds where the text
    comes up to its own time between the time told before and this one.
    """

    start: int
    block: int
    kind: Literal["open", "whole", "year", "heading"]
    years: tuple[tuple[int, Days], ...]
    said: int | None = None
    weekday: int | None = None
    window: bool = False
    bound: bool = False
    afresh: bool = False


def told_times(
    document: Document,
    times: Sequence[TimeExpression],
    when: Callable[[TimeExpression], DateRange | None],
    settled: Callable[[TimeExpression], bool],
) -> tuple[ToldTime, ...]:
    """The times of a document in order; `when` reads one by itself, what is `settled` has no other year. Where none leaves its year open
    there are none."""
    outcomes = outcome_days(document.text, times)
    plain = [t for t in times if t.lean != "future" and t.start not in outcomes]
    if not any(_leaves_open(t.form) for t in plain):
        return ()
    heads = tuple(_heads(document))
    begun = {h.start for h in heads}
    known_heads = {t.start for t in plain if settled(t)}
    told = [(t.form, found) for t in plain if t.start not in begun and (found := _told(document, t, when(t))) is not None]
    told = sorted([*told, *((Years(h.years[0][0]), h) for h in heads)], key=lambda each: each[1].start)
    known = [{d.year for _, days in found.years for d in days} if found.kind != "open" else set() for _, found in told]
    every = set().union(*known)
    limit = document.published.latest if document.published is not None else None
    wide = {limit.year, limit.year - 1} if limit is not None else set()
    lasting = period(document, times)
    wide |= {*range(lasting[0].year, min(lasting[1].year, lasting[0].year + FEW) + 1)} if lasting is not None else set()
    result = []
    for position, (form, found) in enumerate(told):
        inside = lasting is None or any(a <= lasting[1] and lasting[0] <= b for _, (a, b) in found.years)
        if found.kind != "open" or (found.start in known_heads and inside):
            result.append(found)
            continue
        near = every if len(every) <= FEW else set().union(*known[max(0, position - BEFORE) : position + BEHIND])
        years = wide | {y + step for y in near for step in (-1, 0, 1)} | {y for y, _ in found.years}
        may = tuple(_in_years(form, sorted(years), limit))
        before = told[position - 1][1].start if position else None
        result.append(replace(found, years=may, afresh=before is not None and brought_up(document.text, before, found.start)))
    return tuple(result)


def period(document: Document, times: Sequence[TimeExpression]) -> Days | None:
    """The first and the last day of what a page says that it is about: in its infobox, in its title ("Siege of Ar (2016–2017)"), in the
    words over its text ("covering 3 May to 9 June 2014", "Week of 17–23 January 2022"), or, of a page of no known date, by the one or two
    years that stand there."""
    names = mapping("reading_records")["fields"]["date"]
    for block in document.blocks:
        if block.kind == "infobox" and block.key.lower() in names:
            whole = _whole(t for t in times if block.start <= t.start < block.end)
            if whole:
                return _from_to(whole)
    run = _RUN.search(document.title or "")
    if run is not None:
        first = int(run[1])
        last = int(run[2]) if len(run[2]) == 4 else first // 100 * 100 + int(run[2])
        return (date(first, 1, 1), date(last, 12, 31)) if last >= first else None
    head = next((b.start for b in document.blocks if b.kind == "paragraph" and b.end - b.start > _LONG), 0)
    above = [t for t in times if t.start < min(head or HEAD, HEAD)]
    covered = _whole(t for t in above if _COVERING.search(document.text, max(0, t.start - _BESIDE), t.start) or _STRETCH.match(t.wording))
    if covered or document.published is not None:
        return next(iter(covered), None)
    years = _whole(t for t in above if t.start < head and isinstance(t.form, Years))
    return _from_to(years) if years and max(b for _, b in years).year - min(a for a, _ in years).year <= 1 else None


def _whole(times: Iterable[TimeExpression]) -> list[Days]:
    """The days of times whose own words give them."""
    said = (resolve(t, Anchor()) for t in times if t.relative_to == "nothing")
    return [(d.earliest, d.latest or date.max) for d in said if d is not None and d.earliest is not None]


def _from_to(days: Sequence[Days]) -> Days:
    return min(first for first, _ in days), max(last for _, last in days)


def _told(document: Document, time: TimeExpression, found: DateRange | None) -> ToldTime | None:
    """One time as told, an open one with the year of its plain reading alone; None of what dates nothing that is told."""
    first, last = (found.earliest, found.latest) if found is not None else (None, None)
    at = next((n for n, b in enumerate(document.blocks) if b.start <= time.start < b.end), -1)
    form = _inner(time.form)
    if _leaves_open(time.form):
        weekday = form.weekday if isinstance(form, Day) else None
        years = ((last.year, (first, last)),) if first is not None and last is not None else ()
        bound = _SAME_YEAR.search(time.wording) is not None or _SAME_YEAR.match(document.text, time.end) is not None
        return ToldTime(time.start, at, "open", years, last.year if last is not None else None, weekday, time.window, bound)
    if time.window or found is None or first is None or last is None:
        return None
    if time.relative_to != "nothing":
        limit = document.published.latest if document.published is not None else None
        news = limit is not None and time.relative_to == "document" and found.precision == "day" and limit - last <= FRESH
        return ToldTime(time.start, at, "whole", ((last.year, (first, last)),)) if news else None
    if found.precision not in _YEARLY:
        return ToldTime(time.start, at, "whole", ((last.year, (first, last)),))
    if last.year - first.year > 1:
        return None
    opens = _OPENS.search(document.text, max(0, time.start - _BESIDE), time.start) is not None
    return ToldTime(time.start, at, "year", ((last.year, (first, last)),), bound=opens)


def _heads(document: Document) -> Iterator[ToldTime]:
    """The years that stand by themselves as a heading, or where a paragraph begins: "2024. On 2 April, men entered the town"."""
    for number, block in enumerate(document.blocks):
        match = _HEAD.match(document.text, block.start, block.end) if block.kind in ("heading", "paragraph") else None
        if match is not None:
            year = int(match[1])
            yield ToldTime(match.start(1), number, "heading", ((year, (date(year, 1, 1), date(year, 12, 31))),))


def _inner(form: Form) -> Form:
    """The day or month that a part, or the end of a span, is of."""
    while isinstance(form, Span | Part | Around):
        form = form.last if isinstance(form, Span) else form.of
    return form


def _leaves_open(form: Form) -> bool:
    inner = _inner(form)
    return is_open(form) and (isinstance(inner, Day) or (isinstance(inner, Month) and inner.which == "plain"))


def _in_years(form: Form, years: Sequence[int], limit: date | None) -> Iterator[tuple[int, Days]]:
    """The days of an open form in each of some years, none ahead of the report."""
    for year in years:
        found = next(iter(in_year(form, year)), None) if date.min.year < year < date.max.year else None
        if found is not None and found.earliest is not None and (limit is None or found.earliest <= limit + AHEAD):
            yield year, (found.earliest, found.latest or found.earliest)
