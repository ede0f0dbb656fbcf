"""What the commands share: the record argument, opening it, and writing text or JSON."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from thucydides.nouns import Record
    from thucydides.record import Store
    from thucydides.showing.lines import Line

NAME = "thucydides"
MOST_WIDTH = 110
"""Letters of a line of prose at most: longer lines are hard to read."""

record_argument = click.argument("record")
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON for a script instead of text.")


def open_store(record: str) -> "Store":
    """The store of an existing record."""
    from thucydides.record import Store

    return Store.open(record)


def latest(record: str) -> "Record":
    """The latest revision of an existing record; MissingError where no build has finished."""
    from thucydides.record import MissingError

    with open_store(record) as store:
        found = store.latest()
    if found is None:
        raise MissingError(f"{record}: no build has finished yet; run: thucydides build SOURCES --record {record}")
    return found


def previous(record: str) -> "Record | None":
    """The revision before the latest one; None where there is none."""
    with open_store(record) as store:
        made = len(store.revisions())
        return store.revision(made - 1) if made > 1 else None


def write_json(value: Any) -> None:
    """JSON, indented, on standard output."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def write_lines(lines: "Iterable[Line]") -> None:
    """Paragraphs, broken to the width of a terminal, unbroken into a file or a pipe."""
    from thucydides.showing.lines import laid

    width = terminal_width()
    click.echo(laid(lines, min(width, MOST_WIDTH) if width else None))


def write_bytes(data: bytes) -> None:
    """Bytes as they are on standard output, all of them: an unbuffered stream may take a part and say so."""
    sys.stdout.flush()
    rest = memoryview(data)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]


def program() -> str:
    """What to type for this program: its name, or the way to it where the name alone does not find it."""
    called = Path(sys.argv[0])
    return os.path.relpath(called) if called.name == NAME and shutil.which(NAME) is None else NAME


def terminal_width() -> int | None:
    """How many letters fit into a line of the terminal; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
