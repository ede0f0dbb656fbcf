"""Second-level units: the table of districts, their province, and about how many people live there."""

import re
from collections import defaultdict
from collections.abc import Iterable

from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.geometry import haversine

from .names import folded, split
from .outlines import Outlines
from .provinces import Provinces
from .row import Row
from .sources import Cells

SAME_UNIT_KM = 60


def read_districts(cells: Iterable[Cells], provinces: Provinces, outlines: Outlines) -> list[Row]:
    """All districts; one whose province no name and no code gives lies in that which holds its point."""
    rows: list[Row] = []
    for r in cells:
        rows.append(district(r, len(rows), provinces))
    lost = [row for row in rows if row.admin1 is None]
    for row, up in zip(lost, outlines.holding_rows(lost), strict=True):
        row.admin1 = up
    return rows


def district(r: Cells, number: int, provinces: Provinces) -> Row:
    """One row of the table as an entry."""
    gid = int(r["geonames_id"] or 0)
    other = re.search(r"whosonfirst:(\d+)", r["source"])
    scheme, ident = ("geonames", gid) if gid > 0 else ("wof", int(other.group(1)) % 2**32) if other else ("curated", number)
    code = re.search(r"geonames:(\w+\.\w+)", r["source"])
    return Row(
        name=r["admin2"], kind="admin2", country=r["country"], latitude=float(r["latitude"]), longitude=float(r["longitude"]),
        radius=float(r["radius_km"] or 20), scheme=scheme, id=ident, alternates=set(split(r["alternates"])),
        quality=1 if r["method"] == "polygon" else 0, sub="county" if r["country"] == "US" else "",
        admin1=provinces.named(r["country"], r["admin1"]) or (provinces.by_code.get(code.group(1)) if code else None),
    )  # fmt: skip


def by_place(districts: list[Row]) -> dict[tuple[str, int | None, str], Row]:
    """Districts by country, province (its identity; None for any) and key."""
    found: dict[tuple[str, int | None, str], Row] = {}
    for row in districts:
        for name in row.names:
            found.setdefault((row.country, id(row.admin1), fold(name)), row)
            found.setdefault((row.country, None, fold(name)), row)
    return found


def near_unit(rows: list[Row], country: str, names: set[str], latitude: float, longitude: float) -> Row | None:
    """The district of one of these names near a point, the better known and nearer first."""
    wanted = folded(sorted(names))
    best = [row for row in rows if row.country == country and wanted & folded(row.names)
            and haversine(row.latitude, row.longitude, latitude, longitude) < SAME_UNIT_KM]  # fmt: skip
    return min(best, key=lambda row: (-row.quality, haversine(row.latitude, row.longitude, latitude, longitude)), default=None)


def add_people(districts: list[Row], settlements: list[Row]) -> None:
    """About how many live in a district: the towns assigned to it, else (US counties) the towns of the state nearest to its point."""
    counties: dict[int, list[Row]] = defaultdict(list)
    for row in districts:
        if row.country == "US":
            counties[id(row.admin1)].append(row)
    for town in settlements:
        if not town.population:
            continue
        if town.admin2 is not None:
            town.admin2.population += town.population
        elif town.country == "US" and counties[id(town.admin1)]:
            nearest_county(counties[id(town.admin1)], town).population += town.population


def nearest_county(counties: list[Row], town: Row) -> Row:
    """The county whose point lies nearest, degrees of longitude being shorter at these latitudes."""
    return min(counties, key=lambda row: (row.latitude - town.latitude) ** 2 + 0.6 * (row.longitude - town.longitude) ** 2)
