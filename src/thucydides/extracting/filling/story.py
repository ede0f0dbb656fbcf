"""Story: the year of each day told without one that makes the story run on, from one time told to the next.

Rule `date.story`: of all the years that the days of a text may be of, those are taken with which its times follow one another best: short
steps forward cost nothing, steps back and over years cost more, within a paragraph most; a day shortly before the report is its news, and
a day outside the time that a page is about costs; a step over words that bring a text up to its own time costs little. A plain reading
stands unless another year makes the story run clearly better; where there is none, one year must run clearly better than all others below
a heading that gives a year, or where the page says what time it is about.

Source of the costs: `vocabularies/story.yaml`.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from thucydides.extracting.filling.told_times import Days, ToldTime, period, told_times
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import DateRange, Document
from thucydides.vocabulary import mapping

State = tuple[int, Days]
_NONE: tuple[State, ...] = ((0, (date.min, date.min)),)
SLACK = timedelta(days=30)
"""How long before and after the time that a page is about its days may lie."""
_PER_BACK, _PER_AHEAD, _MOST_YEARS = 120, 200, 3


def story_years(
    document: Document,
    times: Sequence[TimeExpression],
    when: Callable[[TimeExpression], DateRange | None],
    settled: Callable[[TimeExpression], bool],
) -> dict[int, int]:
    """The years of the days without one, by where they stand, that another than the plain reading gives; `when` reads one plainly, what is
    `settled` is as it reads."""
    told = _without_recalls(told_times(document, times, when, settled))
    if not told:
        return {}
    reader = _Reader(document, period(document, times))
    ahead, behind = reader.costs(told)
    found: dict[int, int] = {}
    headed = False
    for time, before, after in zip(told, ahead, behind, strict=True):
        headed = time.kind == "heading" or (headed and time.kind == "open")
        if time.kind != "open" or not time.years or not (headed or reader.about or time.said is not None):
            continue
        whole = {year: a + b for (year, _), a, b in zip(time.years, before, after, strict=True)}
        best = min(whole, key=lambda y: (whole[y], -y))
        other = min((c for y, c in whole.items() if y != best), default=None) if time.said is None else whole.get(time.said)
        if other is not None and other - whole[best] >= reader.cost["margin"]:
            found[time.start] = best
    return found


def _without_recalls(told: Sequence[ToldTime]) -> tuple[ToldTime, ...]:
    """The times of a story without those of a generation before one told in full, where no day of their paragraph is left open."""
    open_blocks = {t.block for t in told if t.kind == "open"}
    newest = 0
    kept = []
    for time in told:
        year = time.years[-1][0] if time.kind == "whole" and time.years else 0
        if not (year and newest - year >= GENERATION and time.block not in open_blocks):
            kept.append(time)
        newest = max(newest, year)
    return tuple(kept)


GENERATION = 20
"""Years by which a time lies before another that is only recalled."""


def _about(days: Days) -> Days:
    """The time that a page is about, with what led to it and what came of it."""
    first, last = days
    return max(first, date.min + SLACK) - SLACK, min(last, date.max - SLACK) + SLACK


class _Reader:
    """What steps and years cost in one document."""

    def __init__(self, document: Document, about: Days | None) -> None:
        self.cost: dict[str, float] = mapping("story")
        self.about = _about(about) if about is not None else None
        self.limit = document.published.latest if document.published is not None else None

    def costs(self, told: Sequence[ToldTime]) -> tuple[list[list[float]], list[list[float]]]:
        """What the best story up to each time costs, and the best behind it, for each year that it may be of."""
        states = [t.years or _NONE for t in told]
        own = [[self._own(t, s) for s in some] for t, some in zip(told, states, strict=True)]
        ahead = [own[0]]
        for n in range(1, len(told)):
            ahead.append(
                [
                    o + min(a + self._step(told[n - 1], p, told[n], s) for p, a in zip(states[n - 1], ahead[-1], strict=True))
                    for s, o in zip(states[n], own[n], strict=True)
                ]
            )
        behind = [[0.0] * len(states[-1])]
        for n in range(len(told) - 2, -1, -1):
            after = list(zip(states[n + 1], own[n + 1], behind[-1], strict=True))
            behind.append([min(self._step(told[n], s, told[n + 1], q) + o + b for q, o, b in after) for s in states[n]])
        return ahead, behind[::-1]

    def _own(self, time: ToldTime, state: State) -> float:
        """What it costs that a time is of a year, by itself."""
        cost, (year, (first, last)) = self.cost, state
        if time.kind != "open" or not time.years:
            return 0.0
        total = 0.0
        if time.said is not None and year != time.said:
            plain = next((days for y, days in time.years if y == time.said), None)
            news = plain is not None and self.limit is not None and (self.limit - plain[1]).days <= cost["news_days"]
            total += cost["plain"] + (cost["news"] if news else 0.0)
        if self.about is not None and (first > self.about[1] or last < self.about[0]):
            total += cost["period"]
        if time.weekday is not None:
            total += cost["weekday"] if last.weekday() == time.weekday else cost["other_weekday"]
        return total

    def _step(self, one: ToldTime, before: State, two: ToldTime, after: State) -> float:
        """What it costs to tell a time of one year behind a time of another."""
        cost = self.cost
        if "open" not in (one.kind, two.kind) or not (one.years and two.years):
            return 0.0
        weight = cost["same_block" if one.block == two.block else "other_block"] * (cost["window"] if one.window else 1.0)
        if two.afresh and self.limit is not None and self.limit.year - before[0] <= cost["recent"]:
            weight *= cost["afresh"]
        if one.kind in ("year", "heading") or two.kind in ("year", "heading"):
            (year, (first, last)), day = (before, after[1][1]) if one.kind != "open" else (after, before[1][1])
            if first.year <= day.year <= last.year:
                opens = two.kind == "year" and two.bound and one.block == two.block
                return cost["opened"] if opens else 0.0  # "In 2019, ..." turns to another year than that told before
            if one.kind == "year" and one.bound and one.block == two.block:
                return cost["bound"]
            return cost["head"] if one.kind == "heading" else cost["year"] * weight * min(_MOST_YEARS, abs(day.year - year))
        other = cost["bound"] if two.bound and before[0] != after[0] else 0.0
        return other + weight * self._jump((after[1][0] - before[1][0]).days)

    def _jump(self, days: int) -> float:
        cost = self.cost
        if 0 <= days <= cost["near"]:
            return 0.0
        step = cost["back"] - days / _PER_BACK if days < 0 else cost["behind"] + (days - cost["near"]) / _PER_AHEAD
        return min(cost["far"], step)
