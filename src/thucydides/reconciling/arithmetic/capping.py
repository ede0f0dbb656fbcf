"""Capping: what aggregates leave room for. A count over incidents that surely holds some of them bounds each of these from
above.
"""

from collections.abc import Sequence

from thucydides.reconciling.aggregates import Checked
from thucydides.reconciling.aggregates.whom import limits
from thucydides.reconciling.arithmetic.problem import Problem, Statement
from thucydides.reconciling.arithmetic.ranging import Counts
from thucydides.reconciling.arithmetic.solving import tighten
from thucydides.reconciling.groups import GroupKey

Variable = tuple[str, str, GroupKey]


def caps(checked: Sequence[Checked], found: Counts) -> dict[Variable, int]:
    """The most that each count can be for the aggregates to hold, where that is less than what its own tellings allow.

    Only incidents that every reading of an aggregate surely counts take part, and only aggregates with an upper end that is not
    overshot.
    """
    statements: list[tuple[tuple[Variable, ...], int]] = []
    for one in checked:
        key = limits(one.aggregate)
        high = one.aggregate.deaths.high if one.aggregate.deaths is not None else None
        if high is None or one.aggregate.summary or one.check.verdict == "exceeded":
            continue
        variables = tuple((i, "killed", key) for i in one.sure if (i, "killed") in found and key in found[i, "killed"])
        ends = [found[i, o][k] for i, o, k in variables]
        room = high - sum(low for low, _ in ends)
        if room >= 0 and any(top is None or top - low > room for low, top in ends):
            statements.append((variables, high))
    number = {v: n for n, v in enumerate(sorted({v for some, _ in statements for v in some}))}
    own = [Statement((n,), *found[i, o][k]) for (i, o, k), n in number.items()]
    limited = [Statement(tuple(number[v] for v in some), 0, high) for some, high in statements]
    solution = tighten(Problem(len(number), (*own, *limited)))
    if not solution.holds:
        return {}
    return {v: top for v, n in number.items() if (top := solution.bounds[n][1]) is not None}
