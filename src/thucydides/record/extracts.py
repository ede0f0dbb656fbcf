"""Extracts kept in a record by cache key: what was read from each document, so that a further build reads only what is new."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import msgspec
from sqlalchemy import Connection, delete, insert, select

from thucydides.nouns import Extract
from thucydides.record import schema

_TABLE = schema.extracts
_DECODER = msgspec.json.Decoder(Extract)


def known(connection: Connection) -> set[str]:
    """The keys of all extracts that are kept."""
    return set(connection.execute(select(_TABLE.c.key)).scalars())


def read(connection: Connection, key: str) -> Extract | None:
    """The extract of a key; None where none is kept or where it cannot be read."""
    body = connection.execute(select(_TABLE.c.body).where(_TABLE.c.key == key)).scalar_one_or_none()
    try:
        return _DECODER.decode(body) if body is not None else None
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def keep(connection: Connection, extracts: Mapping[str, Extract], only: AbstractSet[str] | None = None) -> None:
    """Keep extracts; where `only` is given, no others are kept any longer."""
    stand = known(connection)
    for key in sorted(stand - only) if only is not None else ():
        connection.execute(delete(_TABLE).where(_TABLE.c.key == key))
    new = sorted((set(extracts) if only is None else set(extracts) & only) - stand)
    if new:
        connection.execute(insert(_TABLE), [{"key": key, "body": msgspec.json.encode(extracts[key]).decode()} for key in new])
