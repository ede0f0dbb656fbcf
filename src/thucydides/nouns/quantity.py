"""Quantity: a number of people or incidents as its words allow it."""

from msgspec import Struct


class Quantity(Struct, frozen=True):
    """How many, as a range with its wording ("at least five" is 5 to open, best 5, rule `toll.at-least`).

    `low`, `best`, `high` are counts; `None` is unknown (an open end for `high`), never zero. `approximate` marks "about 50",
    `weak` marks wordings that bound from above only ("up to five"). `rule` names the rule that read the wording.
    """

    low: int | None
    best: int | None
    high: int | None
    wording: str = ""
    rule: str = ""
    approximate: bool = False
    weak: bool = False
