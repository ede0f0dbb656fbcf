"""Map: the record's incidents on a base map, each uncertain place as the area it may lie in, never as a false point.

What is known only by its country, or not at all, is not drawn but listed. The picture is SVG made here; nothing is fetched.
"""

from collections.abc import Iterable

from msgspec import Struct

from thucydides.nouns import Incident
from thucydides.publishing.index import Index, country
from thucydides.publishing.maps import basemap
from thucydides.publishing.maps.basemap import Box, Line
from thucydides.publishing.maps.frame import along, core_of, frame_of, frame_of_borders, placed, spots_of, widened, within
from thucydides.publishing.maps.geometry import Projection, clipped, fitted, path, runs, thinned
from thucydides.publishing.maps.labels import (
    Area,
    Band,
    Chip,
    Count,
    Label,
    Spot,
    city_names,
    counted,
    country_names,
    numbered,
    scale_bar,
)

MOST_CHIPS = 40
"""Incidents above which a map shows how many there are at each place instead of each one's number."""


class Picture(Struct, frozen=True):
    """A map ready to be drawn: size in pixels, paths, areas, chips or counts, names, and a scale bar of `scale_km` in `scale` pixels.

    `outside` are the incidents that lie far from most others, outside the frame.
    """

    width: float
    height: float
    land: str
    own: str
    rivers: str
    lakes: str
    areas: tuple[Area, ...]
    bands: tuple[Band, ...]
    chips: tuple[Chip, ...]
    counts: tuple[Count, ...]
    outside: tuple[Incident, ...]
    countries: tuple[Label, ...]
    cities: tuple[Label, ...]
    scale: float
    scale_km: int


def picture(index: Index, width: float, ratio: float) -> Picture | None:
    """The map at so many pixels' width and `ratio` times that in height; None where no incident can be drawn."""
    lines, rest = along(placed(index.record)[0])
    spots = spots_of(rest)
    box = frame_of(core_of(spots)) if spots else frame_of_borders(list(lines))
    if box is None:
        return None
    projection = Projection(fitted(box, ratio), width)
    beyond = widened(projection.frame, 0.04)
    codes = {p.place.country for i in index.record.incidents for p in i.assessments if p.place and p.place.country}
    shapes = _shapes(projection, beyond)
    outside = tuple(i for s in spots if not within(s, projection.frame) for i in s.incidents)
    spots = [s for s in spots if within(s, projection.frame)]
    areas = tuple(_area(projection, s) for s in spots)
    bands = tuple(b for pair, of in sorted(lines.items()) if (b := _band(projection, pair, of)) is not None)
    count = sum(len(s.incidents) for s in spots)
    chips = numbered(index, spots, areas, bands, (width, projection.height)) if count <= MOST_CHIPS else ()
    counts = counted(spots, areas, bands) if count > MOST_CHIPS else ()
    towns = city_names(projection, chips, counts)
    length, km = scale_bar(projection)
    return Picture(
        width=width,
        height=round(projection.height, 1),
        land=path([line for code, of in shapes.items() if code not in codes for line in of], close=True),
        own=path([line for code, of in shapes.items() if code in codes for line in of], close=True),
        rivers=path(_lines(projection, basemap.rivers(beyond), beyond), close=False),
        lakes=path(_rings(projection, basemap.lakes(beyond), beyond), close=True),
        areas=areas,
        bands=bands,
        chips=chips,
        counts=counts,
        outside=outside,
        countries=country_names(projection, shapes, areas, chips, counts, towns),
        cities=towns,
        scale=round(length, 1),
        scale_km=km,
    )


def _band(projection: Projection, pair: tuple[str, str], incidents: list[Incident]) -> Band | None:
    """A border as far as the map shows it; None where it lies outside."""
    shown = [projection.line(r) for line in basemap.border(*pair, frame=projection.frame) for r in runs(line, projection.frame)]
    if not shown:
        return None
    label = f"somewhere along the border of {country(pair[0])} and {country(pair[1])}"
    middle = [p for line in shown for p in line if 0 <= p[0] <= projection.width and 0 <= p[1] <= projection.height]
    middle = middle or shown[0]
    x, y = middle[len(middle) // 2]
    return Band(path([thinned(line, 0.8) for line in shown], close=False), round(x, 1), round(y, 1), label, tuple(incidents))


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
