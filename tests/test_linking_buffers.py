"""Values become Arrow arrays and numbers again as Arrow itself would have it, without loading pandas."""

import subprocess
import sys
from typing import Any

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from thucydides.linking.arrays import column, flat
from thucydides.linking.buffers import arrow, plain, there

WHOLE = st.integers(-(2**31), 2**31 - 1)
KINDS: dict[str, tuple[Any, st.SearchStrategy[Any]]] = {
    "string": (pa.string(), st.none() | st.text()), "bool": (pa.bool_(), st.booleans()), "int32": (pa.int32(), st.none() | WHOLE),
    "double": (pa.float64(), st.none() | st.floats(allow_nan=False)), "uint64": (pa.uint64(), st.integers(0, 2**64 - 1)),
    "list string": (pa.list_(pa.string()), st.lists(st.text())), "list int32": (pa.list_(pa.int32()), st.lists(WHOLE)),
}  # fmt: skip


@settings(deadline=None)
@given(data=st.data(), kind=st.sampled_from(sorted(KINDS)))
def test_values_come_back_as_they_were(data: st.DataObject, kind: str) -> None:
    values = data.draw(st.lists(KINDS[kind][1]))
    made = arrow(values, kind)
    made.validate(full=True)
    assert made.equals(pa.array(values, KINDS[kind][0]))
    if kind in ("bool", "int32", "double", "uint64"):
        some = made[data.draw(st.integers(0, len(values))) :]
        known = [v for v in some.to_pylist() if v is not None]
        assert plain(some)[there(some)].tolist() == known


@settings(deadline=None)
@given(numbers=st.lists(st.none() | WHOLE), lists=st.lists(st.lists(WHOLE)), cut=st.integers(0, 9))
def test_columns_are_read_from_any_part_of_a_table(numbers: list[int | None], lists: list[list[int]], cut: int) -> None:
    size = min(len(numbers), len(lists))
    rows = pa.table({"n": arrow(numbers[:size], "int32"), "l": arrow(lists[:size], "list int32")}).slice(cut)
    wanted = [float("nan") if n is None else n for n in numbers[:size][cut:]]
    assert np.array_equal(column(rows, "n"), np.array(wanted, float), equal_nan=True)
    owner, value = flat(rows, "l")
    assert list(zip(owner.tolist(), value.tolist(), strict=True)) == [(n, v) for n, some in enumerate(lists[:size][cut:]) for v in some]


def test_linking_a_further_report_loads_no_pandas() -> None:
    ask = """
import sys; sys.path.insert(0, "tests")
from linking_factory import document, mention
from thucydides.linking.standing import Standing
from thucydides.linking import scoring
from thucydides.linking.columns import table
from thucydides.linking.arrays import column, flat
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.features import features
from thucydides.linking.unit import units
rows = table(features(units([mention("a", 0, "Attack", "2024-05-01", None, [3])], [document("a", "2024-05-02")])), Words(), Numbers())
print(flat(rows, "w_words")[0].tolist(), column(rows, "d_first").tolist(), "pandas" in sys.modules)
"""
    found = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    assert found.stdout.strip().endswith("False"), found.stderr
