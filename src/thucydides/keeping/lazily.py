"""Lazily: values by key, each made when it is first asked for."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lazily(Mapping[K, V], Generic[K, V]):
    """What `make` gives for each of the keys, in their order; `every` gives all at once where all are asked for."""

    def __init__(self, keys: Collection[K], make: Callable[[K], V], every: Callable[[], Mapping[K, V]] | None = None) -> None:
        self._keys, self._make, self._every, self._made = keys, make, every, dict[K, V]()

    def __getitem__(self, key: K) -> V:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def values(self) -> ValuesView[V]:
        """All of them."""
        if self._every is not None and len(self._made) < len(self._keys):
            self._made = {**self._every(), **self._made}
        return super().values()

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Once(Generic[V]):
    """What `make` gives, made when it is first asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], V]) -> None:
        self._make: Callable[[], V] | None = make

    def __call__(self) -> V:
        """The value."""
        if self._make is not None:
            self._made: V = self._make()
            self._make = None
        return self._made


class Holding(Container[str]):
    """What `holds` says to hold, asked for one by one."""

    def __init__(self, holds: Callable[[str], bool]) -> None:
        self._holds = holds

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._holds(name)
