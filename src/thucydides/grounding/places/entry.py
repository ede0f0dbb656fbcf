"""Entry: one row of the gazetteer, before a text gives it a meaning."""

from msgspec import Struct

KINDS = (
    "settlement", "admin2", "admin1", "country", "water", "mountain", "island", "border", "crossing", "site", "region", "other",
)  # fmt: skip
SCHEMES = ("geonames", "iso", "wof", "natural-earth", "curated", "user")


class Entry(Struct, frozen=True, gc=False):
    """A place that has a name and a point: where it lies, what it is, how large, and which units hold it.

    `number` is its position in the gazetteer (stable for one file), `kind` a place kind, `sub` a finer word ("river", "county"),
    `country` ISO alpha-2 or "", `population` about (to 10 %), 0 where unknown, `radius` in km, `quality` 0 where the point is weak
    (guessed, or a median) and 1 where it is measured; `key` is the folded name, the numbers are those of the units that hold it or -1.
    """

    number: int
    name: str
    kind: str
    sub: str
    country: str
    admin1: str
    admin2: str
    latitude: float
    longitude: float
    population: int
    radius: float
    identifier: str
    quality: int = 1
    key: str = ""
    admin1_number: int = -1
    admin2_number: int = -1


class Outline(Struct, frozen=True, gc=False):
    """What of an entry its rank among the places of its name depends on; the words are those of `Entry`, `small` is of provinces, `cell`
    the half-degree that it lies in."""

    number: int
    kind: str
    sub: str
    country: str
    cell: int
    population: int
    quality: int
    small: bool
    admin1_number: int
    admin2_number: int


SMALL_PROVINCE_KM = 60


def cell_of(latitude: float, longitude: float) -> int:
    """The half-degree that a point lies in, as a number: its neighbours to the north and south are 1000 away, those beside it 1."""
    return int(latitude * 2 // 1) * 1000 + int(longitude * 2 // 1)


def outline_of(entry: Entry) -> Outline:
    """The outline of an entry."""
    return Outline(
        entry.number, entry.kind, entry.sub, entry.country, cell_of(entry.latitude, entry.longitude), entry.population, entry.quality,
        entry.kind == "admin1" and entry.radius < SMALL_PROVINCE_KM, entry.admin1_number, entry.admin2_number,
    )  # fmt: skip
