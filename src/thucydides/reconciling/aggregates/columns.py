"""Columns: the entries of a record as arrays, so that one reading of an aggregate is asked of all of them at once.
"""

from collections.abc import Callable, Iterable, Sequence

from thucydides.nouns import Place
from thucydides.reconciling.aggregates.entries import Entry, covers
from thucydides.reconciling.aggregates.shares import Array, Shares, code
from thucydides.reconciling.aggregates.whom import Whom

_UNASKED = -2


class Columns:
    """Entries in the order given; `first` and `last` are their days as proleptic ordinals, NaN where there is none."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        import numpy as np

        self.entries = entries
        self._ids = sorted(e.id for e in entries)
        rank = {identifier: n for n, identifier in enumerate(self._ids)}
        self._rank = np.array([rank[e.id] for e in entries], np.int64)
        self.first, self.last = (
            np.array([np.nan if day is None else day.toordinal() for day in days], float)
            for days in ([e.first for e in entries], [e.last for e in entries])
        )
        numbers: dict[Place | None, int] = {}
        self._place = np.array([numbers.setdefault(e.place, len(numbers)) for e in entries], np.int64)
        self._places = list(numbers)
        types: dict[str, int] = {}
        self._type = np.array([types.setdefault(e.type, len(types)) for e in entries], np.int64)
        self._types = types
        self._position = {e.id: n for n, e in enumerate(entries)}
        self._told: dict[str, list[int]] = {}
        for n, entry in enumerate(entries):
            for document in entry.documents:
                self._told.setdefault(document, []).append(n)
        self._covered: dict[Place, Array] = {}
        self._shares: dict[tuple[Whom, str], Shares] = {}

    def among(self, some: Iterable[str]) -> Array:
        """Which entries are named by some ids."""
        import numpy as np

        found = np.zeros(len(self.entries), bool)
        found[[self._position[i] for i in some if i in self._position]] = True
        return found

    def told_in(self, document: str) -> Array:
        """Which entries a document tells of."""
        import numpy as np

        found = np.zeros(len(self.entries), bool)
        found[self._told.get(document, [])] = True
        return found

    def of_type(self, kind: str) -> Array:
        """Which entries are of a type."""
        found: Array = self._type == self._types.get(kind, -1)
        return found

    def by_place(self, answer: Callable[[Place | None], bool | None], asked: Array, known: Array | None = None) -> Array:
        """What holds of the place of each entry that is `asked` for; each place is asked once. `known` are answers by place, to be kept."""
        import numpy as np

        known = self._nothing_known() if known is None else known
        wanted = np.zeros(len(known), bool)
        wanted[self._place[asked]] = True
        for n in np.flatnonzero(wanted & (known == _UNASKED)).tolist():
            known[n] = code(answer(self._places[n]))
        return known[self._place]

    def covered(self, area: Place, asked: Array) -> Array:
        """Whether an area takes in the place of each entry that is `asked` for."""
        known = self._covered.setdefault(area, self._nothing_known())
        return self.by_place(lambda place: covers(area, place), asked, known)

    def _nothing_known(self) -> Array:
        import numpy as np

        return np.full(len(self._places), _UNASKED, np.int8)

    def ids(self, which: Array) -> tuple[str, ...]:
        """The ids of some entries, sorted."""
        import numpy as np

        return tuple(self._ids[n] for n in np.sort(self._rank[which]).tolist())

    def shares(self, counted: Whom, outcome: str) -> Shares:
        """How much of each entry is counted; who counts everybody asks nothing that another such count did not ask."""
        key = (counted if counted.limited else Whom(counted.limit), outcome)
        if key not in self._shares:
            self._shares = {asked: some for asked, some in self._shares.items() if not asked[0].limited}
            self._shares[key] = Shares(self.entries, *key)
        return self._shares[key]
