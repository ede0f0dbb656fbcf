"""Publishing: a record becomes an infobox, timeline, tables, maps and data formats.

`export` writes a record in one form, `formats` lists the forms. Each form is one small module of `outputs/`; the words,
quotations, sums and sentences that they share lie beside them.
"""

from pathlib import Path
from typing import cast

from msgspec.structs import replace

from thucydides.nouns import Record
from thucydides.publishing.files import OutputError, archive, save
from thucydides.publishing.options import GRADES, Options
from thucydides.publishing.registry import FormatInfo, UnknownFormatError, Written, find, formats
from thucydides.publishing.selection import select

__all__ = ["FormatInfo", "Options", "OutputError", "UnknownFormatError", "export", "formats"]


def export(record: Record, format: str, output: Path | None = None, options: Options | None = None) -> bytes | None:
    """Writes a record as `format` to `output`, whole or not at all; gives the bytes where `output` is None.

    A form of several files makes a folder, or a zip archive where the output is called so or there is none. UnknownFormatError for a
    format that there is not, OutputError where the output cannot be written; both messages say what to do.
    """
    written = made(record, format, options or Options())
    if not isinstance(written, bytes) and (output is None or output.suffix.lower() == ".zip"):
        written = archive(written)
    if output is None:
        return cast(bytes, written)
    save(written, output)
    return None


def made(record: Record, format: str, options: Options) -> Written:
    """A record's files in one format: what passes the grade asked for, else the format's own least grade."""
    found = find(format)
    least = GRADES[-1] if options.all or found.INFO.whole else options.grade or found.INFO.grade
    part = select(record, least)
    held, every = len(part.incidents), len(record.incidents)
    before = select(options.before, least) if options.before else None
    return found.write(part, replace(options, grade=least, withheld=every - held, held=held, before=before))
