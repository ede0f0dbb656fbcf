"""Numeric dates: whether "02.12.2026" on a page is 2 December or 12 February, settled by what the page itself tells."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from thucydides.nouns import DateRange

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-]|\.\d)")
# Of two readings behind everything told, one at most this near and the other at least that far settles it, in days.
_NEAR_DAYS, _FAR_DAYS = 92, 183


def day_first(text: str, mark: str) -> bool | None:
    """Whether the page's other dates in numbers with the same mark put the day first; None where none shows it, or they disagree."""
    shown = set()
    for first, sign, second in _NUMERIC.findall(text):
        if sign == mark and (int(first) > 12) != (int(second) > 12):
            shown.add(int(first) > 12)
    return shown.pop() if len(shown) == 1 else None


def orders(text: str) -> tuple[tuple[str, bool], ...]:
    """The marks whose dates in numbers show that the day stands first, or that it does not."""
    marks = sorted({sign for _, sign, _ in _NUMERIC.findall(text)})
    return tuple((mark, shown) for mark in marks if (shown := day_first(text, mark)) is not None)


def as_shown(found: DateRange, shown: Sequence[tuple[str, bool]]) -> DateRange | None:
    """The reading of a date with two in the order that other dates of its text show (rule `date.numeric-shown`); None where none does."""
    match = _NUMERIC.search(found.wording)
    order = dict(shown).get(match[2]) if match else None
    if match is None or order is None:
        return None
    readings = [replace(found, alternatives=()), *found.alternatives]
    chosen = [r for r in readings if r.earliest and (r.earliest.day == int(match[1])) == order]
    return replace(chosen[0], rule="date.numeric-shown", basis=found.basis) if len(chosen) == 1 else None


def settled(found: DateRange, text: str, language: str, newest: date | None) -> DateRange:
    """A date with two readings, settled where the page shows which, with the reason as its rule; else both, the nearer first.

    `newest` is the newest day that the text tells of: a report is not older than what it tells, and seldom much younger.
    """
    if not found.alternatives or found.earliest is None:
        return found
    readings = [replace(found, alternatives=()), *(replace(other, basis=found.basis) for other in found.alternatives)]
    match = _NUMERIC.search(found.wording)
    order = day_first(text, match[2]) if match else None
    if order is None and language and not language.lower().startswith("en"):
        order = True
    if order is not None and match:
        first = int(match[1])
        chosen = [r for r in readings if r.earliest and (r.earliest.day == first) == order]
        if len(chosen) == 1:
            return replace(chosen[0], rule="published.numeric-other")
    if newest is None:
        return replace(found, rule="published.numeric-open")
    later = sorted((r for r in readings if r.earliest and r.earliest >= newest), key=lambda r: r.earliest or newest)
    if len(later) == 1:
        return replace(later[0], rule="published.numeric-told")
    if not later or later[0].earliest is None or later[1].earliest is None:
        return replace(found, rule="published.numeric-open")
    if (later[0].earliest - newest).days <= _NEAR_DAYS and (later[1].earliest - newest).days > _FAR_DAYS:
        return replace(later[0], rule="published.numeric-nearest")
    others = tuple(replace(reading, rule="published.numeric-open") for reading in later[1:])
    return replace(later[0], rule="published.numeric-open", alternatives=others)
