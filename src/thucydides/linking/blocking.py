"""Blocking: which pairs are worth comparing: those that share a key under a condition.

Invariants: whether two units are paired depends on what they and the other holders of their keys say, never on the order given; in a key
that many hold, each unit is paired with a bounded number of others, so that pairs grow with units; in a small record (`COMPARE_ALL` units
or fewer) every pair of a kind is compared.
"""

from collections.abc import Mapping

from msgspec import Struct

from thucydides.linking.arrays import Array, Table, column, distinct, flat, held
from thucydides.linking.commons import Commons
from thucydides.linking.numbers import Numbers, Words
from thucydides.linking.rarewords import RULES, holding, turned

COMPARE_ALL = 300
_LARGEST = {"near": 40, "broad": 120, "facts": 40, "spans": 120}
_MOST_BY_WORD = {"rare": 10**9, "uncommon": 60}


class Keys(Struct, frozen=True):
    """Some blocking keys: for each rule which of all numbers, and for each rule of words the sorted numbers."""

    said: Mapping[str, Array]
    words: Mapping[str, Array]


class State(Struct, frozen=True):
    """What blocking reads: the rows, what they have in common, the numbers given, and the days that cannot be one."""

    rows: Table
    common: Commons
    words: Words
    numbers: Numbers
    impossible_days: int


def block(state: State) -> Array:
    """The pairs to compare, each as left position * number of rows + right, sorted (`link.block.keys`)."""
    import numpy as np

    size = len(state.rows)
    if size <= COMPARE_ALL:
        act = column(state.rows, "s_act")
        left, right = np.triu_indices(size, 1)
        same = act[left] == act[right]
        return left[same] * size + right[same]
    return _sharing(state, None)


