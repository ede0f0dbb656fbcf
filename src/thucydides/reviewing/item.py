"""Item: one question to a person, why the record may be wrong there, and what hangs on the answer."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns import Pair

ItemKind = Literal["apart", "joined", "value", "unknown", "lone"]


class Stake(Struct, frozen=True):
    """One thing that an answer would change: the rule that weighs it, the words for it, and its points."""

    rule: str
    words: str
    points: float


class Item(Struct, frozen=True):
    """A question: `apart` (are these two incidents one?), `joined` (are these two sides of one incident two?), `value` (which of the
    values told?), `unknown` (when, where?), `lone` (is this an incident at all?).

    `left` and `right` are the mentions of the two sides, all mentions of the incident in `left` where there are none. `chance` is the
    chance that the record is wrong here, `rule` how it was found, `doubt` the same in words; `change` the expected change in points.
    """

    id: str
    kind: ItemKind
    incidents: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...] = ()
    attribute: str = ""
    chance: float = 0.0
    rule: str = ""
    doubt: str = ""
    stakes: tuple[Stake, ...] = ()
    pair: Pair | None = None
    change: float = 0.0

    @property
    def weight(self) -> float:
        """The expected change before earlier questions on the same incident are counted."""
        return self.chance * sum(s.points for s in self.stakes)
