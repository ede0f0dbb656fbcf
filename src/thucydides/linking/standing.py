"""Standing: what linking knows of a record as it stands, so that reports that come or go change only what they can change.

Invariants: after any changes it is what it would be had everything been given at once; a pair is compared again only where one of the
two, or a word of theirs, weighs otherwise than before; what is clustered again is what a pair that changed can reach.
"""

from collections.abc import Iterable, Sequence, Set

from msgspec import Struct

from thucydides.keeping.corpus import Corpus
from thucydides.linking.arrays import Array, column, held
from thucydides.linking.blocking import State, block_anew, reblock
from thucydides.linking.buffers import arrow
from thucydides.linking.columns import table
from thucydides.linking.commons import commons, dirty
from thucydides.linking.days import BUSY_DAYS
from thucydides.linking.forbidding import Forbidden
from thucydides.linking.groups import Problem
from thucydides.linking.inside import by_cluster
from thucydides.linking.layers import Change, Layers, differing, layered, moved, no_layers, relayered, renewed
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.placing import made, ordered, placed, told_in
from thucydides.linking.reports import Reports
from thucydides.linking.rulings import Decided, decide
from thucydides.linking.scoring import Compared, merged, nothing, score
from thucydides.linking.unit import Unit
from thucydides.linking.weights import Weights, weights
from thucydides.nouns import Claim, Document, Mention, Ruling

_FEW = 4
"""Blocking and clustering are worked out from what stood where fewer than one in so many units come or go."""


class Reopened(Struct, frozen=True):
    """What a change reopened: how many units came or were read anew, how many pairs were compared, and the clusters that were made
    again, each as the first mentions of its units.
    """

    units: int
    compared: int
    clusters: tuple[tuple[str, ...], ...]


class Kept(Struct, frozen=True):
    """All of a standing state that cannot be worked out quickly from the rest; `decided` are the rulings that hold in it."""

    reports: Reports
    units: list[Unit]
    table: Array
    words: Words
    numbers: Numbers
    pairs: Compared
    layers: Layers
    decided: tuple[Ruling, ...] = ()


