"""Whom: the people that an aggregate counts, and how many of an incident's people they are.

Rule `aggregate.whom`: a group fits by category and nationality, or by the aggregate's own noun where nothing sets it apart;
where lines of one summary stand beside each other, each counts those that its own noun names.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Aggregate, Assessment, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.groups import EVERYBODY, GroupKey, apart, category_of, everybody, head, holds

_NOBODY = Quantity(0, 0, 0)


class Whom(Struct, frozen=True):
    """Category, nationality and noun that limit a count ("" where they do not), its own noun, and the nouns of the lines beside
    it.
    """

    limit: GroupKey
    noun: str = ""
    beside: frozenset[str] = frozenset()

    @property
    def limited(self) -> bool:
        """Whether not everybody is counted."""
        return self.limit != EVERYBODY

    def share(self, entry: Entry, outcome: str) -> Quantity | None:
        """How many of an incident's people are counted; None where the record cannot say.

        With groups told that cannot be counted it is none; with a total only, it may be anything up to the total.
        """
        total = entry.killed if outcome == "killed" else entry.injured
        if not self.limited or total is None:
            return total
        groups = [g for g in (entry.killed_groups if outcome == "killed" else entry.injured_groups) if g.quantity is not None]
        fitting = [g for g in groups if self._fits(g)]
        if not fitting and self.noun:
            fitting = [g for g in groups if not apart(_key(g), self.limit) and head(g.group) == self.noun]
        kept = [g for g in fitting if not any(_key(o) != _key(g) and holds(_key(o), _key(g)) for o in fitting)]
        if kept:
            return counts.total([g.quantity for g in kept if g.quantity is not None])
        others = [g for g in groups if apart(_key(g), self.limit) or head(g.group) in self.beside]
        if others and sum(counts.low(g.quantity) for g in others if g.quantity is not None) >= counts.low(total):
            return _NOBODY
        return Quantity(0, None, total.high, "", "toll.unknown")

    def _fits(self, group: Assessment) -> bool:
        category, nationality, noun = self.limit
        mine = "" if group.category == "unknown" else group.category
        if (nationality and group.nationality != nationality) or head(group.group) in self.beside:
            return False
        if category:
            return mine == category
        return not noun or head(group.group) == noun or (mine != "" and category_of(noun) == mine)


def limits(aggregate: Aggregate) -> GroupKey:
    """Category, nationality and noun of whom an aggregate counts, "" where it counts everybody."""
    noun = head(aggregate.group)
    if not aggregate.nationality and (everybody(aggregate.group, None) if aggregate.group else not aggregate.category):
        return EVERYBODY
    category = "" if aggregate.category in ("", "unknown") else aggregate.category
    return category, aggregate.nationality or "", "" if category or aggregate.nationality else noun


def whom(aggregate: Aggregate, lines: Iterable[Aggregate] = ()) -> Whom:
    """Whom an aggregate counts; `lines` are the aggregates of the same text, of which the lines of its summary limit one
    another.
    """
    noun = head(aggregate.group)
    others = {head(o.group) for o in lines if o.summary and aggregate.summary and o.id != aggregate.id}
    return Whom(limits(aggregate), noun, frozenset(others - {noun, ""}))


def _key(group: Assessment) -> GroupKey:
    return ("" if group.category == "unknown" else group.category, group.nationality or "", "")
