"""What is neither a unit nor a settlement: regions as reports call them, waters, ranges, islands."""

from collections.abc import Iterable

from thucydides.grounding.places.fold import fold
from thucydides.vocabulary import table

from .names import folded, split
from .provinces import Provinces
from .row import Row
from .sources import Cells

KIND_OF_WATER = {
    "river": "water", "lake": "water", "reservoir": "water", "alkaline lake": "water", "sea": "water", "gulf": "water", "bay": "water",
    "strait": "water", "channel": "water", "ocean": "water", "sound": "water", "fjord": "water", "lagoon": "water", "wetlands": "water",
    "island": "island", "island group": "island", "reef": "island", "range/mtn": "mountain", "foothills": "mountain",
}  # fmt: skip


def read_regions(provinces: Provinces) -> list[Row]:
    """Regions that reports name (`vocabularies/places_regions.csv`); one that is a province gives that its names."""
    areas: list[Row] = []
    for r in table("places_regions"):
        country = only(r["countries"].split("|"))
        parent = provinces.named(country, r["name"]) if r["kind"] == "admin1" else None
        if parent is not None:
            parent.alternates |= {r["name"], *split(r["aliases"])}
            continue
        areas.append(Row(
            name=r["name"], kind=r["kind"], sub=r["sub"], country=country, latitude=float(r["latitude"]),
            longitude=float(r["longitude"]), radius=float(r["radius_km"]), scheme="curated", id=len(areas),
            alternates=set(split(r["aliases"])),
        ))  # fmt: skip
    return areas


def add_waters(cells: Iterable[Cells], areas: list[Row], countries: dict[str, Row], provinces: Provinces) -> None:
    """Waters, ranges and islands, but for those called as a country, a state of the United States or one of our regions is."""
    known = folded([row.name for row in countries.values()]) | {name for country, name in provinces.by_name if country == "US"}
    for r in table("places_regions"):
        known |= folded([r["name"], *r["aliases"].split("|")])
    for number, r in enumerate(cells):
        name = r["name"].replace("Pen.", "Peninsula").replace("Str.", "Strait")
        if fold(name) in known or r["kind"] == "continent":
            continue
        areas.append(Row(
            name=name, kind=KIND_OF_WATER.get(r["kind"], "region"), sub=r["kind"], country=only(split(r["countries"])),
            latitude=float(r["latitude"]), longitude=float(r["longitude"]), radius=float(r["radius_km"] or 20),
            scheme="natural-earth", id=number, alternates={*split(r["alternates"]), *with_kind(name, r["kind"])},
        ))  # fmt: skip


def with_kind(name: str, kind: str) -> list[str]:
    """Its names with the word of its kind: "Panj River", "River Panj"."""
    if kind == "river":
        return [f"{name} River", f"River {name}"]
    if ("lake" in kind or kind == "reservoir") and "lake" not in name.lower():
        return [f"Lake {name}", f"{name} Lake"]
    return []


def only(countries: list[str]) -> str:
    """The country of an area that lies in one alone, else nothing."""
    return countries[0] if len(countries) == 1 else ""
