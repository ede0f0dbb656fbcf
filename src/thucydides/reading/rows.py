"""Rows: the rows of a table in a plain text without bars at their ends: cells parted by bars, as many in each row.

Rule `read.rows`. Invariant: a lone line with bars is none, nor are lines of different numbers of cells.
"""

import re
from collections.abc import Iterator, Sequence

from thucydides.vocabulary import mapping

BAR = " | "
CELLS = 3
"""So many cells make a row; of a row of fewer the next rows must be of a table too."""
LONG_RUN = 3
_PARTED = re.compile(r"\s+\|\s+")


def tabulated(rows: Sequence[str]) -> dict[int, str]:
    """The rows of a text that are of such tables, each as its cells with a bar between them."""
    found: dict[int, str] = {}
    if not any(BAR in row for row in rows):
        return found
    for run in _runs(rows):
        cells = [_cells(rows[at]) for at in run]
        if len(run) > 1 and (len(cells[0]) >= CELLS or (len(cells[0]) > 1 and len(run) >= LONG_RUN)):
            found |= {at: BAR.join(told) for at, told in zip(run, cells, strict=True)}
    return found


def _runs(rows: Sequence[str]) -> Iterator[list[int]]:
    """The stretches of rows right behind one another that have as many cells, more than one."""
    run: list[int] = []
    for at, row in enumerate(rows):
        many = len(_cells(row))
        if run and (many < 2 or many != len(_cells(rows[run[-1]]))):
            yield run
            run = []
        if many > 1:
            run.append(at)
    if run:
        yield run


def _cells(row: str) -> list[str]:
    """The cells of a row that begins with none of the bars."""
    if BAR not in row or row.startswith("|"):
        return []
    return [cell.strip() for cell in _PARTED.split(row.strip().removesuffix(" |"))]


def heads_columns(row: str) -> bool:
    """Whether a row only names the columns below it: each cell is a label, two or more of them the names of an incident's fields."""
    known = {word for words in mapping("reading_records")["fields"].values() for word in words}
    cells = [cell.strip().casefold() for cell in row.split(BAR)]
    return sum(cell in known for cell in cells) > 1 and all(len(cell.split()) <= _LABEL and not _DIGIT.search(cell) for cell in cells)


_LABEL = 5
_DIGIT = re.compile(r"\d")
