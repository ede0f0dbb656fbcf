"""Lines: text with an indent, laid out to a width, or unbroken where it goes to a file or another program."""

import textwrap
from collections.abc import Iterable
from typing import NamedTuple


class Line(NamedTuple):
    """One paragraph: its text ("" is an empty line), how far it is indented, and the mark it begins with ("- ", "1. ")."""

    text: str
    indent: int = 0
    mark: str = ""


def laid(lines: Iterable[Line], width: int | None = None) -> str:
    """The lines as text; broken at `width` with the indent kept, or each on one line where it is None."""
    out = []
    for line in lines:
        head = " " * line.indent + line.mark
        if not line.text:
            out.append(head.rstrip())
        elif width is None:
            out.append(head + line.text)
        else:
            room = max(width, line.indent + len(line.mark) + 20)
            rest = " " * len(head)
            out.append(textwrap.fill(
                line.text, room, initial_indent=head, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
            ))  # fmt: skip
    return "\n".join(out)


def columns(rows: list[tuple[str, ...]], head: tuple[str, ...], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as aligned columns under a head; columns in `right` end flush."""
    table = [head, *rows]
    widths = [max(len(row[n]) for row in table) for n in range(len(head))]
    cells = [
        "  ".join(cell.rjust(widths[n]) if n in right else cell.ljust(widths[n]) for n, cell in enumerate(row)).rstrip()
        for row in table
    ]
    return [cells[0], "  ".join("-" * w for w in widths), *cells[1:]]
