"""Gazetteer: what names a place may be meant by, and what is known of each entry.

A gazetteer is one or more layers, each a file of the store: the shipped one first, then what users added. An entry's number counts
through the layers. Nothing here reads a text or makes a choice.
"""

import os
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from thucydides.grounding.places.consonants import respelt
from thucydides.grounding.places.entry import Entry, Outline, outline_of
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.layer import Layer
from thucydides.grounding.places.openings import Openings
from thucydides.grounding.places.renamings import Renaming, leading, renamings
from thucydides.grounding.places.store import called

_ALIKE, _VERY_ALIKE = 0.75, 0.83
_TELLING = 5  # consonants of a name that few other names share


class Gazetteer:
    """Layers of places as one: `find` takes a folded key, `entry` a number; see `Layer` for the rest."""

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self.layers = layers
        self._offsets = [sum(len(x) for x in layers[:i]) for i in range(len(layers))]
        self._base = len(layers[0])
        self.ranked: dict[Any, Any] = {}
        self.borne: dict[Any, bool] = {}
        self.meanings: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        self.placed: dict[tuple[int, str], Any] = {}
        self.seconds = Openings(layers)
        self._renamed: dict[str, dict[int, Renaming]] = {}
        self._provinces: dict[str, tuple[tuple[str, int], ...]] = {}
        self.country_numbers: dict[str, int | None] = {}
        self.province_numbers: dict[tuple[str, str], int | None] = {}
        self.holding: dict[tuple[int, float], Any] = {}
        self.entry = lru_cache(maxsize=20000)(self._entry)
        self.find = lru_cache(maxsize=50000)(self._find)
        self.respelt = lru_cache(maxsize=5000)(self._respelt)

    def _find(self, key: str) -> tuple[int, ...]:
        """Numbers of the entries that have `key` (a folded name) among their names, former ones too, in order."""
        named = self.layers[0].find(key)
        for layer, offset in zip(self.layers[1:], self._offsets[1:], strict=True):
            named += tuple(n + offset for n in layer.find(key))
        return tuple(sorted({*named, *self.renamed(key)})) if key in renamings() else named

    def renamed(self, key: str) -> dict[int, Renaming]:
        """The entries that were once called `key`, with what is known of that."""
        if key not in self._renamed:
            entries = {}
            for row in renamings().get(key, ()):
                bearers = self.named(row.place, (row.kind,), row.country)
                if bearers:
                    entries[bearers[0].number] = row
            self._renamed[key] = entries
        return self._renamed[key]

    def has(self, key: str) -> bool:
        for layer in self.layers:
            if layer.has(key):
                return True
        return key in renamings()

    def openings(self, words: str) -> list[int]:
        """The lengths of the names of several words that `words`, folded, begins with."""
        sizes = self.layers[0].openings(words)
        for layer in self.layers[1:]:
            sizes += layer.openings(words)
        if words.split(" ", 1)[0] in leading():
            ends = [at for at, letter in enumerate(words) if letter == " "]
            sizes += [end for end in (*ends[1:], len(words)) if words[:end] in renamings()]
        return sizes

    def outlines(self, numbers: tuple[int, ...]) -> list[Outline]:
        """The outlines of the entries of those numbers."""
        if len(self.layers) == 1:
            return self.layers[0].outlines(numbers)
        return [self.layers[0].outlines((n,))[0] if n < self._base else outline_of(self.entry(n)) for n in numbers]

    def provinces(self, country: str) -> tuple[tuple[str, int], ...]:
        """The provinces of a country by its code: their folded names and numbers."""
        known = self._provinces.get(country)
        if known is None:
            layer = self.layers[0]
            known = self._provinces[country] = tuple([(layer.key(n), n) for n in layer.provinces(country)])
        return known

    def kind(self, number: int) -> str:
        """The kind of the entry of that number."""
        return self.layers[0].kind(number) if number < self._base else self.entry(number).kind

    def country(self, number: int) -> str:
        """The country of the entry of that number, "" where it is in none."""
        return self.layers[0].country(number) if number < self._base else self.entry(number).country

    def called(self, key: str, numbers: tuple[int, ...]) -> list[str]:
        """How a name stands to the main name of each of these entries (see `store.CALLED`)."""
        layer = self.layers[0]
        told = layer.called(key)
        if len(told) != len(numbers) or key in renamings():
            known = dict(zip(layer.find(key), told, strict=True))
            told = [known.get(number) for number in numbers]
        return [word if word is not None else called(self._key(n), key) for n, word in zip(numbers, told, strict=True)]

    def _key(self, number: int) -> str:
        """The folded main name of an entry."""
        return self.layers[0].key(number) if number < self._base else self.entry(number).key

    def _entry(self, number: int) -> Entry:
        """The entry of that number."""
        at = len(self.layers) - 1
        while self._offsets[at] > number:
            at -= 1
        entry = self.layers[at].entry(number - self._offsets[at])
        if not at:
            return entry
        from msgspec.structs import replace

        unit = self.layers[at].base_unit(number - self._offsets[at])
        holder = self.entry(unit) if unit >= 0 else None
        if entry.kind == "admin1" or holder is None or holder.country != entry.country:
            return replace(entry, number=number, admin1_number=number if entry.kind == "admin1" else -1, admin2_number=-1)
        return replace(entry, number=number, admin1=holder.admin1, admin1_number=unit, admin2_number=-1)

    def _respelt(self, key: str, country: str) -> tuple[int, ...]:
        """Entries of `country` whose main name `key` may be a respelling of: same consonants, and three letters of four alike; five of six
        where the name has few consonants, which many names share."""
        from difflib import SequenceMatcher

        found = []
        for layer, start in zip(self.layers, self._offsets, strict=True):
            found += [n + start for n in respelt(layer, key, country)]
        least = _ALIKE if len(skeleton(key)) >= _TELLING else _VERY_ALIKE
        matches = [n for n in found if SequenceMatcher(None, key, fold(self.entry(n).name)).ratio() >= least]
        return tuple(matches)

    def numbers(self, name: str, kinds: tuple[str, ...] = (), country: str = "") -> list[int]:
        """The numbers of the entries that `name` names, of those kinds and that country where given."""
        found: Sequence[int] = self.find(fold(name))
        if country and len(self.layers) == 1:
            found, country = self.layers[0].within(found, country), ""
        return [n for n in found if (not kinds or self.kind(n) in kinds) and (not country or self.country(n) == country)]

    def named(self, name: str, kinds: tuple[str, ...] = (), country: str = "") -> list[Entry]:
        """The entries that `name` names, of those kinds and that country where given: larger ones first."""
        return sorted(map(self.entry, self.numbers(name, kinds, country)), key=lambda e: (-e.population, -e.quality, e.number))

    def near(self, latitude: float, longitude: float, names: tuple[str, ...], within: float) -> list[Entry]:
        """Entries of these names within `within` km of a point, nearest first."""
        entries = [e for name in names for e in self.named(name)]
        found = [(haversine(latitude, longitude, e.latitude, e.longitude), e.number, e) for e in entries]
        return [e for distance, _, e in sorted(found, key=lambda item: item[:2]) if distance <= within]


