"""Geometry: distances and points on a round earth, polygons in degrees.

Points are (latitude, longitude) in WGS84 degrees, distances km. Rings are flat sequences of coordinates; a ring is small enough that
degrees may be taken as a plane inside it.
"""

from collections.abc import Iterable, Sequence
from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0088  # mean radius, IUGG


def haversine(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Great-circle distance in km."""
    a, b = radians(latitude), radians(latitude2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(longitude2 - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def offset(latitude: float, longitude: float, bearing: float, distance: float) -> tuple[float, float]:
    """The point `distance` km from a point in the direction `bearing` (degrees from north, clockwise)."""
    a, way, angle = radians(latitude), distance / EARTH_KM, radians(bearing)
    b = asin(sin(a) * cos(way) + cos(a) * sin(way) * cos(angle))
    turn = atan2(sin(angle) * sin(way) * cos(a), cos(way) - sin(a) * sin(b))
    return degrees(b), (longitude + degrees(turn) + 540) % 360 - 180


def centre(points: Iterable[tuple[float, float, float]]) -> tuple[float, float]:
    """The middle of (latitude, longitude, weight) on the sphere: the direction of the sum of their vectors. ValueError for none."""
    x = y = z = 0.0
    count = 0
    for latitude, longitude, weight in points:
        a, b = radians(latitude), radians(longitude)
        x, y, z, count = x + weight * cos(a) * cos(b), y + weight * cos(a) * sin(b), z + weight * sin(a), count + 1
    if not count:
        raise ValueError("the middle of no points is not defined")
    return degrees(atan2(z, sqrt(x * x + y * y))), degrees(atan2(y, x))


def inside(latitude: float, longitude: float, latitudes: Sequence[float], longitudes: Sequence[float]) -> bool:
    """Whether a point lies in a ring (crossing number)."""
    result = False
    j = len(latitudes) - 1
    for i in range(len(latitudes)):
        a, b = latitudes[i], latitudes[j]
        if (a > latitude) != (b > latitude):
            crossing = longitudes[i] + (latitude - a) / (b - a) * (longitudes[j] - longitudes[i])
            if longitude < crossing:
                result = not result
        j = i
    return result
