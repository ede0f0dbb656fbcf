"""Row words: what the other cells of a table's row say of the deed that it counts: its means, its words of force, its parties.

Rule `extract.table-words`. Invariant: date, place and counts of a row stay those of their columns.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from thucydides.extracting.parsing import Paragraph
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tellings.tellings import tellings_of


def with_words(rows: Sequence[Telling], paragraphs: Iterable[Paragraph], around: Surroundings) -> list[Telling]:
    """The rows of a document's tables with what their remarks tell."""
    wanted = {row.start for row in rows}
    remarks = {p.block.start: [*tellings_of(p, 0, 0, around)] for p in paragraphs if p.block.start in wanted}
    return [_worded(row, [t for t in remarks.get(row.start, ()) if t.status == "happened"]) for row in rows]


def _worded(row: Telling, told: Sequence[Telling]) -> Telling:
    """A row with the words of force of what is told in it, and with its parties where no column names who did it."""
    if not told:
        return row
    heads = [t.head for t in told if t.head is not None]
    strong = [h for h in heads if not h.weak]
    named = [*zip(row.actors, row.roles, strict=True)] or [p for t in told for p in zip(t.actors, t.roles, strict=True)]
    return replace(
        row,
        triggers=tuple(x for t in told for x in t.triggers),
        weapons=tuple(w for t in told for w in t.weapons),
        head=next(iter([*strong, *heads]), None),
        actors=tuple(a for a, _ in named),
        roles=tuple(r for _, r in named),
    )
