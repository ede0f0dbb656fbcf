"""Candidates: the entries that a name may mean, likeliest first, before the document is looked at."""

from collections.abc import Callable, Sequence
from math import exp
from operator import itemgetter

from thucydides.grounding.places.entry import Entry, Outline, outline_of
from thucydides.grounding.places.fold import skeleton
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.priors import prior, speaks, tie_weights
from thucydides.grounding.places.renamings import renamings

_MOST, _MOST_KEPT = 80, 20_000
_TOWN = 5000
_REACH = 1.1  # radii from the point of a province without a known area, within which a town of its name is the one it is called after
OF_CAPITAL = 0.35  # a seat of government is named for its government more than for what lies around it
_LEAST_SHARE = 0.02  # of a name's likelihood, from which a country is one that it names
_CLASSES = {"settlement": "town", "country": "country", "admin1": "wide", "region": "wide", "water": "wide"}


Lying = tuple[dict[str, float], dict[int, float], dict[int, float], dict[int, float], dict[int, float]]


class Candidate:
    """An entry that a name may mean.

    `klass` is what kind of context bears on it (town, small, wide, country), `prior` its worth by itself; `cell` the half-degree that it
    lies in and `around` that with its neighbours (none for wide ones); `capital` whether it may stand for its government. `country`,
    `unit` and `county` are those of the entry, `where` its country and class, `ties` the weights of its class for each of `TIES`, in
    order, `cached` what judging keeps of it, `lying` where a name lies that means it: weights by country, province, province that it is,
    district and half-degree, which callers must not change. The entry itself is opened when it is asked for.
    """

    __slots__ = ("_around", "_entry", "_lying", "_open", "cached", "capital", "cell", "country", "county", "kind", "klass", "number",
                 "prior", "ties", "unit", "where")  # fmt: skip

    def __init__(self, outline: Outline, prior: float, opened: Callable[[int], Entry], capital: bool = False) -> None:
        self._entry: Entry | None = None
        self._around: tuple[int, ...] | None = None
        self._lying: Lying | None = None
        self._open = opened
        self.prior, self.number, self.kind, self.capital = prior, outline.number, outline.kind, capital
        self.klass = klass = _CLASSES.get(outline.kind, "small")
        self.country, self.unit, self.county = outline.country, outline.admin1_number, outline.admin2_number
        self.ties = tie_weights(klass)
        self.where = f"{outline.country} {klass}"
        self.cell = outline.cell if klass in ("town", "small") else -1
        self.cached: list[float | None] = [None, None]

    @property
    def entry(self) -> Entry:
        if self._entry is None:
            self._entry = self._open(self.number)
        return self._entry

    @property
    def around(self) -> tuple[int, ...]:
        if self._around is None:
            c = self.cell
            self._around = () if c == -1 else (c - 1001, c - 1000, c - 999, c - 1, c, c + 1, c + 999, c + 1000, c + 1001)
        return self._around

    @property
    def lying(self) -> Lying:
        if self._lying is None:
            share = OF_CAPITAL if self.capital else 1.0
            provinces = {self.unit: share} if self.unit >= 0 else {}
            self._lying = (
                {self.country: 1.0} if self.country else {},
                provinces,
                provinces if self.unit == self.number else {},
                {self.county: share} if provinces and self.county >= 0 else {},
                dict.fromkeys(self.around, share) if provinces else {},
            )
        return self._lying


def candidate_of(entry: Entry, prior: float) -> Candidate:
    """An entry at hand as a candidate."""
    return Candidate(outline_of(entry), prior, lambda _: entry)


class Options(list[Candidate]):
    """The candidates of a name, likeliest first; `countries` are the codes of those that are countries, with their likelihood, and
    `towns` the towns that bear the name of their province: "Kharkiv" alone is the town."""

    __slots__ = ("countries", "towns")

    def __init__(self, found: list[Candidate], towns: dict[int, Candidate], countries: tuple[tuple[str, float], ...] = ()) -> None:
        super().__init__(found)
        self.towns, self.countries = towns, countries

    def within(self, worth: Sequence[float], margin: float) -> "Options":
        """Those that are at most `margin` worse than the best."""
        least = max(worth) - margin
        if min(worth) >= least:
            return self
        return Options([candidate for candidate, own in zip(self, worth, strict=True) if own >= least], self.towns)


def _countries(found: Sequence[Candidate]) -> tuple[tuple[str, float], ...]:
    """The codes of those candidates that are countries, with their likelihood among all."""
    if not any(candidate.klass == "country" for candidate in found):
        return ()
    worth = [exp(candidate.prior - found[0].prior) for candidate in found]
    whole = sum(worth)
    shares = [(c.country, own / whole) for c, own in zip(found, worth, strict=True) if c.klass == "country"]
    return tuple([(country, share) for country, share in shares if share > _LEAST_SHARE])


def candidates(gazetteer: Gazetteer, name: Name) -> Options:
    """The likeliest entries of a name before context, best first. Callers must not change the list."""
    known: dict[tuple[str, tuple[str, ...], int], Options] = gazetteer.ranked
    key = (name.key, name.types, len(name.numbers))
    found = known.get(key)
    if found is None:
        if len(known) > _MOST_KEPT:
            known.clear()
        found = known[key] = _candidates(gazetteer, name)
    return found


def _candidates(gazetteer: Gazetteer, name: Name) -> Options:
    types, numbers = name.types, name.numbers
    seat = lexicon().metonyms.get(name.key)
    scored = []
    for of, called in zip(gazetteer.outlines(numbers), gazetteer.called(name.key, numbers), strict=True):
        capital = seat is not None and speaks(of, seat)
        worth = prior(of.kind, of.sub, of.population, of.quality, of.small, capital, called, types)
        scored.append((-worth, of.number, of, capital))
    scored.sort(key=itemgetter(0, 1))
    found = [Candidate(of, -worth, gazetteer.entry, capital) for worth, _, of, capital in scored[:_MOST]]
    return Options(found, _towns(gazetteer, name, found), _countries(found))


def _towns(gazetteer: Gazetteer, name: Name, found: Sequence[Candidate]) -> dict[int, Candidate]:
    """The towns among the candidates that bear the name of a province among them which they lie in, by the number of that."""
    provinces = {candidate.number: candidate for candidate in found if candidate.kind == "admin1"}
    towns: dict[int, Candidate] = {}
    if provinces and (not name.types or name.types[0] == "settlement"):
        own = skeleton(name.key)
        former = gazetteer.renamed(name.key) if name.key in renamings() else {}
        for candidate in found:
            home = _home(candidate, provinces) if candidate.kind == "settlement" else None
            if home is None or home.number in towns:
                continue
            entry = candidate.entry
            bones = skeleton(entry.key)
            if entry.population >= _TOWN and (
                bones == own or entry.key == name.key + " city" or entry.number in former or bones == skeleton(home.entry.key)
            ):
                towns[home.number] = candidate
    return towns


def _home(town: Candidate, provinces: dict[int, Candidate]) -> Candidate | None:
    """The province that a town lies in, if it is one of these; one without a known area holds the towns within its reach."""
    if town.unit in provinces:
        return provinces[town.unit]
    for province in provinces.values():
        if province.country == town.country and not province.entry.quality:
            a, b = town.entry, province.entry
            if haversine(a.latitude, a.longitude, b.latitude, b.longitude) < _REACH * b.radius:
                return province
    return None
