"""Outlines of provinces and countries, and which province holds a point."""

import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from thucydides.grounding.places.geometry import haversine

from .row import Row

Key = tuple[str, str]
"""A province as its source names it: country, name."""


def read_outlines(path: Path) -> tuple[dict[Key, Any], dict[str, Any]]:
    """The areas of provinces and, put together from them, of countries."""
    from shapely import make_valid
    from shapely.geometry import shape
    from shapely.ops import unary_union

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        features = json.load(lines)["features"]
    units: dict[Key, list[Any]] = defaultdict(list)
    for feature in features:
        own = feature["properties"]
        units[own["country"], own["name"]].append(make_valid(shape(feature["geometry"])))
    provinces = {key: unary_union(parts) for key, parts in sorted(units.items())}
    by_country: dict[str, list[Any]] = defaultdict(list)
    for (country, _), part in provinces.items():
        by_country[country].append(part)
    return provinces, {country: unary_union([part.buffer(0.005) for part in parts]) for country, parts in sorted(by_country.items())}


def point_of(shape: Any) -> tuple[float, float, float]:
    """A representative point inside the largest part (its centroid where that lies inside) and half the diagonal of the box in km."""
    parts = list(getattr(shape, "geoms", [shape]))
    large = max(parts, key=lambda part: part.area)
    point = large.centroid if large.contains(large.centroid) else large.representative_point()
    west, south, east, north = large.bounds
    return point.y, point.x, haversine(south, west, north, east) / 2


class Outlines:
    """Areas of provinces with the entry of each."""

    def __init__(self, owned: list[tuple[Key, Any, Row]]) -> None:
        from shapely import STRtree

        self.owned = owned
        self._tree = STRtree([shape for _, shape, _ in owned])

    def holding(self, points: list[tuple[float, float]], countries: list[str]) -> list[Row | None]:
        """The province of its own country that holds each point (latitude, longitude), None where none does."""
        from shapely.geometry import Point

        result: list[Row | None] = [None] * len(points)
        pairs = self._tree.query([Point(longitude, latitude) for latitude, longitude in points], predicate="within")
        for at, which in zip(*pairs.tolist(), strict=True):
            owner = self.owned[which][2]
            if owner.country == countries[at]:
                result[at] = owner
        return result

    def holding_rows(self, rows: list[Row]) -> list[Row | None]:
        """The province that holds the point of each entry."""
        return self.holding([(row.latitude, row.longitude) for row in rows], [row.country for row in rows])
