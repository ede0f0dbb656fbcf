"""Statements of FollowTheMoney: every value of every entity as a row of its own, with the document it was read from as its origin.

The id of a statement is the SHA-1 of dataset, entity, property and value, as FollowTheMoney makes it.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha1

from thucydides.publishing.graphs.entities import Entity

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value", "external",
    "first_seen", "last_seen", "id",
)  # fmt: skip
TYPES = {
    "id": "id",
    "name": "name",
    "alias": "name",
    "country": "country",
    "parent": "entity",
    "publishedAt": "date",
    "date": "date",
    "startDate": "date",
    "endDate": "date",
    "sourceUrl": "url",
    "bodyText": "text",
    "location": "address",
    "full": "address",
    "addressEntity": "entity",
    "summary": "text",
    "notes": "text",
    "description": "text",
    "involved": "entity",
    "document": "entity",
    "entity": "entity",
    "subject": "entity",
    "object": "entity",
    "latitude": "number",
    "longitude": "number",
}
"""Types of the properties that are not plain strings."""


def dataset(title: str) -> str:
    """A title as the name of a dataset: small letters, digits and lines."""
    return re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_") or "record"


def statements(entities: Iterable[Entity], name: str) -> Iterator[tuple[str, ...]]:
    """The rows, by entity."""
    for entity in entities:
        for prop, values in (("id", [entity.id]), *entity.properties.items()):
            for value in values:
                key = sha1(f"{name}.{entity.id}.{prop}.{value}".encode()).hexdigest()
                kind = TYPES.get(prop, "string")
                yield (entity.id, entity.id, prop, kind, entity.schema, value, name, entity.origin, "", "", "f", "", "", key)