def reblock(old: State, new: State, pairs: Array, moved: Array, come: Array) -> tuple[Array, Array]:
    """The pairs to compare no more, and those to compare that were not, where `pairs` were compared before (by new positions, of units that
    still stand), all sorted.

    `moved` says where each unit of the old state stands in the new one (-1: nowhere), `come` which units are new. Only keys that these
    or units that went hold are looked at, the rare words that now more or fewer hold, and the other keys of pairs that came apart there.
    """
    import numpy as np

    size = len(new.rows)
    if len(old.rows) <= COMPARE_ALL or size <= COMPARE_ALL:
        return block_anew(new, pairs)
    words = {rule: turned(rule, (old.rows, old.common, old.words), (new.rows, new.common, new.words), moved, come) for rule in RULES}
    gone, said = _said(old, np.flatnonzero(moved < 0)), _said(new, np.flatnonzero(come))
    touched = Keys({rule: gone[rule] | said[rule] for rule in said}, words)
    before, now = _sharing(old, touched), _sharing(new, touched)
    left, right = moved[before // len(old.rows)], moved[before % len(old.rows)]
    lost = np.sort((left * size + right)[(left >= 0) & (right >= 0)])
    lost = lost[~held(lost, now)]
    if len(lost):
        ends = distinct(np.concatenate((lost // size, lost % size)))
        lost = lost[~held(lost, _sharing(new, _keys(new, ends)))]
    return lost, now[~held(now, pairs)]


def block_anew(new: State, pairs: Array) -> tuple[Array, Array]:
    """The same as `reblock`, from nothing."""
    wanted = block(new)
    return pairs[~held(pairs, wanted)], wanted[~held(wanted, pairs)]


def _said(state: State, units: Array) -> Mapping[str, Array]:
    """For each rule which keys some units hold."""
    import numpy as np

    said = {rule: np.zeros(len(state.numbers), bool) for rule in _LARGEST}
    for rule, which in said.items():
        which[flat(state.rows, f"x_{rule}", units)[1]] = True
    return said


def _keys(state: State, units: Array) -> Keys:
    """The keys that some units hold."""
    words = {rule: distinct(found(state.rows, state.common, state.words, units)[1]) for rule, (found, _) in RULES.items()}
    return Keys(_said(state, units), words)


def _sharing(state: State, keys: Keys | None) -> Array:
    """The pairs that share one of some keys under its condition, of all where none are given."""
    import numpy as np

    size, said = len(state.rows), _Said(state.rows, state.words)
    coarser = state.numbers.coarser()
    found = list[Array]()
    for rule, most in _MOST_BY_WORD.items():
        unit, key = holding(rule, state.rows, state.common, state.words, None if keys is None else keys.words[rule])
        order = said.order(unit)
        found.append(_coded(size, *_paired(unit[order], key[order], most)))
    for rule, largest in _LARGEST.items():
        unit, key = flat(state.rows, f"x_{rule}")
        if keys is not None:
            chosen = keys.said[rule][key]
            unit, key = unit[chosen], key[chosen]
        left, right = _within(said, unit, key, coarser, largest)
        gap = np.maximum(said.first[left] - said.last[right], said.first[right] - said.last[left])
        days = state.impossible_days if rule == "facts" else 3
        held = ~(gap > days) if rule != "spans" else said.vague[left] | said.vague[right]
        if rule == "broad":
            held &= said.coarse[left] | said.coarse[right]
        found.append(_coded(size, left[held], right[held]))
    return distinct(np.concatenate(found))


def _coded(size: int, one: Array, other: Array) -> Array:
    """Pairs as left * number of units + right, each once, sorted."""
    import numpy as np

    return distinct(np.minimum(one, other) * size + np.maximum(one, other))


class _Said:
    """What conditions and the order within a key are read from, as arrays by unit."""

    def __init__(self, rows: Table, words: Words) -> None:
        self.first, self.last = column(rows, "d_first"), column(rows, "d_last")
        self.vague, self.coarse = column(rows, "x_vague"), column(rows, "x_coarse")
        self.killed = column(rows, "k_best")
        self.entry = words.known()[1][flat(rows, "p_words")[1]]
        self.parts = flat(rows, "x_parts")
        self.size = len(rows)

    def order(self, unit: Array) -> Array:
        """The order of units within a key: by day, toll and place."""
        import numpy as np

        return np.lexsort((unit, self.entry[unit], np.nan_to_num(self.killed[unit]), np.nan_to_num(self.first[unit])))


def _within(said: _Said, unit: Array, key: Array, coarser: Array, largest: int) -> tuple[Array, Array]:
    """The pairs of units that share a key; a key that more than `largest` hold is made finer first, or left to another rule."""
    import numpy as np

    holders = np.bincount(key, minlength=len(coarser))[key]
    few = holders <= largest
    many = ~few & ~coarser[key]
    one = _paired(unit[few], key[few], largest)
    unit, key = unit[many], key[many]
    if not len(unit):
        return one
    owner, part = said.parts
    start = np.searchsorted(owner, np.arange(said.size + 1))
    times = start[unit + 1] - start[unit]
    at = np.repeat(start[unit], times) + np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    finer, unit = np.repeat(key, times) * (int(part.max()) + 1) + part[at], np.repeat(unit, times)
    order = said.order(unit)
    other = _paired(unit[order], finer[order], 3 * largest // 4)
    return np.concatenate((one[0], other[0])), np.concatenate((one[1], other[1]))


def _paired(unit: Array, key: Array, window: int) -> tuple[Array, Array]:
    """Each unit with the units that hold the same key, as far as fewer than `window` places lie between them in the order given."""
    import numpy as np

    order = np.argsort(key, kind="stable")
    unit, key = unit[order], key[order]
    lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    at = np.arange(len(key))
    for step in range(1, window):
        at = at[at + step < len(key)]
        at = at[key[at] == key[at + step]]
        if not len(at):
            break
        lefts.append(unit[at])
        rights.append(unit[at + step])
    return np.concatenate(lefts), np.concatenate(rights)
