"""The places that locations of MUC-4 are made of: the task's own lists of places with their kinds and what contains them.

A location is a country and, in order of growing precision, places with their kinds: COLOMBIA: ANTIOQUIA (DEPARTMENT): BELLO (CITY).
"""

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from thucydides.vocabulary import mapping

_ENTRY = re.compile(r"^([A-Z?][A-Z .?'()-]*?): +(.+)$")
_PART = re.compile(r"\s*([A-Z0-9][^():*]*?)\s*(?:\(([A-Z ?/]+)\)|(?=[:*]|$))")
_SYNONYM = re.compile(r"^([A-Z0-9][A-Z0-9 .,'+()-]*?) (?:=|->) ([A-Z0-9][A-Z0-9 .'-]*?)(?: +<-NEW)? *$")
_WORD = re.compile(r"[A-Z0-9][A-Z0-9.'-]*")
_NATION = re.compile(r"^([A-Z][A-Z .'-]+?)(?: +\(.*\))? *$")
_KINDS = mapping("muc4")["places"]
WIDE, WITHIN, LIKELY = (tuple(_KINDS[name]) for name in ("wide", "within", "likely"))
"""Kinds of places that hold others, that lie in a town, and all from the likeliest to be meant where a name alone is given."""
_LEADING = frozenset(_KINDS["before"])
"""Words before a place; after another word a name is rather a person's."""


class Entry(Struct, frozen=True):
    """One place of the lists: its country, its kind ("" where unknown), and the places that hold it, the widest first."""

    country: str
    name: str
    kind: str
    above: tuple[tuple[str, str], ...] = ()


class Found(Struct, frozen=True):
    """A place or country named in a text: its characters, the entries that bear the name (none for a country), the kind said with it."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...] = ()
    said: str = ""


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
                    last = start + len(upper[start:end].rstrip(".'-"))
                    nation = name in self.nations and name not in self.places
                    if len(name) > 2 and (nation or _placed(upper, start, last)):
                        found = () if nation else tuple(self.places[name])
                        out.append(Found(start, last, name, found, _said(upper, start, last)))
                    i += n - 1
                    break
            i += 1
        return out

    def write(self, found: list[Found], country: str, filed: str = "") -> str:
        """The location that the places named make up, in the country: its finest place with those that hold it.

        A quarter of a town of which nothing else is said lies in the town that the report was `filed` in.
        """
        here = [
            (f, _likeliest(f, country))
            for f in found
            if (f.name != country or f.said) and any(e.country == country for e in f.entries)
        ]
        if not here:
            return country
        place, fine = min(here, key=lambda p: p[1].kind in WIDE)
        chain = list(fine.above)
        if not chain and fine.kind not in WIDE:
            near = [e for f, e in here if e.name != fine.name and abs(f.start - place.start) < NEAR]
            holds = ("CITY", "TOWN", "MUNICIPALITY") if fine.kind in WITHIN else WIDE
            chain = [(e.name, e.kind) for e in near if e.kind in holds][:1]
        if not chain and fine.kind in WITHIN:
            town = next((e for e in self.places.get(filed, ()) if e.country == country and e.kind == "CITY"), None)
            chain = [(town.name, town.kind)] if town else []
        parts = [*chain, (fine.name, fine.kind)]
        return ": ".join([country, *(f"{name} ({kind})" if kind else name for name, kind in parts)])


NEAR = 80
"""Characters within which a wider place named holds a finer one."""


def _placed(upper: str, start: int, end: int) -> bool:
    before = upper[max(0, start - 30) : start].rstrip(' "')
    word = before.rpartition(" ")[2]
    return not before or before[-1] in ",(.-:" or word in _LEADING or _said(upper, start, end) != ""


def _said(upper: str, start: int, end: int) -> str:
    """The kind of place that the words beside a name say: "LIMA DEPARTMENT", "CITY OF LIMA"."""
    after = _WORD.match(upper, end + 1)
    if after and after[0] in LIKELY:
        return after[0]
    m = re.search(r"([A-Z]+) OF (?:THE )?$", upper[max(0, start - 30) : start])
    return m[1] if m and m[1] in LIKELY else ""


def _likeliest(found: Found, country: str) -> Entry:
    entries = [e for e in found.entries if e.country == country]
    return min(entries, key=lambda e: (e.kind != found.said, LIKELY.index(e.kind) if e.kind in LIKELY else 99, bool(e.above)))


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
