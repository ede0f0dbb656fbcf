"""Tables: counts of the killed that a table gives by what and when ("| Civilians killed | 12 | 21 |" under "Jan-Jun 2024 | Jan-Jun 2023").

Rule `extract.table-counts`. Invariants: a column counts over the time that its header names; rows of anything but deaths count none.
"""

import re
from collections.abc import Iterator, Sequence

from thucydides.extracting.forms.tabled import cells_of
from thucydides.extracting.quantities import find_quantities
from thucydides.extracting.spans import days_wide
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.nouns import Aggregate, Block, DateRange, Document, Passage

_KILLED = re.compile(
    r"\b(?:killed|killings?|deaths?|dead|died|fatalities|murders?|murdered|homicides|executions|executed|assassinations)\b", re.IGNORECASE
)
_OR_HURT = re.compile(r"\b(?:injur|wound|casualt|arrest|threat|attempt|penalty|row)", re.IGNORECASE)
"""Labels that count others with the dead, or none."""
SHORTEST = 3
"""Days that the time of a column has at least."""


def table_counts(document: Document, around: Surroundings) -> Iterator[Aggregate]:
    """The counts of the tables of a document whose columns are headed by times."""
    rows: list[Block] = []
    for block in [*document.blocks, Block(len(document.text), len(document.text), "paragraph")]:
        if block.kind == "table":
            rows.append(block)
            continue
        yield from _counts(document, rows, around)
        rows = []


def _counts(document: Document, rows: Sequence[Block], around: Surroundings) -> Iterator[Aggregate]:
    if len(rows) < 2:
        return
    times = dict(_times(document, rows[0], around))
    for row in rows[1:] if times else ():
        label, *values = cells_of(document, row)
        named = document.text[slice(*label)]
        if not _KILLED.search(named) or _OR_HURT.search(named):
            continue
        for column, (start, end) in enumerate(values, start=1):
            found = find_quantities(document.text[start:end])
            if column in times and len(found) == 1 and found[0].quantity.best:
                window, where = times[column]
                yield Aggregate(
                    id=f"{document.id}:{start}:table",
                    document=document.id,
                    passage=Passage(document.id, row.start, end),
                    deaths=found[0].quantity,
                    window=window,
                    window_passage=where,
                    group=named.strip(),
                )


def _times(document: Document, header: Block, around: Surroundings) -> Iterator[tuple[int, tuple[DateRange, Passage]]]:
    """The stretch of time that each column of a header names."""
    for column, (start, end) in enumerate(cells_of(document, header)):
        for time in around.times_in(start, end):
            window = around.reckoning.when(time)
            if window is not None and days_wide(window) >= SHORTEST:
                yield column, (window, Passage(document.id, time.start, time.end))
                break
