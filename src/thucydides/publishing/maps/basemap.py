"""Base map: the countries, rivers, lakes and cities that a map draws, decoded only as far as its frame reaches.

The file is made by scripts/build_basemap.py and says its sources. Coordinates are degrees, longitude before latitude.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec
from msgspec import Struct

from thucydides.publishing.assets import read

Point = tuple[float, float]
Line = list[Point]
Box = tuple[float, float, float, float]
"""west, south, east, north"""


class City(Struct, frozen=True, array_like=True):
    """A larger city or a capital."""

    name: str
    country: str
    latitude: float
    longitude: float
    inhabitants: int
    capital: int


class _File(Struct, frozen=True):
    source: str
    grid: int
    arcs: list[str]
    countries: list[tuple[str, str, Box, list[list[int]]]]
    rivers: list[tuple[str, int, Box, list[str]]]
    lakes: list[tuple[str, int, Box, list[str]]]
    cities: list[City]


HALF = 180
"""Degrees of longitude more than which no two neighbours of a line lie apart."""


class Land(Struct, frozen=True):
    """One piece of a country: its ISO code and name, and its rings, the outer one first."""

    code: str
    name: str
    rings: tuple[Line, ...]


@cache
def _file() -> _File:
    return msgspec.json.decode(read("basemap.json"), type=_File)


def source() -> str:
    """The line that names where the base map comes from."""
    return _file().source


def lands(frame: Box) -> Iterator[Land]:
    """The pieces of countries that reach into the frame, moved by whole turns to where the frame is."""
    for code, name, box, rings in _file().countries:
        for turn in turns(box, frame):
            yield Land(code, name, tuple(_ring(ring, turn) for ring in rings))


def border(one: str, other: str, frame: Box) -> list[Line]:
    """The lines that two countries, by their ISO codes, share, moved to where the frame is."""
    sides: dict[str, set[int]] = {one: set(), other: set()}
    for code, _, _, rings in _file().countries:
        if code in sides:
            sides[code].update(n if n >= 0 else ~n for ring in rings for n in ring)
    found = []
    for n in sorted(sides[one] & sides[other]):
        line = decoded(_file().arcs[n])
        xs, ys = [x for x, _ in line], [y for _, y in line]
        found += [_moved(line, turn) for turn in turns((min(xs), min(ys), max(xs), max(ys)), frame)]
    return found


def rivers(frame: Box, most: int = 6) -> Iterator[Line]:
    """Rivers in the frame down to Natural Earth's scalerank `most`."""
    for _, rank, box, lines in _file().rivers:
        if rank <= most:
            for turn in turns(box, frame):
                yield from (_moved(decoded(line), turn) for line in lines)


def lakes(frame: Box) -> Iterator[Line]:
    """Outlines of lakes in the frame."""
    for _, _, box, lines in _file().lakes:
        for turn in turns(box, frame):
            yield from (_moved(decoded(line), turn) for line in lines[:1])


def cities(frame: Box) -> Iterator[City]:
    """Cities in the frame, capitals first, then the largest."""
    inside = (c for c in _file().cities if turns((c.longitude, c.latitude, c.longitude, c.latitude), frame))
    return iter(sorted(inside, key=lambda c: (-c.capital, -c.inhabitants, c.name)))


def turns(box: Box, frame: Box) -> tuple[int, ...]:
    """The whole turns by which a box must be moved to reach into the frame, which may lie beyond 180 degrees."""
    if box[1] > frame[3] or box[3] < frame[1]:
        return ()
    return tuple(turn for turn in (-360, 0, 360) if box[0] + turn <= frame[2] and box[2] + turn >= frame[0])


@cache
def decoded(text: str) -> Line:
    """An encoded line in degrees."""
    line, values, value, shift = [], [0, 0], 0, 0
    axis, grid = 0, _file().grid
    for letter in text:
        code = ord(letter) - 63
        value |= (code & 0x1F) << shift
        shift += 5
        if code < 0x20:
            values[axis] += ~(value >> 1) if value & 1 else value >> 1
            if axis:
                line.append((values[0] / grid, values[1] / grid))
            axis, value, shift = 1 - axis, 0, 0
    return line


def _moved(line: Line, turn: int) -> Line:
    return [(x + turn, y) for x, y in line] if turn else line


def _ring(numbers: list[int], turn: int) -> Line:
    ring: Line = []
    for n in numbers:
        arc = decoded(_file().arcs[n]) if n >= 0 else decoded(_file().arcs[~n])[::-1]
        ring += arc[1:] if ring else arc
    return _moved(unwrapped(ring), turn)


def unwrapped(ring: Line) -> Line:
    """A ring over the 180th meridian without its jump to the other side, most of it between -180 and 180; one round a pole as it is."""
    out, shift = ring[:1], 0
    for (before, _), (x, y) in pairwise(ring):
        shift += -360 if x - before > HALF else 360 if before - x > HALF else 0
        out.append((x + shift, y))
    if shift:
        return ring
    middle = sum(x for x, _ in out) / max(len(out), 1)
    return _moved(out, 360 if middle < -HALF else -360 if middle > HALF else 0)
