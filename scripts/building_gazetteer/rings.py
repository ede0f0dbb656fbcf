"""The areas of provinces as rings of corners, in the columns `ring_*`."""

from __future__ import annotations

from array import array
from typing import Any

from .outlines import Outlines

FINENESS = 0.008
"""Degrees (about a kilometre) by which a simplified outline may lie off."""
SMALLEST = 0.0004, 0.02
"""Parts below this many square degrees and this share of their province are left out."""


def rings(outlines: Outlines) -> dict[str, array[Any]]:
    """`ring_unit` the entry, `ring_start` where its corners begin, `ring_first` its first corner in 1e-4 degrees (latitude, longitude),
    then the steps from corner to corner in `ring_lat` and `ring_lon`."""
    columns: dict[str, array[Any]] = {
        "ring_unit": array("I"), "ring_start": array("I"), "ring_lat": array("h"), "ring_lon": array("h"), "ring_first": array("i"),
    }  # fmt: skip
    for _, whole, owner in sorted(outlines.owned, key=lambda owned: (owned[2].number, owned[0])):
        shape = whole.simplify(FINENESS, preserve_topology=True)
        for part in getattr(shape, "geoms", [shape]):
            if part.geom_type != "Polygon" or (part.area < SMALLEST[0] and part.area < SMALLEST[1] * shape.area):
                continue
            columns["ring_unit"].append(owner.number)
            columns["ring_start"].append(len(columns["ring_lat"]))
            corners = [(round(lat * 1e4), round(lon * 1e4)) for lon, lat in list(part.exterior.segmentize(3.0).coords)[:-1]]
            columns["ring_first"].extend(corners[0])
            last = corners[0]
            for lat, lon in corners:
                columns["ring_lat"].append(lat - last[0])
                columns["ring_lon"].append(lon - last[1])
                last = (lat, lon)
    columns["ring_start"].append(len(columns["ring_lat"]))
    return columns
