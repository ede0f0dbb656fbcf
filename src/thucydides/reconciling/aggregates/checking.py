"""Checking: an aggregate against the incidents of each reading; the reading that fits best stands first, the others beside it.

Rule `aggregate.fit`: the reading that leaves least unexplained is taken; ties go to the plainer one. Rule `aggregate.residual`:
what the aggregate counts at least, less what the record holds at most, and the other way round; where each incident was deadly,
no more incidents than deaths can be missing.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial, reduce
from operator import and_
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from thucydides.nouns import Aggregate, AggregateCheck, Quantity
from thucydides.reconciling import counts
from thucydides.reconciling.aggregates.aims import aims_of
from thucydides.reconciling.aggregates.columns import Columns
from thucydides.reconciling.aggregates.matches import Held, Matches
from thucydides.reconciling.aggregates.matching import Asked, Match, chosen, match, outcome_of
from thucydides.reconciling.aggregates.readings import Reading, readings
from thucydides.reconciling.aggregates.register import Register
from thucydides.reconciling.aggregates.shares import Array, Shares
from thucydides.reconciling.aggregates.whom import whom
from thucydides.reconciling.context import Context
from thucydides.reconciling.groups import category_of, singular
from thucydides.reconciling.sentences import around
from thucydides.reconciling.words import words

_OWN_TIME = re.compile(r"\b(?:since|until|during|within|(?:over|in) the (?:past|last))\b", re.IGNORECASE)
"""Words that give a count a time of its own, even one that cannot be dated."""
_MEMBERS = re.compile(
    r"\bmembers? of (?:(?:the|its|his|her|their|a|an|\w+['’]s?) )?((?:[\w-]+ ){0,2}[\w-]+?)"
    r"(?= (?:ha[sd]|have|were|was|are|is|died|killed)\b|[,.;]|$)"
)
_WEEK = 7
_OUTSIZED = 20
"""A count that the record surely exceeds so many times over is not of what the record tells."""
_STATE = re.compile(r"\b(?:forces?|army|police|military|troops|guards?|services?)\b", re.IGNORECASE)


class Checked(Struct, frozen=True):
    """A check with its aggregate, whether only deadly incidents count, the incidents that every reading counts surely, and the
    reading that fits best.
    """

    aggregate: Aggregate
    check: AggregateCheck
    deadly: bool
    sure: tuple[str, ...]
    reading: Reading | None = None


def check_aggregates(
    context: Context, aggregates: Sequence[Aggregate], register: Register, incident_of: Mapping[str, str],
    matches: Matches | None = None,
) -> tuple[Checked, ...]:  # fmt: skip
    """Every aggregate held against the record; sorted by aggregate id. What `matches` keep of an earlier record saves time only."""
    ordered = sorted(aggregates, key=lambda a: a.id)
    beside: dict[str, list[Aggregate]] = {}
    for one in ordered:
        beside.setdefault(one.document, []).append(one)
    whole = [_completed(context, _of_a_body(context, a), beside[a.document]) for a in ordered]
    return tuple(_check(context, a, beside[a.document], register, incident_of, matches) for a in whole)


def _of_a_body(context: Context, aggregate: Aggregate) -> Aggregate:
    """The aggregate with the body that its people are members of ("2,000 members of the security forces")."""
    if aggregate.group.casefold() not in ("member", "members") or aggregate.nationality:
        return aggregate
    match = _MEMBERS.search(around(context, aggregate.passage))
    if match is None:
        return aggregate
    category = "state forces" if _STATE.search(match[1]) else category_of(singular(match[1].split()[-1].casefold()))
    return replace(aggregate, group=match[1], category=category or "unknown")


def _completed(context: Context, aggregate: Aggregate, others: Sequence[Aggregate]) -> Aggregate:
    """The aggregate with the window and area of its neighbour in the text where it gives none itself ("a tally puts the deaths
    at 16").
    """
    if aggregate.window is not None or aggregate.summary or _OWN_TIME.search(around(context, aggregate.passage)):
        return aggregate
    near = [
        o
        for o in others
        if o.document == aggregate.document
        and o.window is not None
        and _is_wide(o)
        and not o.summary
        and abs(o.passage.start - aggregate.passage.start) < 400
        and o.kind == aggregate.kind
        and _may_hold(o, aggregate)
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


def _may_hold(whole: Aggregate, part: Aggregate) -> bool:
    """Whether a count may be of the time of another: it counts no more deaths than that one does."""
    if whole.deaths is None or part.deaths is None:
        return True
    return (part.deaths.low or 0) <= max(whole.deaths.best or 0, whole.deaths.low or 0)


def _is_wide(aggregate: Aggregate) -> bool:
    """Whether a count runs over more than a week or on to its report, so that a count told beside it may be of the same time."""
    window = aggregate.window
    if aggregate.date_is_document_bound:
        return True
    if window is None or window.earliest is None or window.latest is None:
        return window is not None and window.precision not in ("day", "days")
    return (window.latest - window.earliest).days > _WEEK


def is_deadly(context: Context, aggregate: Aggregate) -> bool:
    """Whether an aggregate counts only incidents in which somebody died."""
    if aggregate.deaths is not None:
        return True
    said = set(context.text(aggregate.passage).casefold().replace(",", " ").split())
    return bool(said & words("deadly")) and aggregate.injured is None


def _check(
    context: Context, aggregate: Aggregate, beside: Sequence[Aggregate], register: Register, incident_of: Mapping[str, str],
    matches: Matches | None,
) -> Checked:  # fmt: skip
    members = frozenset(incident_of[m] for m in aggregate.members if m in incident_of)
    deadly, counted = is_deadly(context, aggregate), whom(aggregate, beside)
    aims = aims_of(context.text(aggregate.passage)) if not members else frozenset()
    columns, made = register.columns, list[tuple[tuple[int, int], AggregateCheck, Array, Reading]]()
    home = register.home(aggregate.document)[0]
    for position, reading in enumerate(readings(context, aggregate, register, members)):
        asked = Asked(aggregate, reading, counted, deadly, aims, home)
        fits, hold = partial(match, asked), partial(_held, asked, columns)
        if matches is None:
            held = hold(found := fits(columns))
        else:
            found, held = matches.of(asked.key(), fits, hold)
        sure = chosen(aggregate, found, columns.entries, counted).sure
        made.append(((held.misfit, position), held.check, sure, reading))
    if not made:
        unread = AggregateCheck(aggregate.id, "its window cannot be dated", None, 0, (None, None), (None, None), "not comparable")
        return Checked(aggregate, unread, deadly, ())
    best = min(made, key=lambda m: m[0])
    rest = tuple(check for rank, check, _, _ in made if rank != best[0])
    always = reduce(and_, (s for _, _, s, _ in made))
    return Checked(aggregate, replace(best[1], other=rest), deadly, columns.ids(always), best[3])


def _held(asked: Asked, columns: Columns, fitting: Match) -> Held:
    """The check under one reading, and how much it leaves unexplained."""
    aggregate, outcome = asked.aggregate, outcome_of(asked.aggregate)
    shares, found = columns.shares(asked.counted, outcome), chosen(aggregate, fitting, columns.entries, asked.counted)
    stated = aggregate.deaths if outcome == "killed" else aggregate.injured
    recorded, taken = _recorded(found, shares), columns.ids(found.taken)
    seen = int((found.taken | found.possible).sum())
    number = Quantity(min(int(found.sure.sum()), len(taken)), len(taken), seen)
    missing, unseen = _less(stated, recorded), _less(aggregate.incidents, number)
    if asked.deadly and unseen[0] is not None and missing[1] is not None:
        unseen = (unseen[0], max(unseen[0], missing[1] if unseen[1] is None else min(unseen[1], missing[1])))
    over = 0 if aggregate.kind == "ordinal" else _over(stated, recorded.low) + _over(aggregate.incidents, number.low)
    short = _short(stated, recorded.best) + _short(aggregate.incidents, number.best)
    verdict: Literal["met", "exceeded", "short", "not comparable"] = "exceeded" if over else "short" if short else "met"
    outsized = stated is not None and bool(stated.high) and (recorded.low or 0) > _OUTSIZED * (stated.high or 0)
    if (stated is None and aggregate.incidents is None) or (aggregate.kind == "episode" and not seen) or outsized:
        verdict = "not comparable"
    check = AggregateCheck(
        aggregate.id,
        asked.reading.words,
        recorded if outcome == "killed" else None,
        len(taken),
        missing if outcome == "killed" else (None, None),
        unseen,
        verdict,
        taken,
    )
    return Held(check, short + over)


def _recorded(found: Match, shares: Shares) -> Quantity:
    """What the matched incidents add up to: the sure ones at least, the taken ones by their best, all possible ones at most
    (None where one is unknown).
    """
    low, best, most = shares.added(found.sure, found.taken, found.sure | found.taken | found.possible)
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
