"""Matching: which incidents one reading of an aggregate counts, surely, possibly, and as taken.

Rule `aggregate.member`: window, area, whom it counts and whether it counts only deadly incidents must all fit; where one of them
is not known the incident is possible, and taken where it most likely fits.
"""

from itertools import combinations

from msgspec import Struct

from thucydides.nouns import Aggregate, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.entries import Entry, covers, within
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
    sure, possible, taken = [], [], []
    outcome = "killed" if aggregate.deaths is not None or aggregate.injured is None else "injured"
    home = register.home(aggregate.document)[0]
    for entry in register.entries if reading.only is not None else register.near(reading.first, reading.last):
        if aims and not aims & entry.aims and reading.only is None:
            continue
        fits = _fits(aggregate, reading, entry, home)
        harmed = _harmed(counted.share(entry, outcome), deadly or counted.limited) if fits is not None else False
        if fits is None or harmed is False:
            continue
        time, area = fits
        if time and area and harmed:
            sure.append(entry)
            taken.append(entry)
            continue
        possible.append(entry)
        likely = time or _mostly(entry, reading) or entry.in_document(aggregate.document)
        if harmed and likely and (area or (counted.limit[1] and aggregate.area is not None)):
            taken.append(entry)
    return _chosen(aggregate, Match(tuple(sure), tuple(possible), tuple(taken)), outcome, counted)


def _fits(aggregate: Aggregate, reading: Reading, entry: Entry, home: frozenset[str]) -> tuple[bool | None, bool | None] | None:
    """Whether an incident lies in the window and the area of a reading (None: it may), None where it surely does not."""
    if entry.id in reading.without or (reading.type is not None and entry.type != reading.type):
        return None
    if reading.only is not None:
        return (True, True) if entry.id in reading.only else None
    time = _in_window(entry, reading, aggregate.document)
    area = _at_home(reading, entry, aggregate.document, home) if aggregate.area is None else covers(aggregate.area, entry.place)
    return None if time is False or area is False else (time, area)


def _at_home(reading: Reading, entry: Entry, document: str, home: frozenset[str]) -> bool | None:
    """For a count that names no area: whether an incident lies where the report's own incidents do (rule `aggregate.home`)."""
    if entry.in_document(document):
        return True
    place = entry.place
    if place is None or place.country is None or place.country not in home:
        return None
    return reading.province is None or ((place.country, place.admin1) == reading.province or None)


def _in_window(entry: Entry, reading: Reading, document: str) -> bool | None:
    """Whether an incident lies in a window; one that the report itself tells of cannot be later than the report's window."""
    time = within(entry.when, reading.first, reading.last)
    if (
        time is None
        and entry.in_document(document)
        and entry.first is not None
        and reading.last is not None
        and entry.first <= reading.last
    ):
        return True if reading.first is None or entry.first >= reading.first else None
    return time


def _harmed(part: Quantity | None, needed: bool) -> bool | None:
    """Whether somebody whom the aggregate counts came to harm; None where that is not known."""
    if not needed:
        return True
    if part is None or not counts.known(part) or (part.best is None and not part.low):
        return None if part is None or part.high != 0 else False
    return (part.best or part.low or 0) > 0


def _mostly(entry: Entry, reading: Reading) -> bool:
    """Whether at least half of the days that an incident may fall on lie in the window."""
    if entry.first is None or entry.last is None:
        return False
    first = max(entry.first, reading.first) if reading.first else entry.first
    last = min(entry.last, reading.last) if reading.last else entry.last
    return 2 * ((last - first).days + 1) >= (entry.last - entry.first).days + 1


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
