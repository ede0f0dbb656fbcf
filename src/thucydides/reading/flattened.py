"""Flattened: the box of an encyclopedia's page after its table is lost: names run onto values, stand before bars or over their values.

Invariant: lines are taken for a box only where three or more of its fields stand together, its date and its place or dead among them.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct, structs

from thucydides.reading.facts import is_sentence
from thucydides.reading.page import Line
from thucydides.reading.plain import infobox
from thucydides.vocabulary import mapping

FIELDS = 3
APART = 3
"""Between two fields of a box stand at most so many lines that are none (a map's caption, the time under a date; our choice)."""
VALUE = 200
"""A longer line is no value of a field."""
SIDES = 3
"""A box has the losses of at most so many sides (two parties and civilians)."""

_BARS = re.compile(r"\s*\|\s*")
_VALUE_START = r"(?= ?[A-Z\d~≈+–-])"
_HELD = frozenset({"place", "killed", "casualties"})


class Field(Struct, frozen=True):
    """One field of a box: the lines `[start, end)` that write it, what it tells ("date", "casualties") and its lines as a box's."""

    start: int
    end: int
    tells: str
    lines: tuple[Line, ...]


def restored(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with those of a box that lost its table as infobox fields (rule `read.flattened`); all others as they were.

    >>> [line.key for line in restored([Line("DateMay 3, 2031"), Line("LocationKharmat, Veland"), Line("Deaths12")])]
    ['date', 'location', 'deaths']
    """
    run: list[Field] = []
    runs: list[list[Field]] = []
    at = 0
    while at < len(lines):
        field = _field(lines, at)
        if field is not None and (not run or at - run[-1].end <= APART):
            run.append(field)
        elif field is not None:
            runs, run = [*runs, run], [field]
        at = field.end if field is not None else at + 1
    boxed = [field for one in [*runs, run] if _is_box(one) for field in one]
    kept: list[Line] = []
    done = 0
    for field in boxed:
        kept += [*lines[done : field.start], *field.lines]
        done = field.end
    return (*kept, *lines[done:])


def _is_box(run: Sequence[Field]) -> bool:
    """Whether fields make one box: enough of them, one date with a figure in it (more are of a list), and a place or the dead."""
    told = [field.tells for field in run]
    dates = [field for field in run if field.tells == "date"]
    dated = len(dates) == 1 and any(c.isdigit() for line in dates[0].lines for c in line.text)
    return len(run) >= FIELDS and dated and bool(_HELD.intersection(told))


def _field(lines: Sequence[Line], at: int) -> Field | None:
    """The field that begins at a line: "Deaths12", "Deaths | 12 |", or "Deaths" over "12"; None where none does."""
    line = lines[at]
    if line.kind not in ("", "heading", "table", "bullet") or len(line.text) > VALUE or is_sentence(line.text):
        return None
    cells = [cell for cell in _BARS.split(line.text.strip(" |")) if cell]
    if not cells:
        return None
    name = cells[0].casefold().strip(" :")
    if tells := _names().get(name):
        if len(cells) > 1 and not any(cell.casefold() in _names() for cell in cells[1:]):
            return Field(at, at + 1, tells, _written(line, name, tells, cells[1:]))
        if len(cells) > 1:
            return None  # the head of a table
        values = _values(lines, at + 1, SIDES if tells == "casualties" else 1)
        return Field(at, at + 1 + len(values), tells, _written(line, name, tells, [c for v in values for c in v])) if values else None
    stuck = _stuck().match(cells[0])
    if stuck is None:
        return None
    name = stuck[0].casefold()
    return Field(at, at + 1, _names()[name], _written(line, name, _names()[name], [cells[0][stuck.end() :].lstrip(), *cells[1:]]))


def _values(lines: Sequence[Line], first: int, most: int) -> list[list[str]]:
    """The cells of the lines under a name, up to `most` lines, as long as they are values: short, no sentence, no name of a field."""
    found: list[list[str]] = []
    for line in lines[first : first + most]:
        cells = [cell for cell in _BARS.split(line.text.strip(" |")) if cell]
        name = cells[0].casefold().strip(" :") if cells else ""
        if not cells or len(line.text) > VALUE or is_sentence(line.text) or name in _names() or _stuck().match(cells[0]):
            break
        if found and not any(c.isdigit() for c in line.text):
            break
        found.append(cells)
    return found


def _written(line: Line, name: str, tells: str, values: Sequence[str]) -> tuple[Line, ...]:
    """The field as lines of an infobox: one, or one for each side where it tells of losses."""
    if tells != "casualties":
        return (structs.replace(infobox(name, ", ".join(values)), gap=line.gap),)
    return tuple(
        structs.replace(infobox(name, value), key=f"casualties{side}", gap=line.gap and side == 1)
        for side, value in enumerate(values, 1)
    )


@cache
def _names() -> dict[str, str]:
    """The names of the fields of a box, in small letters, with what each tells."""
    records = mapping("reading_records")
    fields = {word: tells for tells, words in records["fields"].items() for word in words}
    return fields | dict.fromkeys(records["sided"]["casualties"], "casualties")


@cache
def _stuck() -> re.Pattern[str]:
    """A name with its first letter large, run onto a value that begins with a large letter or a figure, or with one blank between."""
    names = sorted((name for name in _names() if name.isascii() and len(name) > 3), key=len, reverse=True)
    return re.compile("(?:" + "|".join(f"{re.escape(name[0].upper() + name[1:])}" for name in names) + ")" + _VALUE_START)
