"""Labels of a map: incidents' numbers, cities, countries and the scale bar, so placed that none covers another."""

import math

from msgspec import Struct

from thucydides.nouns import Incident
from thucydides.publishing.index import Index, country
from thucydides.publishing.maps import basemap
from thucydides.publishing.maps.basemap import Box, Line, Point
from thucydides.publishing.maps.geometry import Projection, inside, thinned

NARROWEST = 4.0
"""Pixels a letter that a country's land must be wide for its name to be written on it."""
CHIP = 11.0
"""Radius of an incident's number, pixels."""


class Area(Struct, frozen=True):
    """Where one or several incidents may have been: a circle in pixels, and what a reader is told of it."""

    x: float
    y: float
    radius: float
    exact: bool
    label: str


class Chip(Struct, frozen=True):
    """An incident's number on the map: where it stands, where its place is, its id, and its name for a screen reader."""

    x: float
    y: float
    to_x: float
    to_y: float
    number: int
    incident: str
    label: str
    href: str = ""


class Count(Struct, frozen=True):
    """How many incidents lie about one point of a map with too many for a number each."""

    x: float
    y: float
    radius: float
    number: int
    label: str


class Label(Struct, frozen=True):
    """A name on the map; `anchor` is where its text is held (start, middle, end); `dot` where a dot marks its place."""

    x: float
    y: float
    text: str
    anchor: str = "middle"
    dot: bool = False


class Band(Struct, frozen=True):
    """A border along which incidents happened: its visible lines as a path, its middle, and what a reader is told."""

    path: str
    x: float
    y: float
    label: str
    incidents: tuple[Incident, ...]


class Spot(Struct, frozen=True):
    """Incidents of one place: its middle in degrees, how far off the true place may be, and whether it is known exactly."""

    longitude: float
    latitude: float
    radius_km: float
    exact: bool
    name: str
    incidents: tuple[Incident, ...]


def numbered(
    index: Index, spots: list[Spot], areas: tuple[Area, ...], bands: tuple[Band, ...], size: tuple[float, float]
) -> tuple[Chip, ...]:
    """The numbers, in a row at their place, each moved outwards until it covers no other, inside a picture of that size."""
    taken: list[Point] = []
    found = []
    rows = [(a.x, a.y, a.label, s.incidents) for s, a in zip(spots, areas, strict=True)]
    for x0, y0, label, incidents in sorted([*rows, *((b.x, b.y, b.label, b.incidents) for b in bands)], key=lambda r: len(r[3])):
        ordered = sorted(incidents, key=lambda i: index.numbers[i.id])
        for n, incident in enumerate(ordered):
            start = (x0 + (n - (len(ordered) - 1) / 2) * (2 * CHIP + 3), y0)
            x, y = _free(start, taken, size)
            taken.append((x, y))
            number = index.numbers[incident.id]
            name = f"Incident {number}: {incident.title}; {label}"
            found.append(Chip(round(x, 1), round(y, 1), x0, y0, number, incident.id, name))
    return tuple(sorted(found, key=lambda c: c.number))


def counted(spots: list[Spot], areas: tuple[Area, ...], bands: tuple[Band, ...]) -> tuple[Count, ...]:
    """The places with how many incidents each has; those that would cover one another are one count."""
    rows = [(len(s.incidents), a.x, a.y, s.name) for s, a in zip(spots, areas, strict=True)]
    rows += [(len(b.incidents), b.x, b.y, b.label) for b in bands]
    groups: list[list[tuple[int, float, float, str]]] = []
    for row in sorted(rows, key=lambda r: (-r[0], r[1:])):
        near = next((g for g in groups if math.dist(row[1:3], g[0][1:3]) < 2.4 * CHIP), None)
        if near is None:
            groups.append([row])
        else:
            near.append(row)
    found = []
    for group in groups:
        number, names = sum(n for n, *_ in group), [f"{name} ({n:,})" for n, _, _, name in group[:6]]
        label = f"{number:,} {'incident' if number == 1 else 'incidents'}: {', '.join(names)}" + (", ..." if len(group) > 6 else "")
        found.append(Count(group[0][1], group[0][2], round(7 + 2.2 * math.log(number + 1), 1), number, label))
    return tuple(found)


def _free(start: Point, taken: list[Point], size: tuple[float, float]) -> Point:
    """The nearest point to `start`, on a spiral, where a number covers no other."""
    for step in range(200):
        angle, away = step * 2.4, 3.2 * math.sqrt(step)
        point = (start[0] + away * math.cos(angle) * 2, start[1] + away * math.sin(angle) * 2)
        seen = all(CHIP < at < most - CHIP for at, most in zip(point, size, strict=True))
        if seen and all(math.dist(point, other) >= 2 * CHIP + 2 for other in taken):
            return point
    return start


