"""Discrepancies of part and whole: numbers of one incident that are each possible alone and cannot all be true together."""

from collections.abc import Iterator

from thucydides.nouns import Discrepancy
from thucydides.reconciling import counts
from thucydides.reconciling.arithmetic.counting import Counting
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.groups import EVERYBODY
from thucydides.reconciling.words import OUTCOMES

_COUNT = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy for each smallest set of statements, on more than one count, that contradict one another."""
    one = scene.one
    for outcome in OUTCOMES:
        if (ranges := one.ranges.get(outcome)) is None:
            continue
        problem = ranges.counting
        for conflict in ranges.conflicts:
            if len({problem.problem.statements[n].variables for n in conflict}) > 1 and not _totals_clash(
                one, outcome, problem, conflict
            ):
                yield _discrepancy(scene, one, outcome, problem, conflict)


def _totals_clash(one: Assessed, outcome: str, problem: Counting, conflict: tuple[int, ...]) -> bool:
    """Whether two of the tellings give totals that exclude each other, which is told as a difference of value."""
    tellings = [one.tolls[outcome][problem.tellings[n]] for n in conflict]
    return len(conflict) == 2 and not counts.meet(tellings[0].quantity, tellings[1].quantity)


def _discrepancy(scene: Single, one: Assessed, outcome: str, problem: Counting, conflict: tuple[int, ...]) -> Discrepancy:
    sides = [_side(one, outcome, problem, n) for n in conflict]
    how_many = _COUNT[len(conflict)] if len(conflict) < len(_COUNT) else str(len(conflict))
    parts = sum(
        problem.problem.statements[n].low
        for n in conflict
        if problem.label(problem.problem.statements[n].variables[0]) != EVERYBODY
    )
    tops = [
        h
        for n in conflict
        if (h := problem.problem.statements[n].high) is not None
        and problem.label(problem.problem.statements[n].variables[0]) == EVERYBODY
    ]
    why = (
        f"the groups come to at least {parts}, and all together to no more than {min(tops)}"
        if tops and parts > min(tops)
        else "no number of people fits all of them"
    )
    words = f"These {how_many} statements on how many were {outcome} cannot all be true, because {why}: {by_value(scene.context, sides)}."
    return discrepancy("part-whole", outcome, [one.id], sides, words, WEIGHTS[outcome])


def _side(one: Assessed, outcome: str, problem: Counting, position: int) -> Side:
    statement = problem.problem.statements[position]
    telling = one.tolls[outcome][problem.tellings[position]]
    key = problem.label(statement.variables[0])
    group = next((g for g in telling.groups if g.key == key), None)
    if group is None:
        return Side(
            counts.say(telling.quantity), telling.passage, telling.passage.document, telling.chain, next(iter(telling.claims), "")
        )
    return Side(
        f"{counts.say(group.quantity)} {group.label}".strip(),
        group.passage or telling.passage,
        telling.passage.document,
        telling.chain,
        next(iter(group.claims), ""),
    )
