"""Ranking: which entry a name means, from what the document as a whole is about."""

from math import exp, log, log10

from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.names import Name

_PRIOR = {"country": 8.0, "admin1": 6.2, "admin2": 3.2, "region": 5.0, "water": 4.2, "mountain": 3.8, "island": 3.8, "border": 5.0,
          "crossing": 4.0, "site": 3.5}  # fmt: skip
_MOST = 30
_WIDE = frozenset({"admin1", "region", "water"})
PROVINCE, CELL, MOST_OTHERS = (
    1.1,
    1.1,
    3.0,
)  # weight of the places of the other names, tuned on half of two corpora (docs/places.md)


class Context:
    """What a document tells of where it is: weights of countries, and how many of its names may lie in a province or near a point.

    `provinces` and `cells` count, for each name once, the likelihood that it lies there; a cell is half a degree and its neighbours.
    """

    def __init__(self) -> None:
        self.countries: dict[str, float] = {}
        self.provinces: dict[int, float] = {}
        self.cells: dict[tuple[int, int], float] = {}
        self.local = ""
        self.outlet_key = ""
        self.general = False
        self.home: Entry | None = None

    def add_country(self, country: str, weight: float) -> None:
        if country:
            self.countries[country] = min(3.0, self.countries.get(country, 0.0) + weight)

    def share(self, country: str) -> float:
        """0 to 1: how much of the document is about that country."""
        weight = self.countries.get(country, 0.0)
        return weight / max(1.0, max(self.countries.values(), default=1.0)) if weight else 0.0


class Footprint:
    """Where one name may lie: the likelihood of each province and cell, to be put into a context or left out of it again."""

    __slots__ = ("cells", "provinces")

    def __init__(self, options: list[tuple[float, Entry]]) -> None:
        self.provinces: dict[int, float] = {}
        self.cells: dict[tuple[int, int], float] = {}
        if not options:
            return
        top = options[:12]
        best = max(score for score, _ in top)
        weights = [exp(score - best) for score, _ in top]
        whole = sum(weights)
        for weight, (_, entry) in zip(weights, top, strict=True):
            share = weight / whole
            if share < 0.02 or entry.kind in ("country", "region", "water"):
                continue
            if entry.admin1_number >= 0:
                self.provinces[entry.admin1_number] = max(share, self.provinces.get(entry.admin1_number, 0.0))
            if entry.kind != "admin1":
                y, x = cell(entry)
                for i in (y - 1, y, y + 1):
                    for j in (x - 1, x, x + 1):
                        if share > self.cells.get((i, j), 0.0):
                            self.cells[i, j] = share

    def add(self, context: Context, sign: float = 1.0) -> None:
        for number, share in self.provinces.items():
            context.provinces[number] = context.provinces.get(number, 0.0) + sign * share
        for place, share in self.cells.items():
            context.cells[place] = context.cells.get(place, 0.0) + sign * share


