"""Draft: an incident of one document in the making, from the tellings that were put to it.

Invariant: a draft's date is the finest of its tellings; a day by which a deed was done counts only where none dates the deed itself.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from thucydides.extracting.drafting.clashes import bounds
from thucydides.extracting.harm import Harm
from thucydides.extracting.spans import days_wide, is_bare
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import DateRange, Place, PlaceRef
from thucydides.nouns.place import DISTRICT

METHODS = {
    "air": "air",
    "shelling": "shelling",
    "bomb": "explosive",
    "suicide": "explosive",
    "clash": "fight",
    "abduction": "abduction",
    "protest": "protest",
    "sexual": "sexual",
    "arrest": "arrest",
    "riot": "riot",
}
BLASTS = frozenset({"air", "explosive", "shelling"})
"""Methods that a report may take for one another."""


_NAMED = frozenset({"settlement", "site", "admin2", "island"})
_HEADS = ("title", "summary")
INFERRED = frozenset({"date.in-course", "date.another"})
"""Rules that give a deed the day of what was told before it: any day told of it says more."""


class Dated(Struct, frozen=True, dict=True):
    """A telling with its date resolved and the place where it says the deed was done; what follows from them is worked out once."""

    telling: Telling
    date: DateRange | None
    at: PlaceRef | None
    launched: PlaceRef | None

    @cached_property
    def firm(self) -> bool:
        """Whether it gives a date, and not only a day by which the deed was done, or that of what was told before."""
        return self.date is not None and not self.telling.dated_by and not self.inferred

    @cached_property
    def inferred(self) -> bool:
        """Whether its date is only that of what the report told before."""
        return self.date is not None and self.date.rule in INFERRED

    @cached_property
    def own_place(self) -> Place | None:
        """The town, district or site where the telling itself says that its deed was done."""
        place = self.at.place if self.at is not None and self.at in self.telling.places else None
        return place if place is not None and place.coarseness <= DISTRICT and place.kind in _NAMED else None

    def exact(self, outcome: str) -> frozenset[int]:
        """The exact top-level counts that it gives of an outcome itself, neither sums nor numbers put beside others."""
        return self._exact.get(outcome, frozenset())

    @cached_property
    def _exact(self) -> dict[str, frozenset[int]]:
        return _exact(h for h in self.telling.harms if not (h.total or h.given))

    @cached_property
    def counts(self) -> frozenset[tuple[str, int]]:
        """The people whom it counts anew: (outcome, how many), more than one."""
        told = [(h.outcome, h.quantity.best) for h in self.telling.harms if _counted(h) and h.quantity is not None]
        return frozenset((outcome, exact) for outcome, exact in told if exact is not None and exact > 1)

    @cached_property
    def within(self) -> DateRange | None:
        """The days within which the deed lies by its date, where it says one itself."""
        if self.inferred:
            return None
        telling = self.telling
        only_dead = bool(telling.harms) and self.own_place is None and all(t.family in ("death", "harm") for t in telling.triggers)
        return bounds(self.date, telling.dated_by, only_dead or any(t.definite for t in telling.triggers))


def _counted(harm: Harm) -> bool:
    """Whether a harm is the whole of some people counted, not of more beside them: "two more died of burns"."""
    return harm.part_of is None and harm.people.counted and not harm.people.more


def _exact(harms: Iterable[Harm]) -> dict[str, frozenset[int]]:
    """The exact top-level counts among some harms by their outcome."""
    found: dict[str, set[int]] = {}
    for harm in harms:
        exact = harm.quantity.best if harm.quantity is not None else None
        if _counted(harm) and not harm.wide and exact is not None:
            found.setdefault(harm.outcome, set()).add(exact)
    return {outcome: frozenset(counts) for outcome, counts in found.items()}


def _grain(value: DateRange) -> tuple[bool, int]:
    """How little a date says: a bare weekday least, then by its width in days."""
    return is_bare(value), days_wide(value)


class Draft:
    """An incident of one document in the making; what its `items` come to is worked out once, until others are put to them."""

    _items: tuple[Dated, ...]

    def __init__(self, first: Dated) -> None:
        self.items = (first,)

    @property
    def items(self) -> tuple[Dated, ...]:
        """The tellings that were put to it, in order."""
        return self._items

    @items.setter
    def items(self, items: Iterable[Dated]) -> None:
        self.__dict__ = {"_items": tuple(items)}

    def add(self, *items: Dated) -> None:
        """Put further tellings to it."""
        self.items = (*self.items, *items)

    @cached_property
    def date(self) -> DateRange | None:
        """The finest date of its tellings, the first of equals; the day of a statement only where there is no other."""
        dates = [d.date for d in self.items if d.firm and d.date is not None] or [
            d.date for d in self.items if d.date is not None
        ]
        return min(dates, key=_grain) if dates else None

    @cached_property
    def within(self) -> DateRange | None:
        """The days within which the deed lies: by its dates, else by the narrowest of what was said and done later."""
        ranges = [d.within for d in self.items if d.firm and d.within] or [d.within for d in self.items if d.within is not None]
        return min(ranges, key=_grain) if ranges else None

    @cached_property
    def firm(self) -> bool:
        """Whether one of its tellings dates the deed itself."""
        return any(d.firm for d in self.items)

    @cached_property
    def told(self) -> DateRange | None:
        """Its date, unless that is only of what the report told before."""
        date = self.date
        return date if date is not None and date.rule not in INFERRED else None

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The resolved places of its tellings in order."""
        return tuple([d.at.place for d in self.items if d.at is not None and d.at.place is not None])

    @cached_property
    def own_places(self) -> tuple[Place, ...]:
        """Where its tellings themselves say that it was done, in order."""
        return tuple([d.own_place for d in self.items if d.own_place is not None])

    @cached_property
    def anew(self) -> frozenset[tuple[str, int]]:
        """The people whom its tellings count anew: (outcome, how many), more than one."""
        return frozenset().union(*(d.counts for d in self.items))

    def fresh(self, outcome: str) -> frozenset[int]:
        """How many people its tellings count, or tell of as new, for an outcome, top-level counts only."""
        return self._fresh.get(outcome, frozenset())

    @cached_property
    def _fresh(self) -> dict[str, frozenset[int]]:
        outcomes = {h.outcome for d in self.items for h in d.telling.harms}
        return {o: frozenset().union(*(d.telling.anew(o) for d in self.items)) for o in outcomes}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that are told with it."""
        return frozenset(n for d in self.items for n in d.telling.names)

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of the words for it."""
        return frozenset().union(*(d.telling.families for d in self.items))

    @cached_property
    def span(self) -> tuple[int, int]:
        """Where the first of its tellings starts and the last ends."""
        return min(d.telling.start for d in self.items), max(d.telling.end for d in self.items)

    @cached_property
    def headed(self) -> bool:
        """Whether only titles and summaries tell it."""
        return all(d.telling.kind in _HEADS for d in self.items)

    @cached_property
    def methods(self) -> frozenset[str]:
        """How it was done, coarsely, as its triggers say."""
        return frozenset(METHODS[f] for d in self.items for f in d.telling.families if f in METHODS)

    def counts(self, outcome: str) -> frozenset[int]:
        """The exact top-level counts of an outcome told so far."""
        return self._counts.get(outcome, frozenset())

    @cached_property
    def _counts(self) -> dict[str, frozenset[int]]:
        """The exact top-level counts told so far by their outcome."""
        return _exact(h for d in self.items for h in d.telling.harms)
