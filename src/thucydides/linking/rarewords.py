"""Rare words: which names and words bring two units together: the rarest wherever they stand, uncommon ones where both are near in time.

A key is a word of one kind, held by units of one kind; an uncommon one stands in a span of six days besides. What is a unit's key
depends on its own words and on how common these are, so that a change of the record changes few.
"""

import math
from collections.abc import Callable, Mapping

from thucydides.linking.arrays import Array, Table, column, distinct, flat
from thucydides.linking.commons import WORDED, Commons
from thucydides.linking.numbers import Words
from thucydides.linking.words import step

FEW = 15
_RAREST = 10
_RARE = ("n", "w", "r")
_UNCOMMON = ("n", "w")
_UNCOMMON_BITS = 6
_MOST_HOLDERS = 2048
"""In a large record a word is uncommon that no more than about so many hold, so that as few of them meet within days as in a small one."""
_WINDOWS = 1 << 18
"""More than there are spans of days in all years."""
_KINDS = len(WORDED)

Held = tuple[Array, Array]
"""Units and the keys that each of them holds."""
Rule = Callable[[Table, Commons, Words, Array | None], Held]
"""Gives the keys of some units, of all where none are given."""


def rare(rows: Table, common: Commons, words: Words, units: Array | None) -> Held:
    """The rarest names and words of each unit that at least one other of its kind has, and not many others (`link.block.keys`)."""
    return _joined([_kept(rows, common, words, kind, units, lambda count, _: (count > 1) & (count <= FEW), _by_count) for kind in _RARE])


def uncommon(rows: Table, common: Commons, words: Words, units: Array | None) -> Held:
    """The most telling names and words of each unit that at least one other of its kind has, each in the spans of days in which the unit
    lies (`link.block.keys`).
    """
    import numpy as np

    least = _least_bits(rows)
    found = [_kept(rows, common, words, kind, units, lambda count, bits: (count > 1) & (bits >= least), _by_bits) for kind in _UNCOMMON]
    unit, key = _joined(found)
    if not len(unit):
        return unit, key
    owner, window = flat(rows, "x_windows")
    start = np.searchsorted(owner, np.arange(len(rows) + 1))
    times = start[unit + 1] - start[unit]
    at = np.repeat(start[unit], times) + np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    return np.repeat(unit, times), np.repeat(key, times) * _WINDOWS + window[at]


RULES: Mapping[str, tuple[Rule, int]] = {"rare": (rare, 1), "uncommon": (uncommon, _WINDOWS)}
"""The rules, with how many keys there are of each word."""


def _least_bits(rows: Table) -> int:
    """How many bits a word weighs at least that is uncommon among some rows."""
    return max(_UNCOMMON_BITS, math.ceil(math.log2(step(len(rows)) / _MOST_HOLDERS)))


def _by_count(count: Array, bits: Array) -> Array:
    return count


def _by_bits(count: Array, bits: Array) -> Array:
    return -bits


def _kept(
    rows: Table, common: Commons, words: Words, kind: str, units: Array | None, tells: Callable[[Array, Array], Array],
    rank: Callable[[Array, Array], Array],
) -> Held:  # fmt: skip
    """The first few words of a kind of each unit that tell something, with the word's key."""
    import numpy as np

    _, digest = words.known()
    act = column(rows, "s_act").astype(np.int64)
    owner, value = flat(rows, f"{kind}_words", units)
    count, bits = common.counts[kind][value, act[owner]], common.bits[kind][value]
    some = tells(count, bits)
    owner, value, order = owner[some], value[some], rank(count[some], bits[some])
    order = np.lexsort((digest[value], order, owner))
    owner, value = owner[order], value[order]
    chosen = np.arange(len(owner)) - np.searchsorted(owner, owner) < _RAREST
    owner, value = owner[chosen], value[chosen]
    return owner, (value * 2 + act[owner]) * _KINDS + list(WORDED).index(kind)


def _joined(found: list[Held]) -> Held:
    import numpy as np

    return np.concatenate([unit for unit, _ in found]), np.concatenate([key for _, key in found])


def holding(rule: str, rows: Table, common: Commons, words: Words, keys: Array | None) -> Held:
    """The holders of some keys of a rule, or of all."""
    import numpy as np

    found, keys_of_a_word = RULES[rule]
    if keys is None:
        return found(rows, common, words, None)
    named = keys // keys_of_a_word
    which = {kind: np.zeros(len(words), bool) for kind in _RARE}
    for kind, held in which.items():
        held[named[named % _KINDS == list(WORDED).index(kind)] // (2 * _KINDS)] = True
    unit, key = found(rows, common, words, _holders(rows, which))
    chosen = np.isin(key, keys)
    return unit[chosen], key[chosen]


def turned(
    rule: str, old: tuple[Table, Commons, Words], new: tuple[Table, Commons, Words], moved: Array, come: Array
) -> Array:
    """The keys of a rule that units which came or went hold, or that others hold now and did not, or held and do no more.

    `moved` says where each unit of the old state stands in the new one (-1: nowhere), `come` which units are new.
    """
    import numpy as np

    found = RULES[rule][0]
    changed = {kind: _otherwise(rule, kind, old[:2], new[:2]) for kind in _RARE}
    unit, key = found(*old, distinct(np.concatenate((np.flatnonzero(moved < 0), _holders(old[0], changed)))))
    later, now = found(*new, distinct(np.concatenate((np.flatnonzero(come), _holders(new[0], changed)))))
    stood = moved[unit]
    keys = np.concatenate((key[stood < 0], now[come[later]]))
    every = distinct(np.concatenate((key, now)))
    before, after = (
        units * (len(every) + 1) + np.searchsorted(every, held)
        for units, held in ((stood[stood >= 0], key[stood >= 0]), (later[~come[later]], now[~come[later]]))
    )
    return distinct(np.concatenate((keys, every[np.setxor1d(before, after) % (len(every) + 1)])))


def _otherwise(rule: str, kind: str, old: tuple[Table, Commons], new: tuple[Table, Commons]) -> Array:
    """Which words may make other keys than before."""
    import numpy as np

    before, counts, bits = old[1], new[1].counts[kind], new[1].bits[kind]
    was, weighed = np.zeros_like(counts), np.full_like(bits, -1)
    was[: len(before.counts[kind])], weighed[: len(before.bits[kind])] = before.counts[kind], before.bits[kind]
    if rule == "rare":
        found: Array = ((was != counts) & (np.minimum(was, counts) <= FEW)).any(axis=1)
        return found
    told, tells = weighed >= _least_bits(old[0]), bits >= _least_bits(new[0])
    found = ((was > 1) != (counts > 1)).any(axis=1) | (weighed != bits) | (told != tells)
    return found & (told | tells)


def _holders(rows: Table, words: Mapping[str, Array]) -> Array:
    """The units that hold any of some words, sorted; `words` says for each kind which of all numbers."""
    import numpy as np

    found = [np.zeros(0, np.int64)]
    for kind, which in words.items():
        if which.any():
            owner, value = flat(rows, f"{kind}_words")
            found.append(owner[np.append(which, False)[np.minimum(value, len(which))]])
    return distinct(np.concatenate(found))
