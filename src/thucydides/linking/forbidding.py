"""Forbidding: which units can never be one, asked of many pairs at once."""

from collections.abc import Mapping

from thucydides.linking.arrays import Array, Table, column, distinct, held, lists_of
from thucydides.linking.buffers import arrow, plain, there
from thucydides.linking.persons import same_victim
from thucydides.linking.rulings import Decided

WRONG_YEAR = 300
"""Days apart from which a date without its year may lie in the year before or after."""
FINE_DAYS = 2
YEARS_APART = 700
"""Days apart from which a year that a text gives is no other's: a date worked out by a wrong year is off by one."""

A_YEAR_APART = 400
"""Days apart from which a day written out in full is not the day that another report tells as news."""

_DAYS = ("first", "last", "other_first", "other_last", "firm", "year", "fresh", "report")


class Forbidden:
    """Says of pairs of units, by position, which can never be one: ruled different, of different kinds, told apart by their text, on
    impossible days save where both name the same person as harmed, or undated acts.

    Accusations and demands are made again and again: an act whose time is not told is not joined to another (`link.act.undated`).
    """

    def __init__(self, rows: Table, decided: Decided, busy: Array, impossible_days: int) -> None:
        import numpy as np

        self._size, self._days = len(rows), impossible_days
        self._act, self._sort = column(rows, "s_act"), column(rows, "s_sort")
        self._when = {name: column(rows, f"d_{name}") for name in _DAYS}
        self._when["busy"] = busy
        self._dated = ~np.isnan(self._when["first"]) | ~np.isnan(column(rows, "d_month_day"))
        self._victims = rows.column("q_victims")
        self._named = lists_of(rows, "q_victims")[0] > 0
        self._apart = _apart(rows)
        self._groups = np.array(decided.groups, np.int64)
        self._divided = np.array(sorted(a * self._size + b for a, b in decided.divided), np.int64)

    def __call__(self, left: Array, right: Array) -> Array:
        import numpy as np

        act = self._act[left]
        found = (self._sort[left] != self._sort[right]) | (act & ~(self._dated[left] & self._dated[right]))
        found |= held(left * self._size + right, self._apart)
        if len(self._divided):
            a, b = self._groups[left], self._groups[right]
            found |= np.isin(np.minimum(a, b) * self._size + np.maximum(a, b), self._divided)
        asked = np.flatnonzero(~found & self._days_apart(left, right))
        one, other = ({name: some[units[asked]] for name, some in self._when.items()} for units in (left, right))
        far = np.zeros(len(left), bool)
        far[asked] = impossible(one, other, self._days)
        both = np.flatnonzero(far & self._named[left] & self._named[right])
        pairs = zip(*(self._victims.take(arrow(units[both], "int64")).to_pylist() for units in (left, right)), strict=True)
        far[both] = [not same_victim(a, b) for a, b in pairs]
        answer: Array = found | far
        return answer

    def _days_apart(self, left: Array, right: Array) -> Array:
        """Of which pairs the first days told do not lie so near that nothing can forbid them, which is so of few and quickly seen."""
        import numpy as np

        first, last = self._when["first"], self._when["last"]
        near: Array = np.maximum(first[left] - last[right], first[right] - last[left]) <= self._days
        return ~near


def impossible(left: Mapping[str, Array], right: Mapping[str, Array], days: int) -> Array:
    """Which of some pairs cannot be one occurrence by their days (`link.date.impossible`)?

    Days written out in full forbid whatever lies between them, and a year that the text gives all that lie two years off; so do two days
    that reports tell as news, and more than a year off a day written out and one told as news. Other days that had to be worked out ("on
    Friday") forbid only where the area is `busy` (`link.date.busy`), both are as fine as a day or two and neither is a statement's, unless
    they lie so far apart that a year may have been taken wrongly: in a quiet place one of them is rather the day of an arrest or a
    funeral, and what else is told decides.
    """
    import numpy as np

    gap = np.full(len(left["first"]), np.nan)
    for a, b in ((left["first"], left["last"]), (left["other_first"], left["other_last"])):
        for c, d in ((right["first"], right["last"]), (right["other_first"], right["other_last"])):
            gap = np.fmin(gap, np.maximum(np.maximum(a - d, c - b), 0.0))
    worked_out = left["busy"] & right["busy"] & _fine(left) & _fine(right) & (gap < WRONG_YEAR)
    found: Array = (gap > days) & ((left["firm"] & right["firm"]) | worked_out)
    found |= (gap > YEARS_APART) & (left["year"] | right["year"] | (left["fresh"] & right["fresh"]))
    found |= (gap > A_YEAR_APART) & ((left["firm"] & right["fresh"]) | (left["fresh"] & right["firm"]))
    return found


def _fine(when: Mapping[str, Array]) -> Array:
    """Whether the deed's own days are told as finely as a day or two."""
    return ~when["report"] & (when["last"] - when["first"] <= FINE_DAYS)


def _apart(rows: Table) -> Array:
    """The pairs that a text tells apart, each as left * number of rows + right, both ways."""
    import numpy as np
    import pyarrow.compute as pc

    lengths, others = lists_of(rows, "s_apart")
    owner = np.repeat(np.arange(len(rows)), lengths)
    if not len(owner):
        return owner
    found = pc.index_in(others, value_set=rows.column("s_key").combine_chunks())
    owner, other = owner[there(found)], plain(found)[there(found)].astype(np.int64)
    return distinct(np.concatenate((owner * len(rows) + other, other * len(rows) + owner)))
