"""Discrepancy: claims that cannot all hold; Gap: what counts imply and no document tells; Answer: a gap that was filled."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.passage import Passage

DiscrepancyKind = Literal[
    "value", "date", "place", "method", "responsibility", "number of incidents", "part-whole", "aggregate", "unit",
    "stale summary", "report date", "window", "nature",
]  # fmt: skip


class DiscrepancyValue(Struct, frozen=True):
    """One side of a discrepancy: the value in words, its passage, and the claim, aggregate or figure that holds it."""

    value: str
    passage: Passage
    source: str = ""


class Discrepancy(Struct, frozen=True):
    """Claims that cannot all hold: of what kind, on which attribute of which incidents, the sides, and the likeliest reason.

    `attribute` is one of date, place, type, method, killed, injured, missing, captured, responsibility, incidents, or a
    figure's name. `weight` ranks by what it changes: larger first.
    """

    id: str
    kind: DiscrepancyKind
    attribute: str
    incidents: tuple[str, ...]
    values: tuple[DiscrepancyValue, ...]
    explanation: str
    rule: str = ""
    weight: float = 0.0


class Gap(Struct, frozen=True):
    """An open question: what an aggregate implies and no document of the record tells. Never an incident."""

    id: str
    aggregate: str
    question: str
    passage: Passage
    deaths: tuple[int | None, int | None] = (None, None)
    incidents: tuple[int | None, int | None] = (None, None)
    reading: str = ""
    likely: str = ""


class Answer(Struct, frozen=True):
    """A question of an earlier revision that is open no more, and what answered it.

    `id` is the gap's, `question` as it was asked, `asked` the last revision in which it stood open, `answered` the revision that
    answers it. `documents` are those that brought the answer, `incidents` what they tell that the count lacked; both are empty
    where a ruling or a new reading of what was there answered it, which `words` says.
    """

    id: str
    aggregate: str
    question: str
    passage: Passage
    asked: int
    answered: int
    words: str
    documents: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()
