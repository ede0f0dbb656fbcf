"""Gazetteer: what names a place may be meant by, and what is known of each entry.

A gazetteer is one or more layers, each a file of the store: the shipped one first, then what users added. An entry's number counts
through the layers. Nothing here reads a text or makes a choice.
"""

import os
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from thucydides.grounding.places.entry import SMALL_PROVINCE_KM, Entry, Outline, outline_of
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.geometry import haversine
from thucydides.grounding.places.renamings import Renaming, leading, renamings
from thucydides.grounding.places.store import Sections, read_postings

_NAMED = 0x80000000  # high bit of a name number: the name is in the trie of display names
_NO_UNIT = 65535
_PEOPLE = (0, *(round(10 ** (step / 25)) - 1 for step in range(1, 256)))  # what a byte of the column of populations stands for
_MOST_OPENED = 50_000
_NONE: frozenset[int] = frozenset()


class Layer:
    """One gazetteer file: keys to entry numbers, entry numbers to entries."""

    def __init__(self, path: Path) -> None:
        self._sections = Sections(path)
        self.head = self._sections.head
        self._keys = self._sections.trie("keys")
        self._names = self._sections.trie("names")
        column = self._sections.column
        self._latitude, self._latitude_low = column("latitude"), column("latitude_low")
        self._longitude, self._longitude_low = column("longitude"), column("longitude_low")
        self._name, self._id, self._unit = column("name"), column("id"), column("unit")
        self._class, self._population = column("class"), column("population")
        self._first, self._many, self._unit_entry = column("first"), column("many"), column("unit_entry")
        self._large, self._radius = column("large"), column("radius")
        self._classes = [tuple(c) for c in self.head["classes"]]
        self._ranges: dict[str, list[int]] = self.head["countries"]
        self._above: dict[int, tuple[str, int, str, int]] = {}
        starts = sorted((start, code) for code, (start, _) in self._ranges.items())
        self._starts, self._codes = [start for start, _ in starts], [code for _, code in starts]

    def __len__(self) -> int:
        return len(self._name)

    def find(self, key: str) -> tuple[int, ...]:
        number = self._keys.get(key)
        return () if number is None else read_postings(self._first, self._many, number)

    def has(self, key: str) -> bool:
        return key in self._keys

    def openings(self, words: str) -> list[int]:
        """How many characters of `words` are keys of several words, each time to the end of a word."""
        size = len(words)
        found = [len(key) for key in self._keys.prefixes(words) if " " in key]
        return [end for end in found if end == size or words[end] == " "]

    def name(self, number: int) -> str:
        return self._named(number)[0]

    def _named(self, number: int) -> tuple[str, str]:
        """The name of an entry and its key: names that are their key in capitals are kept as that only."""
        value = self._name[number]
        if value & _NAMED:
            name = str(self._names.restore_key(value & ~_NAMED))
            return name, fold(name)
        key = str(self._keys.restore_key(value))
        return key.title(), key

    def country(self, number: int) -> str:
        return str(self._codes[bisect_right(self._starts, number) - 1])

    def _units_above(self, unit: int) -> tuple[str, int, str, int]:
        """The province and the district that a unit lies in or is: their names and numbers."""
        if unit == _NO_UNIT:
            return "", -1, "", -1
        known = self._above.get(unit)
        if known is None:
            entry = self._unit_entry[unit]
            kind = self._classes[self._class[entry]][0]
            known = self._units_above(self._unit[entry]) if kind != "country" else ("", -1, "", -1)
            if kind == "admin2":
                known = (*known[:2], self.name(entry), entry)
            elif kind == "admin1":
                known = (self.name(entry), entry, *known[2:])
            self._above[unit] = known
        return known

    def entry(self, number: int) -> Entry:
        kind, sub, scheme, quality = self._classes[self._class[number]]
        people = _PEOPLE[self._population[number]]
        name, key = self._named(number)
        admin1, admin1_number, admin2, admin2_number = self._units_above(self._unit[number])
        if kind == "admin1":
            admin1, admin1_number = name, number
        elif kind == "admin2":
            admin2, admin2_number = name, number
        identifier = self._id[number]
        text = self.head["texts"][identifier] if scheme == "iso" else str(identifier)
        return Entry(
            number=number, name=name, kind=kind, sub=sub, country=self.country(number), admin1=admin1, admin2=admin2,
            latitude=self._north(number), longitude=self._east(number), population=people,
            radius=self._radius_of(number, kind, people), identifier=f"{scheme}:{text}", quality=quality, key=key,
            admin1_number=admin1_number, admin2_number=admin2_number,
        )  # fmt: skip

    def _north(self, number: int) -> float:
        return round((self._latitude[number] * 256 + self._latitude_low[number]) * 180 / 2**24 - 90, 5)

    def _east(self, number: int) -> float:
        return round((self._longitude[number] * 256 + self._longitude_low[number]) * 360 / 2**24 - 180, 5)

    def outline(self, number: int) -> Outline:
        """An entry without its name, which takes longest to read."""
        kind, sub, _, quality = self._classes[self._class[number]]
        _, admin1, _, admin2 = self._units_above(self._unit[number])
        small = False
        if kind == "admin1":
            admin1, small = number, self._radius_of(number, kind, 0) < SMALL_PROVINCE_KM
        elif kind == "admin2":
            admin2 = number
        return Outline(
            number, kind, sub, self._codes[bisect_right(self._starts, number) - 1], self._north(number), self._east(number),
            _PEOPLE[self._population[number]], quality, small, admin1, admin2,
        )  # fmt: skip

    def main_key(self, number: int, known: str) -> str:
        """The folded main name of an entry, of which `known` is one of the names."""
        value = self._name[number]
        if value & _NAMED:
            return fold(str(self._names.restore_key(value & ~_NAMED)))
        return known if value == self._keys.get(known) else str(self._keys.restore_key(value))

    def base_unit(self, number: int) -> int:
        """For a layer over the shipped one: the number there of the province that holds the entry, or -1."""
        if "base_unit" not in self.head["sections"]:
            return -1
        unit = int(self._sections.column("base_unit")[number])
        return unit if unit != 0xFFFFFFFF else -1

    def _radius_of(self, number: int, kind: str, population: int) -> float:
        """Km: measured for areas; for settlements after their population (a town of 100,000 is about 4 km across its middle)."""
        if kind == "settlement":
            return round(max(1.0, min(25.0, float((population / 6000) ** 0.5))), 1)
        at = bisect_left(self._large, number)
        return float(self._radius[at]) / 2

    def respelt(self, key: str, country: str) -> list[int]:
        """Entries of a country whose main name has the skeleton of `key` (the entries of a country are in skeleton order)."""
        low, high = self._ranges.get(country, (0, 0))
        wanted = skeleton(key)
        end = high
        while low < high:
            middle = (low + high) // 2
            if skeleton(fold(self.name(middle))) < wanted:
                low = middle + 1
            else:
                high = middle
        result = []
        while low < end and skeleton(fold(self.name(low))) == wanted:
            result.append(low)
            low += 1
        return result

    def large(self, low: int, high: int) -> list[int]:
        """The entries of a range that are no settlements."""
        return list(self._large[bisect_left(self._large, low) : bisect_left(self._large, high)])

    def kind(self, number: int) -> str:
        return str(self._classes[self._class[number]][0])


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
        self._opened: dict[str, frozenset[int]] = {}
        self._renamed: dict[str, dict[int, Renaming]] = {}
        self.country_numbers: dict[str, int | None] = {}
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
        return any(layer.has(key) for layer in self.layers) or key in renamings()

    def openings(self, words: str) -> frozenset[int]:
        """The lengths of the names of several words that `words`, folded, begins with."""
        found = self._opened.get(words)
        if found is None:
            if len(self._opened) > _MOST_OPENED:
                self._opened.clear()
            sizes = [size for layer in self.layers for size in layer.openings(words)]
            if words.split(" ", 1)[0] in leading():
                ends = [at for at, letter in enumerate(words) if letter == " "]
                sizes += [end for end in (*ends[1:], len(words)) if words[:end] in renamings()]
            found = self._opened[words] = frozenset(sizes) if sizes else _NONE
        return found

    def outline(self, number: int) -> Outline:
        """The outline of the entry of that number."""
        return self.layers[0].outline(number) if number < self._base else outline_of(self.entry(number))

    def main_key(self, number: int, known: str) -> str:
        """The folded main name of an entry, of which `known` is one of the names."""
        return self.layers[0].main_key(number, known) if number < self._base else self.entry(number).key

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
        """Entries of `country` whose main name `key` may be a respelling of: same consonants, and three letters of four alike."""
        from difflib import SequenceMatcher

        found = []
        for layer, start in zip(self.layers, self._offsets, strict=True):
            found += [n + start for n in layer.respelt(key, country)]
        matches = [n for n in found if SequenceMatcher(None, key, fold(self.entry(n).name)).ratio() >= 0.75]
        return tuple(matches)

    def named(self, name: str, kinds: tuple[str, ...] = (), country: str = "") -> list[Entry]:
        """The entries that `name` names, of those kinds and that country where given: larger ones first."""
        entries = [self.entry(n) for n in self.find(fold(name))]
        entries = [e for e in entries if (not kinds or e.kind in kinds) and (not country or e.country == country)]
        return sorted(entries, key=lambda e: (-e.population, -e.quality, e.number))

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
