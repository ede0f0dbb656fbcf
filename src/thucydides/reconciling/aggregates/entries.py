"""Entries: incidents as an aggregate sees them, and how much of one incident an aggregate counts."""

from datetime import date

from msgspec import Struct

from thucydides.nouns import Aggregate, Assessment, DateRange, Place, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.geography import relation
from thucydides.reconciling.groups import EVERYBODY, GroupKey, apart, category_of, everybody, head, holds

_NOBODY = Quantity(0, 0, 0)


class Entry(Struct, frozen=True, gc=False):
    """One incident: id, date, place, type, assessed counts, and the documents that tell it with the starts of their passages."""

    id: str
    when: DateRange | None
    place: Place | None
    type: str
    killed: Quantity | None
    injured: Quantity | None
    killed_groups: tuple[Assessment, ...]
    injured_groups: tuple[Assessment, ...]
    told: tuple[tuple[str, int], ...]
    documents: frozenset[str]

    @property
    def first(self) -> date | None:
        """The earliest possible day."""
        return self.when.earliest if self.when is not None else None

    @property
    def last(self) -> date | None:
        """The last possible day."""
        return self.when.latest if self.when is not None else None

    def in_document(self, document: str) -> bool:
        """Whether a document tells of the incident."""
        return document in self.documents


def entry(assessed: Assessed) -> Entry:
    """The entry of an assessed incident."""
    when, place, kind = assessed.get("date"), assessed.get("place"), assessed.get("type")
    killed, injured = assessed.get("killed"), assessed.get("injured")
    told = tuple(sorted({(p.document, p.start) for m in assessed.case.mentions for p in m.passages}))
    return Entry(
        assessed.id,
        when.date if when else None,
        place.place if place else None,
        kind.value if kind else "",
        killed.quantity if killed else None,
        injured.quantity if injured else None,
        assessed.groups("killed"),
        assessed.groups("injured"),
        told,
        frozenset(d for d, _ in told),
    )


def limits(aggregate: Aggregate) -> GroupKey:
    """Whom an aggregate counts: category, nationality and noun, "" where it counts everybody."""
    noun = head(aggregate.group)
    if not aggregate.nationality and (everybody(aggregate.group, None) if aggregate.group else not aggregate.category):
        return EVERYBODY
    category = "" if aggregate.category in ("", "unknown") else aggregate.category
    return category, aggregate.nationality or "", "" if category or aggregate.nationality else noun


def share(entry_: Entry, outcome: str, aggregate: Aggregate) -> Quantity | None:
    """How many of an incident's people an aggregate counts; None where the record cannot say.

    With groups told that it cannot count it is none; with a total only, it may be anything up to the total. A group of the
    aggregate's own `noun` that nothing sets apart is counted, though its nationality or category be unknown.
    """
    limit, noun = limits(aggregate), head(aggregate.group)
    total = entry_.killed if outcome == "killed" else entry_.injured
    if limit == EVERYBODY or total is None:
        return total
    groups = entry_.killed_groups if outcome == "killed" else entry_.injured_groups
    fitting = [g for g in groups if g.quantity is not None and _fits(g, limit)]
    if not fitting and noun:
        fitting = [g for g in groups if g.quantity is not None and not apart(_key(g), limit) and head(g.group) == noun]
    kept = [g for g in fitting if not any(o is not g and holds(_key(o), _key(g)) and _key(o) != _key(g) for o in fitting)]
    if kept:
        return counts.total([g.quantity for g in kept if g.quantity is not None])
    told = sum(counts.low(g.quantity) for g in groups if g.quantity is not None and apart(_key(g), limit))
    if told and told >= counts.low(total):
        return _NOBODY
    return Quantity(0, None, total.high, "", "toll.unknown")


def _key(group: Assessment) -> GroupKey:
    return ("" if group.category == "unknown" else group.category, group.nationality or "", "")


def _fits(group: Assessment, limit: GroupKey) -> bool:
    category, nationality, noun = limit
    mine = "" if group.category == "unknown" else group.category
    if nationality and group.nationality != nationality:
        return False
    if category:
        return mine == category
    return not noun or head(group.group) == noun or (mine != "" and category_of(noun) == mine)


def covers(area: Place | None, place: Place | None) -> bool | None:
    """Whether an aggregate's area takes in an incident's place; None where that cannot be said."""
    if area is None:
        return True
    if place is None:
        return None
    how = relation(place, area)
    if how in ("same", "inside"):
        return True
    spread = area.kind in ("border", "water", "region", "other")
    if spread:
        return (
            how in ("near", "holds")
            or (area.country is not None and area.country == place.country)
            or (None if how == "unknown" else False)
        )
    return None if how in ("near", "holds", "unknown") else False


def within(when: DateRange | None, first: date | None, last: date | None) -> bool | None:
    """Whether a date lies in a window; None where it may."""
    if when is None or when.earliest is None or when.latest is None:
        return None if first or last else True
    if (first is not None and when.latest < first) or (last is not None and when.earliest > last):
        return False
    inside = (first is None or first <= when.earliest) and (last is None or when.latest <= last)
    return True if inside else None
