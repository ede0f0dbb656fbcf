"""Parcel: nouns of a record that come from one document or one incident, made only where they are asked for."""

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Struct

Nouns = Mapping[str, tuple[Any, ...]]
"""Nouns by the record's field that holds them."""


class Parcel(Struct, frozen=True):
    """What gives some nouns, and the digest of all that they depend on: parcels of one mark hold the same."""

    mark: bytes
    nouns: Callable[[], Nouns]


def mark_of(*told: Any) -> bytes:
    """The digest of plain values and nouns."""
    return blake2b(msgspec.msgpack.encode(told), digest_size=16).digest()


def of_nouns(field: str, nouns: tuple[Any, ...]) -> Parcel:
    """The parcel of nouns that are at hand."""
    return Parcel(mark_of(nouns), lambda: {field: nouns})


NOTHING = of_nouns("pairs", ())
"""A parcel of no reasons."""
