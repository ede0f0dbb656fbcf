"""Matching: which incidents one reading of an aggregate counts, surely, possibly, and as taken.

Rule `aggregate.member`: window, area, whom it counts and whether it counts only deadly incidents must all fit; where one of them
is not known the incident is possible, and taken where it most likely fits.
"""

from collections.abc import Sequence
from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Aggregate, Place
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.columns import Columns
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.readings import Reading
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.aggregates.shares import NO, UNKNOWN, YES, Array, Shares
from thucydides.reconciling.aggregates.whom import Whom

_MOST_CHOICES = 12


class Match(Struct, frozen=True):
    """What one reading counts, for each entry of the register's columns: whether it is surely or possibly counted, and whether it is taken
    as counted.
    """

    sure: Array
    possible: Array
    taken: Array


def match(
    aggregate: Aggregate, reading: Reading, register: Register, counted: Whom, deadly: bool, shares: Shares,
    aims: frozenset[str] = frozenset(),
) -> Match:  # fmt: skip
    """The incidents that one reading counts; `aims` are the classes of what was hit that it is restricted to."""
    needed = deadly or counted.limited
    if reading.only is not None:
        found = _listed(reading, register.columns, shares, needed)
    else:
        found = _fitting(aggregate, reading, register, counted, shares, needed, aims)
    return _chosen(aggregate, found, register.columns.entries, counted)


def _listed(reading: Reading, columns: Columns, shares: Shares, needed: bool) -> Match:
    """Of the only incidents that a reading takes in, those in which somebody came to harm surely, or possibly."""
    import numpy as np

    only = columns.among(reading.only or ()) & ~columns.among(reading.without)
    if reading.type is not None:
        only &= columns.of_type(reading.type)
    harmed = shares.harmed(only) if needed else np.full(len(only), YES, np.int8)
    sure = only & (harmed == YES)
    return Match(sure, only & (harmed == UNKNOWN), sure)


def _fitting(
    aggregate: Aggregate, reading: Reading, register: Register, counted: Whom, shares: Shares, needed: bool, aims: frozenset[str]
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
    harmed = shares.harmed(fits) if needed else np.full(len(fits), YES, np.int8)
    fits &= harmed != NO
    sure = fits & (time == YES) & (area == YES) & (harmed == YES)
    likely = (time == YES) | told | _mostly(columns, reading)
    placed = np.full(len(fits), True) if counted.limit[1] and aggregate.area is not None else area == YES
    return Match(sure, fits & ~sure, sure | (fits & (harmed == YES) & likely & placed))


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


def _mostly(columns: Columns, reading: Reading) -> Array:
    """Whether at least half of the days that each incident may fall on lie in the window."""
    import numpy as np

    first = np.maximum(columns.first, reading.first.toordinal()) if reading.first else columns.first
    last = np.minimum(columns.last, reading.last.toordinal()) if reading.last else columns.last
    return 2 * (last - first + 1) >= columns.last - columns.first + 1


def outcome_of(aggregate: Aggregate) -> str:
    """What an aggregate counts: the injured where it gives only these, else the killed."""
    return "killed" if aggregate.deaths is not None or aggregate.injured is None else "injured"


def _chosen(aggregate: Aggregate, found: Match, entries: Sequence[Entry], counted: Whom) -> Match:
    """For an episode that more incidents fit than it counts, those that give its number, where some do."""
    import numpy as np

    outcome = outcome_of(aggregate)
    stated, number = aggregate.incidents, aggregate.deaths if outcome == "killed" else aggregate.injured
    if aggregate.kind != "episode" or stated is None or not counts.exact(stated) or number is None or number.best is None:
        return found
    wanted, taken = stated.best or 0, np.flatnonzero(found.taken).tolist()
    if not wanted < len(taken) <= _MOST_CHOICES:
        return found
    ranked = sorted(taken, key=lambda n: (not entries[n].in_document(aggregate.document), entries[n].id))
    for some in combinations(ranked, wanted):
        parts = [counted.share(entries[n], outcome) for n in some]
        if sum((p.best or 0) for p in parts if p is not None) == number.best:
            chosen = np.isin(np.arange(len(entries)), some)
            return Match(chosen, np.zeros_like(chosen), chosen)
    return found
