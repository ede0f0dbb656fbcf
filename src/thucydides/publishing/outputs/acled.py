"""acled: the record in ACLED's 31 columns, with its rules on fatalities, days and sides; what they cannot code, with the reasons.

A folder: `acled.csv`, `not_coded.csv`, `columns.csv` with the meaning of the columns, `about.csv` with the rules applied. The number of
fatalities follows ACLED's rules and not the record's: the notes say where they differ.
"""

from typing import Any

from thucydides.nouns import Record
from thucydides.publishing.assets import mapping
from thucydides.publishing.coding.acled import events
from thucydides.publishing.coding.acled_joined import joined
from thucydides.publishing.coding.ged import Uncoded
from thucydides.publishing.coding.uncoded import HEADER, uncoded
from thucydides.publishing.index import Index, by_time
from thucydides.publishing.options import Options
from thucydides.publishing.outputs.csv import table
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.rules import meanings
from thucydides.publishing.tabular.rows_about import about_rows

INFO = FormatInfo(
    "acled",
    "",
    "ACLED's 31 columns, one row an event, with its rules on fatalities; what they cannot code in a second table with the reasons.",
    standard="ACLED codebook",
    readers=("Excel", "R", "pandas", "Tableau"),
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The tables by file name."""
    index = Index(record, options)
    found: list[dict[str, Any]] = []
    rest: list[tuple[Any, ...]] = []
    for incident in sorted(record.incidents, key=by_time):
        rows = events(index, incident)
        if isinstance(rows, Uncoded):
            rest.append(uncoded(incident, rows))
        else:
            found += rows
    columns: dict[str, str] = mapping("acled")["columns"]
    rules = [(f"rule {name}", meanings()[name][0]) for name in sorted(meanings()) if name.startswith("acled.")]
    about = [tuple(row.values()) for row in about_rows(index)]
    return {
        "acled.csv": table(list(columns), ([row.get(c) for c in columns] for row in joined(found))),
        "not_coded.csv": table(HEADER, rest),
        "columns.csv": table(("column", "meaning"), columns.items()),
        "about.csv": table(("item", "value"), [*about, *rules]),
    }
