"""Corrected numbers: a count that the same sentence puts right or brings up to date behind it ("two wounded (later four)", "killed
more than fifty, 62 in the end", "fifteen, no, thirteen").

Invariant: both numbers stay in the range; the later one speaks for the count (rule `toll.corrected`).
"""

import re
from collections.abc import Sequence

from thucydides.extracting.quantities import QuantitySpan
from thucydides.nouns import Quantity

_LATER = r"(?:later|eventually|ultimately|subsequently|finally|afterwards|and\s+now|no,|or\s+rather)"
_NEXT = re.compile(rf"\s*[,;(–—-]*\s*(?:and\s+)?{_LATER}\s*,?\s+", re.IGNORECASE)
"""All that stands between a number and the one that corrects it: "five, later six killed"."""
_BEHIND = re.compile(rf"(?:\s+[\w-]+){{1,4}}?\s*[,;(–—-]+\s*(?:and\s+)?{_LATER}\s*,?\s+", re.IGNORECASE)
"""The same with those counted between: "two wounded (later four)"."""
_THEN = re.compile(
    r"(?:\s+[\w-]+){0,14}?\s*,\s*(?:and\s+)?(?:then|by\s+(?:now|(?:this|the\s+next)\s+\w+|[A-Z]\w+(?:\s+\w+)?)|(?:and\s+)?finally|at\s+last)\s*,?\s+"
)
"""What stands between a count and a bare one that it grew to: "found 50 bodies in the ruins, then 79, and by Thursday 86"."""
_NO_NUMBER = re.compile(r"\s+(?:that|which)\b", re.IGNORECASE)
_LOOSE = re.compile(r"\s*[,.;:)]|\s*$")
_ENDED = re.compile(r"(?:\s+[\w-]+){0,5}?\s*[,;(–—-]+\s*", re.IGNORECASE)
_IN_THE_END = re.compile(
    r"\s+(?:in\s+the\s+end|at\s+the\s+last\s+count|when\s+(?:all|the)\s+\w+\s+(?:was|were)\s+(?:over|counted|done))\b",
    re.IGNORECASE,
)
"""What marks a number right behind those counted as the last one: "sixty people - 71 in the end"."""
_GREW = re.compile(
    r"[^.;()]{0,60}(?:,\s+an?\s+(?:number|figure|toll|count|total)\s+(?:that|which)|[,;]\s+(?:and\s+|but\s+)?(?:the|that|this)\s+"
    r"(?:number|figure|count|total)(?:\s+of\s+(?:the\s+)?dead)?)\s+(?:has\s+|had\s+)?(?:\w+\s+)?"
    r"(?:rose|risen|grew|grown|gone\s+up|went\s+up|climbed|increased)\b[^.;()]{0,20}?\bto\s+",
    re.IGNORECASE,
)
_AT_FIRST = re.compile(r"\b(?:first|initial(?:ly)?|originally|earlier|previously)\b", re.IGNORECASE)
"""Words before a number that leave the later one to stand by itself: "first counted nine victims; the figure rose to 20"."""
_CLOSE = re.compile(r"(?<=\s)[-–—](?=\s)")


def corrected(text: str, quantities: Sequence[QuantitySpan]) -> tuple[QuantitySpan, ...]:
    """The quantities of a sentence, each that is put right by the next one with the number of that one."""
    result: list[QuantitySpan] = []
    reached = 0  # where the last number that put another right ends
    for span in quantities:
        if span.quantity.rule == "toll.plural" and _NO_NUMBER.match(text, span.end):
            continue  # "45, a number that has since grown to 71"
        last = result[-1] if result else None
        if last is None or not (last.quantity.best and span.quantity.best):
            result.append(_ranged(text, span))
        elif _NEXT.fullmatch(text, last.end, span.start):
            result[-1] = _put_right(text, last, span, span.end)
        elif (
            (_BEHIND.fullmatch(text, last.end, span.start) and _LOOSE.match(text, span.end))
            or (_ENDED.fullmatch(text, last.end, span.start) and _IN_THE_END.match(text, span.end))
            or (_GREW.fullmatch(text, last.end, span.start) and not _AT_FIRST.search(text, 0, last.start))
            or (_THEN.fullmatch(text, max(reached, last.end), span.start) and _LOOSE.match(text, span.end) and _grew(text, last, span))
        ):
            result[-1], reached = _put_right(text, last, span, last.end), span.end
        else:
            result.append(_ranged(text, span))
    return tuple(result)


def _grew(text: str, last: QuantitySpan, span: QuantitySpan) -> bool:
    """Whether a number is more than the last one, which is itself none that was there before ("from 50 to 79", "earlier 9")."""
    return (span.quantity.best or 0) > (last.quantity.best or 0) and not _BEFORE.search(text, 0, last.start)


_BEFORE = re.compile(r"\b(?:from|to|earlier|previously|initially)\s+$", re.IGNORECASE)


def _put_right(text: str, first: QuantitySpan, last: QuantitySpan, end: int) -> QuantitySpan:
    """The first span with the number of the last, its range over both."""
    told = [q for q in (first.quantity.low, first.quantity.best, last.quantity.best) if q is not None]
    both = Quantity(min(told), last.quantity.best, max(told), text[first.start : last.end], "toll.corrected")
    return QuantitySpan(first.start, end, both)


def _ranged(text: str, span: QuantitySpan) -> QuantitySpan:
    """A span that reads like a range and is a number and what became of it: "more than sixty - 71 in the end"."""
    quantity = span.quantity
    ranged = quantity.rule == "toll.range" and quantity.high is not None and _CLOSE.search(quantity.wording)
    if not ranged or not _IN_THE_END.match(text, span.end):
        return span
    return QuantitySpan(span.start, span.end, Quantity(quantity.low, quantity.high, quantity.high, quantity.wording, "toll.corrected"))
