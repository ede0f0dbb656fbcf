"""Ranking: which candidate a name means, from what the document as a whole is about.

The document is a context: which countries it names, and how many of its names may lie in each country, province and
half-degree. A candidate gains by what the *other* names bear out: what a name adds to the context itself is left out when it is weighed.
"""

from collections.abc import Sequence
from math import log

from thucydides.grounding.places.candidates import Candidate, Options
from thucydides.grounding.places.context import Context
from thucydides.grounding.places.footprints import NOTHING, Footprint
from thucydides.grounding.places.priors import TIES, ranking_weights

_MOST_OTHERS = 3.0
_LEAST = 0.001  # what is left of a sum that others were taken out of is no evidence below this


def ties(candidate: Candidate, context: Context, own: Footprint) -> tuple[float, ...]:
    """How the rest of the document bears on a candidate, a number for each of `TIES`."""
    country = candidate.country
    named = share = main = among = local = province = unit = near = 0.0
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
        at = candidate.cell
        if at in context.cells:
            near = _others(context.cells[at] - own.cells.get(at, 0.0))
    return share, main, among, local, province, unit, near


def _others(count: float) -> float:
    return log(1 + 3 * min(_MOST_OTHERS, count)) if count > _LEAST else 0.0


def tied(candidate: Candidate, context: Context, own: Footprint, key: str) -> dict[str, float]:
    """The ties of a candidate by name, as its class weighs them."""
    found = {f"{tie}, {candidate.klass}": v for tie, v in zip(TIES, ties(candidate, context, own), strict=True) if v}
    return {**found, **dict.fromkeys(_of_name(candidate, context, key), 1.0)}


def weigh(options: Sequence[Candidate], context: Context, own: Footprint = NOTHING, key: str = "") -> list[float]:
    """The worth of each candidate in the document: its own and that of its `ties` (`own` is left out), in the order given."""
    result = _weigh_together(options, context, own) if isinstance(options, Options) else _weigh_each(options, context, own)
    if key and (key == context.outlet_key or key in context.datelines):
        known = ranking_weights()
        for at, candidate in enumerate(options):
            result[at] += sum([known.get(word, 0.0) for word in _of_name(candidate, context, key)])
    return result


def _weigh_together(options: Options, context: Context, own: Footprint) -> list[float]:
    """`weigh` for all entries of a name: what no tie bears on keeps its own worth and is not looked at."""
    result = options.priors.copy()
    local, named, countries, provinces, cells = context.local, context.named, context.countries, context.provinces, context.cells
    for country, ties, places in options.alike:
        if country in named or country in countries or country == local:
            gain = _country_gain(country, ties, context, own)
            if gain:
                for at in places:
                    result[at] += gain
    if provinces:
        for at, unit in enumerate(options.units):
            if unit in provinces:
                result[at] = _with_unit(result[at], options[at], context, own)
        if not cells.keys().isdisjoint(options.cells):
            for at, cell in enumerate(options.cells):
                if cell in cells:
                    result[at] = _with_cell(result[at], options[at], context, own)
    return result


def _weigh_each(options: Sequence[Candidate], context: Context, own: Footprint) -> list[float]:
    """`weigh` for some candidates."""
    gains: dict[str, float] = {}
    provinces, cells = context.provinces, context.cells
    result: list[float] = []
    for candidate in options:
        where = candidate.where
        if where not in gains:
            gains[where] = _country_gain(candidate.country, candidate.ties, context, own)
        total = candidate.prior + gains[where]
        if candidate.unit in provinces:
            total = _with_unit(total, candidate, context, own)
        if candidate.cell in cells:
            total = _with_cell(total, candidate, context, own)
        result.append(total)
    return result


def _with_unit(total: float, candidate: Candidate, context: Context, own: Footprint) -> float:
    """The worth of a candidate with what its province speaks for it."""
    unit = candidate.unit
    others = context.provinces[unit] - own.provinces.get(unit, 0.0)
    if others > _LEAST:
        total += candidate.ties[4] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
        if unit in context.units:
            total += candidate.ties[5] * _others(context.units[unit] - own.units.get(unit, 0.0))
    return total


def _with_cell(total: float, candidate: Candidate, context: Context, own: Footprint) -> float:
    """The worth of a candidate with what lies near it speaks for it."""
    others = context.cells[candidate.cell] - own.cells.get(candidate.cell, 0.0)
    if others > _LEAST:
        total += candidate.ties[6] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
    return total


def _country_gain(country: str, ties: tuple[float, ...], context: Context, own: Footprint) -> float:
    """What its country speaks for a candidate."""
    if not country:
        return 0.0
    gain = ties[3] if country == context.local else 0.0
    if country in context.named:
        share = (context.named[country] - own.named.get(country, 0.0)) / context.most
        if share >= 1.0:
            gain += ties[0] + ties[1]
        elif share > _LEAST:
            gain += ties[0] * share
    if country in context.countries:
        others = context.countries[country] - own.countries.get(country, 0.0)
        if others > _LEAST:
            gain += ties[2] * log(1 + 3 * (others if others < _MOST_OTHERS else _MOST_OTHERS))
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
