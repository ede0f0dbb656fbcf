"""Standing: what linking knows of a record as it stands, so that reports that come or go change only what they can change.

Invariants: after any changes it is what it would be had everything been given at once; a pair is compared again only where one of the
two, or a word of theirs, weighs otherwise than before; a component is clustered again only where a pair that matters in it changed.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from thucydides.linking.blocking import State, block, reblock
from thucydides.linking.columns import Array, column, commons, dirty, table
from thucydides.linking.components import clustered, components, members_of
from thucydides.linking.features import Features
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.persons import same_victim
from thucydides.linking.reports import Reports
from thucydides.linking.rulings import Decided, decide
from thucydides.linking.scoring import Compared, merged, nothing, score
from thucydides.linking.times import dated, impossible
from thucydides.linking.weights import Weights, weights
from thucydides.nouns import Claim, Document, Mention, Ruling

_NONE: frozenset[str] = frozenset()
_FEW = 4
"""Blocking is worked out from what stood where fewer than one in so many units come or go."""


class Reopened(Struct, frozen=True):
    """What a change reopened: how many units came or were read anew, how many pairs were compared, and the components that were clustered
    again, each as the first mentions of its units.
    """

    units: int
    compared: int
    components: tuple[tuple[str, ...], ...]


class Kept(Struct, frozen=True):
    """All of a standing state that cannot be worked out quickly from the rest; `decided` are the rulings that hold in it."""

    reports: Reports
    rows: list[Features]
    table: Array
    words: Words
    numbers: Numbers
    pairs: Compared
    inside: Compared
    clusters: Array
    decided: tuple[Ruling, ...] = ()


class Standing:
    """The units of a record with their features, the compared pairs and the clusters, by position in the order of the units' ids.

    `pairs` are those that blocking chose, `inside` those compared besides inside clusters; `clusters` gives for each unit the least
    position in its cluster, before rulings join any.
    """

    def __init__(self, figures: Weights | None = None, kept: Kept | None = None) -> None:
        self.figures = figures or weights()
        kept = kept or _empty()
        self.rows, self.pairs, self.inside, self.clusters = kept.rows, kept.pairs, kept.inside, kept.clusters
        self._reports, self._table, self._words, self._numbers = kept.reports, kept.table, kept.words, kept.numbers
        self._rulings = kept.decided
        self.decided: Decided = decide(self._rulings, [row.unit for row in self.rows])
        self._commons = commons(self._table, self._words)
        self._component: Array = components(self.pairs, self.figures.threshold)

    def kept(self) -> Kept:
        """What has to be kept to take the state up again, with the same weights."""
        return Kept(
            self._reports, self.rows, self._table, self._words, self._numbers, self.pairs, self.inside, self.clusters, self._rulings
        )  # fmt: skip

    def change(
        self, documents: Iterable[Document], mentions: Iterable[Mention], claims: Iterable[Claim] = (), rulings: Sequence[Ruling] = (),
        gone: Iterable[str] = (),
    ) -> Reopened:  # fmt: skip
        """Take in documents that are new or changed, with all that they tell, and the rulings that hold from now on; `gone` are the ids
        of documents that stand no more.
        """
        import numpy as np

        touched = self._reports.change(documents, mentions, claims, gone)
        opened = np.zeros(len(self.rows), bool)
        opened[list(self.decided.named())] = True
        old_state = self._state()
        before, moved = self._placed(touched)
        opened[moved < 0] = True
        new = before < 0
        home = np.where(new, -1, self._component[before]) if len(moved) else before
        fresh = self._weighed(old_state, before, moved)
        self._rulings = tuple(rulings)
        self.decided = decide(self._rulings, [row.unit for row in self.rows])
        turned = new.copy()
        turned[list(self.decided.named())] = True
        compared = self._compared(old_state, moved, fresh, home, turned)
        reopened = np.union1d(self._component[opened], home[turned & ~new])
        turned |= np.isin(home, reopened)
        made = self._clustered(turned, fresh, before, moved)
        return Reopened(int(new.sum()), compared, made)

    def _placed(self, touched: frozenset[str]) -> tuple[Array, Array]:
        """Put the units of the groups touched in the place of those that stood: where each unit stood before (-1: nowhere), and where
        each that stood is now.
        """
        import numpy as np
        import pyarrow as pa
        import pyarrow.compute as pc

        stays = np.array([row.unit.document not in touched for row in self.rows], bool)
        came = self._reports.features(touched)
        standing = np.flatnonzero(stays)
        rows = [*(self.rows[n] for n in standing.tolist()), *(_light(row) for row in came)]
        joined = pa.concat_tables([self._table.filter(pa.array(stays)), table(came, self._words, self._numbers)])
        order = np.asarray(pc.sort_indices(joined, [("s_key", "ascending")]))
        self._table = joined.take(pa.array(order)).combine_chunks()
        self.rows = [rows[n] for n in order.tolist()]
        before = np.where(order < len(standing), np.append(standing, np.full(len(came), -1))[order], -1)
        moved = np.full(len(stays), -1)
        moved[before[before >= 0]] = np.flatnonzero(before >= 0)
        return before, moved

    def _state(self) -> State:
        return State(self._table, self._commons, self._words, self._numbers, self.figures.impossible_days)

    def _weighed(self, old: State, before: Array, moved: Array) -> Array:
        """Weigh the words of the record anew; the units that are new, or of which something weighs otherwise."""
        import numpy as np
        import pyarrow as pa

        new, kept = before < 0, np.flatnonzero(before >= 0)
        came, went = self._table.filter(pa.array(new)), old.rows.filter(pa.array(moved < 0))
        self._commons = commons(self._table, self._words, old.common, ((came, 1), (went, -1)))
        fresh: Array = dirty(self._table, old.common, self._commons, kept, before[kept])
        fresh[new] = True
        return fresh

    def _compared(self, state: State, moved: Array, fresh: Array, home: Array, turned: Array) -> int:
        """Compare what has to be compared, and mark as `turned` the units of pairs that matter and are other than they were; how many.

        A pair matters above the threshold, or where both were in one component; those compared besides inside clusters always do.
        """
        import numpy as np

        size, threshold = len(self.rows), self.figures.threshold
        old = _moved(self.pairs, moved, size)
        stood = old.left * size + old.right
        few = _FEW * (int((home < 0).sum()) + int((moved < 0).sum())) < size
        wanted = reblock(state, self._state(), stood, moved, home < 0) if few else block(self._state())
        settled = ~(fresh[old.left] | fresh[old.right]) & _held(stood, wanted)
        asked = wanted[~_held(wanted, stood[settled])]
        now = self._score(asked)
        again = _held(stood, asked)
        same = np.zeros(len(stood), bool)
        at = np.searchsorted(asked, stood[again])
        same[again] = (now.weight[at] == old.weight[again]) & (now.met[at] == old.met[again])
        gone = old.at(~settled & ~same)
        come = now.at(~_held(asked, stood[same]))
        for pairs in (gone, come):
            one_home = (home[pairs.left] == home[pairs.right]) & (home[pairs.left] >= 0)
            matters = pairs.at((pairs.weight > threshold) | one_home)
            turned[matters.left] = turned[matters.right] = True
        self.pairs = merged(old.at(settled), now)
        self.inside = _moved(self.inside, moved, size)
        weighed = self.inside.at(fresh[self.inside.left] | fresh[self.inside.right])
        turned[weighed.left] = True
        return len(asked)

    def _clustered(self, turned: Array, fresh: Array, before: Array, moved: Array) -> tuple[tuple[str, ...], ...]:
        """Cluster the components that hold a unit that `turned`; their units' first mentions."""
        import numpy as np

        self._component = components(self.pairs, self.figures.threshold)
        opened = np.unique(self._component[turned])
        stood = self.inside.at(~(fresh[self.inside.left] | fresh[self.inside.right]))
        inside = self.inside.at(~np.isin(self._component[self.inside.left], opened))
        labels = np.where(before < 0, -1, np.append(moved, -1)[self.clusters[before]]) if len(moved) else before
        mains = set(np.flatnonzero(column(self._table, "s_main")).tolist())
        found, besides = clustered(
            self.pairs, self._component, opened, self.figures.threshold, self._forbids, mains,
            lambda pairs: self._score(pairs, stood),
        )  # fmt: skip
        for members in found:
            labels[members] = members[0]
        self.clusters, self.inside = labels, merged(inside, besides)
        return tuple(
            tuple(self.rows[n].unit.members[0] for n in members) for _, members in members_of(self._component, opened)
        )  # fmt: skip

    def _score(self, pairs: Array, known: Compared | None = None) -> Compared:
        """Compare pairs, save those that are known."""
        have = _held(pairs, known.left * known.units + known.right) if known is not None else None
        if known is None or have is None or not have.any():
            return score(self._table, self._commons, self._words, self.figures, pairs)
        again = known.at(_held(known.left * known.units + known.right, pairs))
        return merged(again, score(self._table, self._commons, self._words, self.figures, pairs[~have]))

    def _forbids(self, left: int, right: int) -> bool:
        """Can two units never be one: ruled different, of different kinds, told apart by their text, on impossible days, or undated acts?

        Accusations and demands are made again and again: an act whose time is not told is not joined to another (`link.act.undated`).
        """
        a, b = self.rows[left], self.rows[right]
        if self.decided.forbids(left, right):
            return True
        if a.unit.mention.kind != b.unit.mention.kind or b.unit.members[0] in a.apart:
            return True
        if a.unit.mention.kind == "act" and not (dated(a.when) and dated(b.when)):
            return True
        return impossible(a.when, b.when, self.figures.impossible_days) and not same_victim(a.persons, b.persons)


def _empty() -> Kept:
    """The state of a record without reports."""
    import numpy as np

    words, numbers = Words(), Numbers()
    return Kept(Reports(), [], table((), words, numbers), words, numbers, nothing(0), nothing(0), np.zeros(0, np.int64))


def _light(row: Features) -> Features:
    """The features without the words, which stand in the table."""
    return replace(row, names=_NONE, words=_NONE, actors=_NONE, nouns=_NONE, weapons=_NONE, report=_NONE)


def _held(some: Array, of: Array) -> Array:
    """Which of some sorted numbers are among others, sorted too."""
    import numpy as np

    if not len(of):
        return np.zeros(len(some), bool)
    return of[np.minimum(np.searchsorted(of, some), len(of) - 1)] == some


def _moved(pairs: Compared, moved: Array, size: int) -> Compared:
    """The pairs of units that still stand, by their new positions."""
    left, right = moved[pairs.left], moved[pairs.right]
    stand = (left >= 0) & (right >= 0)
    return Compared(size, left[stand], right[stand], pairs.weight[stand], pairs.met[stand])
