"""Scoring: Splink on DuckDB weighs pairs of units; what comes back are the pairs by position with the levels they met."""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from thucydides.linking.arrays import Array, Table, column, distinct
from thucydides.linking.buffers import arrow
from thucydides.linking.columns import weighed
from thucydides.linking.commons import Commons
from thucydides.linking.comparisons import LEVELS
from thucydides.linking.numbers import Words
from thucydides.linking.querying import connection, prediction
from thucydides.linking.weights import Weights

NOTHING_SAID = -1
FLOOR = -10.0
"""A pair that weighs less is hopeless; its weight is taken to be this."""
_AT_A_TIME = 1 << 19
"""How many pairs are weighed by one query: memory is bounded, and planning the query costs little beside it."""
_FEW = 2000


class Compared(Struct, frozen=True):
    """Compared pairs of units by position, `left` < `right`, sorted, as numpy arrays of one length.

    `weight` is in bits and never below the floor; `met` is a number for the levels met, see `levels`.
    """

    units: int
    left: Array
    right: Array
    weight: Array
    met: Array

    def at(self, which: Array) -> "Compared":
        """The pairs at the positions `which`."""
        return Compared(self.units, self.left[which], self.right[which], self.weight[which], self.met[which])

    def __len__(self) -> int:
        return len(self.left)


_NUMBERS = tuple(len(LEVELS[name]) + 1 for name in reversed(tuple(LEVELS)))
"""How many answers each comparison has, the last first."""


def levels(met: int) -> tuple[int, ...]:
    """For each comparison in order the position in `LEVELS[comparison]` of the level met, -1 where one side says nothing."""
    found: list[int] = []
    for number in _NUMBERS:
        met, level = divmod(met, number)
        found.append(level - 1)
    return tuple(reversed(found))


def nothing(units: int) -> Compared:
    """No pairs at all."""
    import numpy as np

    none = np.zeros(0, np.int64)
    return Compared(units, none, none, none.astype(float), none)


def score(rows: Table, common: Commons, words: Words, weights: Weights, pairs: Array, floor: float = FLOOR) -> Compared:
    """Compare some pairs of rows, each given as left * number of rows + right, sorted.

    Same rows and pairs, same weights, whatever the number of threads and whatever other pairs are compared with them.
    """
    import numpy as np

    size = len(rows)
    if not len(pairs):
        return nothing(size)
    weight, met = np.empty(len(pairs)), np.empty(len(pairs), np.int64)
    with connection() as duck:
        for some in _portions(rows, pairs):
            weight[some], met[some] = _scored(duck, rows, common, words, weights, pairs[some])
    return Compared(size, pairs // size, pairs % size, np.maximum(weight, floor, out=weight), met)


def _portions(rows: Table, pairs: Array) -> Iterator[Array | slice]:
    """Which pairs are weighed by one query, each time sorted: those whose left units are of about one time, so that few rows are held."""
    import numpy as np

    if len(pairs) <= _AT_A_TIME:
        yield slice(None)
        return
    first, published = column(rows, "d_first"), column(rows, "d_published")
    day = np.nan_to_num(np.where(np.isnan(first), published, first)).astype(np.int32)
    order = np.argsort(day[pairs // len(rows)], kind="stable")
    for start in range(0, len(pairs), _AT_A_TIME):
        yield np.sort(order[start : start + _AT_A_TIME])


def _scored(duck: Any, rows: Table, common: Commons, words: Words, weights: Weights, pairs: Array) -> tuple[Array, Array]:
    """The weights of some pairs and the levels that they met."""
    import numpy as np

    size = len(rows)
    left, right = pairs // size, pairs % size
    data = weighed(rows, common, words, distinct(np.concatenate((left, right))))
    statement, given, blocked = prediction(msgspec.json.encode(weights), data)
    duck.register(given, data)
    duck.register(blocked, _asked(left, right))
    found = duck.execute(
        f"""SELECT unique_id_l::BIGINT * {size} + unique_id_r AS pair, round(match_weight, 4) AS weight, {_MET} AS met
            FROM ({statement}) ORDER BY 1"""
    ).fetchnumpy()
    duck.unregister(given)
    duck.unregister(blocked)
    if not np.array_equal(found["pair"], pairs):
        raise ValueError("Splink has not compared the pairs that it was given")
    return found["weight"], found["met"]


def _number_of_levels() -> str:
    """The number of the combination of levels met, in SQL; Splink numbers the levels of a comparison from the last, 0, and nothing -1."""
    number = "0"
    for name, of in LEVELS.items():
        number = f"({number} * {len(of) + 1}::BIGINT + if(gamma_{name} < 0, 0, {len(of)} - gamma_{name}))"
    return number


_MET = _number_of_levels()


def _asked(left: Array, right: Array) -> Table:
    """The pairs as Splink holds blocked pairs."""
    import numpy as np
    import pyarrow as pa

    rule = pa.DictionaryArray.from_arrays(arrow(np.zeros(len(left)), "int8"), arrow(["0"], "string"))
    return pa.table({"match_key": rule, "join_key_l": arrow(left, "int32"), "join_key_r": arrow(right, "int32")})


def merged(one: Compared, other: Compared) -> Compared:
    """The pairs of both, of which none may stand in both."""
    import numpy as np

    if not len(one) or not len(other):
        return one if len(one) else other
    at = np.searchsorted(one.left * one.units + one.right, other.left * one.units + other.right)
    columns = ((one.left, other.left), (one.right, other.right), (one.weight, other.weight), (one.met, other.met))
    return Compared(one.units, *(_inserted(some, at, more) for some, more in columns))


def _inserted(some: Array, at: Array, more: Array) -> Array:
    """An array with others put before the places `at`, which are sorted; few are put in run by run, for that is faster."""
    import numpy as np

    if len(at) > _FEW:
        return np.insert(some, at, more)
    found = np.empty(len(some) + len(more), some.dtype)
    begun = 0
    for n, end in enumerate(at.tolist()):
        found[begun + n : end + n], found[end + n] = some[begun:end], more[n]
        begun = end
    found[begun + len(more) :] = some[begun:]
    return found
