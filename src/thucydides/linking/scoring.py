"""Scoring: Splink on DuckDB weighs pairs of units; what comes back are the pairs by position with the levels they met."""

import math
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from thucydides.linking.columns import Array, Commons, Table, distinct, weighed
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
    chosen = distinct(np.concatenate((left, right)))
    data = weighed(rows, common, words, chosen)
    columns = ", ".join(f"mw_{c}" for c in LEVELS)
    statement, given, blocked = _prediction(msgspec.json.encode(weights), data)
    with _connection() as connection:
        connection.register(given, data)
        connection.register(blocked, _asked(left, right))
        found = connection.sql(
            f"""SELECT unique_id_l::BIGINT * {size} + unique_id_r AS k, round(match_weight, 4) AS w, {columns}
                FROM ({statement}) ORDER BY 1"""
        ).to_arrow_table()
    if not np.array_equal(found.column("k").to_numpy(), pairs):
        raise ValueError("Splink has not compared the pairs that it was given")
    met = _met([found.column(f"mw_{c}").to_numpy() for c in LEVELS], weights)
    return Compared(size, left, right, np.maximum(found.column("w").to_numpy(), floor), met)


def _asked(left: Array, right: Array) -> Table:
    """The pairs as Splink holds blocked pairs."""
    import numpy as np
    import pyarrow as pa

    rule = pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(left), np.int8)), pa.array(["0"]))
    return pa.table({"match_key": rule, "join_key_l": pa.array(left, pa.int32()), "join_key_r": pa.array(right, pa.int32())})


_PREDICTIONS: dict[bytes, tuple[str, str, str]] = {}


def _prediction(weights: bytes, data: Table) -> tuple[str, str, str]:
    """The SQL that Splink writes for these weights, and the names of the tables of rows and of pairs that it reads; written once."""
    if weights not in _PREDICTIONS:
        from splink import DuckDBAPI, Linker

        with _connection() as connection:
            rows = DuckDBAPI(connection).register(data.slice(0, 2))
            figures = msgspec.json.decode(weights, type=Weights)
            linker = Linker(rows, settings(figures), log_level=None, validate_settings=False)
            blocked = linker.inference.compute_blocked_pairs_for_predict()
            predicted = linker.inference.predict(warning_mode="never")
            _PREDICTIONS[weights] = (str(predicted.sql_used_to_create), rows.physical_name, blocked.physical_name)
    return _PREDICTIONS[weights]


@contextmanager
def _connection() -> Iterator[Any]:
    """DuckDB in the process, with the functions that the comparisons use."""
    import duckdb

    spill = Path(tempfile.gettempdir()) / f"thucydides-linking-{os.getpid()}"
    with duckdb.connect(":memory:", config={"temp_directory": str(spill)}) as connection:
        for statement in ("SET enable_progress_bar = false", *MACROS):
            connection.execute(statement)
        yield connection


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

    at = np.searchsorted(one.left * one.units + one.right, other.left * one.units + other.right)
    columns = ((one.left, other.left), (one.right, other.right), (one.weight, other.weight), (one.met, other.met))
    return Compared(one.units, *(np.insert(some, at, more) for some, more in columns))


def settings(weights: Weights) -> dict[str, Any]:
    """The Splink settings: the comparisons with fixed weights, and the prior; which pairs are compared is decided in `blocking`."""
    return {
        "link_type": "dedupe_only",
        "linker_uid": "thucydides",
        "probability_two_random_records_match": probability(weights.prior),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.s_act = r.s_act", "sql_dialect": "duckdb"}
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
