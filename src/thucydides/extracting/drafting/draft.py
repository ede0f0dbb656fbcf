"""Draft: an incident of one document in the making, from the tellings that were put to it.

Invariant: a draft's date is the finest of its tellings; a day by which a deed was done counts only where none dates the deed itself.
"""

from msgspec import Struct

from thucydides.extracting.drafting.clashes import bounds
from thucydides.extracting.spans import days_wide, is_bare
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import DateRange, Place, PlaceRef

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


INFERRED = frozenset({"date.in-course", "date.another"})
"""Rules that give a deed the day of what was told before it: any day told of it says more."""


class Dated(Struct, frozen=True):
    """A telling with its date resolved and the place where it says the deed was done."""

    telling: Telling
    date: DateRange | None
    at: PlaceRef | None
    launched: PlaceRef | None

    @property
    def firm(self) -> bool:
        """Whether it gives a date, and not only a day by which the deed was done, or that of what was told before."""
        return self.date is not None and not self.telling.dated_by and not self.inferred

    @property
    def inferred(self) -> bool:
        """Whether its date is only that of what the report told before."""
        return self.date is not None and self.date.rule in INFERRED

    @property
    def within(self) -> DateRange | None:
        """The days within which the deed lies by its date, where it says one itself."""
        if self.inferred:
            return None
        return bounds(self.date, self.telling.dated_by, any(t.definite for t in self.telling.triggers))


def _grain(value: DateRange) -> tuple[bool, int]:
    """How little a date says: a bare weekday least, then by its width in days."""
    return is_bare(value), days_wide(value)


class Draft:
    """An incident of one document in the making."""

    __slots__ = ("items",)

    def __init__(self, first: Dated) -> None:
        self.items = [first]

    @property
    def date(self) -> DateRange | None:
        """The finest date of its tellings, the first of equals; the day of a statement only where there is no other."""
        dates = [d.date for d in self.items if d.firm and d.date is not None] or [
            d.date for d in self.items if d.date is not None
        ]
        return min(dates, key=_grain) if dates else None

    @property
    def within(self) -> DateRange | None:
        """The days within which the deed lies: by its dates, else by the narrowest of what was said and done later."""
        ranges = [d.within for d in self.items if d.firm and d.within] or [d.within for d in self.items if d.within is not None]
        return min(ranges, key=_grain) if ranges else None

    @property
    def firm(self) -> bool:
        """Whether one of its tellings dates the deed itself."""
        return any(d.firm for d in self.items)

    @property
    def told(self) -> DateRange | None:
        """Its date, unless that is only of what the report told before."""
        date = self.date
        return date if date is not None and date.rule not in INFERRED else None

    @property
    def places(self) -> list[Place]:
        """The resolved places of its tellings in order."""
        return [d.at.place for d in self.items if d.at is not None and d.at.place is not None]

    @property
    def methods(self) -> set[str]:
        """How it was done, coarsely, as its triggers say."""
        return {METHODS[f] for d in self.items for f in d.telling.families if f in METHODS}

    def counts(self, outcome: str) -> set[int]:
        """The exact top-level counts of an outcome told so far."""
        return {
            h.quantity.best
            for d in self.items
            for h in d.telling.harms
            if h.outcome == outcome
            and h.part_of is None
            and h.people.counted
            and not h.wide
            and h.quantity is not None
            and h.quantity.best is not None
        }
