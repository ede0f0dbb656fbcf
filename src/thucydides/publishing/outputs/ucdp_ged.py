"""ucdp-ged: the record as UCDP's Georeferenced Event Dataset codes conflict, and what its rules cannot code, with the reasons.

A folder: `ged.csv` with the 49 columns of GED 25.1 in their order, `not_coded.csv`, `columns.csv` with the meaning of the columns,
`about.csv` with the rules applied. Unknown is empty. UCDP's own ids stay empty, as only UCDP can give them; `relid` is our id.
"""

from collections import defaultdict
from typing import Any

from thucydides.nouns import Record
from thucydides.publishing.assets import mapping
from thucydides.publishing.coding.ged import Uncoded, event
from thucydides.publishing.coding.ged_residuals import residuals
from thucydides.publishing.coding.uncoded import HEADER, leftover, uncoded
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.options import Options
from thucydides.publishing.outputs.csv import table
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.rules import meanings
from thucydides.publishing.tabular.rows_about import about_rows

INFO = FormatInfo(
    "ucdp-ged",
    "",
    "UCDP GED's 49 columns, one row an event, with deaths by side; what its rules cannot code in a second table with the reasons.",
    standard="UCDP GED 25.1",
    readers=("R", "Stata", "pandas", "ViEWS"),
)
ACTIVE = 25
"""Deaths in a year from which UCDP calls a dyad active."""


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The tables by file name."""
    index = Index(record, options)
    events: list[dict[str, Any]] = []
    rest: list[tuple[Any, ...]] = []
    for incident in sorted(record.incidents, key=by_time):
        found = event(index, incident)
        if isinstance(found, Uncoded):
            rest.append(uncoded(incident, found))
        else:
            events.append(found)
    for aggregate, row in residuals(index):
        if isinstance(row, Uncoded):
            rest.append(leftover(index, aggregate, row))
        else:
            events.append(row)
    columns: dict[str, str] = mapping("ged")["columns"]
    active = _active(events)
    header = list(columns)
    rows = ([{**row, "active_year": int((row["dyad_name"], row["year"]) in active)}.get(c) for c in header] for row in events)
    rules = [(f"rule {name}", meanings()[name][0]) for name in sorted(meanings()) if name.startswith("ucdp.")]
    about = [tuple(row.values()) for row in about_rows(index)]
    return {
        "ged.csv": table(header, rows),
        "not_coded.csv": table(HEADER, rest),
        "columns.csv": table(("column", "meaning"), columns.items()),
        "about.csv": table(("item", "value"), [*about, *rules]),
    }


def _active(events: list[dict[str, Any]]) -> set[tuple[str, int]]:
    """The dyads with their years in which the events here sum to 25 deaths."""
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for row in events:
        sums[row["dyad_name"], row["year"]] += row["best"]
    return {at for at, dead in sums.items() if dead >= ACTIVE}
