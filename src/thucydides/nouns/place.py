"""Place: a gazetteer entry as an answer, and PlaceRef: where a text names it."""

from typing import Literal

from msgspec import Struct

from thucydides.nouns.passage import Passage

PlaceKind = Literal[
    "settlement", "admin2", "admin1", "country", "water", "mountain", "island", "border", "crossing", "site", "region", "other",
]  # fmt: skip
PlaceRole = Literal["at", "from", "near", "between", "to", "origin", "mentioned"]

TOWN, DISTRICT, PROVINCE, COUNTRY, NOWHERE = 2, 3, 4, 6, 7
"""Classes of a place's precision (UCDP where_prec): up to so much it is known to the town, the district, the province, the country; what
lies in no country."""


class Place(Struct, frozen=True, gc=False):
    """Where on earth, to the precision that the words give.

    `gazetteer_id` is the entry's id ("geonames:1220747", "iso:TJ-KT", "wof:...", "natural-earth:..."), None where unresolved.
    `country` is ISO 3166-1 alpha-2; `latitude`/`longitude` WGS84 degrees; `precision` the UCDP where_prec class (1 exact,
    2 within about 25 km, 3 district, 4 province, 5 linear or fuzzy area, 6 country, 7 international waters or air);
    `radius_km` how far from the point the true place may lie; `reason` says in words why this entry, or why none.
    """

    name: str
    gazetteer_id: str | None = None
    kind: PlaceKind = "other"
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    radius_km: float | None = None
    reason: str = ""

    @property
    def coarseness(self) -> int:
        """Its class of precision, that of no place on earth (7) where none is given."""
        return self.precision or NOWHERE


class PlaceRef(Struct, frozen=True, gc=False):
    """One naming of a place in a text, with the part it plays there ("from Badakhshan" is `from`) and what it resolves to."""

    passage: Passage
    wording: str
    role: PlaceRole = "mentioned"
    place: Place | None = None
    reason: str = ""
