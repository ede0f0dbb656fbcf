"""csv: a folder of tables (incidents, accounts, claims, ...), with the meaning of every column in columns.csv.

RFC 4180, UTF-8 without mark, a header row; unknown is empty, never 0. Text that a spreadsheet would take for a formula is led by
an apostrophe (OWASP, "CSV injection"); numbers are written as they are.
"""

import csv
import io

from thucydides.nouns import Record
from thucydides.publishing.cells import Cell
from thucydides.publishing.options import Options
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.tables import all_tables, columns

INFO = FormatInfo("csv", "", "A folder of tables for a spreadsheet or statistics program, one row an incident, account or claim.")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell, the full-width ones included."""


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The tables by file name."""
    found = {}
    for name, rows in all_tables(record, options):
        header = list(columns(name))
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(header)
        for row in rows:
            writer.writerow([cell(row[column]) for column in header])
        found[f"{name}.csv"] = out.getvalue().encode()
    return found


def cell(value: Cell) -> str:
    """A cell as written: empty for None; a whole number without a point; text made safe for spreadsheets."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.lstrip(" ").startswith(FORMULA) else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
