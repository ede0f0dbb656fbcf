"""Solving: the tightest ranges that hold together, and the smallest sets of statements that cannot all be true.

Z3 is loaded only where a problem needs it, and asked only what has one answer (can these all be true, how far can this count
go), so that its own order of search changes nothing. Smallest sets are found by the duality of conflicts and corrections
(Ignatiev, Previti, Liffiton and Marques-Silva 2015, "Smallest MUS extraction with minimal hitting set dualization", CP 2015).
"""

from collections.abc import Iterable
from importlib import import_module
from itertools import combinations
from typing import Any

from msgspec import Struct

from thucydides.reconciling.arithmetic.problem import Problem
from thucydides.reconciling.arithmetic.pushing import Bounds, push

MOST_SOLVED = 400
"""Counts in one ringed component up to which the solver is asked for exact ranges; beyond it pushed bounds stand, which are
wider and never wrong.
"""
MOST_HIT = 24
"""Statements up to which the smallest contradicting set is sought; beyond it one that cannot be made smaller stands."""
MOST_CONFLICTS = 8


class Solution(Struct, frozen=True):
    """Ranges of the counts, and whether the statements hold together; where they do not, the ranges are what the sums alone
    allow.
    """

    bounds: tuple[tuple[int, int | None], ...]
    holds: bool
    exact: bool = True


def tighten(problem: Problem) -> Solution:
    """The tightest range of each count under all statements."""
    bounds: list[tuple[int, int | None]] = [(0, None)] * problem.size
    holds, exact = True, True
    for component, _, part in problem.split():
        found = push(part)
        if found is not None and part.ringed():
            if part.size <= MOST_SOLVED:
                found = _solved(part, found)
            else:
                exact = False
        holds &= found is not None
        for n, old in enumerate(component):
            bounds[old] = found[n] if found is not None else (0, None)
    return Solution(tuple(bounds), holds, exact)


def _z3() -> Any:
    """The solver, loaded when first needed."""
    return import_module("z3")


def _model(z3: Any, problem: Problem) -> tuple[Any, list[Any]]:
    """A solver that knows the counts and sums of a problem but none of its statements."""
    solver = z3.Solver()
    counts = [z3.Int(f"n{n}") for n in range(problem.size)]
    solver.add([c >= 0 for c in counts])
    for total in problem.sums:
        solver.add(counts[total.total] == _plus(z3, [counts[p] for p in total.parts]))
    return solver, counts


def _plus(z3: Any, terms: list[Any]) -> Any:
    return z3.Sum(terms) if len(terms) > 1 else terms[0] if terms else z3.IntVal(0)


def _stated(z3: Any, counts: list[Any], problem: Problem, n: int) -> Any:
    statement = problem.statements[n]
    value = _plus(z3, [counts[v] for v in statement.variables])
    return value >= statement.low if statement.high is None else z3.And(value >= statement.low, value <= statement.high)


def _solved(problem: Problem, pushed: Bounds) -> Bounds | None:
    """Exact ranges by the solver, starting from the pushed ones; None where nothing holds."""
    z3 = _z3()
    solver, counts = _model(z3, problem)
    for n in range(len(problem.statements)):
        solver.add(_stated(z3, counts, problem, n))
    if solver.check() != z3.sat:
        return None
    model = solver.model()
    seen = [model.eval(c, model_completion=True).as_long() for c in counts]
    result: Bounds = []
    for n, (low, high) in enumerate(pushed):
        low = _search(z3, solver, counts[n], low, seen[n], down=True)
        result.append((low, _highest(z3, solver, counts[n], seen[n], high)))
    return result


def _search(z3: Any, solver: Any, count: Any, edge: int, known: int, down: bool) -> int:
    """The furthest value between a known possible one and an edge that cannot be passed."""
    while edge != known:
        middle = (edge + known) // 2 if down else -((-edge - known) // 2)
        if solver.check(count <= middle if down else count >= middle) == z3.sat:
            known = min(middle, known) if down else max(middle, known)
        else:
            edge = middle + 1 if down else middle - 1
    return known


def _highest(z3: Any, solver: Any, count: Any, known: int, edge: int | None) -> int | None:
    """The highest possible value, None where there is none."""
    if edge is None:
        optimizer = z3.Optimize()
        optimizer.add(solver.assertions())
        goal = optimizer.maximize(count)
        optimizer.check()
        top = optimizer.upper(goal)
        return int(top.as_long()) if z3.is_int_value(top) else None
    return _search(z3, solver, count, edge, known, down=False)


def conflicts(problem: Problem) -> tuple[tuple[int, ...], ...]:
    """Sets of statements (by position) that cannot all be true, smallest first, no two sharing all that makes them contradict.

    After each set its statements are freed one set at a time, so that every further set is a new contradiction. Two statements
    on one count that exclude each other are such a set too.
    """
    z3 = _z3()
    found: list[tuple[int, ...]] = []
    for _, positions, part in problem.split():
        if push(part) is not None and not part.ringed():
            continue
        solver, counts = _model(z3, part)
        switches = [z3.Bool(f"s{n}") for n in range(len(part.statements))]
        for n, switch in enumerate(switches):
            solver.add(z3.Implies(switch, _stated(z3, counts, part, n)))
        active = list(range(len(switches)))
        while len(found) < MOST_CONFLICTS:
            core = _smallest(z3, solver, switches, active)
            if not core:
                break
            found.append(tuple(positions[n] for n in core))
            active = [n for n in active if n not in core]
    return tuple(sorted(found, key=lambda c: (len(c), c)))


def _smallest(z3: Any, solver: Any, switches: list[Any], active: list[int]) -> list[int]:
    """The smallest set of active statements that cannot all be true, empty where all can; ties go to the first positions."""

    def possible(some: Iterable[int]) -> bool:
        return bool(solver.check([switches[n] for n in some]) == z3.sat)

    if possible(active):
        return []
    core = list(active)
    for n in reversed(active):
        fewer = [k for k in core if k != n]
        if not possible(fewer):
            core = fewer
    if len(active) > MOST_HIT or len(core) <= 2:
        return core
    corrections: list[frozenset[int]] = []
    while len(hitting := _hitting(corrections, active, len(core))) < len(core):
        if not possible(hitting):
            return hitting
        kept = list(hitting)
        for n in active:
            if n not in hitting and possible([*kept, n]):
                kept.append(n)
        corrections.append(frozenset(active) - frozenset(kept))
    return core


def _hitting(corrections: list[frozenset[int]], active: list[int], most: int) -> list[int]:
    """The smallest set with a member in each correction, the first in order of positions; all active ones where it needs `most`
    or more.
    """
    members = sorted(frozenset().union(*corrections))
    for size in range(most):
        for some in combinations(members, size):
            if all(not correction.isdisjoint(some) for correction in corrections):
                return list(some)
    return active
