"""Matching: which incidents one reading of an aggregate counts, surely, possibly, and as taken.

Rule `aggregate.member`: window, area, whom it counts and whether it counts only deadly incidents must all fit; where one of them
is not known the incident is possible, and taken where it most likely fits.
"""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import combinations

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Aggregate, Place
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.columns import Columns
from thucydides.reconciling.aggregates.entries import Entry
from thucydides.reconciling.aggregates.readings import Reading
from thucydides.reconciling.aggregates.shares import NO, UNKNOWN, YES, Array
from thucydides.reconciling.aggregates.whom import Whom

_MOST_CHOICES = 12


class Match(Struct, frozen=True):
    """What one reading counts, for each entry of the register's columns: whether it is surely or possibly counted, and whether it is taken
    as counted.
    """

    sure: Array
    possible: Array
    taken: Array


class Asked(Struct, frozen=True):
    """One reading of an aggregate with all that decides whether it counts an incident: whom it counts, whether only deadly incidents,
    the classes of what was hit, and the countries of the report's own incidents.
    """

    aggregate: Aggregate
    reading: Reading
    counted: Whom
    deadly: bool
    aims: frozenset[str]
    home: frozenset[str]

    def key(self) -> bytes:
        """The digest of all of it."""
        reading, counted = self.reading, self.counted
        sets = [sorted(some) for some in (reading.without, reading.only or (), counted.beside, self.aims, self.home)]
        bare = replace(reading, without=frozenset(), only=None)
        told = (self.aggregate, bare, reading.only is None, counted.limit, counted.noun, self.deadly, sets)
        return blake2b(msgspec.msgpack.encode(told), digest_size=16).digest()


def match(asked: Asked, columns: Columns) -> Match:
    """Which of the incidents one reading counts, each whatever others there are."""
    if asked.reading.only is not None:
        return _listed(asked, columns)
    return _fitting(asked, columns)


def _listed(asked: Asked, columns: Columns) -> Match:
    """Of the only incidents that a reading takes in, those in which somebody came to harm surely, or possibly."""
    reading = asked.reading
    only = columns.among(reading.only or ()) & ~columns.among(reading.without)
    if reading.type is not None:
        only &= columns.of_type(reading.type)
    harmed = _harmed(asked, columns, only)
    sure = only & (harmed == YES)
    return Match(sure, only & (harmed == UNKNOWN), sure)


def _fitting(asked: Asked, columns: Columns) -> Match:
    """The incidents in the window and the area of a reading in which somebody whom it counts came to harm."""
    import numpy as np

    aggregate, reading = asked.aggregate, asked.reading
    told = columns.told_in(aggregate.document)
    time = _in_window(columns, reading, told)
    fits = (time != NO) & ~columns.among(reading.without)
    if reading.type is not None:
        fits &= columns.of_type(reading.type)
    if asked.aims:
        fits &= np.array([bool(asked.aims & e.aims) for e in columns.entries], bool)
    area = columns.covered(aggregate.area, fits) if aggregate.area is not None else _at_home(columns, asked, told, fits)
    fits &= area != NO
    harmed = _harmed(asked, columns, fits)
    fits &= harmed != NO
    sure = fits & (time == YES) & (area == YES) & (harmed == YES)
    likely = (time == YES) | told | _mostly(columns, reading)
    placed = np.full(len(fits), True) if asked.counted.limit[1] and aggregate.area is not None else area == YES
    return Match(sure, fits & ~sure, sure | (fits & (harmed == YES) & likely & placed))


def _harmed(asked: Asked, columns: Columns, wanted: Array) -> Array:
    """Whether somebody whom an aggregate counts came to harm, where it counts only such incidents."""
    import numpy as np

    if not asked.deadly and not asked.counted.limited:
        return np.full(len(wanted), YES, np.int8)
    return columns.shares(asked.counted, outcome_of(asked.aggregate)).harmed(wanted)


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


def _at_home(columns: Columns, asked: Asked, told: Array, wanted: Array) -> Array:
    """For a count that names no area: whether each incident lies where the report's own incidents do (rule `aggregate.home`)."""
    home, province = asked.home, asked.reading.province

    def here(place: Place | None) -> bool | None:
        if place is None or place.country is None or place.country not in home:
            return None
        return province is None or ((place.country, place.admin1) == province or None)

    found = columns.by_place(here, wanted)
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


def chosen(aggregate: Aggregate, found: Match, entries: Sequence[Entry], counted: Whom) -> Match:
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
            these = np.isin(np.arange(len(entries)), some)
            return Match(these, np.zeros_like(these), these)
    return found
