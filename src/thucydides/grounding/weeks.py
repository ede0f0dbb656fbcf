"""Weeks: of which days an undated report is that names weekdays, beside dated reports that name the same people, places and numbers.

News names the day it appears on and the one before far more often than any other, and tells most of what other reports of the same days
tell. Each day about the dated reports is held against both; only where few days in a row are far likelier than all the rest is there an
answer (rule `anchor.weeks`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from math import exp, log, sqrt

from thucydides.grounding.times import find_times
from thucydides.grounding.times.forms import Weekday
from thucydides.nouns import DateRange, Document

RULE = "anchor.weeks"
_LAGS = (0.46, 0.31, 0.10, 0.045, 0.03, 0.025, 0.03)
"""How often a weekday that news names without more is its own day's, that of the day before, ...: of 902 in 440 reports of three wars
(T17)."""
_TWICE = 2
"""A weekday named oftener than so tells no more."""
_LIKE = 25.0
"""What the likeness to a report of a day weighs against the weekdays, in natural logarithms; this and the next two were chosen on
those reports."""
_DAYS = 2.0
"""After so many days a report of the same doings is like another by a factor of e less."""
_SURE = 0.6
"""The share of all likelihood that the days of an answer hold together."""
_WITHIN, _BEYOND = 3, timedelta(days=3)
"""The days of an answer at most, and how far beyond the dated reports they may lie."""
_ALIKE = 0.05
"""How like the reports of its days a report is at least."""
_SHORT = 14
"""Among more days than so, which hold a weekday twice, likeness has to tell one week from another, ..."""
_APART = 0.1
"""... by so much at least."""
_TAIL = 0.05
"""A day at the end of an answer with less than this of its likelihood is left out."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w'’-]{2,}|\b\d[\d,]*\b")


def names_in(text: str) -> frozenset[str]:
    """The names and numbers in the middle of a text's sentences, those of days and months apart."""
    return frozenset(name for name in _NAME.findall(text) if not _is_time(name))


@lru_cache(1 << 14)
def _is_time(name: str) -> bool:
    """Whether a name is that of a day or a month."""
    return bool(find_times(name))


class Weeks:
    """The dated reports by the names and numbers in them."""

    def __init__(self, reports: Iterable[tuple[date, str]]) -> None:
        told = [(day, names_in(text)) for day, text in reports]
        self._days = [day for day, _ in told]
        self._names = [names for _, names in told]
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, names in enumerate(self._names):
            for name in names:
                self._holding[name].append(number)

    def days(self, document: Document, within: DateRange | None = None) -> DateRange | None:
        """The few days of one of which a report most likely is, of those `within`; None where it names no weekday or none stands out."""
        named = Counter(
            t.form.weekday
            for t in find_times(document.text, document.language)
            if isinstance(t.form, Weekday) and t.form.which == "plain" and t.relative_to == "document" and t.lean != "future"
        )
        if not named or not self._days:
            return None
        like = self._like(names_in(document.text))
        first, last = min(self._days) - _BEYOND, max(self._days) + _BEYOND
        if within is not None:
            first = max(first, within.earliest or first)
            last = min(last, within.latest or last)
        days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
        found = _standing_out(days, [self._score(day, named, like) for day in days])
        return found if found is not None and _names_it(found, named) and _tells_apart(found, like, len(days)) else None

    def _like(self, names: frozenset[str]) -> dict[date, float]:
        """For each day of dated reports how like the likest of them is to one with these names, from 0 to 1."""
        every = len(self._days) + 1
        shared: dict[int, float] = defaultdict(float)
        own = 0.0
        for name in names:
            holding = self._holding.get(name, [])
            weight = self._weight(name, len(holding) + 1, every)
            own += weight
            for number in holding:
                shared[number] += weight
        found: dict[date, float] = {}
        for number, weight in shared.items():
            other = sum(self._weight(n, len(self._holding[n]) + (n in names), every) for n in self._names[number])
            day = self._days[number]
            found[day] = max(found.get(day, 0.0), weight / sqrt(own * other) if own and other else 0.0)
        return found

    @staticmethod
    def _weight(name: str, holding: int, every: int) -> float:
        return log((every + 1) / holding) ** 2

    @staticmethod
    def _score(day: date, named: Counter[int], like: dict[date, float]) -> float:
        """The logarithm of how likely a report of a day is to name these weekdays and to be so like those of the days about it."""
        weekdays = sum(log(_LAGS[(day.weekday() - weekday) % 7]) * min(times, _TWICE) for weekday, times in named.items())
        near = max((value * exp(-abs((day - other).days) / _DAYS) for other, value in like.items()), default=0.0)
        return weekdays + _LIKE * near


def _names_it(answer: DateRange, named: Iterable[int]) -> bool:
    """Whether a report names the weekday of a day of an answer, or of the one before."""
    ends = answer.earliest, answer.latest
    return any(day is not None and (day - timedelta(days=back)).weekday() in named for day in ends for back in (0, 1))


def _tells_apart(answer: DateRange, like: dict[date, float], days: int) -> bool:
    """Whether a report is like those of the days of an answer, and among many days much more so than like all others."""
    if answer.earliest is None or answer.latest is None:
        return False
    first, last = answer.earliest - _BEYOND, answer.latest + _BEYOND
    near = max((value for day, value in like.items() if first <= day <= last), default=0.0)
    far = max((value for day, value in like.items() if not first <= day <= last), default=0.0)
    return near >= _ALIKE and (days <= _SHORT or near - far >= _APART)


def _standing_out(days: list[date], scores: list[float]) -> DateRange | None:
    """The days in a row that hold most of the likelihood, None where that is not `_SURE` of it."""
    if not days:
        return None
    most = max(scores)
    chances = [exp(score - most) for score in scores]
    whole = sum(chances)
    begin = max(range(len(days)), key=lambda i: (sum(chances[i : i + _WITHIN]), -i))
    held = chances[begin : begin + _WITHIN]
    if sum(held) < _SURE * whole:
        return None
    kept = [begin + i for i, chance in enumerate(held) if chance >= _TAIL * sum(held)]
    first, last = days[kept[0]], days[kept[-1]]
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return DateRange(edtf, first, last, "day" if first == last else "days", "collection", RULE)
