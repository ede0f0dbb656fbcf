"""Scoring: Splink on DuckDB weighs pairs of units; what comes back are the pairs by position with the levels they met."""

import math
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from thucydides.linking.columns import Array, Commons, Table, weighed
from thucydides.linking.comparisons import LEVELS, MACROS, NOTHING
from thucydides.linking.numbers import Words
from thucydides.linking.weights import Weights, probability

NOTHING_SAID = -1
FLOOR = -10.0
"""A pair that weighs less is hopeless; its weight is taken to be this."""
_NUDGE = 1e-7


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


def levels(met: int) -> tuple[int, ...]:
    """For each comparison in order the position in `LEVELS[comparison]` of the level met, -1 where one side says nothing."""
    found: list[int] = []
    for name in reversed(tuple(LEVELS)):
        met, level = divmod(met, len(LEVELS[name]) + 1)
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
    left, right = pairs // size, pairs % size
    chosen, at = np.unique(np.concatenate((left, right)), return_inverse=True)
    data = _with_pairs(weighed(rows, common, words, chosen), at, len(pairs))
    columns = ", ".join(f"mw_{c}" for c in LEVELS)
    with _predicted(data, weights) as (connection, predicted):
        found = connection.sql(
            f"""SELECT unique_id_l::BIGINT * {size} + unique_id_r AS k, round(match_weight, 4) AS w, {columns}
                FROM {predicted} ORDER BY 1"""
        ).to_arrow_table()
    if not np.array_equal(found.column("k").to_numpy(), pairs):
        raise ValueError("Splink has not compared the pairs that it was given")
    met = _met([found.column(f"mw_{c}").to_numpy() for c in LEVELS], weights)
    return Compared(size, left, right, np.maximum(found.column("w").to_numpy(), floor), met)


def _with_pairs(data: Table, at: Array, pairs: int) -> Table:
    """The rows with a column of the numbers of the pairs that each is in; `at` are the rows of left sides, then of right sides."""
    import numpy as np
    import pyarrow as pa

    order = np.argsort(at, kind="stable")
    offsets = np.searchsorted(at[order], np.arange(len(data) + 1)).astype(np.int32)
    numbers = pa.ListArray.from_arrays(pa.array(offsets), pa.array((order % pairs).astype(np.int32)))
    return data.append_column("pair", numbers)


def _met(columns: Sequence[Array], weights: Weights) -> Array:
    """For each pair the number of its combination of levels; a level is known by its weight, no two of a comparison being equal."""
    import numpy as np

    combined = np.zeros(len(columns[0]), np.int64)
    for name, column in zip(LEVELS, columns, strict=True):
        bits = np.array([0.0, *_level_bits(weights, name)])
        order = np.argsort(bits)
        at = np.clip(np.searchsorted(bits[order], column + _NUDGE / 4) - 1, 0, len(bits) - 1)
        combined = combined * len(bits) + order[at]
    return combined


def merged(one: Compared, other: Compared) -> Compared:
    """The pairs of both, of which none may stand in both."""
    import numpy as np

    left, right = np.concatenate((one.left, other.left)), np.concatenate((one.right, other.right))
    order = np.lexsort((right, left))
    weight, met = np.concatenate((one.weight, other.weight)), np.concatenate((one.met, other.met))
    return Compared(one.units, left[order], right[order], weight[order], met[order])


@contextmanager
def _predicted(data: Table, weights: Weights) -> Iterator[tuple[Any, str]]:
    """A DuckDB connection with the table of all pairs with their weights by comparison."""
    import duckdb
    from splink import DuckDBAPI, Linker

    spill = Path(tempfile.gettempdir()) / f"thucydides-linking-{os.getpid()}"
    with duckdb.connect(":memory:", config={"temp_directory": str(spill)}) as connection:
        for statement in ("SET enable_progress_bar = false", *MACROS):
            connection.execute(statement)
        database = DuckDBAPI(connection)
        linker = Linker(database.register(data), settings(weights), log_level=None, validate_settings=False)
        predicted = linker.inference.predict(warning_mode="never")
        yield connection, predicted.physical_name


def settings(weights: Weights) -> dict[str, Any]:
    """The Splink settings: the pairs given, the comparisons with fixed weights, and the prior."""
    return {
        "link_type": "dedupe_only",
        "linker_uid": "thucydides",
        "probability_two_random_records_match": probability(weights.prior),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.pair = r.pair", "sql_dialect": "duckdb", "arrays_to_explode": ["pair"]}
        ],
        "comparisons": [_comparison(name, weights) for name in LEVELS],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
    }


def _comparison(name: str, weights: Weights) -> dict[str, Any]:
    nothing = {"sql_condition": NOTHING[name], "label_for_charts": "nothing to compare", "is_null_level": True}
    levels = [
        {"sql_condition": sql, "label_for_charts": level, "m_probability": m, "u_probability": u}
        for (level, sql), (m, u) in zip(LEVELS[name].items(), _level_odds(weights, name), strict=True)
    ]
    return {"output_column_name": name, "comparison_levels": [nothing, *levels]}


def _level_odds(weights: Weights, name: str) -> list[tuple[float, float]]:
    """m and u of each level, m moved by less than a millionth so that in one comparison no two levels weigh the same."""
    given = weights.comparisons[name]
    return [(given[level].m * 2 ** (_NUDGE * (n + 1)), given[level].u) for n, level in enumerate(LEVELS[name])]


def _level_bits(weights: Weights, name: str) -> list[float]:
    return [math.log2(m / u) for m, u in _level_odds(weights, name)]
