"""package: a Frictionless data package of all tables, with schema, methodology, a note on rights and digests.

A folder: `datapackage.json`, `data/*.csv`, `METHODOLOGY.md` made from the rules in force, `LICENCE.md`, `README.md`, `SHA256SUMS`. The
tables are those of the csv export without the row of HXL hashtags, which stand in the schema instead.
"""

from operator import itemgetter

from thucydides.nouns import Record
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.outputs.csv import table
from thucydides.publishing.packaging.descriptor import descriptor
from thucydides.publishing.packaging.methodology import methodology
from thucydides.publishing.packaging.notes import licence, readme
from thucydides.publishing.registry import FormatInfo
from thucydides.publishing.tabular.tables import columns, names, rows

INFO = FormatInfo(
    "package",
    "",
    "A Frictionless data package: all tables with their schema, the method with the rules in force, a note on rights, digests.",
    standard="Frictionless Data Package 1",
    readers=("frictionless", "R frictionless", "Open Data Editor", "CKAN", "Zenodo"),
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The files by name."""
    index = Index(record, options)
    data = {}
    for name in names():
        header = list(columns(name))
        data[f"data/{name}.csv"] = table(header, map(itemgetter(*header), rows(name, index)))
    return {
        **data,
        "datapackage.json": descriptor(index, data),
        "METHODOLOGY.md": methodology(index).encode(),
        "LICENCE.md": licence(options).encode(),
        "README.md": readme(record, options).encode(),
    }
