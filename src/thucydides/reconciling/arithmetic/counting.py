"""Counting: the problem of one incident's toll: a count for everybody, one for each group told, and what each telling states.

A telling that states a whole says how many everybody was; one that only names groups says how many these were, and that there
were at least so many; a part of a whole that it does not fill bounds its group from below. Groups that hold one another are
nested sums; groups that cross (civilians and Chinese nationals) are cut into cells. Vague words bind only where nothing better
is said.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from thucydides.reconciling import counts
from thucydides.reconciling.arithmetic.problem import Problem, Statement, Sum
from thucydides.reconciling.groups import EVERYBODY, GroupKey, apart, holds
from thucydides.reconciling.tellings import Telling


class Counting(Struct, frozen=True):
    """A problem, and which of its counts stands for which group; `tellings` are the positions of the tellings behind each
    statement.
    """

    problem: Problem
    keys: dict[GroupKey, int]
    tellings: tuple[int, ...]

    def label(self, variable: int) -> GroupKey | None:
        """The group of a count, None for a count that only helps the sums."""
        return next((key for key, n in self.keys.items() if n == variable), None)


def counting(tellings: Sequence[Telling], wanted: Iterable[GroupKey] = ()) -> Counting:
    """The problem of an outcome; `wanted` are further groups whose range is asked for."""
    standing = [(n, t) for n, t in enumerate(tellings) if not t.superseded]
    keys = sorted({EVERYBODY, *wanted, *(g.key for _, t in standing for g in t.groups)}, key=lambda k: (sum(map(bool, k)), k))
    number = {key: n for n, key in enumerate(keys)}
    size, sums = _sums(keys, number)
    statements: list[Statement] = []
    behind: list[int] = []
    for key in keys:
        for n, low, high in _stated(standing, key):
            statements.append(Statement((number[key],), low, high, f"{n}"))
            behind.append(n)
    return Counting(Problem(size, tuple(statements), tuple(sums)), number, tuple(behind))


def _stated(standing: Sequence[tuple[int, Telling]], key: GroupKey) -> list[tuple[int, int, int | None]]:
    """(telling, least, most) for each statement on one group; vague ones only where there is no other."""
    firm: list[tuple[int, int, int | None]] = []
    vague: list[tuple[int, int, int | None]] = []
    for n, telling in standing:
        found = []
        if key == EVERYBODY:
            found.append((telling.quantity, telling.everybody and not telling.partial))
        found.extend((g.quantity, g.settles) for g in telling.groups if g.key == key)
        for quantity, settles in found:
            if counts.known(quantity):
                soft = counts.indefinite(quantity) or counts.inferred(quantity)
                (vague if soft else firm).append((n, counts.low(quantity), quantity.high if settles else None))
    return firm or vague


def _sums(keys: Sequence[GroupKey], number: dict[GroupKey, int]) -> tuple[int, list[Sum]]:
    """How many counts there are with the helping ones, and the sums that nest or cut the groups."""
    plain = [k for k in keys if not k[2]]
    size = len(keys)
    sums: list[Sum] = []
    for key in keys:
        if key[2]:  # a noun of its own says nothing of other groups: it is only part of what holds it
            sums.append(Sum(number[_holder(key, plain)], (number[key], size)))
            size += 1
    if all(holds(a, b) or holds(b, a) or apart(a, b) for n, a in enumerate(plain) for b in plain[:n]):
        for key in plain:
            parts = [number[k] for k in plain if k != key and _holder(k, plain) == key]
            if parts:
                sums.append(Sum(number[key], (*parts, size)))
                size += 1
        return size, sums
    categories = [*sorted({k[0] for k in plain if k[0]}), ""]
    nations = [*sorted({k[1] for k in plain if k[1]}), ""]
    cells = {(c, n): size + i for i, (c, n) in enumerate((c, n) for c in categories for n in nations)}
    for category, nation, noun in plain:
        parts = [v for (c, n), v in cells.items() if (not category or c == category) and (not nation or n == nation)]
        sums.append(Sum(number[category, nation, noun], tuple(parts)))
    return size + len(cells), sums


def _holder(key: GroupKey, plain: Sequence[GroupKey]) -> GroupKey:
    """The smallest other group that holds a group."""
    return max((k for k in plain if k != key and holds(k, key)), key=lambda k: (sum(map(bool, k)), k), default=EVERYBODY)
