"""TollItem: how many of whom were killed, injured, missing, captured or displaced."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.passage import Passage
from thucydides.nouns.quantity import Quantity

Outcome = Literal["killed", "injured", "missing", "captured", "displaced"]
Category = Literal["civilians", "state forces", "rebels", "militia", "criminals", "external forces", "protesters", "unknown"]


class TollItem(Struct, frozen=True):
    """One count in one telling: outcome, range, and whom it counts ("two Tajik officers").

    `group` is the noun phrase as written without its number, `category` who they are by the group vocabulary, `nationality` ISO
    3166-1 alpha-2, `side` an actor id. `part_of` is the position, in the same mention's toll, of the count that includes this
    one ("five people, including two officers": the officers are part of the five). `perpetrator` marks attackers' own losses.
    `layer` says what read it: the rules or the learned model.
    """

    outcome: Outcome
    quantity: Quantity
    passage: Passage
    group: str = ""
    category: Category = "unknown"
    nationality: str | None = None
    side: str | None = None
    part_of: int | None = None
    perpetrator: bool = False
    layer: Literal["rule", "model"] = "rule"
