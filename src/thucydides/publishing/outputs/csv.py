"""csv: a folder of tables (incidents, accounts, claims, ...), with the meaning of every column in columns.csv.

RFC 4180, UTF-8 without mark, a header row and below it a row of HXL hashtags; unknown is empty, never 0. Text that a spreadsheet
would take for a formula is led by an apostrophe (OWASP, "CSV injection"); numbers are written as they are.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from thucydides.nouns import Record
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.tabular.cells import Cell
from thucydides.publishing.tabular.tables import all_tables, columns

INFO = FormatInfo(
    "csv",
    "",
    "A folder of tables for a spreadsheet or statistics program, one row an incident, account or claim; row 2 holds HXL hashtags.",
    standard="RFC 4180, HXL 1.1",
    readers=("LibreOffice Calc", "Excel", "R", "pandas", "HXL Proxy"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell, the full-width ones included."""
NUMBER = re.compile(r"-\d+(?:\.\d+)?")
"""A number below nought, as of a latitude in the south, which runs nothing."""
RISKY = frozenset((*FORMULA, " "))


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The tables by file name."""
    found = {}
    for name, rows in all_tables(record, options):
        header = list(columns(name))
        tags = [column.hxl for column in columns(name).values()]
        found[f"{name}.csv"] = table(header, map(itemgetter(*header), rows), tags)
    return found


def table(header: Sequence[str], rows: Iterable[Iterable[Cell]], tags: Sequence[str] = ()) -> bytes:
    """One table's file; `tags` is a second row below the header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    if any(tags):
        writer.writerow(tags)
    # Most cells need nothing done to them; the writer itself writes None as an empty cell.
    writer.writerows(
        [v if v is None or v.__class__ is int or (v.__class__ is str and v[:1] not in RISKY) else cell(v) for v in row]
        for row in rows
    )
    return out.getvalue().encode()


def cell(value: Cell) -> str:
    """A cell as written: empty for None; a whole number without a point; text made safe for spreadsheets."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.lstrip(" ").startswith(FORMULA) and not NUMBER.fullmatch(value) else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
