"""Arrays: what is asked again and again of arrays of whole numbers and of the columns of a table."""

from typing import Any

from thucydides.linking.buffers import arrow, plain, there

Array = Any
"""A numpy array; numpy is imported only where linking runs."""
Table = Any
"""A pyarrow table."""

_NEVER_MISSING = frozenset({"x_area", "x_digest"})


def column(rows: Table, name: str) -> Array:
    """A column of truths or numbers as a numpy array; numbers that may be missing as floats with NaN."""
    import numpy as np

    found = rows.column(name)
    found = found.combine_chunks() if len(found) else found
    values = plain(found)
    if values.dtype == bool or name in _NEVER_MISSING:
        return values
    values = values.astype(np.float64)
    values[~there(found)] = np.nan
    return values


def lists_of(rows: Table, name: str, units: Array | None = None) -> tuple[Array, Array]:
    """Of a column of lists how long each is, and the items as an Arrow array, in order; of all rows or of some, given sorted."""
    import numpy as np

    lists = rows.column(name)
    lists = lists if units is None else lists.take(arrow(units, "int64"))
    if not len(lists):
        return np.zeros(0, np.int64), arrow((), "int32")
    lists = lists.combine_chunks()
    ends = np.frombuffer(lists.buffers()[1], np.int32)[lists.offset : lists.offset + len(lists) + 1].astype(np.int64)
    return np.diff(ends), lists.values[int(ends[0]) : int(ends[-1])]


def distinct(numbers: Array) -> Array:
    """The numbers, each once, sorted; for whole numbers faster than numpy's own."""
    import numpy as np

    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def held(some: Array, of: Array) -> Array:
    """Which of some numbers are among others, which are sorted."""
    import numpy as np

    if not len(of) or not len(some):
        return np.zeros(len(some), bool)
    return of[np.minimum(np.searchsorted(of, some), len(of) - 1)] == some


def flat(rows: Table, name: str, units: Array | None = None) -> tuple[Array, Array]:
    """Of a column of lists, the position of the row and the value of each item, in order; of all rows or of some, given sorted."""
    import numpy as np

    lengths, items = lists_of(rows, name, units)
    return np.repeat(np.arange(len(lengths)) if units is None else units, lengths), plain(items).astype(np.int64)
