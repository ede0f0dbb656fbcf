"""Arrays: what is asked again and again of arrays of whole numbers and of the columns of a table."""

from typing import Any

Array = Any
"""A numpy array; numpy is imported only where linking runs."""
Table = Any
"""A pyarrow table."""


def column(rows: Table, name: str) -> Array:
    """A column of truths or numbers as a numpy array; numbers that may be missing as floats with NaN."""
    import numpy as np

    found = rows.column(name)
    if str(found.type) == "bool" or name == "x_area":
        return found.to_numpy()
    return found.cast("float64").to_numpy().astype(np.float64)


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
    import pyarrow as pa

    lists = rows.column(name)
    lists = (lists if units is None else lists.take(pa.array(units, pa.int64()))).combine_chunks()
    lengths = np.asarray(lists.value_lengths()) if len(lists) else np.zeros(0, np.int64)
    return np.repeat(np.arange(len(lists)) if units is None else units, lengths), np.asarray(lists.flatten()).astype(np.int64)
