"""Frame of a map: the spots and borders where incidents happened, and the degrees that a map of them should show."""

import math
import re

from thucydides.nouns import Incident, Record
from thucydides.publishing import sums
from thucydides.publishing.maps import basemap
from thucydides.publishing.maps.basemap import Box
from thucydides.publishing.maps.labels import Spot

COARSEST = 5
"""Largest where_prec class that is drawn; 6 and 7 say only a country or the open sea."""
RADII = {1: 2.0, 2: 25.0, 3: 30.0, 4: 80.0, 5: 50.0}
"""Kilometres taken for a place whose gazetteer entry gives no radius, by where_prec; class 2 is UCDP's own 25 km."""
LEAST_SPAN = 150.0
"""Kilometres that a map shows at least from edge to edge."""
NARROW, FAR_WIDER = 100.0, 2.5
"""Kilometres up to which an area always fits on the map, and how many times the usual radius is too wide to."""
BULK = 0.5
"""The part of the incidents that a map must hold before it may leave out those far away."""
COST, MOST_CUTS = 4.0, 8
"""What leaving out all incidents would cost, against the logarithm of how many times nearer a map comes; cuts that are tried."""
NEAR, CROWD = 500.0, 0.15
"""Kilometres about a place, and the part of all incidents within them, from which on it is a theatre of its own and not left out."""
WORLD = (-180.0, -90.0, 180.0, 90.0)
BORDER = re.compile(r"border:([A-Z]{2})-([A-Z]{2})")
"""The gazetteer's id of the border of two countries."""


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


def along(incidents: list[Incident]) -> tuple[dict[tuple[str, str], list[Incident]], list[Incident]]:
    """The incidents known only to a border that the base map has, by its two countries, and the others."""
    lines: dict[tuple[str, str], list[Incident]] = {}
    rest = []
    for incident in incidents:
        assessed = incident.assessed("place")
        found = BORDER.fullmatch(assessed.place.gazetteer_id or "") if assessed and assessed.place else None
        pair = (found[1], found[2]) if found else None
        if pair and basemap.border(*pair, frame=WORLD):
            lines.setdefault(pair, []).append(incident)
        else:
            rest.append(incident)
    return lines, rest


def frame_of_borders(pairs: list[tuple[str, str]]) -> Box | None:
    """The degrees that hold whole borders."""
    points = [p for pair in pairs for line in basemap.border(*pair, frame=WORLD) for p in line]
    if not points:
        return None
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return widened((min(xs), min(ys), max(xs), max(ys)), 0.1)


def spots_of(incidents: list[Incident]) -> list[Spot]:
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


def frame_of(spots: list[Spot]) -> Box:
    """The degrees that hold the areas, with room at the edges; of an area far wider than most only the middle."""
    usual = sorted(s.radius_km for s in spots)[len(spots) // 2]
    widest = max(NARROW, FAR_WIDER * usual)
    sides = []
    for s in spots:
        high = (s.radius_km if s.radius_km <= widest else 0.0) / 111.2
        wide = high / max(0.15, math.cos(math.radians(s.latitude)))
        sides.append((s.longitude - wide, s.latitude - high, s.longitude + wide, s.latitude + high))
    box = (min(b[0] for b in sides), min(b[1] for b in sides), max(b[2] for b in sides), max(b[3] for b in sides))
    least = LEAST_SPAN / 111.2
    lack = max(0.0, least - (box[3] - box[1])) / 2
    return widened((box[0] - lack, box[1] - lack, box[2] + lack, box[3] + lack), 0.14)


def core_of(spots: list[Spot]) -> list[Spot]:
    """The places that a map is made for: all, or, where some lie far from most, those that are worth a nearer look.

    What is left out costs its part of the incidents; what is won is how many times nearer the map can come. A crowd far away is
    a theatre of its own and is never left out.
    """
    every = sum(len(s.incidents) for s in spots)
    middle = _middle(spots)
    ranked = sorted(spots, key=lambda s: (_apart(s, middle), s.name, s.longitude))
    whole = max(LEAST_SPAN, _apart(ranked[-1], middle))
    held, cuts = 0, []
    for n, spot in enumerate(ranked[:-1], 1):
        held += len(spot.incidents)
        gain = math.log(whole / max(LEAST_SPAN, _apart(spot, middle))) - COST * (1 - held / every)
        if held >= BULK * every and gain > 0:
            cuts.append((gain, n))
    for _, n in sorted(cuts, reverse=True)[:MOST_CUTS]:
        left = ranked[n:]
        if not any(sum(len(o.incidents) for o in left if _apart(o, (s.longitude, s.latitude)) < NEAR) > CROWD * every for s in left):
            return ranked[:n]
    return ranked


def _middle(spots: list[Spot]) -> tuple[float, float]:
    """The longitude and latitude with as many incidents on either side."""
    longitudes = sorted(s.longitude for s in spots for _ in s.incidents)
    latitudes = sorted(s.latitude for s in spots for _ in s.incidents)
    return longitudes[len(longitudes) // 2], latitudes[len(latitudes) // 2]


def _apart(spot: Spot, point: tuple[float, float]) -> float:
    """Kilometres between a place and a point, near enough for a frame."""
    wide = (spot.longitude - point[0]) * math.cos(math.radians((spot.latitude + point[1]) / 2))
    return 111.2 * math.hypot(wide, spot.latitude - point[1])


def within(spot: Spot, frame: Box) -> bool:
    """Does a place's middle lie in the frame?"""
    return frame[0] <= spot.longitude <= frame[2] and frame[1] <= spot.latitude <= frame[3]


def widened(box: Box, share: float) -> Box:
    wide, high = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return box[0] - wide, max(-84.0, box[1] - high), box[2] + wide, min(84.0, box[3] + high)
