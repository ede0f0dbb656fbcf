"""Shapes: the areas of provinces and the border lines of the gazetteer, and what they answer.

Areas are coarse (about 1 km), so that answers near a border may be wrong by that much. Points are (latitude, longitude).
"""

import itertools
from functools import cache, lru_cache
from typing import Any

from thucydides.grounding.places.gazetteer import Gazetteer, open_gazetteer
from thucydides.grounding.places.geometry import EARTH_KM, haversine

_TOLERANCE_KM = 8.0  # parts of an edge that are this much farther than its nearest point still face the other area

_RUN = 64
"""So many corners in a row are looked at together: what is too far off as a whole is not measured."""
_ROUNDING_KM = 1e-6


class Shapes:
    """Rings of provinces and lines of borders of one gazetteer (its first layer)."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        import numpy

        self._np: Any = numpy
        self.gazetteer = gazetteer
        layer = gazetteer.layers[0]
        column = layer._sections.column
        self.unit = numpy.asarray(column("ring_unit"))
        self.start = numpy.asarray(column("ring_start")).astype("int64")
        firsts = numpy.asarray(column("ring_first")).reshape(-1, 2)
        self.latitude = _absolute(numpy, numpy.asarray(column("ring_lat")), self.start, firsts[:, 0])
        self.longitude = _absolute(numpy, numpy.asarray(column("ring_lon")), self.start, firsts[:, 1])
        self.line_latitude = numpy.asarray(column("line_lat"))
        self.line_longitude = numpy.asarray(column("line_lon"))
        self.borders: dict[str, list[int]] = layer.head["borders"]
        begin = self.start[:-1]
        self.south = numpy.minimum.reduceat(self.latitude, begin)
        self.north = numpy.maximum.reduceat(self.latitude, begin)
        self.west = numpy.minimum.reduceat(self.longitude, begin)
        self.east = numpy.maximum.reduceat(self.longitude, begin)

    def unit_at(self, latitude: float, longitude: float) -> int | None:
        """The number of the province that holds a point, else of one within about 10 km, else None."""
        y, x = round(latitude * 1e4), round(longitude * 1e4)
        box = (self.south <= y) & (self.north >= y) & (self.west <= x) & (self.east >= x)
        for ring in self._np.nonzero(box)[0].tolist():
            a, b = int(self.start[ring]), int(self.start[ring + 1])
            if _inside(self._np, y, x, self.latitude[a:b], self.longitude[a:b]):
                return int(self.unit[ring])
        margin = 1000
        box = (self.south <= y + margin) & (self.north >= y - margin) & (self.west <= x + margin) & (self.east >= x - margin)
        best = (margin * 1.2, -1)
        for ring in self._np.nonzero(box)[0].tolist():
            a, b = int(self.start[ring]), int(self.start[ring + 1])
            gap = float(self._np.hypot(self.latitude[a:b] - y, self.longitude[a:b] - x).min())
            best = min(best, (gap, int(self.unit[ring])))
        return best[1] if best[1] >= 0 else None

    @lru_cache(maxsize=64)  # noqa: B019 - one object a process
    def edge(self, country: str, unit: int | None) -> Any:
        """The corners of a province's rings, or of all provinces of a country, as an (n, 2) array of degrees; None where unknown."""
        np = self._np
        if unit is not None:
            rings = np.nonzero(self.unit == unit)[0]
        else:
            low, high = self.gazetteer.layers[0].head["countries"].get(country, (0, 0))
            rings = np.nonzero((self.unit >= low) & (self.unit < high))[0]
        parts = []
        for ring in rings.tolist():
            a, b = int(self.start[ring]), int(self.start[ring + 1])
            parts.append(_dense(np, self.latitude[a:b] / 1e4, self.longitude[a:b] / 1e4))
        return np.concatenate(parts) if parts else None

    def line(self, one: str, two: str) -> Any:
        """The border line of two countries as an (n, 2) array in order along it; None where they have none."""
        found = self.borders.get("-".join(sorted((one, two))))
        if not found:
            return None
        a, b = found
        return self._np.stack([self.line_latitude[a:b] / 1e4, self.line_longitude[a:b] / 1e4], axis=1)

    def facing(self, edge: Any, other: Any) -> tuple[float, float, float, float]:
        """The stretch of `edge` that faces `other`: its middle point, half its extent in km, and how far apart the two are in km.

        The middle is the point of the stretch nearest to the mean of it; both are arrays of corners.
        """
        np = self._np
        distance = np.full(len(edge), np.inf)
        most = _distances(np, edge[::_RUN], other[::_RUN]).min() + _TOLERANCE_KM
        for begin, facing in enumerate(_least(np, _boxes(np, edge), _boxes(np, other)) <= most + _ROUNDING_KM):
            if facing.any():
                here = slice(begin * _RUN, (begin + 1) * _RUN)
                distance[here] = _distances(np, edge[here], other[np.repeat(facing, _RUN)[: len(other)]]).min(axis=1)
        near = edge[distance <= distance.min() + _TOLERANCE_KM]
        mean = near.mean(axis=0, keepdims=True)
        point = near[int(_distances(np, near, mean)[:, 0].argmin())]
        reach = _distances(np, near, point[None, :]).max()
        return float(point[0]), float(point[1]), float(reach), float(distance.min())


