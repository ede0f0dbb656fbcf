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

    __slots__ = ("cells", "countries", "named", "provinces", "settled", "units")

    def __init__(self) -> None:
        self.settled = -1
        self.named: dict[str, float] = {}
        self.countries: dict[str, float] = {}
        self.provinces = self.units = self.cells = _NOWHERE

    def settle(self, candidate: Candidate, context: Context) -> None:
        """Move the name to one candidate."""
        if self.settled != candidate.number:
            self.add(context, -1.0)
            self._lie_at(candidate)
            self.add(context)

    def lie(self, options: Sequence[Candidate], worth: Sequence[float]) -> None:
        """Where the name lies if these are its candidates with their worth (any order)."""
        if len(options) == 1:
            self._lie_at(options[0])
            return
        best = max(worth)
        weights = [(exp(score - best), candidate) for score, candidate in zip(worth, options, strict=True) if score > best - 4]
        least = _LEAST_SHARE * (whole := sum([weight for weight, _ in weights]))
        likely = [item for item in weights if item[0] >= least]
        if len(likely) == 1:
            self._lie_at(likely[0][1])
            return
        self.settled = -1
        countries: dict[str, float] = {}
        provinces: dict[int, float] = {}
        units: dict[int, float] = {}
        near: list[tuple[float, tuple[int, ...]]] = []
        for weight, candidate in likely:
            share = weight / whole
            if country := candidate.country:
                countries[country] = countries.get(country, 0.0) + share
            if (unit := candidate.unit) < 0:
                continue
            if candidate.capital:
                share *= OF_CAPITAL
            provinces[unit] = provinces.get(unit, 0.0) + share
            if unit == candidate.number:
                units[unit] = share
            if share >= _LEAST_NEAR and candidate.cell != -1:
                near.append((share, candidate.around))
        cells: dict[int, float] = {}
        for share, around in sorted(near):  # where several reach a half-degree, the likeliest counts
            cells.update(dict.fromkeys(around, share))
        self.countries, self.provinces, self.units, self.cells = countries, provinces, units, cells

    def _lie_at(self, candidate: Candidate) -> None:
        """The name lies at one candidate."""
        self.settled = candidate.number
        self.countries, self.provinces, self.units, self.cells = candidate.lying

    def add(self, context: Context, sign: float = 1.0) -> None:
        """Put where the name lies into the context, or take it out; countries named are put there once, by `name_countries`."""
        _sum_up(self.countries, context.countries, sign)
        if self.provinces:
            _sum_up(self.provinces, context.provinces, sign)
            if self.units:
                _sum_up(self.units, context.units, sign)
            if self.cells:
                _sum_up(self.cells, context.cells, sign)

    def name_countries(self, context: Context, countries: tuple[tuple[str, float], ...]) -> None:
        """Count one more naming of these countries."""
        for country, share in countries:
            self.named[country] = self.named.get(country, 0.0) + share
            context.add_country(country, share)


def _sum_up(mine: dict[K, float], whole: defaultdict[K, float], sign: float) -> None:
    if sign > 0:
        if whole.keys().isdisjoint(mine):
            whole.update(mine)
            return
        for place, share in mine.items():
            whole[place] += share
        return
    for place, share in mine.items():
        whole[place] -= share


NOTHING = Footprint()
