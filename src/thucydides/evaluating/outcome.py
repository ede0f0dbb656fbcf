"""Outcome: what a suite found: its scores, over how many documents, and every wrong answer with its text.

Invariants: a score is a share of answers that were asked for, or an F1 of such shares; a measure that nothing was asked of has no
score. Cases come in a fixed order, so that a listing is the same for the same data.
"""

from collections.abc import Iterable
from itertools import chain, zip_longest
from typing import Literal

from msgspec import Struct

EXCERPT = 320
"""Characters of text that a case shows at most."""


class Cut(Struct, frozen=True):
    """Which part of the data a suite takes: a half ("tune", "check" or "" for all), at most `limit` documents, a folder for the record.

    `predictions` is a file for the answers in the suite's own format, where it has one. `layers` says who names the parties of a mention
    (gvdb): the rules, the learned layer too, or that alone.
    """

    half: str = ""
    limit: int | None = None
    keep: str = ""
    predictions: str = ""
    layers: Literal["rules", "both", "learned"] = "rules"


class Case(Struct, frozen=True):
    """One wrong answer: of which measure, where (a document or an event), the text, what people coded and what we said.

    `weight` orders the cases of one measure, the worst first.
    """

    measure: str
    where: str
    text: str
    gold: str
    ours: str
    weight: float = 1.0


class Outcome(Struct, frozen=True):
    """The scores by measure, the documents read, and the cases; `asked` says of how many answers a score is a share."""

    scores: dict[str, float]
    documents: int
    asked: dict[str, int] = {}
    cases: tuple[Case, ...] = ()


class Tally:
    """Answers judged one by one, by measure, in the order in which the measures came up."""

    def __init__(self) -> None:
        self.good: dict[str, int] = {}
        self.asked: dict[str, int] = {}
        self.cases: list[Case] = []

    def judge(self, measure: str, good: bool, case: Case | None = None) -> bool:
        """Count one answer in, and its case where it is wrong."""
        self.good[measure] = self.good.get(measure, 0) + good
        self.asked[measure] = self.asked.get(measure, 0) + 1
        if case is not None and not good:
            self.cases.append(case)
        return good

    def share(self, measure: str) -> float:
        """The share of good answers; 0 where nothing was asked."""
        return self.good.get(measure, 0) / self.asked[measure] if self.asked.get(measure) else 0.0

    def scores(self) -> dict[str, float]:
        """Every measure's share."""
        return {measure: self.share(measure) for measure in self.asked}


def excerpt(text: str, start: int = 0) -> str:
    """A line of the text from a little before `start`, cut at words."""
    begin = max(0, start - EXCERPT // 4)
    piece = " ".join(text[begin : begin + EXCERPT].split())
    whole = begin == 0 and len(text) <= EXCERPT
    return piece if whole else f"{'... ' if begin else ''}{piece.rpartition(' ')[0] if ' ' in piece else piece} ..."


def worst(cases: Iterable[Case], many: int) -> tuple[Case, ...]:
    """The first `many` cases, the measures by turns and the worst of each first, so that every kind of fault is seen."""
    by_measure: dict[str, list[Case]] = {}
    for case in sorted(cases, key=lambda c: (-c.weight, c.where, c.gold, c.ours)):
        by_measure.setdefault(case.measure, []).append(case)
    turns = zip_longest(*(by_measure[measure] for measure in sorted(by_measure)))
    return tuple(case for case in chain.from_iterable(turns) if case is not None)[:many]
