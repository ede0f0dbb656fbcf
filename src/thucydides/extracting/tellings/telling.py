"""Telling: one sentence's word on one incident, and what its date is of.

Invariants: every telling has a trigger or a harm; offsets are of the document.
"""

from functools import cached_property
from typing import Literal

from msgspec import Struct

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.triggers import Trigger
from thucydides.extracting.kinds.weapons import WeaponUse
from thucydides.extracting.tellings.mood import Mood
from thucydides.grounding.actors.actors import ActorMatch
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import PlaceRef
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS, ActorRole
from thucydides.nouns.mention import Status

_DOING = frozenset({"perpetrator", "party"})
DatedBy = Literal["", "statement", "reaction", "finding", "aftermath"]


class Telling(Struct, frozen=True, dict=True):
    """One sentence's word on one incident. `[start, end)` is the sentence in the document; `triggers` and `harms` have document offsets.

    `time` is the date of the deed where the sentence gives one, `windows` spans that count things; `places` in order of naming;
    `roles` the parts that `actors` play, one each; `dated_by` what the date is of where it is not the deed's.
    `aside` holds where all that it tells of force only describes somebody. `part` tells apart what one sentence counts place by place.
    `entry` is the start of the entry of a list that it stands in. `general` says that it speaks of force in general and tells of no deed.
    `mood` says how the verb over the word of the deed stands. `spots` are the names where it says the deed was that no gazetteer knows.
    `same_doers` holds where it goes on with those who did a deed told before ("the attackers"), `same_means` where with
    that by which it was done ("the bomb went off"), `elsewhere` where it turns to another,
    `besides` where it tells what it tells as done beside that ("also").
    `known` are the things, named as known, to which the deed was done ("derailed the train"), `things` those that it names as new.
    `answered` holds where it is told only as what another deed avenges or answers.
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
    same_doers: bool = False
    same_means: bool = False
    elsewhere: bool = False
    besides: bool = False
    known: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    answered: bool = False

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of its triggers."""
        return frozenset(t.family for t in self.triggers)

    @cached_property
    def doers(self) -> frozenset[str]:
        """The sides said to have used force: a state by its country, whichever of its forces, an armed group by its own name."""
        doing = [a for a, role in zip(self.actors, self.roles, strict=True) if role in _DOING]
        states = {a.country for a in doing if a.kind in STATE_KINDS}
        groups = {a.actor_id for a in doing if a.kind in GROUP_KINDS and not (a.kind in STATE_KINDS and a.country is not None)}
        return frozenset(name for name in states | groups if name is not None)

    def anew(self, outcome: str) -> frozenset[int]:
        """How many people it counts, or tells of as new, for an outcome, top-level counts only."""
        return self._anew.get(outcome, frozenset())

    @cached_property
    def _anew(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for harm in self.harms:
            known = harm.among or harm.people.pronoun or harm.people.definite
            if harm.part_of is None and not known and harm.quantity is not None and harm.quantity.best:
                found.setdefault(harm.outcome, set()).add(harm.quantity.best)
        return {outcome: frozenset(counts) for outcome, counts in found.items()}
