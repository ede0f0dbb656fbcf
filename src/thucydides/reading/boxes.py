"""Boxes: the rows of a page's infobox as fields, where a name stands before a value or above the values of the sides.

Invariant: a cell under a heading such as "Casualties and losses" is a field of its own, named as wiki sources name it ("casualties1").
"""

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import structs

from thucydides.reading.page import Line
from thucydides.reading.plain import infobox
from thucydides.vocabulary import mapping


@cache
def _sided() -> dict[str, str]:
    """The headings under which the cells of an infobox are one side's each, with the name of their fields."""
    return {label: name for name, labels in mapping("reading_records")["sided"].items() for label in labels}


def fields(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with each row of an infobox as its field (rule `read.sides`); a row of one cell is a label, others stay as they were."""
    label, name, side = "", "", 0
    for line in lines:
        if line.kind != "infobox":
            label, name, side = "", "", 0
            yield line
            continue
        cells = [cell.strip() for cell in line.text.split(" | ")]
        found = _sided().get(line.text.casefold().strip(" :"))
        if len(cells) == 1 and (found or not name or not any(c.isdigit() for c in line.text)):
            label, name, side = line.text, found or "", 0
            yield structs.replace(line, kind="heading", level=3)
        elif not name or cells[0].casefold() in _names():
            label, name, side = "", "", 0
            yield structs.replace(infobox(cells[0], " | ".join(cells[1:])), gap=line.gap)
        else:
            for number, cell in enumerate(cells, side + 1):
                yield structs.replace(infobox(label, cell), key=f"{name}{number}", gap=line.gap and number == side + 1)
            side += len(cells)


@cache
def _names() -> frozenset[str]:
    """The names of fields, which no side is called."""
    return frozenset(word for words in mapping("reading_records")["fields"].values() for word in words)
