"""Map: the record's incidents on a base map, each uncertain place as the area it may lie in, never as a false point.

What is known only by its country, or not at all, is not drawn but listed. The picture is SVG made here; nothing is fetched.
"""

import math
from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Incident, Record
from thucydides.publishing import basemap, sums
from thucydides.publishing.basemap import Box, Line
from thucydides.publishing.geometry import Projection, clipped, fitted, path, runs, thinned
from thucydides.publishing.index import Index
from thucydides.publishing.map_labels import Area, Chip, Label, Spot, city_names, country_names, numbered, scale_bar

RADII = {1: 2.0, 2: 25.0, 3: 30.0, 4: 80.0, 5: 50.0}
"""Kilometres taken for a place whose gazetteer entry gives no radius, by where_prec; class 2 is UCDP's own 25 km."""
COARSEST = 5
"""Largest where_prec class that is drawn; 6 and 7 say only a country or the open sea."""
LEAST_SPAN = 150.0
"""Kilometres that a map shows at least from edge to edge."""
MOST_CHIPS = 120
"""Incidents above which a map shows areas without numbers."""


class Picture(Struct, frozen=True):
    """A map ready to be drawn: size in pixels, paths, areas, chips, names, and a scale bar of `scale_km` in `scale` pixels."""

    width: float
    height: float
    land: str
    own: str
    rivers: str
    lakes: str
    areas: tuple[Area, ...]
    chips: tuple[Chip, ...]
    countries: tuple[Label, ...]
    cities: tuple[Label, ...]
    scale: float
    scale_km: int


def placed(record: Record) -> tuple[list[Incident], list[Incident], list[Incident]]:
    """The incidents that a map can draw, those known only by country or at sea, and those without any place."""
    drawn, coarse, nowhere = [], [], []
    for incident in sums.force(record):
        assessed = incident.assessed("place")
        place = assessed.place if assessed else None
        if place is None or (place.latitude is None and place.country is None):
            nowhere.append(incident)
        elif place.latitude is None or place.longitude is None or (place.precision or COARSEST + 1) > COARSEST:
            coarse.append(incident)
        else:
            drawn.append(incident)
    return drawn, coarse, nowhere


def picture(index: Index, width: float, ratio: float) -> Picture | None:
    """The map at so many pixels' width and `ratio` times that in height; None where no incident can be drawn."""
    spots = _spots(placed(index.record)[0])
    if not spots:
        return None
    projection = Projection(fitted(_box(spots), ratio), width)
    beyond = _widened(projection.frame, 0.04)
    codes = {p.place.country for i in index.record.incidents for p in i.assessments if p.place and p.place.country}
    shapes = _shapes(projection, beyond)
    own = [line for code, lines in shapes.items() if code in codes for line in lines]
    other = [line for code, lines in shapes.items() if code not in codes for line in lines]
    areas = tuple(_area(projection, s) for s in spots)
    chips = numbered(index, spots, areas) if sum(len(s.incidents) for s in spots) <= MOST_CHIPS else ()
    towns = city_names(projection, chips)
    length, km = scale_bar(projection)
    return Picture(
        width=width,
        height=round(projection.height, 1),
        land=path(other, close=True),
        own=path(own, close=True),
        rivers=path(_lines(projection, basemap.rivers(beyond), beyond), close=False),
        lakes=path(_rings(projection, basemap.lakes(beyond), beyond), close=True),
        areas=areas,
        chips=chips,
        countries=country_names(projection, shapes, areas, chips, towns),
        cities=towns,
        scale=round(length, 1),
        scale_km=km,
    )


def _spots(incidents: list[Incident]) -> list[Spot]:
    """Incidents of the same place together, larger areas first so that smaller ones lie on top."""
    found: dict[tuple[float, float, float], list[Incident]] = {}
    names: dict[tuple[float, float, float], tuple[str, bool]] = {}
    for incident in incidents:
        assessed = incident.assessed("place")
        place = assessed.place if assessed else None
        if place is None or place.latitude is None or place.longitude is None:
            continue
        radius = place.radius_km or RADII.get(place.precision or COARSEST, 50.0)
        key = (round(place.longitude, 3), round(place.latitude, 3), radius)
        found.setdefault(key, []).append(incident)
        names[key] = (place.name, place.precision == 1)
    west = _cut([lon for lon, _, _ in found])
    return [
        Spot(lon + (360 if lon < west else 0), lat, radius, names[lon, lat, radius][1], names[lon, lat, radius][0], tuple(of))
        for (lon, lat, radius), of in sorted(found.items(), key=lambda item: (-item[0][2], item[0]))
    ]


def _cut(longitudes: list[float]) -> float:
    """The longitude from which on the places lie closest together, so that a map need not go round the earth."""
    ordered = sorted(set(longitudes))
    if not ordered:
        return -180.0
    gaps = [(ordered[i] - ordered[i - 1] + (0 if i else 360), ordered[i]) for i in range(len(ordered))]
    widest = max(gaps, key=lambda g: (g[0], g[1] == ordered[0]))
    return widest[1] if widest[0] > 180 else -180.0


def _box(spots: list[Spot]) -> Box:
    """The degrees that hold every area, with room at the edges."""
    sides = []
    for s in spots:
        high = s.radius_km / 111.2
        wide = high / max(0.15, math.cos(math.radians(s.latitude)))
        sides.append((s.longitude - wide, s.latitude - high, s.longitude + wide, s.latitude + high))
    box = (min(b[0] for b in sides), min(b[1] for b in sides), max(b[2] for b in sides), max(b[3] for b in sides))
    least = LEAST_SPAN / 111.2
    lack = max(0.0, least - (box[3] - box[1])) / 2
    return _widened((box[0] - lack, box[1] - lack, box[2] + lack, box[3] + lack), 0.14)


def _widened(box: Box, share: float) -> Box:
    wide, high = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return box[0] - wide, max(-84.0, box[1] - high), box[2] + wide, min(84.0, box[3] + high)


def _shapes(projection: Projection, frame: Box) -> dict[str, list[Line]]:
    """The countries' rings in pixels, by ISO code, cut to the frame."""
    found: dict[str, list[Line]] = {}
    for land in basemap.lands(frame):
        for ring in land.rings:
            cut = thinned(projection.line(clipped(ring, frame)), 0.8)
            if len(cut) > 2:
                found.setdefault(land.code or land.name, []).append(cut)
    return found


def _lines(projection: Projection, lines: Iterable[Line], frame: Box) -> list[Line]:
    return [thinned(projection.line(run), 0.8) for line in lines for run in runs(line, frame)]


def _rings(projection: Projection, rings: Iterable[Line], frame: Box) -> list[Line]:
    cut = (clipped(ring, frame) for ring in rings)
    return [thinned(projection.line(ring), 0.8) for ring in cut if len(ring) > 2]


def _area(projection: Projection, spot: Spot) -> Area:
    x, y = projection.at(spot.longitude, spot.latitude)
    radius = projection.pixels(spot.radius_km, spot.latitude)
    label = f"{spot.name}: exact place" if spot.exact else f"{spot.name}: somewhere within about {spot.radius_km:,.0f} km"
    return Area(round(x, 1), round(y, 1), round(max(4.0, radius), 1), spot.exact, label)
