"""Blocking: which pairs are worth comparing: those that share a key under a condition.

Invariants: whether two units are paired depends on what they and the other holders of their keys say, never on the order given; in a key
that many hold, each unit is paired with a bounded number of others, so that pairs grow with units; in a small record (`COMPARE_ALL` units
or fewer) every pair of a kind is compared.
"""


from thucydides.linking.columns import WORDED, Array, Commons, Table, column, flat
from thucydides.linking.numbers import Numbers, Words

COMPARE_ALL = 300
_LARGEST = {"near": 60, "broad": 240, "facts": 60, "spans": 240}
_FEW = 15
_RAREST = 10
_RARE = ("n", "w", "r")


def block(rows: Table, common: Commons, words: Words, numbers: Numbers, impossible_days: int) -> Array:
    """The pairs to compare, each as left position * number of rows + right, sorted (`link.block.keys`)."""
    import numpy as np

    size = len(rows)
    act = column(rows, "s_act")
    if size <= COMPARE_ALL:
        left, right = np.triu_indices(size, 1)
        same = act[left] == act[right]
        return left[same] * size + right[same]
    said = _Said(rows, words)
    found = [_paired(*_rare(rows, common, words), 10**9)]
    coarser = numbers.coarser()
    for rule, largest in _LARGEST.items():
        unit, key = flat(rows, f"x_{rule}")
        left, right = _within(said, unit, key, coarser, largest)
        gap = np.maximum(said.first[left] - said.last[right], said.first[right] - said.last[left])
        held = ~(gap > (impossible_days if rule == "facts" else 3)) if rule != "spans" else said.vague[left] | said.vague[right]
        if rule == "broad":
            held &= said.coarse[left] | said.coarse[right]
        found.append((left[held], right[held]))
    return np.unique(np.concatenate([np.minimum(a, b) * size + np.maximum(a, b) for a, b in found]))


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


def _rare(rows: Table, common: Commons, words: Words) -> tuple[Array, Array]:
    """The rarest names and words of each unit that at least one other of its kind has, and not many others, as (unit, key)."""
    import numpy as np

    _, digest = words.known()
    act = column(rows, "s_act").astype(np.int64)
    units, keys = [], []
    for number, kind in enumerate(WORDED):
        if kind not in _RARE:
            continue
        owner, value = flat(rows, f"{kind}_words")
        count = common.counts[kind][value, act[owner]]
        some = (count > 1) & (count <= _FEW)
        owner, value, count = owner[some], value[some], count[some]
        order = np.lexsort((digest[value], count, owner))
        owner, value = owner[order], value[order]
        chosen = np.arange(len(owner)) - np.searchsorted(owner, owner) < _RAREST
        units.append(owner[chosen])
        keys.append((value[chosen] * 2 + act[owner[chosen]]) * len(WORDED) + number)
    return np.concatenate(units), np.concatenate(keys)
