"""Publishing: a record becomes an infobox, timeline, tables, maps and data formats.

`export` writes a record in one form, `formats` lists the forms. Each form is one small module (`as_<name>`); the words,
quotations, sums and sentences that they share lie beside them.
"""

from pathlib import Path

from thucydides.nouns import Record
from thucydides.publishing.files import OutputError, archive, save
from thucydides.publishing.registry import FormatInfo, UnknownFormatError, find, formats

__all__ = ["FormatInfo", "OutputError", "UnknownFormatError", "export", "formats"]


def export(record: Record, format: str, output: Path | None = None) -> bytes | None:
    """Writes a record as `format` to `output`, whole or not at all; gives the bytes where `output` is None.

    A form of several tables makes a folder; without an output its bytes are one zip archive. UnknownFormatError for a format that
    there is not, OutputError where the output cannot be written; both messages say what to do.
    """
    written = find(format).write(record)
    if output is not None:
        save(written, output)
        return None
    return written if isinstance(written, bytes) else archive(written)
