"""Telling: one sentence's word on one incident, and what its date is of.

Invariants: every telling has a trigger or a harm; offsets are of the document.
"""

from typing import Literal

from msgspec import Struct

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.kinds.weapons import WeaponUse
from thucydides.extracting.tellings.mood import Mood
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.nouns.actor import ActorRole
from thucydides.nouns.mention import Status

DatedBy = Literal["", "statement", "reaction", "finding", "aftermath"]


class Telling(Struct, frozen=True):
    """One sentence's word on one incident. `[start, end)` is the sentence in the document; `triggers` and `harms` have document offsets.

    `time` is the date of the deed where the sentence gives one, `windows` spans that count things; `places` in order of naming;
    `roles` the parts that `actors` play, one each; `dated_by` what the date is of where it is not the deed's.
    `aside` holds where all that it tells of force only describes somebody. `part` tells apart what one sentence counts place by place.
    `entry` is the start of the entry of a list that it stands in. `general` says that it speaks of force in general and tells of no deed.
    `mood` says how the verb over the word of the deed stands. `spots` are the names where it says the deed was that no gazetteer knows.
    `head` is the trigger that names it best; `paragraph` and `order` its position in the document; `kind` that of its block.
    """

    start: int
    end: int
    paragraph: int
    order: int
    kind: str
    triggers: tuple[Trigger, ...]
    harms: tuple[Harm, ...]
    status: Status
    time: TimeExpression | None = None
    windows: tuple[TimeExpression, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    actors: tuple[ActorMatch, ...] = ()
    weapons: tuple[WeaponUse, ...] = ()
    roles: tuple[ActorRole, ...] = ()
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    dated_by: DatedBy = ""
    head: Trigger | None = None
    cue: tuple[int, int] = (0, 0)
    referring: bool = False
    aside: bool = False
    level: int = 0
    part: int = 0
    general: bool = False
    entry: int | None = None
    mood: Mood = ""
    spots: frozenset[str] = frozenset()

    @property
    def families(self) -> frozenset[str]:
        """The families of its triggers."""
        return frozenset(t.family for t in self.triggers)
