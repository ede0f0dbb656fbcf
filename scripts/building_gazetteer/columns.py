"""All entries in order, as the columns of the file."""

from __future__ import annotations

import math
from array import array
from typing import Any

from thucydides.grounding.places.fold import fold, skeleton

from .row import Row

NONE = 65535
"""The unit of what lies in none: two bytes' last number."""
KINDS_OF_UNIT = ("country", "admin1", "admin2")


def in_order(rows: list[Row]) -> list[Row]:
    """Entries by country, then by the consonants of the name; each gets its number, units also theirs among units."""
    every = [row for row in rows if fold(row.name)]
    skeletons = {id(row): skeleton(fold(row.name)) for row in every}
    every.sort(key=lambda r: (r.country, skeletons[id(r)], fold(r.name), r.kind, str(r.id), r.latitude, r.longitude))
    for number, row in enumerate(every):
        row.number = number
    units = [row for row in every if row.kind in KINDS_OF_UNIT]
    for number, row in enumerate(units):
        row.unit = number
    assert len(units) < NONE, "too many units for two bytes"
    return every


def plain(row: Row) -> bool:
    """Whether its name can be had from its key."""
    return row.name == fold(row.name).title()


def classes_of(every: list[Row]) -> list[tuple[str, str, str, int]]:
    """What entries can be: kind, sub-kind, scheme of the identifier, quality of the point."""
    return sorted({(row.kind, row.sub, row.scheme, row.quality) for row in every})


def columns_of(every: list[Row], countries: dict[str, Row], keys: Any, names: Any) -> tuple[dict[str, array[Any]], list[str]]:
    """One number an entry in each column (see `grounding/places/store.py`), and the identifiers that are texts. `keys` and `names` are
    the tries that number them."""
    texts: list[str] = []
    columns: dict[str, array[Any]] = {name: array(kind) for name, kind in (
        ("latitude", "H"), ("latitude_low", "B"), ("longitude", "H"), ("longitude_low", "B"), ("name", "I"),
        ("id", "I"), ("unit", "H"), ("class", "B"), ("population", "B"))}  # fmt: skip
    class_number = {c: i for i, c in enumerate(classes_of(every))}
    for row in every:
        for axis, share in (("latitude", (row.latitude + 90) / 180), ("longitude", (row.longitude + 180) / 360)):
            whole = min(2**24 - 1, round(share * 2**24))
            columns[axis].append(whole >> 8)
            columns[axis + "_low"].append(whole & 255)
        columns["name"].append(keys[fold(row.name)] if plain(row) else names[row.name] | 0x80000000)
        if isinstance(row.id, str):
            texts.append(row.id)
            columns["id"].append(len(texts) - 1)
        else:
            columns["id"].append(abs(row.id) % 2**32)
        up = None if row.kind == "country" else row.admin2 or row.admin1 or countries.get(row.country)
        columns["unit"].append(NONE if up is None else up.unit)
        columns["class"].append(class_number[row.kind, row.sub, row.scheme, row.quality])
        columns["population"].append(min(255, round(math.log10(row.population + 1) * 25)))
    return columns, texts


def columns_of_some(every: list[Row]) -> dict[str, array[Any]]:
    """The entries that are units, those that are wider than a settlement, and the radius of these in half kilometres."""
    large = [row for row in every if row.kind != "settlement"]
    return {
        "unit_entry": array("I", [row.number for row in every if row.kind in KINDS_OF_UNIT]),
        "large": array("I", [row.number for row in large]),
        "radius": array("H", [min(65535, round(row.radius * 2)) for row in large]),
    }


def ranges_of(every: list[Row]) -> dict[str, list[int]]:
    """Each country's first entry and the one after its last."""
    ranges: dict[str, list[int]] = {}
    for row in every:
        ranges.setdefault(row.country, [row.number, row.number])[1] = row.number + 1
    return ranges
