"""The solver part: ranges that hold together are exact, contradicting sets are real and cannot be made smaller."""

from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconciling_made import KHATLON, SHOHIN, Made, at_least, exact, on
from thucydides.nouns import DateRange
from thucydides.reconciling.arithmetic import Problem, Statement, Sum, conflicts, tighten

MOST = 4


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Small problems whose counts all have an upper end, with sums and statements that may ring and may clash."""
    size = draw(st.integers(1, 4))
    statements = [Statement((n,), draw(st.integers(0, 2)), draw(st.integers(2, MOST))) for n in range(size)]
    for _ in range(draw(st.integers(0, 3))):
        variables = tuple(draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=size, unique=True)))
        low = draw(st.integers(0, MOST))
        statements.append(Statement(variables, low, draw(st.one_of(st.none(), st.integers(low, 2 * MOST)))))
    sums = []
    if size > 2 and draw(st.booleans()):
        total, *parts = draw(st.permutations(range(size)))
        sums.append(Sum(total, tuple(parts[: draw(st.integers(1, len(parts)))])))
    return Problem(size, tuple(statements), tuple(sums))


def worlds(problem: Problem, statements: tuple[Statement, ...]) -> list[tuple[int, ...]]:
    """Every way the counts can be, by trying all."""
    return [
        counts
        for counts in product(range(MOST + 1), repeat=problem.size)
        if all(counts[s.total] == sum(counts[p] for p in s.parts) for s in problem.sums)
        and all(s.low <= sum(counts[v] for v in s.variables) <= (99 if s.high is None else s.high) for s in statements)
    ]


@settings(max_examples=150, deadline=None)
@given(problems())
def test_ranges_are_those_of_trying_everything(problem: Problem) -> None:
    solution = tighten(problem)
    possible = worlds(problem, problem.statements)
    assert solution.holds == bool(possible)
    if possible:
        expected = tuple((min(w[n] for w in possible), max(w[n] for w in possible)) for n in range(problem.size))
        assert solution.bounds == expected


@settings(max_examples=80, deadline=None)
@given(problems())
def test_contradicting_sets_are_real_and_smallest(problem: Problem) -> None:
    found = conflicts(problem)
    assert bool(found) == (not tighten(problem).holds)
    for core in found:
        mine = [problem.statements[n] for n in core]
        assert not tighten(Problem(problem.size, tuple(mine), problem.sums)).holds
        for fewer in combinations(mine, len(mine) - 1):
            assert tighten(Problem(problem.size, fewer, problem.sums)).holds


def test_smallest_of_two_ways_to_contradict_is_found() -> None:
    """Total at most ten against five parts that exceed it together; two of them are enough."""
    parts = tuple(range(1, 6))
    statements = (Statement((0,), 0, 10), *(Statement((p,), low, None) for p, low in zip(parts, (2, 3, 3, 6, 7), strict=True)))
    assert conflicts(Problem(6, statements, (Sum(0, parts),))) == ((0, 4, 5),)


def test_open_counts_stay_open() -> None:
    assert tighten(Problem(2, (Statement((0,), 3, None),), (Sum(1, (0,)),))).bounds == ((3, None), (3, None))


def test_open_counts_in_a_ring_stay_open() -> None:
    """Four cells, two rows and two columns, only the rows bounded from below."""
    problem = Problem(
        8, (Statement((4,), 3, None), Statement((6,), 2, 2)), (Sum(4, (0, 1)), Sum(5, (2, 3)), Sum(6, (0, 2)), Sum(7, (1, 3)))
    )
    solution = tighten(problem)
    assert solution.bounds[4] == (3, None)
    assert solution.bounds[7] == (1, None)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_several_contradictions_are_told_apart(order: tuple[int, ...]) -> None:
    statements = (Statement((0,), 1, 1), Statement((0,), 2, 2), Statement((1,), 5, 5))
    more = (Statement((1,), 6, 6),)
    assert len(conflicts(Problem(2, tuple(statements[n] for n in order) + more))) == 2


def test_what_is_added_up_from_disputed_counts_bounds_no_whole() -> None:
    made = Made()
    for number, (soldiers, rebels) in enumerate(((8, 23), (60, 23), (11, 30)), 1):
        made.document(f"d{number}", f"On 3 May {soldiers} soldiers and {rebels} rebels were killed.", f"Paper {number}")
        toll = tuple((f"{n} {who}", "killed", exact(n), who, kind) for n, who, kind in ((soldiers, "soldiers", "state forces"), (rebels, "rebels", "rebels")))
        made.mention(f"d{number}", "c1", made.text(f"d{number}"), when=("3 May", on("2024-05-03")), toll=toll)
    sums = {(r.scope, r.key): (r.low, r.high) for r in made.reconciled().ranges if r.scope != "incident"}
    assert sums["group", "state forces"] == (8, 60)
    assert sums["record", ""] == (31, None)


def test_ranges_of_many_incidents_by_month_group_and_record() -> None:
    made = Made()
    for number, (day, dead) in enumerate((("2024-05-03", 3), ("2024-05-20", 2), ("2024-06-01", 4)), 1):
        made.document(f"d{number}", f"On {day} {dead} militants were killed.", f"Paper {number}")
        made.mention(f"d{number}", f"c{number}", made.text(f"d{number}"), when=(day, on(day)),
                     toll=((f"{dead} militants", "killed", exact(dead), "militants", "rebels"),))  # fmt: skip
    made.document("late", "Late in May or early in June 5 people were killed.", "Paper 4")
    span = DateRange("2024-05-25/2024-06-05", date(2024, 5, 25), date(2024, 6, 5), "days", wording="Late in May or early in June")
    made.mention("late", "c4", made.text("late"), when=(span.wording, span), toll=(("5 people", "killed", exact(5), "people"),))
    sums = {(r.scope, r.key): (r.low, r.high) for r in made.reconciled().ranges if r.scope != "incident"}
    assert sums["record", ""] == (14, None)
    assert sums["group", "rebels"] == (9, 9)
    assert sums["month", "2024-05"][0] == 5
    assert sums["month", "2024-06"][0] == 4


def test_the_room_that_a_count_over_many_leaves_closes_no_sum() -> None:
    made = Made()
    for number, (day, dead) in enumerate((("2024-05-03", 30), ("2024-05-20", 20)), 1):
        made.document(f"d{number}", f"On {day} at least {dead} people were killed in Shohin.", f"Paper {number}", "2024-07-01")
        made.mention(f"d{number}", f"c{number}", made.text(f"d{number}"), when=(day, on(day)), place=("Shohin", SHOHIN),
                     toll=((f"at least {dead} people", "killed", at_least(dead), "people"),))  # fmt: skip
    made.document("sum", "In May 2024 2,000 people were killed.", "Paper 3", "2024-07-01")
    made.aggregate("sum", made.text("sum"), window=("May 2024", on("2024-05")), deaths=exact(2000), area=KHATLON, kind="tally")
    sums = {(r.scope, r.key): (r.low, r.high) for r in made.reconciled().ranges if r.scope != "incident"}
    assert sums["month", "2024-05"] == (50, None)
