"""One entry of the gazetteer while it is built. Sources add names to entries, move them, and tie them to their units."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

KNOWN_TOWN = 10_000
"""People of a town that is known from the news where no source counts them."""


@dataclass(slots=True, eq=False)
class Row:
    """A place: what it is called, what it is, where it lies and in what.

    `radius` in km; `quality` 0 where the point is a guess; `number` its place in the file and `unit` that among countries, provinces
    and districts, both set when everything is in order.
    """

    name: str
    kind: str
    country: str
    latitude: float
    longitude: float
    scheme: str
    id: int | str
    alternates: set[str] = field(default_factory=set)
    sub: str = ""
    population: int = 0
    radius: float = 0.0
    quality: int = 1
    admin1: Row | None = None
    admin2: Row | None = None
    number: int = -1
    unit: int = -1

    @property
    def names(self) -> list[str]:
        """Its main name, then the others in no order."""
        return [self.name, *self.alternates]


def own_id(country: str, name: str, latitude: float | str, longitude: float | str) -> int:
    """An identifier, the same on every build, for a place that no source numbers."""
    return zlib.crc32(f"{country}|{name}|{latitude}|{longitude}".encode())
