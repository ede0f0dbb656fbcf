"""Priors: what an entry is worth for a name by itself, whatever the document says.

The worth is a sum of weights for what the entry is (`traits`), learned with those of its surroundings
(`scripts/learn_place_weights.py`); a unit is a factor of e. It depends on the name, its type word and the gazetteer only, and is kept.
"""

from functools import cache, lru_cache
from math import log10
from typing import NamedTuple

from thucydides import vocabulary
from thucydides.grounding.places.entry import Outline
from thucydides.grounding.places.lexicon import lexicon
from thucydides.grounding.places.store import called

_METROPOLIS, _CAPITAL = 500_000, 20_000
_TYPE_RANKS = ("typed", "typed second", "typed third", "typed fourth")
TIES = ("named country", "main country", "country of names", "local", "province", "province named", "near")


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


def speaks(outline: Outline, country: str | None) -> bool:
    """Whether an entry is a seat of government of a country, which its name stands for ("" or None: for none)."""
    return country == outline.country and outline.kind == "settlement" and outline.population > _CAPITAL


def facts(outline: Outline, main: str, key: str) -> Facts:
    """The facts for a name of that key, where `main` is the folded main name of the entry."""
    of_seat = speaks(outline, lexicon().metonyms.get(key))
    return Facts(outline.kind, outline.sub, outline.population, outline.quality, outline.small, of_seat, called(main, key))


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
def prior(kind: str, sub: str, population: int, quality: int, small: bool, speaks: bool, name: str, types: tuple[str, ...]) -> float:
    """The worth of an entry of these `Facts` by itself: the sum of the weights of its traits."""
    known = ranking_weights()
    found = traits(Facts(kind, sub, population, quality, small, speaks, name), types)
    return sum([known.get(word, 0.0) * value for word, value in found.items()])


@cache
def ranking_weights() -> dict[str, float]:
    """The weight of each trait and of each tie to the document."""
    return {str(k): float(v) for k, v in vocabulary.mapping("places_weights")["ranking"].items()}


@cache
def tie_weights(klass: str) -> tuple[float, ...]:
    """What each tie to the document weighs for candidates of a class, in the order of `TIES`."""
    known = ranking_weights()
    return tuple([known.get(f"{tie}, {klass}", 0.0) for tie in TIES])


def forget() -> None:
    """Forget the weights as they were read, for a program that learns others."""
    tie_weights.cache_clear()
    prior.cache_clear()
