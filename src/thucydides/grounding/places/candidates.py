"""Candidates: the entries that a name may mean, likeliest first, before the document is looked at."""

from collections.abc import Callable, Sequence
from math import exp
from operator import itemgetter

from msgspec import Struct

from thucydides.grounding.places.entry import Entry, Outline, outline_of
from thucydides.grounding.places.fold import skeleton
from thucydides.grounding.places.gazetteer import Gazetteer
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.name import Name
from thucydides.grounding.places.priors import prior, speaks, tie_weights
from thucydides.grounding.places.renamings import renamings
from thucydides.grounding.places.store import called

_MOST, _MOST_KEPT = 80, 20_000
_TOWN = 5000
_REACH = 1.1  # radii from the point of a province without a known area, within which a town of its name is the one it is called after
OF_CAPITAL = 0.35  # a seat of government is named for its government more than for what lies around it
_LEAST_SHARE = 0.02  # of a name's likelihood, from which a country is one that it names
_POINTS = frozenset({"town", "small"})
_CLASSES = {"settlement": "town", "country": "country", "admin1": "wide", "region": "wide", "water": "wide"}


Lying = tuple[dict[str, float], dict[int, float], dict[int, float], dict[int, float]]
_BESIDE = (-1001, -1000, -999, -1, 0, 1, 999, 1000, 1001)  # from a half-degree to itself and those around it


class Candidate(Struct, gc=False, eq=False):
    """An entry that a name may mean, with what its choice depends on.

    `country`, `unit` and `county` are those of the entry, `cell` the half-degree that it lies in (-1 for wide ones), `capital` whether it
    may stand for its government, `klass` what kind of context bears on it (town, small, wide, country), `where` its country and class,
    `ties` the weights of its class for each of `TIES`, in order, `prior` its worth by itself, `called` how the name stands to its main
    name (see `store.CALLED`). The rest is worked out when it is asked for
    and kept: the entry, opened by `opens`; where a name lies that means it; what judging keeps of it, for a name of one word and of more.
    """

    number: int
    kind: str
    country: str
    unit: int
    county: int
    cell: int
    capital: bool
    klass: str
    where: str
    ties: tuple[float, ...]
    prior: float
    called: str
    population: int
    opens: Callable[[int], Entry]
    known: Entry | None = None
    lain: Lying | None = None
    judged: float | None = None
    judged_words: float | None = None

    @property
    def entry(self) -> Entry:
        """The entry itself."""
        known = self.known
        if known is None:
            known = self.known = self.opens(self.number)
        return known

    @property
    def around(self) -> tuple[int, ...]:
        """The half-degree that it lies in with its neighbours; none for wide ones."""
        cell = self.cell
        return () if cell == -1 else tuple([cell + beside for beside in _BESIDE])

    @property
    def lying(self) -> Lying:
        """Where a name lies that means it: weights by country, province, province that it is, and half-degree; not to be changed."""
        lain = self.lain
        if lain is None:
            share = OF_CAPITAL if self.capital else 1.0
            provinces = {self.unit: share} if self.unit >= 0 else {}
            self.lain = lain = (
                {self.country: 1.0} if self.country else {},
                provinces,
                provinces if self.unit == self.number else {},
                dict.fromkeys(self.around, share) if provinces else {},
            )
        return lain


def _candidate(of: Outline, prior: float, called: str, opens: Callable[[int], Entry], capital: bool = False) -> Candidate:
    klass = _CLASSES.get(of.kind, "small")
    return Candidate(
        of.number, of.kind, of.country, of.admin1_number, of.admin2_number, of.cell if klass in _POINTS else -1, capital, klass,
        f"{of.country} {klass}", tie_weights(klass), prior, called, of.population, opens,
    )  # fmt: skip


def candidate_of(entry: Entry, prior: float, key: str = "") -> Candidate:
    """An entry at hand as a candidate, for a name of that key (its main name where none is given)."""
    return _candidate(outline_of(entry), prior, called(entry.key, key) if key else "", lambda _: entry)


class Options(list[Candidate]):
    """The candidates of a name, likeliest first; `countries` are the codes of those that are countries, with their likelihood, and
    `towns` the towns that bear the name of their province: "Kharkiv" alone is the town.

    `priors`, `units` and `cells` are those of the candidates in order; `alike` the country, the ties and the places in this list of those
    of one country and class.
    """

    __slots__ = ("alike", "cells", "countries", "priors", "towns", "units")

    def __init__(self, found: list[Candidate], towns: dict[int, Candidate], countries: tuple[tuple[str, float], ...] = ()) -> None:
        super().__init__(found)
        self.towns, self.countries = towns, countries
        self.priors = [candidate.prior for candidate in found]
        self.units, self.cells = [candidate.unit for candidate in found], [candidate.cell for candidate in found]
        alike: dict[str, tuple[str, tuple[float, ...], list[int]]] = {}
        for at, candidate in enumerate(found):
            if candidate.country:
                alike.setdefault(candidate.where, (candidate.country, candidate.ties, []))[2].append(at)
        self.alike = tuple(alike.values())

    def within(self, worth: Sequence[float], margin: float) -> Sequence[Candidate]:
        """Those that are at most `margin` worse than the best."""
        least = max(worth) - margin
        if min(worth) >= least:
            return self
        return [candidate for candidate, own in zip(self, worth, strict=True) if own >= least]


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
    for of, told in zip(gazetteer.outlines(numbers), gazetteer.called(name.key, numbers), strict=True):
        capital = seat is not None and speaks(of, seat)
        worth = prior(of.kind, of.sub, of.population, of.quality, of.small, capital, told, types)
        scored.append((-worth, of.number, of, told, capital))
    scored.sort(key=itemgetter(0, 1))
    found = [_candidate(of, -worth, told, gazetteer.entry, capital) for worth, _, of, told, capital in scored[:_MOST]]
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
            if candidate.population < _TOWN:
                continue
            key = candidate.entry.key
            bones = skeleton(key)
            alike = bones in (own, skeleton(home.entry.key)) or key == name.key + " city"
            if alike or candidate.number in former or name.types:  # "the city of X" is a town that bears the name in whatever year
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
