"""Querying: the query by which Splink weighs pairs, and the DuckDB of the process that answers it.

Invariants: the query is Splink's own for the weights given; DuckDB reads and writes nothing but what it is given.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from thucydides.linking.arrays import Table
from thucydides.linking.comparisons import LEVELS, MACROS, NOTHING, REPEATED
from thucydides.linking.weights import Weights, probability

_PREDICTIONS: dict[bytes, tuple[str, str, str]] = {}


def prediction(weights: bytes, data: Table) -> tuple[str, str, str]:
    """The SQL that Splink writes for these weights, and the names of the tables of rows and of pairs that it reads; written once."""
    if weights not in _PREDICTIONS:
        from splink import DuckDBAPI, Linker

        with _opened() as splinks:
            rows = DuckDBAPI(splinks).register(data.slice(0, 2))
            figures = msgspec.json.decode(weights, type=Weights)
            linker = Linker(rows, settings(figures), log_level=None, validate_settings=False)
            blocked = linker.inference.compute_blocked_pairs_for_predict()
            predicted = linker.inference.predict(warning_mode="never")
            statement = _worked_out_once(str(predicted.sql_used_to_create))
            _PREDICTIONS[weights] = (statement, rows.physical_name, blocked.physical_name)
    return _PREDICTIONS[weights]


def queries() -> bytes:
    """The SQL that Splink has written in this process, to be kept: having it write takes longer than weighing some pairs."""
    return msgspec.msgpack.encode(_PREDICTIONS)


def take_queries(kept: memoryview) -> None:
    """Take up SQL that Splink wrote in another process; what is none is left."""
    with suppress(msgspec.MsgspecError):
        for weights, query in msgspec.msgpack.decode(kept, type=dict[bytes, tuple[str, str, str]]).items():
            _PREDICTIONS.setdefault(weights, query)


def _worked_out_once(statement: str) -> str:
    """The SQL with what many levels ask for as a column of the pair, which they read: DuckDB would work it out for each of them."""
    read = "from blocked_with_cols"
    if statement.count(read) != 1 or any(expression not in statement for expression in REPEATED.values()):
        raise ValueError("Splink writes its query otherwise than expected: use the version in requirements.txt")
    for name, expression in REPEATED.items():
        statement = statement.replace(expression, name)
    columns = ", ".join(f"{expression} AS {name}" for name, expression in REPEATED.items())
    return statement.replace(read, f"from (SELECT *, {columns} FROM blocked_with_cols)")


@contextmanager
def connection() -> Iterator[Any]:
    """A connection to the DuckDB of this process, which knows the functions that the comparisons use."""
    with _database(os.getpid()).cursor() as found:
        yield found


@cache
def _database(process: int) -> Any:
    """The DuckDB of a process, opened once: opening one takes as long as weighing some pairs."""
    return _opened()


def _opened() -> Any:
    """A DuckDB in memory that reads and writes nothing but what it is given."""
    import duckdb

    spill = Path(tempfile.gettempdir()) / f"thucydides-linking-{os.getpid()}"
    found = duckdb.connect(":memory:", config={"temp_directory": str(spill)})
    for statement in ("SET enable_progress_bar = false", "SET enable_external_access = false", *MACROS):
        found.execute(statement)
    return found


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
        "retain_matching_columns": True,
        "retain_intermediate_calculation_columns": False,
    }


def _comparison(name: str, weights: Weights) -> dict[str, Any]:
    given = weights.comparisons[name]
    nothing = {"sql_condition": NOTHING[name], "label_for_charts": "nothing to compare", "is_null_level": True}
    levels = [
        {"sql_condition": sql, "label_for_charts": level, "m_probability": given[level].m, "u_probability": given[level].u}
        for level, sql in LEVELS[name].items()
    ]
    return {"output_column_name": name, "comparison_levels": [nothing, *levels]}
