"""Ranking: which candidate a name means, from what the document as a whole is about.

The document is a context: which countries it names, and how many of its names may lie in each country, province, district and
half-degree. A candidate gains by what the *other* names bear out: what a name adds to the context itself is left out when it is weighed.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import exp, log
from typing import TypeVar

from thucydides.grounding.places.candidates import OF_CAPITAL, Candidate
from thucydides.grounding.places.entry import Entry
from thucydides.grounding.places.priors import TIES, ranking_weights

K = TypeVar("K")
_MOST_OTHERS = 3.0

_LEAST_SHARE, _LEAST_NEAR = 0.04, 0.06
_LEAST = 0.001  # what is left of a sum that others were taken out of is no evidence below this
_MOST_NAMED = 3.0
_NOWHERE: dict[int, float] = {}


class Context:
    """What a document tells of where it is.

    `named` are weights of the countries that its words name, `most` the largest of them (in bounds); `countries`, `provinces`, `counties`
    and `cells` count, for each name once, the likelihood that it lies there, `units` the likelihood that it *is* that province. `local`
    is the country of the outlet, `home` its town, `outlet_key` the name of the town that it is called after and `town` that town, `general`
    whether its address tells no country. `datelines` are the names that a report is filed from, `day` is when it was published.
    """

    def __init__(self) -> None:
        self.named: dict[str, float] = {}
        self.countries: defaultdict[str, float] = defaultdict(float)
        self.provinces: defaultdict[int, float] = defaultdict(float)
        self.units: defaultdict[int, float] = defaultdict(float)
        self.counties: defaultdict[int, float] = defaultdict(float)
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


class Footprint:
    """What one name adds to a context: which countries it names, and where it may lie. It can be taken out again.

    `settled` is the entry that it is laid at, -1 where it may be several.
    """

    __slots__ = ("cells", "counties", "countries", "named", "provinces", "settled", "units")

    def __init__(self) -> None:
        self.settled = -1
        self.named: dict[str, float] = {}
        self.countries: dict[str, float] = {}
        self.provinces = self.units = self.counties = self.cells = _NOWHERE

    def settle(self, candidate: Candidate, context: Context) -> bool:
        """Move the name to one candidate; whether it was not there already."""
        if self.settled == candidate.number:
            return False
        self.add(context, -1.0)
        self._lie_at(candidate)
        self.add(context)
        return True

    def lie(self, options: Sequence[Candidate], worth: Sequence[float]) -> None:
        """Where the name lies if these are its candidates with their worth (any order)."""
        if len(options) == 1:
            self._lie_at(options[0])
            return
        best = max(worth)
        weights = [(exp(score - best), candidate) for score, candidate in zip(worth, options, strict=True) if score > best - 4]
        whole = sum([weight for weight, _ in weights])
        shares = [(weight / whole, candidate) for weight, candidate in weights if weight >= _LEAST_SHARE * whole]
        if len(shares) == 1:
            self._lie_at(shares[0][1])
            return
        self.settled = -1
        countries, provinces, units, counties, cells = self._nowhere()
        for share, candidate in shares:
            if candidate.country:
                countries[candidate.country] = countries.get(candidate.country, 0.0) + share
            if candidate.unit < 0:
                continue
            if candidate.capital:
                share *= OF_CAPITAL
            provinces[candidate.unit] = provinces.get(candidate.unit, 0.0) + share
            if candidate.unit == candidate.number:
                units[candidate.unit] = share
            if candidate.county >= 0:
                counties[candidate.county] = counties.get(candidate.county, 0.0) + share
            if share >= _LEAST_NEAR:
                for cell in candidate.around:
                    if share > cells.get(cell, 0.0):
                        cells[cell] = share

    def _lie_at(self, candidate: Candidate) -> None:
        """The name lies at one candidate."""
        self.settled = candidate.number
        self.countries, self.provinces, self.units, self.counties, self.cells = candidate.lying

    def _nowhere(self) -> tuple[dict[str, float], dict[int, float], dict[int, float], dict[int, float], dict[int, float]]:
        """Begin anew with where the name lies."""
        self.countries, self.provinces, self.units, self.counties, self.cells = {}, {}, {}, {}, {}
        return self.countries, self.provinces, self.units, self.counties, self.cells

    def add(self, context: Context, sign: float = 1.0) -> None:
        """Put where the name lies into the context, or take it out; countries named are put there once, by `name_countries`."""
        _sum_up(self.countries, context.countries, sign)
        if self.provinces:
            _sum_up(self.provinces, context.provinces, sign)
            if self.units:
                _sum_up(self.units, context.units, sign)
            if self.counties:
                _sum_up(self.counties, context.counties, sign)
            if self.cells:
                _sum_up(self.cells, context.cells, sign)

    def name_countries(self, context: Context, countries: tuple[tuple[str, float], ...]) -> None:
        """Count one more naming of these countries."""
        for country, share in countries:
            self.named[country] = self.named.get(country, 0.0) + share
            context.add_country(country, share)


def _sum_up(mine: dict[K, float], whole: defaultdict[K, float], sign: float) -> None:
    for place, share in mine.items():
        whole[place] += sign * share


NOTHING = Footprint()


def ties(candidate: Candidate, context: Context, own: Footprint) -> tuple[float, ...]:
    """How the rest of the document bears on a candidate, a number for each of `TIES`."""
    country = candidate.country
    named = share = main = among = local = province = unit = county = near = 0.0
    if country:
        named = context.named.get(country, 0.0) - own.named.get(country, 0.0)
        if named / context.most > _LEAST:
            share = min(1.0, named / context.most)
            main = float(share >= 1.0)
        among = _others(context.countries.get(country, 0.0) - own.countries.get(country, 0.0))
        local = float(country == context.local)
    if candidate.klass != "country":
        at = candidate.unit
        if at in context.provinces:
            province = _others(context.provinces[at] - own.provinces.get(at, 0.0))
            unit = _others(context.units.get(at, 0.0) - own.units.get(at, 0.0)) if province else 0.0
        at = candidate.county
        if at in context.counties:
            county = _others(context.counties[at] - own.counties.get(at, 0.0))
        at = candidate.cell
        if at in context.cells:
            near = _others(context.cells[at] - own.cells.get(at, 0.0))
    return share, main, among, local, province, unit, county, near


def _others(count: float) -> float:
    return log(1 + 3 * min(_MOST_OTHERS, count)) if count > _LEAST else 0.0


def tied(candidate: Candidate, context: Context, own: Footprint, key: str) -> dict[str, float]:
    """The ties of a candidate by name, as its class weighs them."""
    found = {f"{tie}, {candidate.klass}": v for tie, v in zip(TIES, ties(candidate, context, own), strict=True) if v}
    return {**found, **dict.fromkeys(_of_name(candidate, context, key), 1.0)}


def weigh(options: Sequence[Candidate], context: Context, own: Footprint = NOTHING, key: str = "") -> list[float]:
    """The worth of each candidate in the document: its own and that of its `ties` (`own` is left out), in the order given."""
    gains: dict[str, float] = {}
    provinces, counties, cells = context.provinces, context.counties, context.cells
    result: list[float] = []
    for candidate in options:
        gain = gains.get(candidate.where)
        if gain is None:
            gain = gains[candidate.where] = _country_gain(candidate, context, own)
        total = candidate.prior + gain
        if candidate.unit in provinces:
            total += _unit_gain(candidate, context, own)
        if candidate.county in counties and (others := counties[candidate.county] - own.counties.get(candidate.county, 0.0)) > _LEAST:
            total += candidate.ties[6] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
        if candidate.cell in cells and (others := cells[candidate.cell] - own.cells.get(candidate.cell, 0.0)) > _LEAST:
            total += candidate.ties[7] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
        result.append(total)
    if key and (key == context.outlet_key or key in context.datelines):
        known = ranking_weights()
        for at, candidate in enumerate(options):
            result[at] += sum([known.get(word, 0.0) for word in _of_name(candidate, context, key)])
    return result


def _country_gain(candidate: Candidate, context: Context, own: Footprint) -> float:
    country = candidate.country
    if not country:
        return 0.0
    known = candidate.ties
    gain = known[3] if country == context.local else 0.0
    if country in context.named:
        share = (context.named[country] - own.named.get(country, 0.0)) / context.most
        if share >= 1.0:
            gain += known[0] + known[1]
        elif share > _LEAST:
            gain += known[0] * share
    if country in context.countries:
        others = context.countries[country] - own.countries.get(country, 0.0)
        if others > _LEAST:
            gain += known[2] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
    return gain


def _unit_gain(candidate: Candidate, context: Context, own: Footprint) -> float:
    unit = candidate.unit
    others = context.provinces[unit] - own.provinces.get(unit, 0.0)
    if others <= _LEAST:
        return 0.0
    known = candidate.ties
    gain = known[4] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
    if unit in context.units:
        gain += known[5] * _others(context.units[unit] - own.units.get(unit, 0.0))
    return gain


def _of_name(candidate: Candidate, context: Context, key: str) -> list[str]:
    """What the name has to do with the report itself.

    The name that an outlet bears is that of a town of the outlet's country (papers under a general domain are mostly American), and a
    report is filed from a town rather than from a province or country.
    """
    if not key or candidate.klass != "town":
        return []
    outlet = key == context.outlet_key and candidate.country == (context.local or "US")
    return ["outlet"] * outlet + ["dateline"] * (key in context.datelines)