def cell(entry: Entry) -> tuple[int, int]:
    return int(entry.latitude * 2 // 1), int(entry.longitude * 2 // 1)


def prior(entry: Entry, name: Name) -> float:
    """How likely a name means an entry before the document is looked at; a unit is about a factor of ten."""
    score = _PRIOR[entry.kind] if entry.kind != "settlement" else min(7.0, log10(entry.population + 50))
    if entry.kind == "region" and entry.sub == "continent":
        score = 7.5
    if entry.kind == "admin1" and entry.radius < 60:
        score = 5.0
    if entry.kind == "admin2" and entry.population:
        score = 2.2 + 0.35 * log10(entry.population + 10)
    if not entry.quality:
        score -= 0.4
    main = fold(entry.name)
    if main != name.key and not main.startswith(name.key + " "):
        score -= 0.5 if entry.kind in ("country", "admin1") else 1.2
    if entry.kind == "settlement" and entry.population > 20000 and lexicon().metonyms.get(name.key) == entry.country:
        score += 1.5
    if name.types:
        place = name.types.index(entry.kind) if entry.kind in name.types else -1
        score += (3.0, 2.2, 1.6, 1.2)[min(place, 3)] if place >= 0 else -3.0
    elif entry.kind == "admin2":
        score -= 1.0
    return score


def in_context(entry: Entry, context: Context, own: Footprint | None = None, key: str = "") -> float:
    """How well an entry fits the countries of the document and the places of its other names (`own` is left out).

    A name that the outlet itself bears is that of a town of the outlet's country; papers under a general domain are mostly American.
    """
    kind, country = entry.kind, entry.country
    score = 0.0
    if key and key == context.outlet_key and kind == "settlement" and country == (context.local or "US"):
        score += 2.0
    if country in context.countries:
        score += 2.6 * context.share(country)
    if country and context.local == country:
        score += 0.8
    if kind == "country":
        return score
    number = entry.admin1_number
    if number in context.provinces:
        others = context.provinces[number] - (own.provinces.get(number, 0.0) if own else 0.0)
        if others > 0:
            score += PROVINCE * log(1 + 3 * (others if others < MOST_OTHERS else MOST_OTHERS))
    if kind not in _WIDE:
        place = (int(entry.latitude * 2 // 1), int(entry.longitude * 2 // 1))
        if place in context.cells:
            others = context.cells[place] - (own.cells.get(place, 0.0) if own else 0.0)
            if others > 0:
                score += CELL * log(1 + 3 * (others if others < MOST_OTHERS else MOST_OTHERS))
    return score


def contained(entry: Entry, holder: Entry) -> bool:
    """Whether a place lies in another, by units where known, else by distance and radius."""
    if holder.number == entry.number:
        return False
    if holder.kind == "country":
        return entry.country == holder.country and entry.kind != "country"
    if entry.kind == "country":
        return False
    if holder.kind == "admin1":
        if entry.kind == "admin1":
            return False
        if entry.admin1_number >= 0:
            return entry.admin1_number == holder.number
        return entry.country in ("", holder.country) and distance(entry, holder) < holder.radius
    if holder.kind == "admin2":
        if entry.kind in ("admin1", "admin2"):
            return False
        return entry.admin2_number == holder.number or (
            entry.country == holder.country and distance(entry, holder) < max(12.0, min(1.1 * holder.radius, 60.0))
        )
    if holder.kind == "settlement":
        return entry.kind in ("settlement", "site") and entry.population < holder.population and distance(entry, holder) < 20
    return distance(entry, holder) < holder.radius and holder.radius > entry.radius


def distance(a: Entry, b: Entry) -> float:
    return haversine(a.latitude, a.longitude, b.latitude, b.longitude)


def candidates(gazetteer: Gazetteer, name: Name) -> list[tuple[float, Entry]]:
    """The likeliest entries of a name before context, best first. Callers must not change the list."""
    known: dict[tuple[str, tuple[str, ...], int], list[tuple[float, Entry]]] = gazetteer.ranked
    key = (name.key, name.types, len(name.numbers))
    if key in known:
        return known[key]
    if len(known) > 50_000:
        known.clear()
    entries = [gazetteer.entry(number) for number in name.numbers]
    scored = [(prior(entry, name), entry) for entry in entries]
    if not name.types:
        towns: dict[int, float] = {}
        own = skeleton(name.key)
        for score, entry in scored:
            if entry.kind == "settlement" and entry.population >= 5000 and skeleton(fold(entry.name)) == own:
                towns[entry.admin1_number] = max(score, towns.get(entry.admin1_number, 0.0))
        scored = [(min(s, towns[e.number] - 0.3) if e.kind == "admin1" and e.number in towns else s, e) for s, e in scored]
    scored.sort(key=lambda item: (-item[0], item[1].number))
    known[key] = scored[:_MOST]
    return known[key]
