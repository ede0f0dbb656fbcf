"""The notes that go with a data package: what is in it and how to read it, and what may be done with it."""

from thucydides import __version__
from thucydides.nouns import Record
from thucydides.publishing.escaping import markdown as escape
from thucydides.publishing.options import Options
from thucydides.publishing.tabular.tables import meaning, names


def readme(record: Record, options: Options) -> str:
    """README.md."""
    rows = "\n".join(f"| `data/{name}.csv` | {meaning(name)} |" for name in names())
    return f"""# {escape(record.title)}

{escape(options.status)}

A data package ([Frictionless](https://datapackage.org/)): `datapackage.json` describes every table and column, so that programs read
them with their types. Check it with `frictionless validate datapackage.json`, the files with `sha256sum --check SHA256SUMS`.

| file | what it holds |
|---|---|
{rows}
| `METHODOLOGY.md` | How the data were made, with every rule that was used. |
| `LICENCE.md` | What may be done with them, and whom to name. |

Empty is unknown, which is not 0. `document`, `start` and `end` are characters of the document's text, counted from 0, `end` not
included. Text that a spreadsheet would take for a formula is led by an apostrophe.

Made by thucydides {__version__}, revision {record.revision}.
"""


def licence(options: Options) -> str:
    """LICENCE.md: a note on rights, not a licence of our own giving."""
    texts = "The documents belong to their publishers. "
    if options.full_text:
        texts += "Their texts are in this package (`sources.text`), and passing them on may need their publishers' leave."
    else:
        texts += f"No more than {options.words} words a passage are quoted here, with the source."
    return f"""# Rights

* **Facts.** Who, where, when and how many are facts; whoever publishes this package decides under which licence the compilation is
  given and writes it here. None has been chosen by the program that made it.
* **Texts.** {texts}
* **Places.** Names, codes and points of places come from GeoNames (https://www.geonames.org, CC BY 4.0), Who's On First
  (https://whosonfirst.org) and Natural Earth (public domain), changed. Name them where you pass the places on.
* **Types.** The names of incident types are those of ACLED's codebook and of PLOVER, types of violence and classes of precision those
  of UCDP. The data are not theirs and must not be cited as theirs.
* **People.** Reports name victims and accused. An accusation here is a claim of the one who made it; pass none on without saying whose
  it is.
"""
