"""Candidates: the entries that a name may mean, with how likely each is before the document is looked at.

What a candidate is worth by itself is a sum of weights for what it is (`traits`), learned with those of its surroundings
(`scripts/learn_place_weights.py`); a unit is a factor of e. It depends on the name, its type word and the gazetteer only, and is kept.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from math import exp, log10
from operator import itemgetter
from typing import NamedTuple

from thucydides import vocabulary
from thucydides.grounding.places.entry import Entry, Outline, outline_of
from thucydides.grounding.places.fold import skeleton
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.names import Name
from thucydides.grounding.places.renamings import renamings

_MOST = 80
_TOWN, _METROPOLIS = 5000, 500_000
_CLASSES = {"settlement": "town", "country": "country", "admin1": "wide", "region": "wide", "water": "wide"}
TIES = ("named country", "main country", "country of names", "local", "province", "province named", "county", "near")
_TYPE_RANKS = ("typed", "typed second", "typed third", "typed fourth")


_TIE_WEIGHTS: dict[str, tuple[float, ...]] = {}


class Candidate:
    """An entry that a name may mean.

    `klass` is what kind of context bears on it (town, small, wide, country), `prior` its worth by itself, `share` its likelihood among the
    candidates of the name by that; `cell` the half-degree that it lies in and `around` that with its neighbours (none for wide ones);
    `capital` whether it may stand for its government. `country`, `unit` and `county` are those of the entry, `where` its country and
    class, `ties` the weights of its class for each of `TIES`, in order, `cached` what judging keeps of it. The entry itself is opened
    when it is asked for.
    """

    __slots__ = ("_entry", "_open", "cached", "capital", "cell", "country", "county", "kind", "klass", "number", "prior", "share", "ties",
                 "unit", "where")  # fmt: skip

    def __init__(self, outline: Outline, prior: float, opened: Callable[[int], Entry]) -> None:
        self._entry: Entry | None = None
        self._open = opened
        self.prior, self.number, self.kind = prior, outline.number, outline.kind
        self.klass = _CLASSES.get(outline.kind, "small")
        self.country, self.unit, self.county = outline.country, outline.admin1_number, outline.admin2_number
        self.ties = tie_weights(self.klass)
        self.where = (outline.country, self.klass)
        self.cell = -1
        if self.klass in ("town", "small"):
            self.cell = int(outline.latitude * 2 // 1) * 1000 + int(outline.longitude * 2 // 1)
        self.share = 0.0
        self.capital = False
        self.cached: list[float | None] = [None, None]

    @property
    def entry(self) -> Entry:
        if self._entry is None:
            self._entry = self._open(self.number)
        return self._entry

    @property
    def around(self) -> tuple[int, ...]:
        c = self.cell
        return () if c == -1 else (c - 1001, c - 1000, c - 999, c - 1, c, c + 1, c + 999, c + 1000, c + 1001)


def candidate_of(entry: Entry, prior: float) -> Candidate:
    """An entry at hand as a candidate."""
    return Candidate(outline_of(entry), prior, lambda _: entry)


class Options(list[Candidate]):
    """The candidates of a name, likeliest first; `countries` are the codes of those that are countries, with their likelihood, and
    `towns` the towns that bear the name of their province: "Kharkiv" alone is the town."""

    __slots__ = ("countries", "towns")

    def __init__(self, found: list[Candidate], towns: dict[int, Candidate]) -> None:
        super().__init__(found)
        self.towns = towns
        if found:
            worth = [exp(c.prior - found[0].prior) for c in found]
            whole = sum(worth)
            for candidate, own in zip(found, worth, strict=True):
                candidate.share = own / whole
        self.countries = tuple((c.country, c.share) for c in found if c.klass == "country" and c.share > 0.02)

    def within(self, worth: Sequence[float], margin: float) -> "Options":
        """Those that are at most `margin` worse than the best."""
        least = max(worth) - margin
        kept = [candidate for candidate, own in zip(self, worth, strict=True) if own >= least]
        if len(kept) == len(self):
            return self
        fewer = Options([], self.towns)
        fewer.extend(kept)
        return fewer


@cache
def ranking_weights() -> dict[str, float]:
    """The weight of each trait and of each tie to the document."""
    return {str(k): float(v) for k, v in vocabulary.mapping("places_weights")["ranking"].items()}


def tie_weights(klass: str) -> tuple[float, ...]:
    """What each tie to the document weighs for candidates of a class, in the order of `TIES`."""
    found = _TIE_WEIGHTS.get(klass)
    if found is None:
        known = ranking_weights()
        found = _TIE_WEIGHTS[klass] = tuple([known.get(f"{tie}, {klass}", 0.0) for tie in TIES])
    return found


def forget() -> None:
    """Forget the weights as they were read, for a program that learns others."""
    _TIE_WEIGHTS.clear()
    prior.cache_clear()


class Facts(NamedTuple):
    """What an entry's worth for a name rests on.

    `name` is how the name stands to the entry's main name: "" it is that, "longer" the main name begins with it, "other" another name;
    `speaks` whether it is that of a seat of government, which often stands for the government.
    """

    kind: str
    sub: str
    population: int
    quality: int
    small: bool
    speaks: bool
    name: str


def facts(outline: Outline, main: str, key: str) -> Facts:
    """The facts for a name of that key, where `main` is the folded main name of the entry."""
    speaks = outline.kind == "settlement" and outline.population > 20000 and lexicon().metonyms.get(key) == outline.country
    called = "" if main == key else "longer" if main.startswith(key + " ") else "other"
    return Facts(outline.kind, outline.sub, outline.population, outline.quality, outline.small, speaks, called)


def traits(of: Facts, types: tuple[str, ...]) -> dict[str, float]:
    """What makes an entry likely for a name whatever the document says, as numbers of about 0 to 1."""
    kind = of.kind
    found: dict[str, float] = {}
    if kind == "settlement":
        found["people"] = min(7.0, log10(of.population + 50))
        found["people unknown"] = float(not of.population)
        found["metropolis"] = float(of.population >= _METROPOLIS)
        found["capital of speech"] = float(of.speaks)
    elif kind == "admin1":
        found["is small admin1" if of.small else "is admin1"] = 1.0
    elif kind == "country":
        found["is country"] = 1.0
        found["people of country"] = max(0.0, log10(of.population + 1) - 6)
    elif kind == "region":
        found["is continent" if of.sub == "continent" else "is region"] = 1.0
    elif kind == "admin2":
        found["is admin2"] = 1.0
        found["people of admin2"] = log10(of.population + 10) if of.population else 0.0
        found["untyped admin2"] = float(not types)
    else:
        found[f"is {kind}"] = 1.0
    found["weak point"] = float(not of.quality)
    if of.name == "other":
        found["other name of unit" if kind in ("country", "admin1") else "other name"] = 1.0
    elif of.name and kind == "settlement":
        found["longer name"] = 1.0
    if types:
        place = types.index(kind) if kind in types else -1
        found[_TYPE_RANKS[min(place, 3)] if place >= 0 else "typed otherwise"] = 1.0
    return {word: value for word, value in found.items() if value}


@lru_cache(maxsize=20_000)
def prior(of: Facts, types: tuple[str, ...]) -> float:
    """The worth of an entry by itself: the sum of the weights of its traits."""
    known = ranking_weights()
    return sum([known.get(word, 0.0) * value for word, value in traits(of, types).items()])


def candidates(gazetteer: Gazetteer, name: Name) -> Options:
    """The likeliest entries of a name before context, best first. Callers must not change the list."""
    known: dict[tuple[str, tuple[str, ...], int], Options] = gazetteer.ranked
    key = (name.key, name.types, len(name.numbers))
    found = known.get(key)
    if found is None:
        if len(known) > 20_000:
            known.clear()
        found = known[key] = _candidates(gazetteer, name)
    return found


def _candidates(gazetteer: Gazetteer, name: Name) -> Options:
    key, types = name.key, name.types
    scored = []
    for number in name.numbers:
        outline = gazetteer.outline(number)
        known = facts(outline, gazetteer.main_key(number, key), key)
        scored.append((-prior(known, types), number, outline, known.speaks))
    scored.sort(key=itemgetter(0, 1))
    found = []
    for score, _, outline, speaks in scored[:_MOST]:
        candidate = Candidate(outline, -score, gazetteer.entry)
        candidate.capital = speaks
        found.append(candidate)
    return Options(found, _towns(gazetteer, name, found))


def _towns(gazetteer: Gazetteer, name: Name, found: Sequence[Candidate]) -> dict[int, Candidate]:
    """The towns among the candidates that bear the name of a province among them which they lie in, by the number of that."""
    provinces = {candidate.number: candidate for candidate in found if candidate.kind == "admin1"}
    towns: dict[int, Candidate] = {}
    if provinces and (not name.types or name.types[0] == "settlement"):
        own = skeleton(name.key)
        former = gazetteer.renamed(name.key) if name.key in renamings() else {}
        for candidate in found:
            if candidate.kind != "settlement" or candidate.unit not in provinces or candidate.unit in towns:
                continue
            entry = candidate.entry
            bones = skeleton(entry.key)
            if entry.population >= _TOWN and (
                bones == own or entry.key == name.key + " city" or entry.number in former
                or bones == skeleton(provinces[candidate.unit].entry.key)
            ):
                towns[candidate.unit] = candidate
    return towns


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
