"""Ranging: the tightest ranges of an incident's counts by its own tellings.

Rule `range.tightest`: the least and most that a count can be if all numbers stated of it, of its parts and of sums that hold it are
true; where they cannot all be, the span of those that contradict one another.
"""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from thucydides.reconciling.arithmetic.counting import Counting, counting
from thucydides.reconciling.arithmetic.problem import Problem, Statement
from thucydides.reconciling.arithmetic.solving import conflicts, tighten
from thucydides.reconciling.groups import EVERYBODY, GroupKey
from thucydides.reconciling.tellings import Telling


class Ranged(Struct, frozen=True):
    """One outcome of an incident: its problem, the range of each group's count, whether the statements hold together, and the smallest
    sets of them that do not.
    """

    counting: Counting
    bounds: dict[GroupKey, tuple[int, int | None]]
    holds: bool
    conflicts: tuple[tuple[int, ...], ...] = ()


Ends = tuple[int, int | None]
"""The least and most that a count can be, None where it is open."""
Bounds = Mapping[GroupKey, Ends]
Counts = Mapping[tuple[str, str], Bounds]
"""What the tellings allow, by incident and outcome."""
Caps = Mapping[tuple[str, str, GroupKey], int]
"""The most that aggregates leave room for, by incident, outcome and group."""


def ranged(tellings: Sequence[Telling]) -> Ranged:
    """What the tellings of one outcome allow."""
    problem = counting(tellings)
    solution = tighten(problem.problem)
    if solution.holds:
        return Ranged(problem, {key: solution.bounds[n] for key, n in problem.keys.items()}, True)
    relaxed = spanning(problem.problem, _added_up(problem, tellings))
    spanned = tighten(relaxed)
    bounds = spanned.bounds if spanned.holds else _alone(relaxed)
    return Ranged(problem, {key: bounds[n] for key, n in problem.keys.items()}, False, conflicts(problem.problem))


def _added_up(problem: Counting, tellings: Sequence[Telling]) -> frozenset[int]:
    """The statements on everybody that no telling makes: they only follow from the groups that it counts."""
    everybody = problem.keys.get(EVERYBODY)
    told = zip(problem.problem.statements, problem.tellings, strict=True)
    return frozenset(n for n, (s, at) in enumerate(told) if s.variables == (everybody,) and not tellings[at].stated)


def _alone(problem: Problem) -> tuple[tuple[int, int | None], ...]:
    """What each count's own statements allow, whatever the sums say."""
    found: list[tuple[int, int | None]] = [(0, None)] * problem.size
    for statement in problem.statements:
        if len(statement.variables) == 1:
            low, high = found[statement.variables[0]]
            top = statement.high if high is None else high if statement.high is None else min(high, statement.high)
            found[statement.variables[0]] = (max(low, statement.low), top)
    return tuple(found)


def spanning(problem: Problem, added_up: Collection[int] = ()) -> Problem:
    """The problem with statements that exclude each other on one count replaced by the span of all of them; what was only `added_up` (by
    position) from one of these goes.
    """
    stated: dict[tuple[int, ...], list[Statement]] = {}
    for statement in problem.statements:
        stated.setdefault(statement.variables, []).append(statement)
    torn = {variables: span for variables, some in stated.items() if (span := _span(variables, some)) is not None}
    doubted = {s.source for variables in torn for s in stated[variables]}
    firm = (s for n, s in enumerate(problem.statements) if s.variables not in torn and not (n in added_up and s.source in doubted))
    return Problem(problem.size, (*torn.values(), *firm), problem.sums)


def _span(variables: tuple[int, ...], some: Sequence[Statement]) -> Statement | None:
    """The span of statements on one count that exclude each other, None where they do not."""
    low = max(s.low for s in some)
    tops = [s.high for s in some if s.high is not None]
    return Statement(variables, min(s.low for s in some), max(*tops, low)) if tops and low > min(tops) else None


def tight(incident: str, outcome: str, bounds: Bounds, capped: Caps) -> dict[GroupKey, Ends]:
    """The ranges of an incident's groups, each no higher than what aggregates leave room for."""
    result = {}
    for key, (low, high) in bounds.items():
        cap = capped.get((incident, outcome, key))
        top = cap if high is None or (cap is not None and cap < high) else high
        result[key] = (low, top if top is None else max(top, low))
    return result
