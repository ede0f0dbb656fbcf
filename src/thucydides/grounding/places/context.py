"""Context: what a document tells of where it is."""

from collections import defaultdict
from datetime import date

from thucydides.grounding.places.entry import Entry

_MOST_NAMED = 3.0
MAIN = 0.6  # share of a country from which a document is about it


class Context:
    """What a document tells of where it is.

    `named` are weights of the countries that its words name, `most` the largest of them (in bounds); `countries`, `provinces` and `cells`
    count, for each name once, the likelihood that it lies there, `units` the likelihood that it *is* that province. `local` is the
    country of the outlet, `home` its town, `outlet_key` the name of the town that it is called after and `town` that town, `general`
    whether its address tells no country. `datelines` are the names that a report is filed from, `day` is when it was published.
    """

    def __init__(self) -> None:
        self.named: dict[str, float] = {}
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.provinces: defaultdict[int, float] = defaultdict(float)
        self.units: defaultdict[int, float] = defaultdict(float)
        self.cells: defaultdict[int, float] = defaultdict(float)
        self.most = 1.0
        self.local = ""
        self.outlet_key = ""
        self.general = False
        self.datelines: frozenset[str] = frozenset()
        self.home: Entry | None = None
        self.town: Entry | None = None
        self.day: date | None = None

    def add_country(self, country: str, weight: float) -> None:
        if country:
            self.named[country] = weight = self.named.get(country, 0.0) + weight
            self.most = max(self.most, min(_MOST_NAMED, weight))

    def share(self, country: str) -> float:
        """0 to 1: how much of the document is about that country, by the countries it names."""
        weight = self.named.get(country, 0.0)
        return min(1.0, weight / self.most) if weight else 0.0
