"""Columns: the features of units as a table, and the rows of it as Splink is given them.

One row a unit, in the order of the first members' ids. Column names begin with the letter of their comparison: d(ate), p(lace), t(ype),
k(illed), i(njured), a(ctors), v(ictims), q (persons), g(ear: weapons), n(ames), w(ords), r(eport), s(ame document); x is for blocking.
"""

from collections.abc import Sequence
from typing import Any

from thucydides.linking.arrays import Array, Table, flat
from thucydides.linking.buffers import arrow, lists
from thucydides.linking.commons import WORDED, Commons
from thucydides.linking.features import Features, is_vague
from thucydides.linking.keys import keys, parts, windows
from thucydides.linking.kinds import DEGREES, compatible, sort_of
from thucydides.linking.numbers import Numbers, Words, digest_of

BITS = 16
_MOST_WORDS = 60
_ABOUT = ("latitude", "longitude", "radius")


def table(rows: Sequence[Features], words: Words, numbers: Numbers) -> Table:
    """The features of the rows as columns, words and blocking keys as numbers."""
    import pyarrow as pa

    text, number, integer, truth, many, counts = "string", "double", "int32", "bool", "list string", "list int32"
    blocked = [keys(r) for r in rows]
    columns: dict[str, tuple[str, list[Any]]] = {
        "s_key": (text, [r.unit.members[0] for r in rows]),
        "s_document": (text, [r.unit.document for r in rows]),
        "s_apart": (many, [r.apart for r in rows]),
        "s_act": (truth, [r.unit.mention.kind == "act" for r in rows]),
        "s_text": (text, [r.unit.mention.document for r in rows]),
        "s_sort": (integer, [sort_of(r.unit.mention) for r in rows]),
        "s_main": (truth, [r.main for r in rows]),
        **{f"x_{rule}": (counts, [numbers.of(own[rule]) for own in blocked]) for rule in ("near", "broad", "facts", "spans")},
        "x_parts": (counts, [numbers.of(parts(r)) for r in rows]),
        "x_windows": (counts, [windows(r) for r in rows]),
        "x_vague": (truth, [is_vague(r) for r in rows]),
        "x_coarse": (truth, [r.where.province is None for r in rows]),
        "x_area": (integer, numbers.of(_area(r) for r in rows)),
        "x_struck": (integer, [_struck(r) for r in rows]),
        "x_digest": ("uint64", [digest_of(r.unit.members[0]) for r in rows]),
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
        "d_year": (truth, [r.when.year for r in rows]),
        "d_fresh": (truth, [r.when.fresh for r in rows]),
        "d_implied": (truth, [r.when.implied for r in rows]),
        "d_told": (counts, [r.when.told for r in rows]),
        "d_past": (truth, [r.when.past for r in rows]),
        "d_written": (truth, [r.when.written for r in rows]),
        "d_news": (truth, [r.when.news for r in rows]),
        "d_weekday": (integer, [r.when.weekday for r in rows]),
        "d_stretch": (truth, [r.when.stretch for r in rows]),
        "p_entry": (text, [r.where.entry for r in rows]),
        "p_precision": (integer, [r.where.precision for r in rows]),
        "p_latitude": (number, [r.where.latitude for r in rows]),
        "p_longitude": (number, [r.where.longitude for r in rows]),
        "p_radius": (number, [r.where.radius for r in rows]),
        "p_country": (text, [r.where.country for r in rows]),
        "p_name": (text, [r.where.name for r in rows]),
        "p_province": (text, [r.where.province for r in rows]),
        "p_district": (text, [r.where.district for r in rows]),
        "p_line": (truth, [r.where.line for r in rows]),
        **{f"p_about_{name}": (number, [r.where.about and r.where.about[n] for r in rows]) for n, name in enumerate(_ABOUT)},
        "p_others": (many, [r.where.others for r in rows]),
        "t_type": (text, [r.type for r in rows]),
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
        "q_dead": (many, [r.persons.dead for r in rows]),
        "q_doers": (many, [r.persons.doers for r in rows]),
        "q_all_killed": (truth, [r.persons.all_killed for r in rows]),
        "q_ages": (counts, [r.persons.ages for r in rows]),
    }
    return pa.table({name: arrow(values, kind) for name, (kind, values) in columns.items()})


def _area(row: Features) -> tuple[str, str]:
    """The province, else the country, by kind of telling."""
    return row.unit.mention.kind, row.where.province or row.where.country or "?"


def _struck(row: Features) -> int | None:
    """The day on which a telling says that its area was struck."""
    return row.when.first if row.when.first == row.when.last and not row.unit.mention.background else None


def weighed(rows: Table, common: Commons, words: Words, positions: Array) -> Table:
    """The rows at some positions as Splink is given them: words as codes (number times 16 plus bits), with the sums of their weights.

    The codes are of the words that at least two tellings share and that weigh something, the 60 rarest of them. `total` is the sum of
    the bits of all words, `cubes` that of their third powers, in which rare words outweigh many common ones.
    """
    import numpy as np
    import pyarrow as pa

    chosen = rows.take(arrow(positions, "int64"))
    _, digest = words.known()
    made: dict[str, Any] = {"unique_id": arrow(positions, "int32"), "p_busy": arrow(common.busy[positions], "int32")}
    for kind in WORDED:
        owner, value = flat(chosen, f"{kind}_words")
        bits = common.bits[kind][value]
        made[f"{kind}_total"] = arrow(np.bincount(owner, bits, len(chosen)), "int32")
        made[f"{kind}_cubes"] = arrow(np.bincount(owner, bits**3, len(chosen)), "int32")
        shared = (common.counts[kind].sum(axis=1)[value] > 1) & (bits > 0)
        owner, value, bits = owner[shared], value[shared], bits[shared]
        if len(owner) and np.bincount(owner).max() > _MOST_WORDS:
            order = np.lexsort((digest[value], -bits, owner))
            owner, value, bits = (a[order] for a in (owner, value, bits))
            rank = np.arange(len(owner)) - np.searchsorted(owner, owner)
            owner, value, bits = (a[rank < _MOST_WORDS] for a in (owner, value, bits))
        made[f"{kind}_codes"] = lists(np.bincount(owner, minlength=len(chosen)), arrow(value * BITS + bits, "int32"))
    made |= {"p_rare": made["p_total"], "t_rare": made["t_total"], **_told_for(chosen.column("t_type"))}
    for name in chosen.column_names:
        if not name.endswith("_words") and not name.startswith("x_"):
            made[name] = chosen.column(name)
    return pa.table(made)


def _told_for(types: Any) -> dict[str, Any]:
    """For a column of types those that each can be told for, by degree."""
    met = types.combine_chunks().dictionary_encode()
    others = [compatible().get(one, {}) for one in met.dictionary.to_pylist()]
    return {f"t_{degree}": arrow([some.get(degree, ()) for some in others], "list string").take(met.indices) for degree in DEGREES}
