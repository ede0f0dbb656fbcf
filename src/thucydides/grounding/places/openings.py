"""Openings: the two words that a name of several words begins with, kept by the first of them, since most words begin no such name."""

from collections.abc import Container, Sequence

from thucydides.grounding.places.layer import Layer
from thucydides.grounding.places.renamings import leading

_FEW = 10  # names that begin with a word, up to which their second words are read at once
_MOST, _MOST_OF_ONE = 20_000, 5_000  # words kept


class Openings(dict[str, Container[str]]):
    """The second words of the names of several words, by their first, both folded; callers only look up."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        super().__init__()
        self._layers = layers

    def __missing__(self, first: str) -> Container[str]:
        if len(self) > _MOST:
            self.clear()
        found = self[first] = self._read(first)
        return found

    def _read(self, first: str) -> Container[str]:
        if first in leading():
            return _Any()
        found: set[str] = set()
        for layer in self._layers:
            seconds = layer.seconds(first, _FEW)
            if seconds is None:
                return _Many(first, self._layers)
            found |= seconds
        return frozenset(found)


class _Any:
    """Every word there is: of the first words of former names."""

    def __contains__(self, second: object) -> bool:
        return True


class _Many:
    """The second words of one that many names begin with, each looked up when it is first asked for."""

    __slots__ = ("_first", "_known", "_layers")

    def __init__(self, first: str, layers: Sequence[Layer]) -> None:
        self._first, self._layers = first, layers
        self._known: dict[object, bool] = {}

    def __contains__(self, second: object) -> bool:
        found = self._known.get(second)
        if found is None:
            if len(self._known) > _MOST_OF_ONE:
                self._known.clear()
            words = f"{self._first} {second}"
            found = self._known[second] = any(layer.leads(words) for layer in self._layers)
        return found
