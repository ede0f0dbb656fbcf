"""Discrepancies of date: days that exclude each other, told apart from the day of a statement taken for the day of the deed.

Coarser wordings that hold the day are no discrepancy.
"""

from collections.abc import Iterator, Sequence

from thucydides.nouns import Discrepancy
from thucydides.reconciling.dates import Dated
from thucydides.reconciling.discrepancies.apart import dates_apart
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.discrepancies.tied import tied
from thucydides.reconciling.naming import day, when
from thucydides.reconciling.spans import span
from thucydides.reconciling.words import words

_MANY_DAYS = 4
"""Days apart from which on two incidents are likelier than a slip."""


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy where the dates of an incident exclude each other: as one report sets them against each other, or as tellings do
    that are tied to one deed by more than likelihood (rule `discrepancy.tied`)."""
    one = scene.one
    said = [d for d in one.dates if d.when.rule not in words("inferred")]
    apart = [(a, b) for a, b in dates_apart(one) if not scene.doubted(a.mention, b.mention)]
    ties = tied(one) if any(not (a.aside or b.aside) for a, b in apart) else frozenset()
    apart = [(a, b) for a, b in apart if a.aside or b.aside or a.mention == b.mention or frozenset((a.mention, b.mention)) in ties]
    if not apart:
        return
    clash = [p for p in apart if p[0].report == p[1].report or not _reported_later(*p)]
    involved = [d for d in said if any(d in pair for pair in apart)]
    others = [d for d in said if d not in involved and span(d.when) not in {span(i.when) for i in involved}]
    sides = [_side(d) for d in (*involved, *others)]
    words_ = f"The dates differ: {by_value(scene.context, sides)}."
    if clash:
        yield discrepancy(
            "date", "date", [one.id], sides, f"{words_} {_reason(clash)}", WEIGHTS["date"] * (1 + min(_gap(clash), 60) / 30)
        )
    else:
        late = next(d for pair in apart for d in pair if d.report)
        words_ += f" {when(late.when)} is likeliest the day on which it was announced, and not that on which it happened."
        yield discrepancy("report date", "date", [one.id], sides, words_, WEIGHTS["date"] / 2)


def _side(telling: Dated) -> Side:
    words = when(telling.when) + (" (day of the statement)" if telling.report else "")
    return Side(words, telling.passage, telling.passage.document, telling.chain, next(iter(telling.claims), ""))


def _reported_later(one: Dated, other: Dated) -> bool:
    """Whether the statement follows the deed."""
    deed, report = (other, one) if one.report else (one, other)
    first, last = deed.when.earliest, report.when.latest
    return first is None or last is None or last >= first


def _gap(pairs: Sequence[tuple[Dated, Dated]]) -> int:
    found = []
    for a, b in pairs:
        if a.when.earliest and b.when.earliest:
            found.append(abs((a.when.earliest - b.when.earliest).days))
    return max(found, default=0)


def _reason(pairs: Sequence[tuple[Dated, Dated]]) -> str:
    days = sorted({d.when.earliest for pair in pairs for d in pair if d.when.earliest and d.when.earliest == d.when.latest})
    if len(days) > 2 and (days[-1] - days[0]).days == len(days) - 1:
        return f"The days follow one another: it may have gone on from {day(days[0])} to {day(days[-1])}, each account telling of its part."
    a, b = (d.when for d in pairs[0])
    if a.earliest is None or b.earliest is None or a.latest != a.earliest or b.latest != b.earliest:
        return "The ranges do not meet, so one of them is likely mistaken."
    apart = abs((a.earliest - b.earliest).days)
    if apart == 1:
        return "They are one day apart: it may have happened at night, or one account gives the day on which it was reported."
    if (a.earliest.day, a.earliest.month) == (b.earliest.day, b.earliest.month):
        return "Day and month agree, so the year of one account is likely mistaken."
    if (a.earliest.day, a.earliest.month) == (b.earliest.month, b.earliest.day):
        return "Day and month are exchanged, so one of them was likely written in the other order."
    if a.earliest.day == b.earliest.day:
        return "The day of the month agrees, so the month of one account is likely mistaken."
    two = "; the accounts may tell of two incidents" if apart >= _MANY_DAYS else ""
    return f"They are {apart} days apart; nothing in the texts says which is right{two}."