class Standing:
    """The units of a record with their features, the compared pairs and the clusters, by position in the order of the units' ids.

    `pairs` are those that blocking chose, `layers` what they make clusters of, before rulings join any.
    """

    def __init__(self, figures: Weights | None = None, kept: Kept | None = None) -> None:
        self.figures = figures or weights()
        kept = kept or _empty()
        self.units, self.pairs, self.layers = kept.units, kept.pairs, kept.layers
        self._reports, self._table, self._words, self._numbers = kept.reports, kept.table, kept.words, kept.numbers
        self._rulings = kept.decided
        self.decided: Decided = decide(self._rulings, self.units)
        self._commons = commons(self._table, self._words)

    @property
    def digests(self) -> Array:
        """A number for each unit that no other unit has, whatever else the record holds."""
        return column(self._table, "x_digest")

    def kept(self) -> Kept:
        """What has to be kept to take the state up again, with the same weights."""
        return Kept(self._reports, self.units, self._table, self._words, self._numbers, self.pairs, self.layers, self._rulings)

    def reads(self, given: Corpus, stand: Set[str]) -> None:
        """Read what documents that `stand` tell where it is given from now on; the others are known by no more than a change needs to let
        go of them.
        """
        self._reports.reads(given, stand)

    def change(
        self, documents: Iterable[Document], mentions: Iterable[Mention], claims: Iterable[Claim] = (), rulings: Sequence[Ruling] = (),
        gone: Iterable[str] = (),
    ) -> Reopened:  # fmt: skip
        """Take in documents that are new or changed, with all that they tell, and the rulings that hold from now on; `gone` are the ids
        of documents that stand no more.
        """
        import numpy as np

        touched = self._reports.change(documents, mentions, claims, gone)
        torn = np.zeros(len(self.units), bool)
        torn[list(self.decided.named())] = True
        old = self._state()
        before, moved_to = self._placed(touched)
        torn[moved_to < 0] = True
        new = before < 0
        few = _FEW * (int(new.sum()) + int((moved_to < 0).sum())) < len(self.units)
        fresh = self._weighed(old, before, moved_to)
        self._rulings = tuple(rulings)
        self.decided = decide(self._rulings, self.units)
        compared, other = self._compared(old, moved_to, fresh, new, few)
        turned = new.copy()
        turned[list(self.decided.named())] = True
        strange = new | self._crossed(old, before)
        again = self._clustered(Change(before, moved_to, torn, turned | strange, strange, other), fresh, few)
        return Reopened(int(new.sum()), compared, again)

    def _placed(self, touched: frozenset[str]) -> tuple[Array, Array]:
        """Put the units of the groups touched in the place of those that stood: where each unit stood before (-1: nowhere), and where
        each that stood is now.
        """
        import numpy as np

        came, fresh = made(self._reports, touched, self._words, self._numbers)
        stood = len(self.units)
        stays = np.flatnonzero(~told_in(self._table, touched))
        self.units, order = placed(self.units, came, stays)
        self._table = ordered(self._table, fresh, order)
        before = np.where(order < stood, order, -1)
        moved_to = np.full(stood, -1)
        moved_to[stays] = np.flatnonzero(before >= 0)
        return before, moved_to

    def _state(self) -> State:
        return State(self._table, self._commons, self._words, self._numbers, self.figures.impossible_days)

    def _weighed(self, old: State, before: Array, moved: Array) -> Array:
        """Weigh the words of the record anew; the units that are new, or of which something weighs otherwise."""
        import numpy as np

        new, kept = before < 0, np.flatnonzero(before >= 0)
        came, went = self._table.filter(arrow(new, "bool")), old.rows.filter(arrow(moved < 0, "bool"))
        self._commons = commons(self._table, self._words, old.common, ((came, 1), (went, -1)))
        fresh: Array = dirty(self._table, old.common, self._commons, kept, before[kept])
        fresh[new] = True
        return fresh

    def _crossed(self, old: State, before: Array) -> Array:
        """The units whose area has become busy, or is so no more: what forbids them changes."""
        import numpy as np

        was, busy = np.append(old.common.busy, 0)[before] >= BUSY_DAYS, self._commons.busy >= BUSY_DAYS
        found: Array = (was != busy) & (before >= 0)
        return found

    def _compared(self, state: State, moved_to: Array, fresh: Array, new: Array, few: bool) -> tuple[int, Compared]:
        """Compare what has to be compared: how many pairs, and those between units that stood that are gone, come or other than they were,
        as they were and as they are.
        """
        import numpy as np

        size = len(self.units)
        old = moved(self.pairs, moved_to, size)
        stood = old.left * size + old.right
        lost, come = reblock(state, self._state(), stood, moved_to, new) if few else block_anew(self._state(), stood)
        again = fresh[old.left] | fresh[old.right]
        gone = held(stood, lost)
        asked = np.sort(np.concatenate((stood[again & ~gone], come)))
        now = self._score(asked)
        self.pairs = renewed(old, lost, now)
        return len(asked), differing(old.at(again | gone), now.at(~new[now.left] & ~new[now.right]))

    def _clustered(self, change: Change, fresh: Array, few: bool) -> tuple[tuple[str, ...], ...]:
        """Cluster what a change can reach, or everything where it is large; the first mentions of each cluster that was made again."""
        import numpy as np

        size = len(self.units)
        known = moved(self.layers.inside, change.moved, size)
        stale = fresh[known.left] | fresh[known.right]
        change.turned[known.left[stale]] = change.turned[known.right[stale]] = True
        again = self._score(known.left[stale] * size + known.right[stale])
        known = merged(known.at(~stale), again)
        forbids = Forbidden(self._table, self.decided, self._commons.busy >= BUSY_DAYS, self.figures.impossible_days)
        first, digests = column(self._table, "s_main"), column(self._table, "x_digest")
        problem = Problem(self.figures.threshold, forbids, first, digests).joined_by(self.pairs)
        opened = np.ones(size, bool)
        if few:
            self.layers, opened = relayered(self.layers, change, problem, lambda pairs: self._score(pairs, known))
        else:
            self.layers = layered(problem, lambda pairs: self._score(pairs, known))
        units = np.flatnonzero(opened)
        made = by_cluster(self.layers.clusters[units])
        return tuple(tuple(self.units[n].members[0] for n in units[members].tolist()) for members in made)

    def _score(self, pairs: Array, known: Compared | None = None) -> Compared:
        """Compare pairs, save those that are known."""
        have = held(pairs, known.left * known.units + known.right) if known is not None else None
        if known is None or have is None or not have.any():
            return score(self._table, self._commons, self._words, self.figures, pairs)
        again = known.at(held(known.left * known.units + known.right, pairs))
        return merged(again, score(self._table, self._commons, self._words, self.figures, pairs[~have]))


def _empty() -> Kept:
    """The state of a record without reports."""
    words, numbers = Words(), Numbers()
    return Kept(Reports(), [], table((), words, numbers), words, numbers, nothing(0), no_layers())
