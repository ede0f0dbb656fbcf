"""Vocabulary: the data files that hold words, codes and rules, each with its source, read once.

Invariants: files lie in `vocabularies/`; YAML files are mappings with a `source` key; CSV files have a header row. A list of words that
holds a word holds the others of its meaning too (`synonyms.yaml`), whatever list it is.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_PART = re.compile(r"(?<!\?P)<(\w+)>")
"""The name of a part within a pattern; the name of a group, (?P<name>...), is none."""
_PLAIN = re.compile(r"[a-z]+(?:[ -][a-z]+)*")
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_AS_WRITTEN = frozenset({"coding", "rewordings", "synonyms"})
"""Vocabularies that hold words for their own sake, or to write with."""
_OF_A_SEX = frozenset({"male", "female"})
"""Lists that tell men from women, who stand together in the lists of synonyms."""
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
    return data if name in _AS_WRITTEN else _widened(data)


def _widened(value: Any) -> Any:
    """A vocabulary's value, its lists of words with the synonyms of the words that they hold."""
    if isinstance(value, dict):
        return {key: one if key in _OF_A_SEX else _widened(one) for key, one in value.items()}
    if not isinstance(value, list):
        return value
    if not all(isinstance(one, str) for one in value):
        return [_widened(one) for one in value]
    return list(dict.fromkeys([*value, *(other for one in value if _PLAIN.fullmatch(one) for other in _others(one))]))


def _others(wording: str) -> Iterator[str]:
    """A wording with each word that has synonyms put by each of them."""
    for match in _WORD.finditer(wording):
        for other in synonyms().get(match[0], ()):
            yield wording[: match.start()] + other + wording[match.end() :]


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """For each form of a word the same form of the words of its meaning."""
    found: dict[str, tuple[str, ...]] = {}
    for first, *others in yaml.load(text("synonyms.yaml"), Loader=_LOADER)["classes"]:
        for number, form in enumerate(first.split("|")):
            found[form] = (*found.get(form, ()), *(other.split("|")[number] for other in others))
    return found


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
