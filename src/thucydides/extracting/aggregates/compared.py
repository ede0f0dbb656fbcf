"""Compared: the number of the same period of another year that a total is held against ("102 dead, compared with 71 in the same period in
2023", "612 deaths, against 409 the year before"), or of a whole year ("88 so far this year, up from 60 in all of 2016").

Invariant: it counts over that period alone, and is of the people and the area of the total beside it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec.structs import replace

from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Aggregate, DateRange, Document, Passage

_SAME = re.compile(
    r"\b(?:compared\s+(?:with|to)|against|versus|(?:up|down)\s+from)\s+(?P<count>(?:[\w,-]+\s+){1,4}?)(?:[a-z]+\s+){0,2}?"
    r"(?:(?:in|during|over|for)\s+)?(?:the\s+)?(?P<period>(?:same|corresponding)\s+(?:period|time|months?|weeks?|quarter|half)\s+"
    r"(?:(?:in|of)\s+(?P<year>(?:19|20)\d\d)|(?:of\s+)?(?:last|the\s+previous)\s+year|(?:a|the)\s+year\s+(?:ago|earlier|before))"
    r"|(?:previous|preceding|last)\s+year|year\s+(?:before|earlier)"
    r"|(?:(?:in|during|over|for|throughout)\s+)?(?:(?:the\s+)?whole\s+of\s+|all(?:\s+of)?\s+)?(?P<full>(?:19|20)\d\d))(?![-/\d])\b",
    re.IGNORECASE,
)
_LEAP_DAY = (2, 29)


def without_compared(document: Document, telling: Telling) -> Telling:
    """A telling without the counts of another year's period, which are no more of its dead."""
    match = _SAME.search(document.text, telling.start, telling.end)
    if match is None:
        return telling
    return replace(telling, harms=tuple(h for h in telling.harms if not match.start() <= h.people.start < match.end()))


def with_compared(document: Document, found: Iterable[Aggregate]) -> Iterator[Aggregate]:
    """The aggregates, each followed by the number that it is compared with (rule `extract.same-period`)."""
    given: set[int] = set()
    for aggregate in found:
        yield aggregate
        window = aggregate.window
        match = _SAME.search(document.text, aggregate.passage.start, aggregate.passage.end)
        spans = find_quantities(match["count"].strip()) if match is not None else ()
        if match is None or aggregate.deaths is None or window is None or not spans or match.start() in given:
            continue
        given.add(match.start())
        held = _held_against(window, match)
        if held is None:
            continue
        where = Passage(document.id, match.start("period"), match.end("period"))
        yield replace(
            aggregate,
            id=f"{document.id}:{match.start()}:same-period",
            passage=Passage(document.id, match.start(), match.end()),
            deaths=spans[0].quantity,
            injured=None,
            incidents=None,
            window=held,
            window_passage=where,
            categories=(),
            members=(),
            date_is_document_bound=False,
        )


def _held_against(window: DateRange, match: re.Match[str]) -> DateRange | None:
    """The window of the number that a total is held against; None where it is of no time before."""
    first, last = window.earliest, window.latest
    if match["full"]:
        return _year(window, int(match["full"]), match["period"]) if last is None or int(match["full"]) < last.year else None
    if first is None or last is None:
        return None
    return _earlier(window, first, last, last.year - int(match["year"]) if match["year"] else 1, match["period"])


def _earlier(window: DateRange, first: date, last: date, years: int, wording: str) -> DateRange:
    """A window so many years before."""
    begin, end = _back(first, years), _back(last, years)
    return replace(
        window, edtf=f"{begin}/{end}", earliest=begin, latest=end, rule="date.same-period", wording=wording, alternatives=()
    )


def _year(window: DateRange, year: int, wording: str) -> DateRange:
    """The whole of a year that a window is held against."""
    begin, end = date(year, 1, 1), date(year, 12, 31)
    return replace(
        window, edtf=str(year), earliest=begin, latest=end, precision="year", rule="date.same-period", wording=wording, alternatives=()
    )


def _back(day: date, years: int) -> date:
    month, number = (2, 28) if (day.month, day.day) == _LEAP_DAY else (day.month, day.day)
    return date(day.year - years, month, number)
