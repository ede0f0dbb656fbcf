"""Places and renamings entered by hand, each with its source."""

from collections import defaultdict

from thucydides.grounding.places.fold import fold

from .districts import near_unit
from .names import split, strip_unit
from .provinces import Provinces
from .row import Row
from .sources import Cells

KINDS = {"village": "settlement", "town": "settlement", "city": "settlement", "border town": "settlement", "village or area": "settlement",
         "mining camp": "site", "border crossing": "crossing", "admin2": "admin2"}  # fmt: skip
OF_RENAMINGS = {"city": "settlement", "town": "settlement", "village": "settlement", "river": "water"}


def apply_curated(cells: list[Cells], provinces: Provinces, districts: list[Row], settlements: list[Row], areas: list[Row]) -> None:
    """Names and points for towns and districts that the sources have, new entries for what they lack; a point unknown is left out."""
    by_gid = {row.id: row for row in settlements if row.scheme == "geonames"}
    for r in cells:
        if r["kind"] == "border" or r["latitude"] == "unknown":
            continue
        names, kind = set(split(r["alternates"])), KINDS[r["kind"]]
        latitude, longitude = float(r["latitude"]), float(r["longitude"])
        if kind == "settlement" and (row := by_gid.get(int(r["geonames_id"] or 0))) is not None:
            rename(row, r["name"], names)
        elif kind == "admin2" and (row := near_unit(districts, r["country"], {r["name"], *names}, latitude, longitude)) is not None:
            rename(row, r["name"], names)
            row.latitude, row.longitude, row.quality = latitude, longitude, 1
            row.radius = float(r["radius_km"] or row.radius)
        else:
            areas.append(Row(
                name=r["name"], kind=kind, country=r["country"], latitude=latitude, longitude=longitude, radius=float(r["radius_km"] or 3),
                scheme="curated", id=10000 + len(areas), alternates=names, admin1=provinces.named(r["country"], r["admin1"]),
            ))  # fmt: skip


def apply_renamings(cells: list[Cells], provinces: list[Row], districts: list[Row], settlements: list[Row], areas: list[Row]) -> None:
    """Other names for what the sources have. Where they know a place by a name that it bore before, it gets the new one."""
    index: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    countries = {r["country"] for r in cells}
    for row in [*provinces, *districts, *(s for s in settlements if s.country in countries), *areas]:
        for name in sorted({fold(row.name), *(strip_unit(fold(a)) for a in row.alternates)}):
            index["" if row.kind == "water" else row.country, row.kind, name].append(row)
    for r in cells:
        kind = OF_RENAMINGS.get(r["kind"], r["kind"])
        country = "" if kind == "water" else r["country"]
        former = r["variant_kind"].startswith("former name")
        shared = len({o["place"] for o in cells if all(o[c] == r[c] for c in ("country", "kind", "variant"))}) > 1
        found = index.get((country, kind, fold(r["place"])), [])
        for row in found:
            row.alternates.add(r["variant"])
        if shared or not former:
            continue
        for row in found:
            if fold(row.name) == fold(r["variant"]):
                rename(row, r["place"], set())
        if not found:
            for row in index.get((country, kind, fold(r["variant"])), []):
                rename(row, r["place"], {r["variant"]})
                index[country, kind, fold(r["place"])].append(row)


def rename(row: Row, name: str, others: set[str]) -> None:
    """Call it so; what it was called before stays among its names."""
    row.alternates |= {row.name, *others}
    row.name = name
