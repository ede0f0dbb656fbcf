"""Commons: what of the tellings depends on the whole record: how rare a word is in it, how busy an area.

Invariant: what is worked out from an older state and what came and went is what is worked out from nothing.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from thucydides.linking.arrays import Array, Table, column, distinct, flat
from thucydides.linking.days import BUSY_DAYS
from thucydides.linking.numbers import Words
from thucydides.linking.words import rarity

WORDED: Mapping[str, float | None] = {"n": None, "w": None, "r": None, "a": 5.0, "v": 4.0, "g": 2.5, "p": 8.0, "t": 2.5}
"""What has words to weigh, and the bits of its values in conflict news at large (reasoned); None for those of `words.json`."""
_AROUND = 30
_DAYS = 1 << 22


class Commons(Struct, frozen=True):
    """What depends on all tellings: for each kind of words the bits and whether two tellings share it, by number, and the counts by
    kind of telling (incident, act); for each unit whether it is `busy` where and when it was (`link.date.busy`), as a number of days.
    """

    bits: Mapping[str, Array]
    counts: Mapping[str, Array]
    busy: Array


def commons(rows: Table, words: Words, old: "Commons | None" = None, changes: Sequence[tuple[Table, int]] = ()) -> Commons:
    """What the rows have in common; where it is known what an older state had, from that and the rows that came (1) and went (-1)."""
    import numpy as np

    usual, _ = words.known()
    bits: dict[str, Array] = {}
    counts: dict[str, Array] = {}
    for kind, given in WORDED.items():
        counts[kind] = _counted(rows, kind, words) if old is None else np.zeros((len(words), 2), np.int64)
        if old is not None:
            counts[kind][: len(old.counts[kind])] = old.counts[kind]
            for some, sign in changes:
                counts[kind] += sign * _counted(some, kind, words)
        tellings = int(column(rows, "s_main").sum()) if kind == "r" else len(rows)
        bits[kind] = rarity(counts[kind].sum(axis=1), tellings, usual if given is None else np.full(len(words), given))
    return Commons(bits, counts, _busy(rows))


def _counted(rows: Table, kind: str, words: Words) -> Array:
    """How many rows hold each word, by kind of telling."""
    import numpy as np

    owner, value = flat(rows, f"{kind}_words")
    acts = column(rows, "s_act").astype(np.int64)
    return np.bincount(value * 2 + acts[owner], minlength=2 * len(words)).reshape(-1, 2)


def _busy(rows: Table) -> Array:
    """For each unit, on how many other days of the month before and after its area is told to be struck, at most `BUSY_DAYS`.

    The area is the province, else the country; the day is the one said, else that of publication.
    """
    import numpy as np

    area = column(rows, "x_area").astype(np.int64) * _DAYS
    struck, last, published = (column(rows, name) for name in ("x_struck", "d_last", "d_published"))
    days = distinct(area[~np.isnan(struck)] + struck[~np.isnan(struck)].astype(np.int64))
    day = np.where(np.isnan(last), published, last)
    at = area + np.nan_to_num(day).astype(np.int64)
    among = np.searchsorted(days, at + _AROUND, "right") - np.searchsorted(days, at - _AROUND, "left")
    own = np.searchsorted(days, at, "right") - np.searchsorted(days, at, "left")
    return np.where(np.isnan(day), 0, np.minimum(among - own, BUSY_DAYS))


def dirty(rows: Table, old: Commons, new: Commons, kept: Array, before: Array) -> Array:
    """Which rows have other weights than before; `kept` are positions that stood, `before` where they stood."""
    import numpy as np

    found = np.zeros(len(rows), bool)
    found[kept] = new.busy[kept] != old.busy[before]
    for kind in WORDED:
        was, now = (_state(one.bits[kind], one.counts[kind]) for one in (old, new))
        changed = np.ones(len(now), bool)
        changed[: len(was)] = was != now[: len(was)]
        owner, value = flat(rows, f"{kind}_words")
        found[owner[changed[value]]] = True
    return found


def _state(bits: Array, counts: Array) -> Array:
    """The bits of each word, -1 where no two tellings share it."""
    import numpy as np

    return np.where(counts.sum(axis=1) > 1, bits, -1 - bits)
