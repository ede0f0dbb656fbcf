"""The vocabularies: lists of words hold words, and no "on", "off" or "no" that the format reads as a truth value."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from thucydides.vocabulary import mapping

_NAMES = sorted(f.name.removesuffix(".yaml") for f in (files("thucydides") / "vocabularies").iterdir() if f.name.endswith(".yaml"))


def _truths(value: Any) -> Iterator[bool]:
    """The truth values among the keys and the members of lists in what a vocabulary holds."""
    if isinstance(value, dict):
        yield from (key for key in value if isinstance(key, bool))
        for inner in value.values():
            yield from _truths(inner)
    elif isinstance(value, list):
        yield from (member for member in value if isinstance(member, bool))
        for inner in value:
            yield from _truths(inner)


@pytest.mark.parametrize("name", _NAMES)
def test_a_list_of_words_holds_words(name: str) -> None:
    assert not list(_truths(mapping(name)))
