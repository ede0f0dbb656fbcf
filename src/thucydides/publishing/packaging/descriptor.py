"""The descriptor of a data package (Frictionless Data Package 1, profile tabular-data-package): every table with its schema and digest."""

from hashlib import sha256
from typing import Any

import msgspec

from thucydides.publishing.graphs.statements import dataset
from thucydides.publishing.index import Index
from thucydides.publishing.tabular.tables import Column, columns, key, links, meaning, names

FIELDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "date": {"type": "date"},
    "flag": {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]},
}
"""Our types of columns as types of Table Schema."""
KEYWORDS = ["armed conflict", "event data", "casualty recording", "provenance"]


def descriptor(index: Index, files: dict[str, bytes]) -> bytes:
    """datapackage.json for the tables among `files`, which are named data/<table>.csv."""
    record = index.record
    found = {
        "profile": "tabular-data-package",
        "name": dataset(record.title),
        "title": record.title,
        "description": f"Incidents of armed conflict as {len(record.documents):,} documents tell of them. {index.options.status}",
        "version": str(record.revision),
        "keywords": KEYWORDS,
        "licenses": [{"path": "LICENCE.md", "title": "What may be done with the data, and whom to name"}],
        "resources": [_resource(name, files[f"data/{name}.csv"]) for name in names()],
    }
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _resource(name: str, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"data/{name}.csv",
        "description": meaning(name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": _schema(name),
    }


def _schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {"fields": [_field(c) for c in columns(name).values()], "missingValues": [""]}
    if key(name):
        found["primaryKey"] = list(key(name))
    if links(name):
        found["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": "" if to == name else to, "fields": [other]}}
            for column, (to, other) in links(name).items()
        ]
    return found


def _field(column: Column) -> dict[str, Any]:
    hxl = {"hxl": column.hxl} if column.hxl else {}
    return {"name": column.name, **FIELDS[column.type], "description": column.meaning, **hxl}
