"""Tabled: the rows of a table of incidents as tellings, one incident a row, read by the names of its columns.

Invariant: only a table whose header names a column for the date and one for the place or the dead is read; a row without a date
tells nothing.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from thucydides.extracting.forms.boxed import counted, finest
from thucydides.extracting.harm import Harm
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Block, Document
from thucydides.nouns.actor import ActorRole
from thucydides.vocabulary import mapping

_BAR = " | "
_KILLING = re.compile(r"\b(?:massacre|homicide|killing|killed|murder|fatalit|death|execution|femicide|assassination)", re.IGNORECASE)
"""Words of a title by which the victims of a table are its dead."""
_FIRST_ROW = -2
"""The paragraph number of the first row; rows count down, so that none is in one paragraph with another."""


def tabled(document: Document, around: Surroundings) -> Iterator[Telling]:
    """What each row of the tables of a document tells (rule `extract.table`)."""
    rows: list[Block] = []
    number = _FIRST_ROW
    for block in [*document.blocks, Block(len(document.text), len(document.text), "paragraph")]:
        if block.kind == "table":
            rows.append(block)
            continue
        for row in _rows(document, rows, around):
            yield replace(row, paragraph=number)
            number -= 1
        rows = []


def cells_of(document: Document, row: Block) -> list[tuple[int, int]]:
    """Where each cell of a row starts and ends."""
    at, found = row.start, []
    for text in document.text[row.start : row.end].split(_BAR):
        found.append((at, at + len(text)))
        at += len(text) + len(_BAR)
    return found


def _columns(document: Document, header: Block) -> dict[int, str]:
    """What each column of a header tells, by the names of `reading_records.yaml`."""
    known = {word: name for name, words in mapping("reading_records")["fields"].items() for word in words}
    cells = (document.text[a:b].strip().casefold() for a, b in cells_of(document, header))
    return {n: known[cell] for n, cell in enumerate(cells) if cell in known}


def _rows(document: Document, rows: Sequence[Block], around: Surroundings) -> Iterator[Telling]:
    columns = _columns(document, rows[0]) if rows else {}
    told = set(columns.values())
    if "date" not in told or not told & {"place", "killed"}:
        return
    title = (document.title or "") + document.text[max(0, rows[0].start - 400) : rows[0].start]
    deadly = _KILLING.search(title) is not None
    width = len(cells_of(document, rows[0]))
    for row in rows[1:]:
        cells = cells_of(document, row)
        if len(cells) == width:
            yield from _row(document, row, cells, columns, around, deadly)


def _row(
    document: Document, row: Block, cells: Sequence[tuple[int, int]], columns: dict[int, str], around: Surroundings, deadly: bool
) -> Iterator[Telling]:
    """The telling of one row with its date, finest place, counts and doers; none where it has no date or no count."""

    def of(what: str) -> list[tuple[int, int]]:
        return [cells[n] for n, name in columns.items() if name == what]

    times = [t for a, b in of("date") for t in around.times_in(a, b)]
    harms: list[Harm] = [h for outcome in ("killed", "injured") for a, b in of(outcome)[:1] for h in counted(document, outcome, a, b)]
    if deadly and not any(h.outcome == "killed" for h in harms):
        harms += [h for a, b in of("victims")[:1] for h in counted(document, "killed", a, b)]
    if not times or not harms:
        return
    did: ActorRole = "perpetrator"
    doers = [a for span in of("doer") for a in around.actors_in(*span)]
    places = finest(r for a, b in of("place") for r in around.places_in(a, b))
    yield Telling(
        row.start, row.end, 0, 0, "table", (), tuple(harms), "happened", times[0], (), tuple(places), tuple(doers), (),
        (did,) * len(doers), cue=(harms[0].start, harms[0].end),
    )  # fmt: skip
