"""Vocabulary: the data files that hold words, codes and rules, each with its source, read once.

Invariants: files lie in `vocabularies/`; YAML files are mappings with a `source` key; CSV files have a header row.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

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
def table(name: str) -> tuple[dict[str, str], ...]:
    """A CSV vocabulary by file name without ending, a dict a row; callers must not change the rows."""
    return tuple(csv.DictReader(text(f"{name}.csv").splitlines()))
