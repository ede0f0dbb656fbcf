"""Footprints: where each name of a document may lie, and what that adds to the context of the others."""

from collections import defaultdict
from collections.abc import Sequence
from math import exp
from typing import TypeVar

from thucydides.grounding.places.candidates import OF_CAPITAL, Candidate
from thucydides.grounding.places.context import Context

K = TypeVar("K")
_LEAST_SHARE, _LEAST_NEAR = 0.04, 0.06
_NOWHERE: dict[int, float] = {}


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
        near: list[tuple[float, tuple[int, ...]]] = []
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
                near.append((share, candidate.around))
        for share, around in sorted(near):  # where several reach a half-degree, the likeliest counts
            cells.update(dict.fromkeys(around, share))

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
    if sign > 0 and whole.keys().isdisjoint(mine):
        whole.update(mine)
        return
    for place, share in mine.items():
        whole[place] += sign * share


NOTHING = Footprint()
