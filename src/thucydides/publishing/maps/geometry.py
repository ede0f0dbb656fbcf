"""Geometry of the drawn maps: Mercator's projection, clipping to a frame, thinning to what a screen shows."""

import math

from thucydides.publishing.maps.basemap import Box, Line, Point

EARTH_KM = 6371.0
POLE = 84.0
"""Latitude at which a Mercator map ends here."""


class Projection:
    """Mercator, fitted to a frame of degrees and a width in pixels; `height` follows from the frame."""

    def __init__(self, frame: Box, width: float) -> None:
        self.frame, self.width = frame, width
        self._scale = width / math.radians(frame[2] - frame[0])
        self._top = northing(frame[3])
        self.height = (self._top - northing(frame[1])) * self._scale

    def at(self, longitude: float, latitude: float) -> Point:
        """Pixels right and down from the frame's north-west corner."""
        x = math.radians(longitude - self.frame[0]) * self._scale
        return x, (self._top - northing(latitude)) * self._scale

    def line(self, line: Line) -> Line:
        """A line of degrees in pixels."""
        return [self.at(x, y) for x, y in line]

    def pixels(self, km: float, latitude: float) -> float:
        """How long so many kilometres are at that latitude."""
        return km / (EARTH_KM * math.cos(math.radians(max(-POLE, min(POLE, latitude))))) * self._scale


def northing(latitude: float) -> float:
    """Mercator's northing in radians."""
    return math.asinh(math.tan(math.radians(max(-POLE, min(POLE, latitude)))))


def southing(value: float) -> float:
    """The latitude of a northing."""
    return math.degrees(math.atan(math.sinh(value)))


def fitted(box: Box, ratio: float) -> Box:
    """The smallest frame around a box whose height is `ratio` times its width on a Mercator map."""
    west, south, east, north = box
    top, bottom = northing(north), northing(south)
    width, height = math.radians(east - west), top - bottom
    if height < width * ratio:
        more = (width * ratio - height) / 2
        return west, southing(bottom - more), east, southing(top + more)
    more = math.degrees((height / ratio - width) / 2)
    return west - more, south, east + more, north


def clipped(ring: Line, frame: Box) -> Line:
    """A ring cut to a frame (Sutherland and Hodgman, 1974); empty where it lies outside."""
    west, south, east, north = frame
    for axis, edge, keep_above in ((0, west, True), (0, east, False), (1, south, True), (1, north, False)):
        out: Line = []
        for i, point in enumerate(ring):
            before = ring[i - 1]
            here, there = (point[axis] >= edge) == keep_above, (before[axis] >= edge) == keep_above
            if here != there:
                share = (edge - before[axis]) / (point[axis] - before[axis])
                cross = (before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share)
                out.append((edge, cross[1]) if axis == 0 else (cross[0], edge))
            if here:
                out.append(point)
        ring = out
        if not ring:
            break
    return ring


def runs(line: Line, frame: Box) -> list[Line]:
    """The stretches of an open line that lie in a frame, each with the point before and after."""
    west, south, east, north = frame
    found: list[Line] = []
    inside = False
    for i, (x, y) in enumerate(line):
        here = west <= x <= east and south <= y <= north
        if here and not inside:
            found.append([line[i - 1]] if i else [])
        if here or inside:
            found[-1].append((x, y))
        inside = here
    return found


def thinned(line: Line, step: float) -> Line:
    """A line of pixels without the points that lie nearer than `step` to the last one kept; its end stays."""
    kept = line[:1]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) >= step or abs(point[1] - kept[-1][1]) >= step:
            kept.append(point)
    return kept + line[-1:] if len(line) > 1 else kept


def path(lines: list[Line], close: bool) -> str:
    """Lines of pixels as the data of an SVG path, to a tenth of a pixel, in relative steps."""
    parts = []
    for line in lines:
        last, steps = None, []
        for x, y in ((round(x * 10), round(y * 10)) for x, y in line):
            if last is None:
                steps.append(f"M{_tenth(x)} {_tenth(y)}l")
            elif (x, y) != last:
                steps.append(f"{_tenth(x - last[0])} {_tenth(y - last[1])}")
            last = (x, y)
        if len(steps) > 1:
            parts.append(steps[0] + " ".join(steps[1:]) + ("z" if close else ""))
    return "".join(parts)


def _tenth(value: int) -> str:
    text = f"{value / 10:.1f}"
    return text.removesuffix(".0")


def inside(point: Point, ring: Line) -> bool:
    """Is a point inside a ring (even-odd rule)?"""
    x, y = point
    found = False
    for i, (x1, y1) in enumerate(ring):
        x0, y0 = ring[i - 1]
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            found = not found
    return found
