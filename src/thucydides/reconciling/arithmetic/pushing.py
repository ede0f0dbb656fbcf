"""Pushing bounds through sums until nothing changes: cheap, never wrong, and exact where counts meet by one way only.

Source: bounds consistency for linear equations with unit coefficients (Harvey and Stuckey 2003, "Improving linear constraint
propagation by changing constraint representation", Constraints 8); on networks without rings it gives the exact ranges.
"""

from collections.abc import Sequence
from typing import TypeAlias

from thucydides.reconciling.arithmetic.problem import Problem

Bounds: TypeAlias = list[tuple[int, int | None]]
MOST_ROUNDS = 200


def push(problem: Problem) -> Bounds | None:
    """The bounds of each count; None where some count is left with no value."""
    lows = [0] * problem.size
    highs: list[int | None] = [None] * problem.size
    rows: list[tuple[tuple[int, ...], int, int | None]] = []
    for statement in problem.statements:
        if len(statement.variables) == 1:
            n = statement.variables[0]
            lows[n] = max(lows[n], statement.low)
            highs[n] = _least(highs[n], statement.high)
        elif statement.variables:
            rows.append((statement.variables, statement.low, statement.high))
        elif statement.low > 0 or (statement.high is not None and statement.high < 0):
            return None
    if any(_empty(low, high) for low, high in zip(lows, highs, strict=True)):
        return None
    for _ in range(MOST_ROUNDS):
        changed = False
        for variables, low, high in rows:
            changed |= _within(variables, low, high, lows, highs)
        for total in problem.sums:
            changed |= _equal(total.total, total.parts, lows, highs)
        if any(_empty(low, high) for low, high in zip(lows, highs, strict=True)):
            return None
        if not changed:
            break
    return list(zip(lows, highs, strict=True))


def _empty(low: int, high: int | None) -> bool:
    return high is not None and high < low


def _least(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _within(variables: Sequence[int], low: int, high: int | None, lows: list[int], highs: list[int | None]) -> bool:
    """Push a stated range of a sum onto its terms; True where something changed."""
    changed = False
    least = sum(lows[v] for v in variables)
    open_ends = [v for v in variables if highs[v] is None]
    most = sum(h for v in variables if (h := highs[v]) is not None)
    for v in variables:
        if high is not None:
            top = high - (least - lows[v])
            if highs[v] is None or top < highs[v]:  # type: ignore[operator]
                if highs[v] is None:
                    open_ends.remove(v)
                    most += top
                else:
                    most += top - highs[v]  # type: ignore[operator]
                highs[v] = top
                changed = True
        if low > 0 and not [o for o in open_ends if o != v]:
            others = most - (highs[v] or 0) if highs[v] is not None else most
            if low - others > lows[v]:
                least += low - others - lows[v]
                lows[v] = low - others
                changed = True
    return changed


def _equal(total: int, parts: Sequence[int], lows: list[int], highs: list[int | None]) -> bool:
    """Push between a total and its parts; True where something changed."""
    changed = False
    least = sum(lows[p] for p in parts)
    if least > lows[total]:
        lows[total] = least
        changed = True
    tops = [highs[p] for p in parts]
    if None not in tops:
        most = sum(t for t in tops if t is not None)
        if highs[total] is None or most < highs[total]:  # type: ignore[operator]
            highs[total] = most
            changed = True
    return _within(parts, lows[total], highs[total], lows, highs) or changed
