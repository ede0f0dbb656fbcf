"""Scoring: Splink on DuckDB blocks the units and scores each pair; what comes back are pairs by position with the levels they met."""

import math
import os
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from msgspec import Struct

from thucydides.linking.blocking import Keys, block, blocking_rules
from thucydides.linking.comparisons import LEVELS, MACROS, NOTHING
from thucydides.linking.features import Features, table
from thucydides.linking.weights import Weights, probability

NOTHING_SAID = -1
_NUDGE = 1e-7
FLOOR = -10.0
"""Bits below which a pair is hopeless: its weight is taken to be these."""
Array = Any
"""A numpy array; numpy is imported only where linking runs."""


class Compared(Struct, frozen=True):
    """All compared pairs of units by position, `left` < `right`, sorted, as numpy arrays of one length.

    `weight` is in bits; `pattern` is the position in `patterns` of the levels met: for each comparison in order the position in
    `LEVELS[comparison]`, -1 where one side says nothing. `hopeless` are the pairs below the floor of -10 bits, each as
    left * `units` + right, sorted; their weight is taken to be the floor.
    """

    units: int
    left: Array
    right: Array
    weight: Array
    pattern: Array
    patterns: tuple[tuple[int, ...], ...]
    hopeless: Array
    floor: float = FLOOR

    def chosen(self, which: Array) -> Iterator[tuple[int, int, float, tuple[int, ...]]]:
        """Left, right, weight and levels of the pairs at the positions `which`."""
        columns = (column[which].tolist() for column in (self.left, self.right, self.weight, self.pattern))
        for left, right, weight, pattern in zip(*columns, strict=True):
            yield left, right, weight, self.patterns[pattern]


def score(
    rows: Sequence[Features], weights: Weights, floor: float = FLOOR, keys: Keys | None = None, only: Sequence[int] | None = None
) -> Compared:
    """Compare all blocked pairs of the rows, or of those at the positions `only`; `keys` (for these) block in place of our own.

    Same rows, same pairs, whatever the number of threads.
    """
    import numpy as np

    size = len(rows)
    chosen = range(size) if only is None else only
    if len(chosen) < 2:
        none = np.zeros(0, np.int64)
        return Compared(size, none, none, none.astype(float), none, (), none, floor)
    columns = ", ".join(f"mw_{c}" for c in LEVELS)
    keys = keys or block(rows)
    with _predicted(table([rows[n] for n in chosen], keys, chosen), weights, floor, keys) as (connection, blocked, predicted):
        found = connection.sql(
            f"""SELECT unique_id_l::BIGINT AS l, unique_id_r::BIGINT AS r, round(match_weight, 4) AS w, {columns}
                FROM {predicted} ORDER BY 1, 2"""
        ).to_arrow_table()
        everything = connection.sql(f"SELECT join_key_l::BIGINT * {size} + join_key_r AS k FROM {blocked} ORDER BY 1").to_arrow_table()
    left, right = found.column("l").to_numpy(), found.column("r").to_numpy()
    pattern, patterns = _patterns([found.column(f"mw_{c}").to_numpy() for c in LEVELS], weights)
    hopeless = np.setdiff1d(everything.column("k").to_numpy(), left * size + right, assume_unique=True)
    return Compared(size, left, right, found.column("w").to_numpy(), pattern, patterns, hopeless, floor)


def _patterns(columns: Sequence[Array], weights: Weights) -> tuple[Array, tuple[tuple[int, ...], ...]]:
    """For each pair the number of its combination of levels, and the combinations; a level is known by its weight, no two being equal."""
    import numpy as np

    combined = np.zeros(len(columns[0]), np.int64)
    for name, column in zip(LEVELS, columns, strict=True):
        bits = np.array([0.0, *_level_bits(weights, name)])
        order = np.argsort(bits)
        at = np.clip(np.searchsorted(bits[order], column + _NUDGE / 4) - 1, 0, len(bits) - 1)
        combined = combined * len(bits) + order[at]
    codes, pattern = np.unique(combined, return_inverse=True)
    return pattern, tuple(_levels(int(code)) for code in codes)


