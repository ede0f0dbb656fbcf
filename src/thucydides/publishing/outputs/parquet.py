"""parquet: the tables of the csv export as Apache Parquet files, every column typed and described.

Unknown is null. Dates are days (date32), counts 32-bit integers, flags booleans. What a column means stands in its field's metadata,
what part of the record it is in the file's.
"""

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from thucydides.nouns import Record
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.tabular.cells import Row
from thucydides.publishing.tabular.tables import all_tables, columns, meaning

INFO = FormatInfo(
    "parquet",
    "",
    "The same tables as Parquet files, every column typed and described, for DuckDB, pandas, R or a cluster.",
    standard="Apache Parquet 2",
    readers=("DuckDB", "pandas", "polars", "R arrow", "Spark"),
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The tables by file name."""
    return {f"{name}.parquet": _table(name, rows, options) for name, rows in all_tables(record, options)}


def _table(name: str, rows: Iterator[Row], options: Options) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    held = list(rows)
    kinds = {"text": pa.string(), "integer": pa.int32(), "number": pa.float64(), "date": pa.date32(), "flag": pa.bool_()}
    fields, arrays = [], []
    for column in columns(name).values():
        fields.append(pa.field(column.name, kinds[column.type], metadata={"meaning": column.meaning, "hxl": column.hxl}))
        arrays.append(pa.array(_values([row[column.name] for row in held], column.type), kinds[column.type]))
    schema = pa.schema(fields, metadata={"table": name, "meaning": meaning(name), "status": options.status})
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")
    return out.getvalue()


def _values(values: list[Any], kind: str) -> list[Any]:
    if kind == "date":
        return [date.fromisoformat(v) if v is not None else None for v in values]
    return [bool(v) for v in values] if kind == "flag" else values
