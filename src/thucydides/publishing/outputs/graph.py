"""graph: the record as entities and links: FollowTheMoney, PROV-O and a network of its actors.

A folder: `entities.ftm.json` (an entity a line) and `statements.csv` for FollowTheMoney's tools, `provenance.jsonld` (PROV-O), and
`actors.graphml`, who acted against whom and who accuses whom.
"""

import csv
import io

import msgspec

from thucydides.nouns import Record
from thucydides.publishing.graphs.entities import entities
from thucydides.publishing.graphs.network import graphml
from thucydides.publishing.graphs.statements import COLUMNS, dataset, statements
from thucydides.publishing.index import Index
from thucydides.publishing.options import Options
from thucydides.publishing.outputs.prov import write as provenance
from thucydides.publishing.registry import FormatInfo

INFO = FormatInfo(
    "graph",
    "",
    "Entities and links: FollowTheMoney entities and statements, provenance as PROV-O, the network of actors as GraphML.",
    standard="FollowTheMoney 4; PROV-O, JSON-LD 1.1; GraphML",
    readers=("OpenAleph", "OpenSanctions tools", "rdflib", "Gephi", "Cytoscape", "networkx", "yEd"),
)


def write(record: Record, options: Options) -> dict[str, bytes]:
    """The files by name."""
    index = Index(record, options)
    found = list(entities(index))
    name = dataset(record.title)
    lines = (msgspec.json.encode({"id": e.id, "schema": e.schema, "properties": e.properties, "datasets": [name]}) for e in found)
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    # No cell is changed here, as the ids of the statements are made from the values.
    writer.writerows(statements(found, name))
    return {
        "entities.ftm.json": b"".join(line + b"\n" for line in lines),
        "statements.csv": table.getvalue().encode(),
        "provenance.jsonld": provenance(record, options),
        "actors.graphml": graphml(index),
        "status.txt": f"{record.title}, revision {record.revision}. {options.status}\n".encode(),
    }
