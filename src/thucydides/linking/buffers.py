"""Buffers: values as Arrow arrays and Arrow arrays as numbers, by the bytes that both consist of.

Arrow's own way from and to numpy and lists loads pandas, which nothing here needs and which takes longer than linking one more report.
"""

from collections.abc import Sequence
from typing import Any

Array = Any
"""A numpy array; numpy is imported only where linking runs."""
Column = Any
"""A pyarrow array."""

_NUMPY = {"bool": "bool", "int8": "int8", "int32": "int32", "int64": "int64", "uint64": "uint64", "double": "float64"}
_LIST = "list "


def arrow(values: Any, kind: str) -> Column:
    """Some values as an Arrow array; `kind` is string, one of numbers or truths by Arrow's name, or one of these after "list "."""
    import numpy as np
    import pyarrow as pa

    if kind.startswith(_LIST):
        return lists([len(some) for some in values], arrow([one for some in values for one in some], kind.removeprefix(_LIST)))
    if kind == "string":
        said = [None if value is None else value.encode() for value in values]
        ends = np.cumsum([0, *(len(some or b"") for some in said)], dtype=np.int32)
        data = [_known([some is not None for some in said]), pa.py_buffer(ends), pa.py_buffer(b"".join(some or b"" for some in said))]
        return pa.Array.from_buffers(pa.string(), len(said), data)
    known = None
    if not isinstance(values, np.ndarray):
        known = _known([value is not None for value in values])
        values = [0 if value is None else value for value in values]
    numbers = np.ascontiguousarray(np.asarray(values, _NUMPY[kind]))
    data = _packed(numbers) if kind == "bool" else pa.py_buffer(numbers)
    return pa.Array.from_buffers(_type(kind), len(numbers), [known, data])


def lists(lengths: Any, items: Column) -> Column:
    """An Arrow array of lists of so many items each."""
    import numpy as np
    import pyarrow as pa

    ends = np.append(0, np.cumsum(lengths)) if len(lengths) else np.zeros(1)
    return pa.ListArray.from_arrays(arrow(ends, "int32"), items)


def plain(some: Column) -> Array:
    """An Arrow array of truths or numbers as a numpy array; where a value is missing, any may stand."""
    import numpy as np

    kind = _NUMPY[str(some.type)]
    if not len(some):
        return np.zeros(0, kind)
    data = some.buffers()[1]
    return _bits(data, some.offset, len(some)) if kind == "bool" else np.frombuffer(data, kind)[some.offset : some.offset + len(some)]


def there(some: Column) -> Array:
    """Which values of an Arrow array are not missing."""
    import numpy as np

    if not some.null_count:
        return np.ones(len(some), bool)
    return _bits(some.buffers()[0], some.offset, len(some))


def _bits(data: Any, offset: int, size: int) -> Array:
    """A run of truths that are kept as bits."""
    import numpy as np

    return np.unpackbits(np.frombuffer(data, np.uint8), count=offset + size, bitorder="little")[offset:].astype(bool)


def _known(truths: Sequence[bool]) -> Any:
    """Which values are not missing as bits, None where none is."""
    import numpy as np

    return None if all(truths) else _packed(np.array(truths, bool))


def _packed(truths: Array) -> Any:
    import numpy as np
    import pyarrow as pa

    return pa.py_buffer(np.packbits(truths, bitorder="little"))


def _type(kind: str) -> Any:
    import pyarrow as pa

    return {"bool": pa.bool_, "int8": pa.int8, "int32": pa.int32, "int64": pa.int64, "uint64": pa.uint64, "double": pa.float64}[kind]()
