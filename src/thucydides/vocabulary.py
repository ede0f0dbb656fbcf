"""Vocabulary: the data files that hold words, codes and rules, each with its source, read once.

Invariants: files lie in `vocabularies/`; YAML files are mappings with a `source` key; CSV files have a header row.
"""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_PART = re.compile(r"(?<!\?P)<(\w+)>")
"""The name of a part within a pattern; the name of a group, (?P<name>...), is none."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def text(name: str) -> str:
    """The contents of the vocabulary file `name` ("tolls.yaml")."""
    return (files("thucydides") / "vocabularies" / name).read_text(encoding="utf-8")


@cache
def mapping(name: str) -> dict[str, Any]:
    """A YAML vocabulary by file name without ending; callers must not change it."""
    data = yaml.load(text(f"{name}.yaml"), Loader=_LOADER)
    if not isinstance(data, dict):
        raise ValueError(f"vocabulary {name} must be a mapping")
    return data


@cache
def filled(name: str, wording: str) -> str:
    """A pattern of a vocabulary with its named parts put in: <part> is the pattern of that name, or any of the words that it lists."""
    parts = mapping(name)["parts"]

    def part(match: re.Match[str]) -> str:
        words = parts[match[1]]
        return filled(name, words if isinstance(words, str) else f"(?:{'|'.join(words)})")

    return _PART.sub(part, wording)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """A CSV vocabulary by file name without ending, a dict a row; callers must not change the rows."""
    return tuple(csv.DictReader(text(f"{name}.csv").splitlines()))