def _absolute(np: Any, steps: Any, start: Any, firsts: Any) -> Any:
    """Corners from their steps: each ring begins at its first corner."""
    run = np.cumsum(steps, dtype="int64")
    before = run[start[:-1]] - steps[start[:-1]]
    return (run + np.repeat(firsts - before - steps[start[:-1]], np.diff(start))).astype("int32")


def _dense(np: Any, latitude: Any, longitude: Any, step: float = 0.05) -> Any:
    """A ring with points put between corners that lie farther apart than `step` degrees."""
    a = np.stack([latitude, longitude], axis=1)
    b = np.roll(a, -1, axis=0)
    count = np.maximum(1, np.ceil(np.abs(b - a).max(axis=1) / step)).astype(int)
    which = np.repeat(np.arange(len(a)), count)
    part = (np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)) / count[which]
    return a[which] + (b - a)[which] * part[:, None]


def _distances(np: Any, one: Any, two: Any) -> Any:
    """Distances in km between all points of two arrays of degrees (n, m), on the plane at their middle: good below 500 km."""
    scale = np.cos(np.radians(one[:, None, 0]))
    y = one[:, None, 0] - two[None, :, 0]
    x = (one[:, None, 1] - two[None, :, 1]) * scale
    return np.radians(np.sqrt(x * x + y * y)) * EARTH_KM


def _boxes(np: Any, points: Any) -> Any:
    """South, west, north and east of each run of points, as an (n, 4) array of degrees."""
    starts = np.arange(0, len(points), _RUN)
    return np.concatenate([np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)], axis=1)


def _least(np: Any, one: Any, two: Any) -> Any:
    """The least that any point of each box of one array can be from any of each box of the other, in km, as `_distances` counts."""
    scale = np.cos(np.radians(np.abs(one[:, [0, 2]]).max(axis=1)))[:, None]
    y, x = (np.maximum(np.maximum(one[:, None, a] - two[None, :, a + 2], two[None, :, a] - one[:, None, a + 2]), 0) for a in (0, 1))
    return np.radians(np.hypot(x * scale, y)) * EARTH_KM


def _inside(np: Any, y: int, x: int, latitude: Any, longitude: Any) -> bool:
    a, b = latitude, np.roll(latitude, 1)
    c, d = longitude, np.roll(longitude, 1)
    crossing = (a > y) != (b > y)
    if not crossing.any():
        return False
    a, b, c, d = (v[crossing].astype("float64") for v in (a, b, c, d))
    return bool(((c + (y - a) / (b - a) * (d - c)) > x).sum() % 2)


@cache
def _shapes(gazetteer: Gazetteer) -> Shapes:
    return Shapes(gazetteer)


def shapes(gazetteer: Gazetteer | None = None) -> Shapes:
    """The shapes of a gazetteer, read once."""
    return _shapes(gazetteer or open_gazetteer())


def middle_of_line(line: Any) -> tuple[float, float, float]:
    """The point half-way along a line (its corners in order) and half its length in km."""
    points = [(float(a), float(b)) for a, b in line]
    steps = [haversine(*p, *q) for p, q in itertools.pairwise(points)]
    half, run = sum(steps) / 2, 0.0
    for (a, b), (c, d), step in zip(points, points[1:], steps, strict=False):
        if run + step >= half:
            part = (half - run) / step if step else 0.0
            return a + (c - a) * part, b + (d - b) * part, half
        run += step
    return points[0][0], points[0][1], half
