"""Blocking: which pairs are worth comparing: those that share a key under a condition.

Invariants: whether two units are paired depends on what they and the other holders of their keys say, never on the order given; in a key
that many hold, each unit is paired with a bounded number of others, so that pairs grow with units; in a small record (`COMPARE_ALL` units
or fewer) every pair of a kind is compared.
"""


from collections.abc import Mapping

from msgspec import Struct

from thucydides.linking.arrays import Array, Table, column, distinct, flat, held
from thucydides.linking.commons import WORDED, Commons
from thucydides.linking.numbers import Numbers, Words

COMPARE_ALL = 300
_LARGEST = {"near": 60, "broad": 240, "facts": 60, "spans": 240}
_FEW = 15
_RAREST = 10
_RARE = ("n", "w", "r")


class Keys(Struct, frozen=True):
    """Some blocking keys: for each rule which of all numbers, and the sorted numbers of rare ones."""

    said: Mapping[str, Array]
    rare: Array


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
    changed = {kind: _changed(old.common.counts[kind], new.common.counts[kind]) for kind in _RARE}
    touched = _union(
        _keys(old, np.flatnonzero(moved < 0), _holders(old.rows, changed)), _keys(new, np.flatnonzero(come), _holders(new.rows, changed))
    )
    before, now = _sharing(old, touched), _sharing(new, touched)
    left, right = moved[before // len(old.rows)], moved[before % len(old.rows)]
    lost = np.sort((left * size + right)[(left >= 0) & (right >= 0)])
    lost = lost[~held(lost, now)]
    if len(lost):
        ends = distinct(np.concatenate((lost // size, lost % size)))
        lost = lost[~held(lost, _sharing(new, _keys(new, ends, ends)))]
    return lost, now[~held(now, pairs)]


def block_anew(new: State, pairs: Array) -> tuple[Array, Array]:
    """The same as `reblock`, from nothing."""
    wanted = block(new)
    return pairs[~held(pairs, wanted)], wanted[~held(wanted, pairs)]


def _changed(old: Array, new: Array) -> Array:
    """Which words are held by more or fewer than before, and are or were rare."""
    import numpy as np

    was = np.zeros_like(new)
    was[: len(old)] = old
    found: Array = ((was != new) & (np.minimum(was, new) <= _FEW)).any(axis=1)
    return found


def _holders(rows: Table, words: Mapping[str, Array]) -> Array:
    """The units that hold any of some words, sorted; `words` says for each kind which of all numbers."""
    import numpy as np

    found = [np.zeros(0, np.int64)]
    for kind, which in words.items():
        owner, value = flat(rows, f"{kind}_words")
        found.append(owner[np.append(which, False)[np.minimum(value, len(which))]])
    return distinct(np.concatenate(found))


def _keys(state: State, units: Array, rare: Array) -> Keys:
    """The keys that some units hold, and the rare ones that the units `rare` do."""
    import numpy as np

    said = {rule: np.zeros(len(state.numbers), bool) for rule in _LARGEST}
    for rule, which in said.items():
        which[flat(state.rows, f"x_{rule}", units)[1]] = True
    return Keys(said, distinct(_rare(state, distinct(np.concatenate((units, rare))))[1]))


def _union(one: Keys, other: Keys) -> Keys:
    import numpy as np

    return Keys({rule: which | other.said[rule] for rule, which in one.said.items()}, distinct(np.concatenate((one.rare, other.rare))))


def _sharing(state: State, keys: Keys | None) -> Array:
    """The pairs that share one of some keys under its condition, of all where none are given."""
    import numpy as np

    size, said = len(state.rows), _Said(state.rows, state.words)
    coarser = state.numbers.coarser()
    found = [_paired(*_rare_of(state, keys), 10**9)]
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
        found.append((left[held], right[held]))
    return distinct(np.concatenate([np.minimum(a, b) * size + np.maximum(a, b) for a, b in found]))


def _rare_of(state: State, keys: Keys | None) -> tuple[Array, Array]:
    """The holders of rare keys, of some or of all, as (unit, key)."""
    import numpy as np

    if keys is None:
        return _rare(state, None)
    held = {}
    for number, kind in enumerate(WORDED):
        if kind in _RARE:
            held[kind] = np.zeros(len(state.words), bool)
            held[kind][keys.rare[keys.rare % len(WORDED) == number] // (2 * len(WORDED))] = True
    unit, key = _rare(state, _holders(state.rows, held))
    chosen = np.isin(key, keys.rare)
    return unit[chosen], key[chosen]


class _Said:
    """What conditions and the order within a key are read from, as arrays by unit."""

    def __init__(self, rows: Table, words: Words) -> None:
        self.first, self.last = column(rows, "d_first"), column(rows, "d_last")
        self.vague, self.coarse = column(rows, "x_vague"), column(rows, "x_coarse")
        self.killed = column(rows, "k_best")
        self.entry = words.known()[1][flat(rows, "p_words")[1]]
        self.parts = flat(rows, "x_parts")
        self.size = len(rows)


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
    order = np.lexsort((unit, said.entry[unit], np.nan_to_num(said.killed[unit]), np.nan_to_num(said.first[unit])))
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


def _rare(state: State, units: Array | None) -> tuple[Array, Array]:
    """The rarest names and words of each unit that at least one other of its kind has, and not many others, as (unit, key)."""
    import numpy as np

    _, digest = state.words.known()
    act = column(state.rows, "s_act").astype(np.int64)
    holders, keys = [], []
    for number, kind in enumerate(WORDED):
        if kind not in _RARE:
            continue
        owner, value = flat(state.rows, f"{kind}_words", units)
        count = state.common.counts[kind][value, act[owner]]
        some = (count > 1) & (count <= _FEW)
        owner, value, count = owner[some], value[some], count[some]
        order = np.lexsort((digest[value], count, owner))
        owner, value = owner[order], value[order]
        chosen = np.arange(len(owner)) - np.searchsorted(owner, owner) < _RAREST
        holders.append(owner[chosen])
        keys.append((value[chosen] * 2 + act[owner[chosen]]) * len(WORDED) + number)
    return np.concatenate(holders), np.concatenate(keys)
