"""Numbers: a number for each word, name and blocking key met, so that tables hold numbers; given once, never changed.

Invariant: nothing that comes out depends on which number a value has: ties between values go by a digest of the value itself.
"""

from collections.abc import Hashable, Iterable
from hashlib import blake2b
from itertools import islice
from typing import Any

from thucydides.linking.words import usual_word


def digest_of(value: str) -> int:
    """A number of 64 bits for a value."""
    return int.from_bytes(blake2b(value.encode(), digest_size=8).digest())


class Numbers:
    """The numbers of values, from 0, in the order in which they were met."""

    def __init__(self, met: Iterable[Hashable] = ()) -> None:
        self._of: dict[Hashable, int] = {value: number for number, value in enumerate(met)}
        self._coarser: Any = None

    def __len__(self) -> int:
        return len(self._of)

    def of(self, values: Iterable[Hashable]) -> list[int]:
        """The numbers of some values, new ones for those that were never met."""
        known, values = self._of, tuple(values)
        try:
            return [known[value] for value in values]
        except KeyError:
            pass
        return [known.setdefault(value, len(known)) for value in values]

    def met(self) -> tuple[Any, ...]:
        """All values met, in the order of their numbers."""
        return tuple(self._of)

    def coarser(self) -> Any:
        """Of each blocking key whether another rule holds the same pairs closer together, as an array by number."""
        import numpy as np

        done = 0 if self._coarser is None else len(self._coarser)
        if done == len(self) and done:
            return self._coarser
        new = np.array([isinstance(key, tuple) and key[0] is True for key in islice(self._of, done, None)], bool)
        self._coarser = new if self._coarser is None else np.concatenate((self._coarser, new))
        return self._coarser


class Words(Numbers):
    """The numbers of words, with the bits that each has in conflict news and a digest that orders them; `known` are those of the words
    met, where they have been worked out before.
    """

    def __init__(self, met: Iterable[Hashable] = (), known: tuple[Any, Any] | None = None) -> None:
        super().__init__(met)
        self._usual: Any = known[0] if known else None
        self._digest: Any = known[1] if known else None

    def known(self) -> tuple[Any, Any]:
        """The usual bits and the digests of all words met, as arrays by number."""
        import numpy as np

        done = 0 if self._usual is None else len(self._usual)
        if done == len(self) and done:
            return self._usual, self._digest
        new = [str(value) for value in islice(self._of, done, None)]
        usual = np.array([usual_word(word) for word in new], float)
        digest = np.array([digest_of(word) for word in new], np.uint64)
        self._usual = usual if self._usual is None else np.concatenate((self._usual, usual))
        self._digest = digest if self._digest is None else np.concatenate((self._digest, digest))
        return self._usual, self._digest
