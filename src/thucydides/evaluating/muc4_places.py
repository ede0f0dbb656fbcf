"""The places that locations of MUC-4 are made of: the task's own lists of places with their kinds and what contains them.

A location is a country and, in order of growing precision, places with their kinds: COLOMBIA: ANTIOQUIA (DEPARTMENT): BELLO (CITY).
"""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

_ENTRY = re.compile(r"^([A-Z?][A-Z .?'()-]*?): +(.+)$")
_PART = re.compile(r"\s*([A-Z0-9][^():*]*?)\s*(?:\(([A-Z ?/]+)\)|(?=[:*]|$))")
_SYNONYM = re.compile(r"^([A-Z0-9][A-Z0-9 .,'+()-]*?) (?:=|->) ([A-Z0-9][A-Z0-9 .'-]*?)(?: +<-NEW)? *$")
_WORD = re.compile(r"[A-Z0-9][A-Z0-9.'-]*")
_NATION = re.compile(r"^([A-Z][A-Z .'-]+?)(?: +\(.*\))? *$")
WIDE = ("REGION", "DEPARTMENT", "PROVINCE", "STATE", "COUNTY", "OFFICIAL REGION", "COMMISSARIAT", "INTENDANCY", "AREA", "ZONE")
WITHIN = (
    "NEIGHBORHOOD",
    "SUBURB",
    "DISTRICT",
    "SECTOR",
    "UNIVERSITY",
    "SCHOOL",
    "AIRPORT",
    "FARM",
    "HAMLET",
    "CANTON",
    "VILLAGE",
)
NATIONS = {
    "US": "UNITED STATES", "U.S": "UNITED STATES", "USA": "UNITED STATES", "AMERICAN": "UNITED STATES", "SOVIET": "USSR",
    "SOVIETS": "USSR", "AMERICANS": "UNITED STATES", "U.S.": "UNITED STATES",
}  # fmt: skip


class Entry(Struct, frozen=True):
    """One place of the lists: its country, its kind ("" where unknown), and the places that hold it, the widest first."""

    country: str
    name: str
    kind: str
    above: tuple[tuple[str, str], ...] = ()


class Found(Struct, frozen=True):
    """A place or country named in a text: its characters and the entries that bear the name (none for a country)."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...] = ()


class Atlas:
    """The places by name, with the longest names found first."""

    def __init__(self, entries: Iterable[Entry], synonyms: dict[str, str], nations: Iterable[str]) -> None:
        self.places: dict[str, list[Entry]] = {}
        for entry in entries:
            self.places.setdefault(entry.name, []).append(entry)
        for other, name in synonyms.items():
            if name in self.places and other not in self.places:
                self.places[other] = self.places[name]
        self.nations = set(nations) | {e.country for group in self.places.values() for e in group}
        self.longest = max((len(name.split()) for name in (*self.places, *self.nations)), default=0)

    def find(self, text: str) -> list[Found]:
        """The places and countries named in a text, in order; the text is compared in capitals."""
        upper = text.upper()
        words = [(m.start(), m.end()) for m in _WORD.finditer(upper)]
        out, i = [], 0
        while i < len(words):
            for n in range(min(self.longest, len(words) - i), 0, -1):
                start, end = words[i][0], words[i + n - 1][1]
                name = " ".join(upper[start:end].split()).rstrip(".'-").removesuffix("'S")
                if name in self.nations or name in self.places:
                    if len(name) > 2:
                        entries = () if name in self.nations and name not in self.places else tuple(self.places.get(name, ()))
                        out.append(Found(start, start + len(upper[start:end].rstrip(".'-")), name, entries))
                    i += n - 1
                    break
            i += 1
        return out

    def write(self, found: list[Found], country: str) -> str:
        """The location that the places named make up, in the country: its finest place with those that hold it."""
        here = [(f, e) for f in found for e in f.entries if e.country == country]
        if not here:
            return country
        # the finest kind named first; a wider one named beside it goes before it
        fine = min(here, key=lambda p: (p[1].kind in WIDE, 0))
        chain = list(fine[1].above) if fine[1].above else []
        wide = [e for _, e in here if e.kind in WIDE and e.name != fine[1].name]
        if not chain and wide and fine[1].kind not in WIDE:
            chain = [(wide[0].name, wide[0].kind)]
        if fine[1].kind in WITHIN and not chain:
            city = next((e for _, e in here if e.kind in ("CITY", "TOWN", "MUNICIPALITY") and e.name != fine[1].name), None)
            chain = [(city.name, city.kind)] if city else []
        parts = [*chain, (fine[1].name, fine[1].kind)]
        return ": ".join([country, *(f"{name} ({kind})" if kind else name for name, kind in parts)])


def read_atlas(folder: Path) -> Atlas:
    """The lists of the task in the folder, in the one above it, or in `task` beside either; an empty atlas where there are none."""
    homes = [folder, folder / "task", folder.parent, folder.parent / "task"]
    home = next((h for h in homes if any(h.glob("containing-areas*"))), None)
    if home is None:
        return Atlas((), {}, ())
    entries: list[Entry] = []
    for file in sorted(home.glob("containing-areas*")):
        for line in file.read_text(encoding="latin-1").splitlines():
            if m := _ENTRY.match(line):
                entries += _entries(m[1], m[2])
    synonyms: dict[str, str] = {}
    for file in sorted(home.glob("places-synonyms*")):
        for line in file.read_text(encoding="latin-1").splitlines():
            if m := _SYNONYM.match(line):
                synonyms[m[1]] = m[2]
    nations = [
        m[1]
        for file in sorted(home.glob("set-list-foreign-nation*"))
        for line in file.read_text(encoding="latin-1").splitlines()
        if (m := _NATION.match(line))
    ]
    return Atlas(dict.fromkeys(entries), synonyms, nations)


def _entries(country: str, rest: str) -> list[Entry]:
    if "?" in country:
        return []
    parts = []
    for piece in rest.split("*")[0].split(":"):
        m = _PART.match(piece.strip())
        if m is None:
            return []
        kind = (m[2] or "").strip()
        parts.append((" ".join(m[1].split()), kind.strip(" ?")))
    # a list marks a kind as doubtful with a question mark; the kind is used all the same
    return [Entry(country, *parts[-1], tuple(parts[:-1]))] if parts else []
