"""Columns: the features of units as a table, and what of it depends on the whole record: how rare a word is, how busy an area.

One row a unit, in the order of the first members' ids. Column names begin with the letter of their comparison: d(ate), p(lace), t(ype),
k(illed), i(njured), a(ctors), v(ictims), q (persons), g(ear: weapons), n(ames), w(ords), r(eport), s(ame document); x is for blocking.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from thucydides.linking.days import BUSY_DAYS
from thucydides.linking.features import Features, is_vague
from thucydides.linking.keys import keys, parts
from thucydides.linking.kinds import compatible
from thucydides.linking.numbers import Numbers, Words, digest_of
from thucydides.linking.words import rarity

Array = Any
"""A numpy array; numpy is imported only where linking runs."""
Table = Any
"""A pyarrow table."""

WORDED: Mapping[str, float | None] = {"n": None, "w": None, "r": None, "a": 5.0, "v": 4.0, "g": 2.5, "p": 8.0, "t": 2.5}
"""What has words to weigh, and the bits of its values in conflict news at large (reasoned); None for those of `words.json`."""
BITS = 16
_MOST_WORDS = 60
_AROUND = 30
_DAYS = 1 << 22


def table(rows: Sequence[Features], words: Words, numbers: Numbers) -> Table:
    """The features of the rows as columns, words and blocking keys as numbers."""
    import pyarrow as pa

    text, number, integer, truth = pa.string(), pa.float64(), pa.int32(), pa.bool_()
    many, counts = pa.list_(pa.string()), pa.list_(integer)
    blocked = [keys(r) for r in rows]
    columns: dict[str, tuple[Any, list[Any]]] = {
        "s_key": (text, [r.unit.members[0] for r in rows]),
        "s_document": (text, [r.unit.document for r in rows]),
        "s_apart": (many, [r.apart for r in rows]),
        "s_act": (truth, [r.unit.mention.kind == "act" for r in rows]),
        "s_main": (truth, [r.main for r in rows]),
        **{f"x_{rule}": (counts, [numbers.of(own[rule]) for own in blocked]) for rule in ("near", "broad", "facts", "spans")},
        "x_parts": (counts, [numbers.of(parts(r)) for r in rows]),
        "x_vague": (truth, [is_vague(r) for r in rows]),
        "x_coarse": (truth, [r.where.province is None for r in rows]),
        "x_area": (integer, numbers.of(_area(r) for r in rows)),
        "x_struck": (integer, [_struck(r) for r in rows]),
        "x_digest": (pa.uint64(), [digest_of(r.unit.members[0]) for r in rows]),
        "n_words": (counts, [words.of(r.names) for r in rows]),
        "w_words": (counts, [words.of(r.words) for r in rows]),
        "r_words": (counts, [words.of(r.report) for r in rows]),
        "a_words": (counts, [words.of(r.actors) for r in rows]),
        "v_words": (counts, [words.of(r.nouns) for r in rows]),
        "g_words": (counts, [words.of(r.weapons) for r in rows]),
        "p_words": (counts, [words.of([r.where.entry or ""]) for r in rows]),
        "t_words": (counts, [words.of([r.type]) for r in rows]),
        "d_first": (integer, [r.when.first for r in rows]),
        "d_last": (integer, [r.when.last for r in rows]),
        "d_other_first": (integer, [r.when.other_first for r in rows]),
        "d_other_last": (integer, [r.when.other_last for r in rows]),
        "d_month_day": (integer, [r.when.month_day for r in rows]),
        "d_report": (truth, [r.when.report for r in rows]),
        "d_published": (integer, [r.when.published for r in rows]),
        "d_firm": (truth, [r.when.firm for r in rows]),
        "d_implied": (truth, [r.when.implied for r in rows]),
        "d_told": (counts, [r.when.told for r in rows]),
        "d_past": (truth, [r.when.past for r in rows]),
        "p_entry": (text, [r.where.entry for r in rows]),
        "p_precision": (integer, [r.where.precision for r in rows]),
        "p_latitude": (number, [r.where.latitude for r in rows]),
        "p_longitude": (number, [r.where.longitude for r in rows]),
        "p_radius": (number, [r.where.radius for r in rows]),
        "p_country": (text, [r.where.country for r in rows]),
        "p_province": (text, [r.where.province for r in rows]),
        "p_district": (text, [r.where.district for r in rows]),
        "p_line": (truth, [r.where.line for r in rows]),
        "p_others": (many, [r.where.others for r in rows]),
        "t_type": (text, [r.type for r in rows]),
        "t_close": (many, [compatible().get(r.type, {}).get("close", ()) for r in rows]),
        "t_possible": (many, [compatible().get(r.type, {}).get("possible", ()) for r in rows]),
        "k_low": (integer, [r.killed.low for r in rows]),
        "k_best": (integer, [r.killed.best for r in rows]),
        "k_high": (integer, [r.killed.high for r in rows]),
        "k_numbers": (counts, [r.killed.numbers for r in rows]),
        "i_low": (integer, [r.injured.low for r in rows]),
        "i_best": (integer, [r.injured.best for r in rows]),
        "i_high": (integer, [r.injured.high for r in rows]),
        "i_numbers": (counts, [r.injured.numbers for r in rows]),
        "a_doers": (many, [r.parties.doers for r in rows]),
        "a_sufferers": (many, [r.parties.sufferers for r in rows]),
        "v_foreigners": (many, [r.parties.foreigners for r in rows]),
        "v_categories": (many, [r.parties.categories for r in rows]),
        "q_victims": (many, [r.persons.victims for r in rows]),
        "q_doers": (many, [r.persons.doers for r in rows]),
        "q_all_killed": (truth, [r.persons.all_killed for r in rows]),
        "q_ages": (counts, [r.persons.ages for r in rows]),
    }
    return pa.table({name: pa.array(values, kind) for name, (kind, values) in columns.items()})


def _area(row: Features) -> tuple[str, str]:
    """The province, else the country, by kind of telling."""
    return row.unit.mention.kind, row.where.province or row.where.country or "?"


def _struck(row: Features) -> int | None:
    """The day on which a telling says that its area was struck."""
    return row.when.first if row.when.first == row.when.last and not row.unit.mention.background else None


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


def weighed(rows: Table, common: Commons, words: Words, positions: Array) -> Table:
    """The rows at some positions as Splink is given them: words as codes (number times 16 plus bits), with the sums of their weights.

    The codes are of the words that at least two tellings share and that weigh something, the 60 rarest of them. `total` is the sum of
    the bits of all words, `cubes` that of their third powers, in which rare words outweigh many common ones.
    """
    import numpy as np
    import pyarrow as pa

    chosen = rows.take(pa.array(positions, pa.int64()))
    _, digest = words.known()
    made: dict[str, Any] = {"unique_id": pa.array(positions, pa.int32()), "p_busy": pa.array(common.busy[positions], pa.int32())}
    for kind in WORDED:
        owner, value = flat(chosen, f"{kind}_words")
        bits = common.bits[kind][value]
        made[f"{kind}_total"] = pa.array(np.bincount(owner, bits, len(chosen)).astype(np.int32))
        made[f"{kind}_cubes"] = pa.array(np.bincount(owner, bits**3, len(chosen)).astype(np.int32))
        shared = (common.counts[kind].sum(axis=1)[value] > 1) & (bits > 0)
        owner, value, bits = owner[shared], value[shared], bits[shared]
        if len(owner) and np.bincount(owner).max() > _MOST_WORDS:
            order = np.lexsort((digest[value], -bits, owner))
            owner, value, bits = (a[order] for a in (owner, value, bits))
            rank = np.arange(len(owner)) - np.searchsorted(owner, owner)
            owner, value, bits = (a[rank < _MOST_WORDS] for a in (owner, value, bits))
        offsets = np.searchsorted(owner, np.arange(len(chosen) + 1)).astype(np.int32)
        made[f"{kind}_codes"] = pa.ListArray.from_arrays(pa.array(offsets), pa.array((value * BITS + bits).astype(np.int32)))
    made |= {"p_rare": made["p_total"], "t_rare": made["t_total"]}
    for name in chosen.column_names:
        if not name.endswith("_words") and not name.startswith("x_"):
            made[name] = chosen.column(name)
    return pa.table(made)


def column(rows: Table, name: str) -> Array:
    """A column of truths or numbers as a numpy array; numbers that may be missing as floats with NaN."""
    import numpy as np

    found = rows.column(name)
    if str(found.type) == "bool" or name == "x_area":
        return found.to_numpy()
    return found.cast("float64").to_numpy().astype(np.float64)


def distinct(numbers: Array) -> Array:
    """The numbers, each once, sorted; for whole numbers faster than numpy's own."""
    import numpy as np

    ordered = np.sort(numbers)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


def held(some: Array, of: Array) -> Array:
    """Which of some numbers are among others, which are sorted."""
    import numpy as np

    if not len(of) or not len(some):
        return np.zeros(len(some), bool)
    return of[np.minimum(np.searchsorted(of, some), len(of) - 1)] == some


def flat(rows: Table, name: str, units: Array | None = None) -> tuple[Array, Array]:
    """Of a column of lists, the position of the row and the value of each item, in order; of all rows or of some, given sorted."""
    import numpy as np
    import pyarrow as pa

    lists = rows.column(name)
    lists = (lists if units is None else lists.take(pa.array(units, pa.int64()))).combine_chunks()
    lengths = np.asarray(lists.value_lengths()) if len(lists) else np.zeros(0, np.int64)
    return np.repeat(np.arange(len(lists)) if units is None else units, lengths), np.asarray(lists.flatten()).astype(np.int64)
