"""Tables: a user's own places as a further layer of the gazetteer, from a GeoNames dump or a CSV file.

The layer is a gazetteer file like the shipped one. It keeps the rows it was made from, so that a further table can be added to it.
A place lies in the province of the shipped gazetteer that holds its point (to a tenth of a degree).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import zipfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from thucydides.grounding.places.entry import KINDS, SCHEMES
from thucydides.grounding.places.fold import fold, skeleton
from thucydides.grounding.places.gazetteer import open_gazetteer, reopen
from thucydides.grounding.places.shapes import shapes
from thucydides.grounding.places.store import Sections, postings, write

NO_UNIT = 0xFFFFFFFF
_DUMP_COLUMNS = 19
_CLASSES = {"P": "settlement", "H": "water", "T": "mountain"}
_UNITS = {"ADM1": "admin1", "ADM2": "admin2"}
_NEEDED = ("name", "latitude", "longitude", "country")
_RADIUS = {"settlement": 2.0, "admin2": 25.0, "admin1": 100.0, "water": 20.0, "mountain": 10.0, "site": 1.0}

Row = tuple[str, tuple[str, ...], str, str, float, float, int, str, int, float]  # name, alternates, kind, country, latitude, longitude,
# population, scheme, number, radius


def add_table(file: Path, target: Path) -> int:
    """Lay the places of `file` over the gazetteer, in the layer file `target` (made, or added to); return how many were added.

    `file` is a GeoNames country dump (XX.zip or XX.txt: tab-separated, 19 columns) or a CSV with a header that has name, latitude,
    longitude and country (ISO alpha-2), and may have alternates (split on "|"), kind, population, radius_km and id. The layer is used
    where THUCYDIDES_GAZETTEER names it or `open_gazetteer` is given it. ValueError with one line where the file cannot be used.
    """
    rows = list(_rows(file))
    if not rows:
        raise ValueError(f"{file} holds no places: expected a GeoNames dump or a CSV with the columns {', '.join(_NEEDED)}")
    known = _kept(target) if target.is_file() else []
    every = sorted({*known, *rows})
    _write(target, every)
    reopen()
    return len(set(rows) - set(known))


def _rows(file: Path) -> Iterator[Row]:
    text = _text(file)
    head = text[:4000].split("\n", 1)[0]
    if head.count("\t") >= _DUMP_COLUMNS - 1:
        yield from _dump(text, file)
        return
    reader = csv.DictReader(io.StringIO(text))
    missing = [name for name in _NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise ValueError(f"{file} lacks the column {missing[0]}: expected a GeoNames dump or a CSV with {', '.join(_NEEDED)}")
    for number, row in enumerate(reader, 2):
        kind = row.get("kind") or "settlement"
        if kind not in KINDS:
            raise ValueError(f"{file}, line {number}: {kind} is no kind of place; use one of {', '.join(KINDS)}")
        alternates = tuple(a.strip() for a in (row.get("alternates") or "").split("|") if a.strip())
        identifier = row.get("id") or ""
        scheme = "geonames" if identifier.startswith("geonames:") else "user"
        digits = "".join(c for c in identifier if c.isdigit())
        radius = _number(row.get("radius_km") or str(_RADIUS.get(kind, 10.0)), file, number)
        yield (
            row["name"].strip(), alternates, kind, row["country"].strip().upper(), *_point(row["latitude"], row["longitude"], file, number),
            int(_number(row.get("population") or "0", file, number)), scheme, int(digits or number) % 2**32, radius,
        )  # fmt: skip


def _dump(text: str, file: Path) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if len(cells) < _DUMP_COLUMNS:
            raise ValueError(f"{file}, line {number}: {len(cells)} columns where a GeoNames dump has {_DUMP_COLUMNS}")
        kind = _UNITS.get(cells[7]) or _CLASSES.get(cells[6])
        if kind is None:
            continue
        alternates = tuple(a for a in cells[3].split(",") if len(a) > 2)[:20]
        yield (
            cells[1], alternates, kind, cells[8], *_point(cells[4], cells[5], file, number), int(cells[14] or 0), "geonames",
            int(cells[0]), _RADIUS.get(kind, 10.0),
        )  # fmt: skip


def _text(file: Path) -> str:
    try:
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                inner = [n for n in archive.namelist() if n.endswith(".txt") and n.lower() != "readme.txt"]
                return archive.read(inner[0]).decode() if inner else ""
        if file.suffix == ".gz":
            return gzip.decompress(file.read_bytes()).decode()
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is no text in UTF-8; give a GeoNames dump or a CSV with name, latitude, longitude, country") from error
    except (OSError, zipfile.BadZipFile) as error:
        raise ValueError(f"{file} cannot be read as a table of places: {error}") from error


def _number(cell: str, file: Path, line: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise ValueError(f"{file}, line {line}: {cell!r} is no number")
    return value


def _point(latitude: str, longitude: str, file: Path, line: int) -> tuple[float, float]:
    y, x = _number(latitude, file, line), _number(longitude, file, line)
    if abs(y) > 90 or abs(x) > 180:
        raise ValueError(f"{file}, line {line}: {latitude}, {longitude} is no point on earth")
    return y, x


def _kept(target: Path) -> list[Row]:
    data = json.loads(gzip.decompress(bytes(Sections(target).column("rows"))))
    return [(r[0], tuple(r[1]), *r[2:]) for r in data]


def _write(target: Path, rows: list[Row]) -> None:
    import marisa_trie

    rows = sorted(rows, key=lambda r: (r[3], skeleton(fold(r[0])), fold(r[0]), r))
    pairs = [(key, n) for n, r in enumerate(rows) for key in sorted({fold(name) for name in (r[0], *r[1])} - {""})]
    keys, names = marisa_trie.Trie(sorted({k for k, _ in pairs})), marisa_trie.Trie(sorted({r[0] for r in rows}))
    classes = sorted({(r[2], "", r[7], 1) for r in rows})
    columns: dict[str, array[Any]] = {
        n: array(t) for n, t in (("latitude", "H"), ("latitude_low", "B"), ("longitude", "H"), ("longitude_low", "B"), ("name", "I"),
                                 ("id", "I"),
                                 ("unit", "H"), ("class", "B"), ("population", "B"), ("base_unit", "I"), ("large", "I"), ("radius", "H"))
    }  # fmt: skip
    cells: dict[tuple[int, int], int] = {}
    ranges: dict[str, list[int]] = {}
    for n, (name, _, kind, country, latitude, longitude, population, scheme, number, radius) in enumerate(rows):
        for axis, part in (("latitude", (latitude + 90) / 180), ("longitude", (longitude + 180) / 360)):
            whole = min(2**24 - 1, round(part * 2**24))
            columns[axis].append(whole >> 8)
            columns[axis + "_low"].append(whole & 255)
        columns["name"].append(names[name] | 0x80000000)
        columns["id"].append(number)
        columns["unit"].append(65535)
        columns["class"].append(classes.index((kind, "", scheme, 1)))
        columns["population"].append(min(255, round(math.log10(population + 1) * 25)))
        cell = (round(latitude * 10), round(longitude * 10))
        if cell not in cells:
            found = shapes().unit_at(latitude, longitude)
            cells[cell] = NO_UNIT if found is None else found
        columns["base_unit"].append(cells[cell])
        if kind != "settlement":
            columns["large"].append(n)
            columns["radius"].append(min(65535, round(radius * 2)))
        ranges.setdefault(country, [n, n])[1] = n + 1
    columns["first"], columns["many"] = postings(keys, pairs, [fold(r[0]) for r in rows])
    columns["unit_entry"] = array("I", [0])
    columns["rows"] = array("B", gzip.compress(json.dumps(rows, ensure_ascii=False).encode(), mtime=0))
    if not columns["large"]:
        columns["large"].append(NO_UNIT)
        columns["radius"].append(0)
    if not columns["many"]:
        columns["many"].append(0)
    base = str(open_gazetteer().layers[0].head.get("version", 1))
    head = {"classes": classes, "kinds": KINDS, "schemes": SCHEMES, "texts": [], "countries": ranges, "borders": {}, "base": base}
    write(target, head, columns, {"keys": keys.keys(), "names": names.keys()})
