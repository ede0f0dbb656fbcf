"""The verb `export`: a record in the formats that others read."""

from pathlib import Path

import click

from thucydides.commands.common import latest, write_bytes


@click.command(short_help="Write the record as JSON, CSV, GeoJSON, Markdown or a page.")
@click.argument("record", required=False)
@click.option("--format", "form", metavar="FORMAT", help="json, csv, geojson, markdown, html, or all; --list shows all there are.")
@click.option("--output", metavar="PATH", help="Where to write it; a folder for csv and all. Without it, to standard output.")
@click.option("--list", "listing", is_flag=True, help="List the formats.")
def export(record: str | None, form: str | None, output: str | None, listing: bool) -> None:
    """Write RECORD in a format that others read.

    What is written is whole or not there at all. `--format all` writes every format into the folder given with --output, as record.json,
    record.html and so on. Without --output the format's bytes go to standard output (a zip archive where it is
    several files).
    """
    if listing:
        from thucydides.publishing import formats

        for info in formats():
            click.echo(f"{info.name:10} {info.description}")
        return
    if record is None or form is None:
        raise click.UsageError("name the record and the format: thucydides export RECORD --format json --output FILE")
    from thucydides.publishing import export as write
    from thucydides.publishing.registry import find

    if form == "all":
        _every(record, output)
        return
    find(form)
    data = write(latest(record), form, Path(output) if output else None)
    if data is not None:
        write_bytes(data)
    else:
        click.echo(f"{output} is written.", err=True)


def _every(record: str, output: str | None) -> None:
    """Write every format into one folder, made where it is missing."""
    from thucydides.publishing import export as write
    from thucydides.publishing import formats

    if output is None:
        raise click.UsageError("name the folder to write every format into: thucydides export RECORD --format all --output FOLDER")
    whole, folder = latest(record), Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise click.UsageError(f"{output} cannot be made a folder ({fault.strerror}); name another") from fault
    for info in formats():
        write(whole, info.name, folder / (f"record{info.extension}" if info.extension else info.name))
    click.echo(f"{output} is written: {', '.join(i.name for i in formats())}.", err=True)
