"""Ranges: the least and most that each count of each incident can be, as the record gives them (rule `range.tightest`)."""

from collections.abc import Mapping, Sequence

from thucydides.nouns import Range
from thucydides.reconciling.arithmetic.counting import Counting
from thucydides.reconciling.arithmetic.ranging import Counts, tight
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.groups import EVERYBODY, GroupKey, group_key
from thucydides.reconciling.words import OUTCOMES


def incident_ranges(
    assessed: Sequence[Assessed], found: Counts, capped: Mapping[tuple[str, str, GroupKey], int]
) -> tuple[Range, ...]:
    """The ranges as the record gives them, `capped` from above by what aggregates leave room for."""
    result: list[Range] = []
    for one in assessed:
        for outcome in OUTCOMES:
            if (one.id, outcome) not in found:
                continue
            ranges = found[one.id, outcome]
            labels = {group_key(g.group, g.category, g.nationality): g.group for g in one.groups(outcome)}
            for key, (low, high) in tight(one.id, outcome, found, capped).items():
                if key != EVERYBODY and key not in labels:
                    continue
                result.append(
                    Range(
                        "incident",
                        one.id,
                        outcome,
                        labels.get(key, ""),
                        low,
                        high,
                        ranges.holds,
                        _claims(one, outcome, ranges.counting, key),
                    )
                )
    return tuple(result)


def _claims(one: Assessed, outcome: str, problem: Counting, key: GroupKey) -> tuple[str, ...]:
    variable = problem.keys[key]
    mine = [n for n, s in zip(problem.tellings, problem.problem.statements, strict=True) if s.variables == (variable,)]
    return tuple(sorted({c for n in mine for c in one.tolls[outcome][n].claims}))