def _levels(code: int) -> tuple[int, ...]:
    met: list[int] = []
    for name in reversed(tuple(LEVELS)):
        code, level = divmod(code, len(LEVELS[name]) + 1)
        met.append(level - 1)
    return tuple(reversed(met))


def complete(compared: Compared, clusters: Sequence[Sequence[int]], rows: Sequence[Features], weights: Weights) -> Compared:
    """The comparisons with all pairs inside the clusters that blocking had left out (`link.cluster.whole`).

    Where none is missing it is the same object.
    """
    import numpy as np

    at = np.full(len(rows), -1, np.int64)
    for number, members in enumerate(clusters):
        if len(members) > 2:
            at[list(members)] = number
    known = np.concatenate((compared.left * compared.units + compared.right, compared.hopeless))
    a, b = known // max(compared.units, 1), known % max(compared.units, 1)
    inside = np.bincount(at[a[(at[a] == at[b]) & (at[a] >= 0)]], minlength=len(clusters)) if len(known) else np.zeros(len(clusters), int)
    missing = [n for n, members in enumerate(clusters) if len(members) > 2 and inside[n] < len(members) * (len(members) - 1) // 2]
    only = sorted(unit for n in missing for unit in clusters[n])
    if not only:
        return compared
    more = score(rows, weights, compared.floor, {"rare": tuple((int(at[unit]),) for unit in only)}, only)
    return _merged(compared, more)


def _merged(one: Compared, more: Compared) -> Compared:
    """The pairs of both, each once."""
    import numpy as np

    known = np.concatenate((one.left * one.units + one.right, one.hopeless))
    new = ~np.isin(more.left * more.units + more.right, known)
    left, right = np.concatenate((one.left, more.left[new])), np.concatenate((one.right, more.right[new]))
    order = np.lexsort((right, left))
    numbers: dict[tuple[int, ...], int] = {p: n for n, p in enumerate(one.patterns)}
    moved = np.array([numbers.setdefault(p, len(numbers)) for p in more.patterns] or [0], np.int64)
    pattern = np.concatenate((one.pattern, moved[more.pattern[new]]))[order]
    weight = np.concatenate((one.weight, more.weight[new]))[order]
    return Compared(
        one.units, left[order], right[order], weight, pattern, tuple(numbers), np.union1d(one.hopeless, more.hopeless), one.floor
    )


@contextmanager
def _predicted(data: Any, weights: Weights, floor: float, keys: Collection[str]) -> Iterator[tuple[Any, str, str]]:
    """A DuckDB connection with the tables of all blocked pairs and of those above the floor with their weights by comparison."""
    import duckdb
    from splink import DuckDBAPI, Linker

    spill = Path(tempfile.gettempdir()) / f"thucydides-linking-{os.getpid()}"
    with duckdb.connect(":memory:", config={"temp_directory": str(spill)}) as connection:
        for statement in ("SET enable_progress_bar = false", *MACROS):
            connection.execute(statement)
        database = DuckDBAPI(connection)
        linker = Linker(database.register(data), settings(weights, keys), log_level=None, validate_settings=False)
        blocked = linker.inference.compute_blocked_pairs_for_predict()
        predicted = linker.inference.predict(threshold_match_weight=floor, warning_mode="never")
        yield connection, blocked.physical_name, predicted.physical_name


def settings(weights: Weights, columns: Collection[str]) -> dict[str, Any]:
    """The Splink settings: blocking on the keys in `columns`, the comparisons with fixed weights, and the prior."""
    return {
        "link_type": "dedupe_only",
        "linker_uid": "thucydides",
        "probability_two_random_records_match": probability(weights.prior),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": sql, "sql_dialect": "duckdb", "arrays_to_explode": [column]}
            for column, sql in blocking_rules(weights.impossible_days).items() if column in columns
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
