"""Placing: units put among those that stand, in the order of their first members' ids, and where each stood and stands then."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from thucydides.linking.arrays import Array, Table
from thucydides.linking.buffers import arrow, plain
from thucydides.linking.columns import table
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.reports import Reports
from thucydides.linking.unit import Unit

_AT_ONCE = 2000
_RUNS = 100
"""Rows in so many runs are copied run by run, else one by one."""


def made(reports: Reports, groups: Collection[str], words: Words, numbers: Numbers) -> tuple[list[Unit], Table]:
    """The units of all that some groups of documents tell, in order, and their features as a table.

    They are made some groups at a time, so that the features of few are held at once outside the table.
    """
    import pyarrow as pa

    found, tables, names = list[Unit](), list[Table](), sorted(groups)
    for start in range(0, max(len(names), 1), _AT_ONCE):
        some = reports.features(names[start : start + _AT_ONCE])
        tables.append(table(some, words, numbers))
        found += [row.unit for row in some]
    order = sorted(range(len(found)), key=lambda n: found[n].members[0])
    return [found[n] for n in order], pa.concat_tables(tables).take(arrow(order, "int64")).combine_chunks()


def placed(units: list[Unit], came: Sequence[Unit], stays: Array) -> tuple[list[Unit], Array]:
    """The units that stay with those that came, and for each its place among first the old ones, then those that came.

    `came` are sorted, as the units are; `stays` are the positions of the units that stay.
    """
    import numpy as np

    at = [bisect_left(units, one.members[0], key=lambda u: u.members[0]) for one in came]
    order = np.insert(stays, np.searchsorted(stays, at), np.arange(len(units), len(units) + len(came)))
    every = [*units, *came]
    return [every[n] for n in order.tolist()], order


def ordered(old: Table, new: Table, order: Array) -> Table:
    """The rows of two tables in an order that counts on from the first to the second."""
    import numpy as np
    import pyarrow as pa

    whole = pa.concat_tables([old, new])
    if not len(order):
        return whole.slice(0, 0).combine_chunks()
    starts = np.flatnonzero(np.append(True, np.diff(order) != 1))
    if len(starts) > _RUNS:
        return whole.take(arrow(order, "int64")).combine_chunks()
    ends = np.append(starts[1:], len(order))
    runs = [whole.slice(order[a], b - a) for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    return pa.concat_tables(runs).combine_chunks()


def told_in(rows: Table, documents: Collection[str]) -> Array:
    """Which rows are told in some documents."""
    import pyarrow.compute as pc

    found = pc.is_in(rows.column("s_document"), value_set=arrow(sorted(documents), "string"))
    return plain(found.combine_chunks())
