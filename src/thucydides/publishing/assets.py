"""Data files that publishing reads, each once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(name: str) -> bytes:
    """A file of `publishing/data`."""
    return (files("thucydides.publishing") / "data" / name).read_bytes()


@cache
def mapping(name: str) -> dict[str, Any]:
    """A YAML file of `publishing/data` by its name without ending; callers must not change it."""
    found: dict[str, Any] = yaml.load(read(f"{name}.yaml"), Loader=_LOADER)
    return found