def city_names(projection: Projection, chips: tuple[Chip, ...], counts: tuple[Count, ...] = (), most: int = 8) -> tuple[Label, ...]:
    """The names of a few cities, capitals first, where they cover no number and no other name; beside a number that stands there."""
    found: list[Label] = []
    boxes = [(c.x - CHIP - 2, c.y - CHIP - 2, c.x + CHIP + 2, c.y + CHIP + 2) for c in chips]
    boxes += [(c.x - c.radius - 2, c.y - c.radius - 2, c.x + c.radius + 2, c.y + c.radius + 2) for c in counts]
    for city in basemap.cities(projection.frame):
        turn = next(t for t in (0, 360, -360) if projection.frame[0] <= city.longitude + t <= projection.frame[2])
        x, y = projection.at(city.longitude + turn, city.latitude)
        aside = 2 * CHIP + 2 if any(math.dist((x, y), (c.x, c.y)) < CHIP + 6 for c in chips) else 0.0
        wide = 6.4 * len(city.name) + 10
        if x < 12 or y < 16 or y > projection.height - 14:
            continue
        after = x + aside + wide < projection.width - 6
        x = x + aside if after else x - aside
        label = Label(round(x, 1), round(y, 1), city.name, "start" if after else "end", not aside)
        box = _lettered(label)
        if box[0] < 4 or any(_overlap(box, other) for other in boxes):
            continue
        boxes.append((box[0] - 24, box[1] - 16, box[2] + 24, box[3] + 16))
        found.append(label)
        if len(found) == most:
            break
    return tuple(found)


def _lettered(town: Label) -> Box:
    """The part of the map that a town's dot and name cover."""
    wide = 6.4 * len(town.text) + 10
    left, right = (town.x - 5, town.x + wide) if town.anchor == "start" else (town.x - wide, town.x + 5)
    return left, town.y - 9, right, town.y + 9


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def country_names(
    projection: Projection,
    shapes: dict[str, list[Line]],
    areas: tuple[Area, ...],
    chips: tuple[Chip, ...],
    counts: tuple[Count, ...],
    towns: tuple[Label, ...],
) -> tuple[Label, ...]:
    """The countries' names, each at the point of its visible land that lies farthest from borders, edges and other writing."""
    writing = [(c.x, c.y) for c in chips] + [(c.x, c.y) for c in counts]
    writing += [(t.x + (30 if t.anchor == "start" else -30), t.y) for t in towns]
    boxes = [_lettered(t) for t in towns]
    found = []
    for code, rings in sorted(shapes.items()):
        text = country(code)
        if text == code:
            continue  # a strip of land without a country's name
        coarse = [ring for ring in (thinned(ring, 12) for ring in rings) if _wide(ring) > NARROWEST * len(text)]
        if not coarse:
            continue  # too small for its name
        best, room = None, 0.0
        for column in range(1, 15):
            for row in range(1, 11):
                point = (projection.width * column / 15, projection.height * row / 11)
                half = 4.6 * len(text)
                if any(_overlap((point[0] - half, point[1] - 9, point[0] + half, point[1] + 9), box) for box in boxes):
                    continue
                near = [abs(point[0] - x) / 2.2 + abs(point[1] - y) for x, y in writing]
                edges = [(point[0] - half) * 2, (projection.width - point[0] - half) * 2, point[1], projection.height - point[1]]
                space = min([*edges, *near])
                if any(math.dist(point, (a.x, a.y)) < a.radius for a in areas):
                    space *= 0.4
                if space > room and any(inside(point, ring) for ring in coarse):
                    space = min(space, min(math.dist(point, p) for ring in coarse for p in ring))
                    ends = [(point[0] - half, point[1]), (point[0] + half, point[1])]
                    space *= 1.0 if all(any(inside(end, ring) for ring in coarse) for end in ends) else 0.5
                    best, room = (point, space) if space > room else (best, room)
        if best and room > 14 and text:
            found.append(Label(round(best[0], 1), round(best[1], 1), text))
    return tuple(found)


def _wide(ring: Line) -> float:
    """How far a ring reaches from left to right."""
    return max(x for x, _ in ring) - min(x for x, _ in ring)


def scale_bar(projection: Projection) -> tuple[float, int]:
    """A round number of kilometres that takes about a seventh of the width, and its length in pixels."""
    middle = (projection.frame[1] + projection.frame[3]) / 2
    wanted = projection.width / 7
    for km in (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000):
        if projection.pixels(km, middle) >= wanted:
            break
    return projection.pixels(km, middle), km
