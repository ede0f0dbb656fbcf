"""The verb `export`: a record in the formats that others read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from thucydides.commands.common import json_option, latest, previous, write_bytes, write_json

if TYPE_CHECKING:
    from thucydides.nouns.incident import GradeName
    from thucydides.publishing import Options

MOST_NAMED = 6
"""Files of a folder that are named after writing it."""
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")


@click.command(short_help="Write the record in a format that others read.")
@click.argument("record", required=False)
@click.option("--format", "form", metavar="FORMAT", help="json, csv, geojson, ... or all; --list shows all there are.")
@click.option(
    "--output",
    metavar="PATH",
    help="Where to write it; a folder, or a .zip, where it is several files. Without it, to standard output.",
)
@click.option(
    "--grade", type=click.Choice(GRADES), help="Only incidents graded so or better; without it, the format's own (see --list)."
)
@click.option("--all", "every", is_flag=True, help="Everything, whatever its grade; the output says so.")
@click.option("--full-text", is_flag=True, help="Passages in full and documents' texts, not 40 words a passage at most.")
@click.option("--list", "listing", is_flag=True, help="List the formats.")
@json_option
def export(
    record: str | None,
    form: str | None,
    output: str | None,
    grade: "GradeName | None",
    every: bool,
    full_text: bool,
    listing: bool,
    as_json: bool,
) -> None:
    """Write RECORD in a format that others read.

    What is written is whole or not there at all. `--format all` writes every format into the folder given with --output, as record.json,
    record.html and so on. Without --output the format's bytes go to standard output (a zip archive where it is
    several files).
    """
    if listing:
        _list(as_json)
        return
    if record is None or form is None:
        raise click.UsageError("name the record and the format: thucydides export RECORD --format json --output FILE")
    if every and grade:
        raise click.UsageError("--all is everything whatever its grade: give --all or --grade, not both")
    from thucydides.publishing import Options
    from thucydides.publishing import export as write
    from thucydides.publishing.registry import find

    with _uncollected():
        before = previous(record) if form == "all" or find(form).INFO.compares else None
        options = Options(grade=grade, all=every, full_text=full_text, before=before)
        if form == "all":
            _every(record, output, options)
            return
        if find(form).INFO.whole and grade:
            click.echo(f"{form} is the whole record: --grade does not narrow it.", err=True)
        data = write(latest(record), form, Path(output) if output else None, options)
    if data is not None:
        write_bytes(data)
    else:
        click.echo(f"{output} is written{_within(Path(output or ''))}.", err=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage: a large record is millions of values that stay, and looking through them time and again is slow."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _within(output: Path) -> str:
    """What a folder that was written holds, its first files named."""
    if not output.is_dir():
        return ""
    names = sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f": a folder with {', '.join(names[:MOST_NAMED])}{more}"


def _list(as_json: bool) -> None:
    """Every format by its own manifest."""
    from thucydides.publishing import formats

    if as_json:
        write_json(formats())
        return
    for info in formats():
        least = "the whole record" if info.whole else f"graded {info.grade} or better"
        known = "; ".join(part for part in (info.standard, least) if part)
        click.echo(f"{info.name:10} {info.description}" + ("" if info.fault else f" [{known}]"))


def _every(record: str, output: str | None, options: "Options") -> None:
    """Write every format into one folder, made where it is missing."""
    from thucydides.publishing import export as write
    from thucydides.publishing import formats

    if output is None:
        raise click.UsageError(
            "name the folder to write every format into: thucydides export RECORD --format all --output FOLDER"
        )
    whole, folder = latest(record), Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise click.UsageError(f"{output} cannot be made a folder ({fault.strerror}); name another") from fault
    listed = formats()
    for info in (i for i in listed if i.fault):
        click.echo(f"{info.name} is left out: {info.description}", err=True)
    sound = [i for i in listed if not i.fault]
    for info in sound:
        write(whole, info.name, folder / (f"record{info.extension}" if info.extension else info.name), options)
    click.echo(f"{output} is written: {', '.join(i.name for i in sound)}.", err=True)
