"""Checking: an aggregate against the incidents of each reading; the reading that fits best stands first, the others beside it.

Rule `aggregate.fit`: the reading that leaves least unexplained is taken; ties go to the plainer one. Rule `aggregate.residual`:
what the aggregate counts at least, less what the record holds at most, and the other way round; where each incident was deadly,
no more incidents than deaths can be missing.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Aggregate, AggregateCheck, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.entries import Entry, covers, limits, share, within
from thucydides.reconciling.aggregates.readings import Reading, readings
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import EVERYBODY, GroupKey
from thucydides.reconciling.words import words

_MOST_CHOICES = 12


class Match(Struct, frozen=True):
    """What one reading counts: incidents surely and possibly counted, and which are taken as counted."""

    sure: tuple[Entry, ...]
    possible: tuple[Entry, ...]
    taken: tuple[Entry, ...]


class Checked(Struct, frozen=True):
    """A check with its aggregate, whether only deadly incidents count, and the incidents that every reading counts surely."""

    aggregate: Aggregate
    check: AggregateCheck
    deadly: bool
    sure: tuple[str, ...]


def check_aggregates(
    context: Context, aggregates: Sequence[Aggregate], entries: Sequence[Entry], incident_of: Mapping[str, str]
) -> tuple[Checked, ...]:
    """Every aggregate held against the record; sorted by aggregate id."""
    ordered = sorted(aggregates, key=lambda a: a.id)
    return tuple(_check(context, _completed(a, ordered), entries, incident_of) for a in ordered)


def _completed(aggregate: Aggregate, others: Sequence[Aggregate]) -> Aggregate:
    """The aggregate with the window and area of its neighbour in the text where it gives none itself ("a tally puts the deaths
    at 16").
    """
    if aggregate.window is not None or aggregate.summary:
        return aggregate
    near = [
        o
        for o in others
        if o.document == aggregate.document
        and o.window is not None
        and not o.summary
        and abs(o.passage.start - aggregate.passage.start) < 400
        and o.kind == aggregate.kind
    ]
    if not near:
        return aggregate
    closest = min(near, key=lambda o: (abs(o.passage.start - aggregate.passage.start), o.id))
    return replace(
        aggregate,
        window=closest.window,
        window_passage=closest.window_passage,
        area=aggregate.area or closest.area,
        date_is_document_bound=closest.date_is_document_bound,
        incidents=aggregate.incidents or closest.incidents,
    )


def is_deadly(context: Context, aggregate: Aggregate) -> bool:
    """Whether an aggregate counts only incidents in which somebody died."""
    if aggregate.deaths is not None:
        return True
    said = set(context.text(aggregate.passage).casefold().replace(",", " ").split())
    return bool(said & words("deadly")) and aggregate.injured is None


def _check(context: Context, aggregate: Aggregate, entries: Sequence[Entry], incident_of: Mapping[str, str]) -> Checked:
    members = frozenset(incident_of[m] for m in aggregate.members if m in incident_of)
    deadly = is_deadly(context, aggregate)
    limit = limits(aggregate)
    made: list[tuple[tuple[int, int], AggregateCheck, frozenset[str]]] = []
    for position, reading in enumerate(readings(context, aggregate, entries, members)):
        match = _match(aggregate, reading, entries, limit, deadly)
        check, misfit = _held(aggregate, reading, match, deadly)
        made.append(((misfit, position), check, frozenset(e.id for e in match.sure)))
    if not made:
        unread = AggregateCheck(aggregate.id, "its window cannot be dated", None, 0, (None, None), (None, None), "not comparable")
        return Checked(aggregate, unread, deadly, ())
    best = min(made, key=lambda m: m[0])
    rest = tuple(check for rank, check, _ in made if rank != best[0])
    sure = frozenset.intersection(*(s for _, _, s in made))
    return Checked(aggregate, replace(best[1], other=rest), deadly, tuple(sorted(sure)))


def _match(aggregate: Aggregate, reading: Reading, entries: Sequence[Entry], limit: GroupKey, deadly: bool) -> Match:
    sure, possible, taken = [], [], []
    outcome = "killed" if aggregate.deaths is not None or aggregate.injured is None else "injured"
    for entry in entries:
        if entry.id in reading.without or (reading.only is not None and entry.id not in reading.only):
            continue
        if reading.only is not None:
            sure.append(entry)
            taken.append(entry)
            continue
        if reading.type is not None and entry.type != reading.type:
            continue
        time, area = _in_window(entry, reading, aggregate.document), covers(aggregate.area, entry.place)
        if time is False or area is False:
            continue
        part = share(entry, outcome, aggregate)
        harmed = _harmed(part, deadly or limit != EVERYBODY)
        if harmed is False:
            continue
        if time and area and harmed:
            sure.append(entry)
            taken.append(entry)
        else:
            possible.append(entry)
            if harmed and (time or _mostly(entry, reading) or entry.in_document(aggregate.document)) and (area or limit[1]):
                taken.append(entry)
    return _chosen(aggregate, Match(tuple(sure), tuple(possible), tuple(taken)), outcome)


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


def _chosen(aggregate: Aggregate, match: Match, outcome: str) -> Match:
    """For an episode that more incidents fit than it counts, those that give its number, where some do."""
    stated, number = aggregate.incidents, aggregate.deaths if outcome == "killed" else aggregate.injured
    if aggregate.kind != "episode" or stated is None or not counts.exact(stated) or number is None or number.best is None:
        return match
    wanted = stated.best or 0
    if len(match.taken) <= wanted or len(match.taken) > _MOST_CHOICES:
        return match
    ranked = sorted(match.taken, key=lambda e: (not e.in_document(aggregate.document), e.id))
    for some in combinations(ranked, wanted):
        parts = [share(e, outcome, aggregate) for e in some]
        if sum((p.best or 0) for p in parts if p is not None) == number.best:
            return Match(some, (), some)
    return match


def _held(aggregate: Aggregate, reading: Reading, match: Match, deadly: bool) -> tuple[AggregateCheck, int]:
    """The check under one reading, and how much it leaves unexplained."""
    outcome = "killed" if aggregate.deaths is not None or aggregate.injured is None else "injured"
    stated = aggregate.deaths if outcome == "killed" else aggregate.injured
    recorded = _recorded(match, outcome, aggregate)
    seen = {e.id for e in (*match.taken, *match.possible)}
    found = Quantity(min(len(match.sure), len(match.taken)), len(match.taken), len(seen))
    missing, unseen = _less(stated, recorded), _less(aggregate.incidents, found)
    if deadly and unseen[0] is not None and missing[1] is not None:
        unseen = (unseen[0], max(unseen[0], missing[1] if unseen[1] is None else min(unseen[1], missing[1])))
    over = 0 if aggregate.kind == "ordinal" else _over(stated, recorded.low) + _over(aggregate.incidents, found.low)
    short = _short(stated, recorded.best) + _short(aggregate.incidents, found.best)
    verdict: Literal["met", "exceeded", "short", "not comparable"] = "exceeded" if over else "short" if short else "met"
    if (stated is None and aggregate.incidents is None) or (aggregate.kind == "episode" and not seen):
        verdict = "not comparable"
    check = AggregateCheck(
        aggregate.id,
        reading.words,
        recorded if outcome == "killed" else None,
        len(match.taken),
        missing if outcome == "killed" else (None, None),
        unseen,
        verdict,
        tuple(sorted(e.id for e in match.taken)),
    )
    return check, short + over


def _recorded(match: Match, outcome: str, aggregate: Aggregate) -> Quantity:
    """What the matched incidents add up to: the sure ones at least, the taken ones by their best, all possible ones at most
    (None where one is unknown).
    """
    shares = {e.id: share(e, outcome, aggregate) for e in (*match.sure, *match.taken, *match.possible)}
    most: int | None = 0
    for one in shares.values():
        top = None if one is None or not counts.known(one) else one.high if one.high is not None else one.best
        most = None if most is None or top is None else most + top
    low = sum(counts.low(q) for e in match.sure if (q := shares[e.id]) is not None)
    best = sum(q.best or 0 for e in match.taken if (q := shares[e.id]) is not None)
    return Quantity(min(low, best), best, most if most is None else max(most, best))


def _less(stated: Quantity | None, recorded: Quantity) -> tuple[int | None, int | None]:
    """How much of a stated number the record does not hold, as (least, most): most None where the number is open, both None
    where none is stated.
    """
    if stated is None or not counts.known(stated):
        return (None, None)
    least = 0 if recorded.high is None else max(0, counts.low(stated) - recorded.high)
    return least, None if stated.high is None else max(least, stated.high - counts.low(recorded))


def _short(stated: Quantity | None, best: int | None) -> int:
    """By how much the record's best figure stays below what was stated at least."""
    return max(0, counts.low(stated) - (best or 0)) if stated is not None else 0


def _over(stated: Quantity | None, least: int | None) -> int:
    """By how much the record surely holds more than was stated."""
    return max(0, (least or 0) - stated.high) if stated is not None and stated.high is not None else 0
