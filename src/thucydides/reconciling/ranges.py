"""Ranges: the least and most that each count of each incident can be, as the record gives them (rule `range.tightest`)."""

from collections.abc import Iterator

from thucydides.nouns import Range
from thucydides.reconciling.arithmetic.counting import Counting
from thucydides.reconciling.arithmetic.ranging import Caps, tight
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.groups import EVERYBODY, GroupKey, group_key
from thucydides.reconciling.words import OUTCOMES


def incident_ranges(one: Assessed, capped: Caps) -> Iterator[Range]:
    """The ranges of an incident as the record gives them, `capped` from above by what aggregates leave room for."""
    for outcome in OUTCOMES:
        ranges = one.ranges.get(outcome)
        if ranges is None:
            continue
        labels = {group_key(g.group, g.category, g.nationality): g.group for g in one.groups(outcome)}
        for key, (low, high) in tight(one.id, outcome, ranges.bounds, capped).items():
            if key == EVERYBODY or key in labels:
                claims = _claims(one, outcome, ranges.counting, key)
                yield Range("incident", one.id, outcome, labels.get(key, ""), low, high, ranges.holds, claims)


def _claims(one: Assessed, outcome: str, problem: Counting, key: GroupKey) -> tuple[str, ...]:
    variable = problem.keys[key]
    mine = [n for n, s in zip(problem.tellings, problem.problem.statements, strict=True) if s.variables == (variable,)]
    return tuple(sorted({c for n in mine for c in one.tolls[outcome][n].claims}))
