"""Layer: one gazetteer file, from keys to the numbers of entries and from these to entries."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from thucydides.grounding.places.entry import SMALL_PROVINCE_KM, Entry, Outline
from thucydides.grounding.places.fold import fold
from thucydides.grounding.places.store import Sections, called_of, read_postings

_NAMED = 0x80000000  # high bit of a name number: the name is in the trie of display names
_NO_UNIT = 65535
_PEOPLE = (0, *(round(10 ** (step / 25)) - 1 for step in range(1, 256)))  # what a byte of the column of populations stands for


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
        self._kinds = [str(kind) for kind, *_ in self._classes]
        self._ranges: dict[str, list[int]] = self.head["countries"]
        self._above: dict[int, tuple[int, int]] = {_NO_UNIT: (-1, -1)}
        self._unit_names: dict[int, str] = {}
        starts = sorted((start, code) for code, (start, _) in self._ranges.items())
        self._starts, self._codes = [start for start, _ in starts], [code for _, code in starts]

    def __len__(self) -> int:
        return len(self._name)

    def find(self, key: str) -> tuple[int, ...]:
        number = self._keys.get(key)
        return () if number is None else read_postings(self._first, self._many, number)

    def has(self, key: str) -> bool:
        return self._keys.get(key) is not None

    def called(self, key: str) -> list[str | None]:
        """How a name stands to the main name of each entry that bears it, as `find` has them (see `CALLED`); None where nothing tells."""
        number = self._keys.get(key)
        return [] if number is None else called_of(self._first, self._many, number)

    def leads(self, words: str) -> bool:
        """Whether a key is `words` or begins with them and goes on with another word."""
        return self._keys.get(words) is not None or next(self._keys.iterkeys(words + " "), None) is not None

    def seconds(self, first: str, most: int) -> set[str] | None:
        """The second words of the keys that begin with a word and go on with another; None where there are more than `most` keys."""
        keys = [*islice(self._keys.iterkeys(first + " "), most + 1)]
        size = len(first) + 1
        return {key[size:].partition(" ")[0] for key in keys} if len(keys) <= most else None

    def openings(self, words: str) -> list[int]:
        """How many characters of `words` are keys of several words, each time to the end of a word."""
        size = len(words)
        found = [len(key) for key in self._keys.prefixes(words) if " " in key]
        return [end for end in found if end == size or words[end] == " "]

    def name(self, number: int) -> str:
        return self._named(number)[0]

    def _unit_name(self, number: int) -> str:
        """The name of a province or district, "" for none; kept, since many places lie in each."""
        if number < 0:
            return ""
        known = self._unit_names.get(number)
        if known is None:
            known = self._unit_names[number] = self.name(number)
        return known

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

    def within(self, numbers: Sequence[int], country: str) -> Sequence[int]:
        """Those of some entries, in order, that lie in a country."""
        low, high = self._ranges.get(country, (0, 0))
        return numbers[bisect_left(numbers, low) : bisect_left(numbers, high)]

    def _units_above(self, unit: int) -> tuple[int, int]:
        """The numbers of the province and the district that a unit lies in or is, -1 where there is none."""
        known = self._above.get(unit)
        if known is None:
            entry = self._unit_entry[unit]
            kind = self._classes[self._class[entry]][0]
            known = self._units_above(self._unit[entry]) if kind != "country" else (-1, -1)
            if kind == "admin2":
                known = (known[0], entry)
            elif kind == "admin1":
                known = (entry, known[1])
            self._above[unit] = known
        return known

    def entry(self, number: int) -> Entry:
        kind, sub, scheme, quality = self._classes[self._class[number]]
        people = _PEOPLE[self._population[number]]
        name, key = self._named(number)
        admin1, admin2 = self._units_above(self._unit[number])
        if kind == "admin1":
            admin1 = number
        elif kind == "admin2":
            admin2 = number
        identifier = self._id[number]
        text = self.head["texts"][identifier] if scheme == "iso" else str(identifier)
        return Entry(
            number=number, name=name, kind=kind, sub=sub, country=self.country(number), admin1=self._unit_name(admin1),
            admin2=self._unit_name(admin2), latitude=self._north(number), longitude=self._east(number), population=people,
            radius=self._radius_of(number, kind, people), identifier=f"{scheme}:{text}", quality=quality, key=key,
            admin1_number=admin1, admin2_number=admin2,
        )  # fmt: skip

    def _north(self, number: int) -> float:
        return round((self._latitude[number] * 256 + self._latitude_low[number]) * 180 / 2**24 - 90, 5)

    def _east(self, number: int) -> float:
        return round((self._longitude[number] * 256 + self._longitude_low[number]) * 360 / 2**24 - 180, 5)

    def outlines(self, numbers: tuple[int, ...]) -> list[Outline]:
        """The entries of those numbers without their names, which take longest to read."""
        classes, of_class, unit, people, above = self._classes, self._class, self._unit, self._population, self._above
        north_at, north_low, east_at, east_low = self._latitude, self._latitude_low, self._longitude, self._longitude_low
        found = []
        for number in numbers:
            kind, sub, _, quality = classes[of_class[number]]
            at = unit[number]
            admin1, admin2 = above[at] if at in above else self._units_above(at)
            small = False
            if kind == "admin1":
                admin1, small = number, self._radius_of(number, kind, 0) < SMALL_PROVINCE_KM
            elif kind == "admin2":
                admin2 = number
            north = (north_at[number] << 8 | north_low[number]) * 360 >> 24
            east = (east_at[number] << 8 | east_low[number]) * 720 >> 24
            cell = (north - 180) * 1000 + east - 360  # as `cell_of` has it
            country = self._codes[bisect_right(self._starts, number) - 1]
            found.append(Outline(number, kind, sub, country, cell, _PEOPLE[people[number]], quality, small, admin1, admin2))
        return found

    def key(self, number: int) -> str:
        """The folded main name of an entry."""
        return self._named(number)[1]

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

    def large(self, low: int, high: int) -> list[int]:
        """The entries of a range that are no settlements."""
        return list(self._large[bisect_left(self._large, low) : bisect_left(self._large, high)])

    def provinces(self, country: str) -> list[int]:
        """The provinces of a country by its code."""
        return [number for number in self.large(*self._ranges.get(country, (0, 0))) if self.kind(number) == "admin1"]

    def kind(self, number: int) -> str:
        return self._kinds[self._class[number]]
