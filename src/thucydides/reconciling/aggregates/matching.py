"""Matching: which incidents one reading of an aggregate counts, surely, possibly, and as taken.

Rule `aggregate.member`: window, area, whom it counts and whether it counts only deadly incidents must all fit; where one of them
is not known the incident is possible, and taken where it most likely fits.
"""

from collections.abc import Callable
from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Aggregate, Place, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.columns import NO, UNKNOWN, YES, Array, Columns, code
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.readings import Reading
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.aggregates.whom import Whom

_MOST_CHOICES = 12


class Match(Struct, frozen=True):
    """What one reading counts: incidents surely and possibly counted, and which are taken as counted."""

    sure: tuple[Entry, ...]
    possible: tuple[Entry, ...]
    taken: tuple[Entry, ...]


def match(
    aggregate: Aggregate, reading: Reading, register: Register, counted: Whom, deadly: bool, aims: frozenset[str] = frozenset()
) -> Match:
    """The incidents that one reading counts; `aims` are the classes of what was hit that it is restricted to."""
    outcome = "killed" if aggregate.deaths is not None or aggregate.injured is None else "injured"
    needed = deadly or counted.limited
    if reading.only is not None:
        found = _listed(reading, register, lambda e: _harmed(counted.share(e, outcome), needed))
    else:
        found = _fitting(aggregate, reading, register, counted, needed, aims, outcome)
    return _chosen(aggregate, found, outcome, counted)


def _listed(reading: Reading, register: Register, harmed: Callable[[Entry], bool | None]) -> Match:
    """Of the only incidents that a reading takes in, those in which somebody came to harm surely, or possibly."""
    only = [
        e for e in register.entries
        if reading.only and e.id in reading.only and e.id not in reading.without and reading.type in (None, e.type)
    ]  # fmt: skip
    told = [(e, harmed(e)) for e in only]
    sure = tuple(e for e, harm in told if harm)
    return Match(sure, tuple(e for e, harm in told if harm is None), sure)


def _fitting(
    aggregate: Aggregate, reading: Reading, register: Register, counted: Whom, needed: bool, aims: frozenset[str], outcome: str
) -> Match:
    """The incidents in the window and the area of a reading in which somebody whom it counts came to harm."""
    import numpy as np

    columns = register.columns
    told = columns.among(e.id for e in register.told_in(aggregate.document))
    time = _in_window(columns, reading, told)
    fits = (time != NO) & ~columns.among(reading.without)
    if reading.type is not None:
        fits &= columns.of_type(reading.type)
    if aims:
        fits &= np.array([bool(aims & e.aims) for e in columns.entries], bool)
    area = (
        columns.covered(aggregate.area, fits)
        if aggregate.area is not None
        else _at_home(columns, register, aggregate, reading, told, fits)
    )
    fits &= area != NO
    harmed = np.full(len(fits), YES, np.int8)
    if needed and not counted.limited:
        harmed = columns.harmed(outcome, lambda e: _harmed(counted.share(e, outcome), True))
    elif needed:
        asked = np.flatnonzero(fits)
        harmed[asked] = [code(_harmed(counted.share(columns.entries[n], outcome), True)) for n in asked.tolist()]
    fits &= harmed != NO
    sure = fits & (time == YES) & (area == YES) & (harmed == YES)
    likely = (time == YES) | told | _mostly(columns, reading)
    placed = np.full(len(fits), True) if counted.limit[1] and aggregate.area is not None else area == YES
    taken = sure | (fits & (harmed == YES) & likely & placed)
    return Match(*(tuple(columns.entries[n] for n in np.flatnonzero(some).tolist()) for some in (sure, fits & ~sure, taken)))


def _in_window(columns: Columns, reading: Reading, told: Array) -> Array:
    """Whether each incident lies in a window; one that the report itself tells of cannot be later than the report's window."""
    import numpy as np

    first = reading.first.toordinal() if reading.first is not None else -np.inf
    last = reading.last.toordinal() if reading.last is not None else np.inf
    dated = ~np.isnan(columns.first) & ~np.isnan(columns.last)
    inside = (first <= columns.first) & (columns.last <= last)
    found = np.where(inside | (~dated & (reading.first is None and reading.last is None)), YES, UNKNOWN)
    found[dated & ((columns.last < first) | (columns.first > last))] = NO
    if reading.last is not None:
        found[(found == UNKNOWN) & told & (columns.first <= last) & (columns.first >= first)] = YES
    return found


def _at_home(columns: Columns, register: Register, aggregate: Aggregate, reading: Reading, told: Array, asked: Array) -> Array:
    """For a count that names no area: whether each incident lies where the report's own incidents do (rule `aggregate.home`)."""
    home, province = register.home(aggregate.document)[0], reading.province

    def here(place: Place | None) -> bool | None:
        if place is None or place.country is None or place.country not in home:
            return None
        return province is None or ((place.country, place.admin1) == province or None)

    found = columns.by_place(here, asked)
    found[told] = YES
    return found


def _harmed(part: Quantity | None, needed: bool) -> bool | None:
    """Whether somebody whom the aggregate counts came to harm; None where that is not known."""
    if not needed:
        return True
    if part is None or not counts.known(part) or (part.best is None and not part.low):
        return None if part is None or part.high != 0 else False
    return (part.best or part.low or 0) > 0


def _mostly(columns: Columns, reading: Reading) -> Array:
    """Whether at least half of the days that each incident may fall on lie in the window."""
    import numpy as np

    first = np.maximum(columns.first, reading.first.toordinal()) if reading.first else columns.first
    last = np.minimum(columns.last, reading.last.toordinal()) if reading.last else columns.last
    return 2 * (last - first + 1) >= columns.last - columns.first + 1


def _chosen(aggregate: Aggregate, found: Match, outcome: str, counted: Whom) -> Match:
    """For an episode that more incidents fit than it counts, those that give its number, where some do."""
    stated, number = aggregate.incidents, aggregate.deaths if outcome == "killed" else aggregate.injured
    if aggregate.kind != "episode" or stated is None or not counts.exact(stated) or number is None or number.best is None:
        return found
    wanted = stated.best or 0
    if len(found.taken) <= wanted or len(found.taken) > _MOST_CHOICES:
        return found
    ranked = sorted(found.taken, key=lambda e: (not e.in_document(aggregate.document), e.id))
    for some in combinations(ranked, wanted):
        parts = [counted.share(e, outcome) for e in some]
        if sum((p.best or 0) for p in parts if p is not None) == number.best:
            return Match(some, (), some)
    return found