def shipped() -> Path:
    """Where the gazetteer of the package lies."""
    return Path(str(files("thucydides") / "grounding" / "data" / "gazetteer.bin"))


def own_gazetteer() -> Path:
    """Where the user's own places lie, or would: what THUCYDIDES_GAZETTEER names, else a file in the user's data folder."""
    named = os.environ.get("THUCYDIDES_GAZETTEER")
    if named:
        return Path(named)
    folder = os.environ.get("XDG_DATA_HOME")
    return (Path(folder) if folder else Path.home() / ".local" / "share") / "thucydides" / "places.gazetteer"


@cache
def _open(path: Path | None, named: str | None, folder: str | None) -> Gazetteer:
    del folder  # where `own_gazetteer` looks, if it is not named
    own = path or own_gazetteer()
    wanted = [shipped(), own] if path is not None or named or own.is_file() else [shipped()]
    for file in wanted:
        if not file.is_file():
            raise FileNotFoundError(f"no gazetteer at {file}: build one with scripts/build_gazetteer.py or `thucydides gazetteer add`")
    return Gazetteer(tuple(Layer(file) for file in wanted))


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The shipped gazetteer with the user's own places laid over it: those at `path`, else at `own_gazetteer()` where there are any.

    Kept open until `reopen`. FileNotFoundError, ValueError: one line that says which file and what to do.
    """
    return _open(path, os.environ.get("THUCYDIDES_GAZETTEER"), os.environ.get("XDG_DATA_HOME"))


def reopen() -> None:
    """Open gazetteers anew from here on, since one was changed."""
    _open.cache_clear()
