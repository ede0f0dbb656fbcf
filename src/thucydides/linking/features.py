"""Features: what the comparisons read of each unit, and the columns that Splink is given.

One row a unit, in the order of the units; `unique_id` is the position. Column names begin with the letter of their comparison: d(ate),
p(lace), t(ype), k(illed), i(njured), a(ctors), v(ictims), g(ear: weapons), n(ames), w(ords), r(eport), s(ame
document).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from thucydides.linking.counts import Counted, counted
from thucydides.linking.folding import fold
from thucydides.linking.kinds import compatible
from thucydides.linking.parties import Parties, parties
from thucydides.linking.times import When, when
from thucydides.linking.unit import Unit
from thucydides.linking.whereabouts import Where, where
from thucydides.linking.words import Worded, content_words, name_words, rarity, report_words, usual_word, weigh
from thucydides.nouns import Claim, Document


class Features(Struct, frozen=True):
    """Everything that is compared of one unit."""

    unit: Unit
    when: When
    where: Where
    killed: Counted
    injured: Counted
    parties: Parties
    type: str
    names: Worded
    words: Worded
    actors: Worded
    nouns: Worded
    weapons: Worded
    rare_place: int
    rare_type: int
    report: Worded = Worded()
    apart: tuple[int, ...] = ()


_USUAL_ACTOR, _USUAL_NOUN, _USUAL_WEAPON, _USUAL_PLACE, _USUAL_TYPE = 5.0, 4.0, 2.5, 8.0, 2.5
"""Bits of an actor, a noun for victims, a weapon, a place and a type in conflict news at large (reasoned)."""


def features(units: Sequence[Unit], claims: Iterable[Claim] = (), documents: Iterable[Document] = ()) -> tuple[Features, ...]:
    """The features of each unit, words weighed against all the units."""
    said: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.quantity is not None:
            for mention in claim.mentions:
                said[mention].append(claim)
    at = {member: n for n, unit in enumerate(units) for member in unit.members}
    apart = told_apart(units, at)
    places = [where(u) for u in units]
    sides = [parties(u, p.country) for u, p in zip(units, places, strict=True)]
    types = [fold(u.mention.type) for u in units]
    names = weigh([name_words(u) for u in units], usual_word)
    words = weigh([content_words(u) for u in units], usual_word)
    actors = weigh([frozenset(s.named) for s in sides], lambda _: _USUAL_ACTOR)
    nouns = weigh([frozenset(s.groups) for s in sides], lambda _: _USUAL_NOUN)
    weapons = weigh([frozenset(fold(name) for name, _ in u.mention.weapons) for u in units], lambda _: _USUAL_WEAPON)
    reports = _reports(units, {d.id: d for d in documents})
    entries, kinds = Counter(p.entry for p in places), Counter(types)
    return tuple(
        Features(
            unit, when(unit), places[n], counted(unit, "killed", own), counted(unit, "injured", own), sides[n], types[n], names[n],
            words[n], actors[n], nouns[n], weapons[n], rarity(entries[places[n].entry], len(units), _USUAL_PLACE),
            rarity(kinds[types[n]], len(units), _USUAL_TYPE), reports[n], apart[n],
        )
        for n, unit in enumerate(units) for own in [said.get(unit.mention.id, ())]
    )  # fmt: skip


_FEW_TOLD = 2


def _reports(units: Sequence[Unit], documents: Mapping[str, Document]) -> tuple[Worded, ...]:
    """For the main matter of each report, the words of the whole report; nothing for what it tells besides (`link.report.main`), nor for
    a report that tells of several incidents, whose words are about all of them.
    """
    told = Counter((u.document, u.mention.kind) for u in units if not u.mention.background)
    main: dict[tuple[str, str], tuple[int, int, int]] = {}
    for n, unit in enumerate(units):
        if not unit.mention.background and told[unit.document, unit.mention.kind] <= _FEW_TOLD:
            first = min((p.start for p in unit.mention.passages), default=0)
            key, rank = (unit.document, unit.mention.kind), (-len(unit.mention.passages), first, n)
            main[key] = min(main.get(key, rank), rank)
    chosen = [n for _, _, n in sorted(main.values(), key=lambda rank: rank[2])]
    weighed = weigh([report_words(documents.get(units[n].mention.document)) for n in chosen], usual_word)
    found = dict(zip(chosen, weighed, strict=True))
    return tuple(found.get(n, Worded()) for n in range(len(units)))


def told_apart(units: Sequence[Unit], at: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    """For each unit, the units that a text tells as different from it (`link.document.told-apart`), both ways, sorted."""
    found: list[set[int]] = [set() for _ in units]
    for n, unit in enumerate(units):
        for other in unit.mention.distinct_from:
            if (m := at.get(other, n)) != n:
                found[n].add(m)
                found[m].add(n)
    return tuple(tuple(sorted(others)) for others in found)


def table(rows: Sequence[Features], keys: Mapping[str, Sequence[Sequence[int]]]) -> Any:
    """The rows as a pyarrow table, with a column of numbers for each kind of blocking key."""
    import pyarrow as pa

    text, number, integer = pa.string(), pa.float64(), pa.int32()
    many, numbers = pa.list_(pa.string()), pa.list_(integer)
    columns: dict[str, tuple[Any, list[Any]]] = {
        "unique_id": (integer, list(range(len(rows)))),
        **{name: (numbers, list(own)) for name, own in keys.items()},
        "vague": (pa.bool_(), [is_vague(r) for r in rows]),
        "coarse": (pa.bool_(), [r.where.province is None for r in rows]),
        "d_first": (integer, [r.when.first for r in rows]),
        "d_last": (integer, [r.when.last for r in rows]),
        "d_other_first": (integer, [r.when.other_first for r in rows]),
        "d_other_last": (integer, [r.when.other_last for r in rows]),
        "d_month_day": (integer, [r.when.month_day for r in rows]),
        "d_report": (pa.bool_(), [r.when.report for r in rows]),
        "d_published": (integer, [r.when.published for r in rows]),
        "d_firm": (pa.bool_(), [r.when.firm for r in rows]),
        "d_past": (pa.bool_(), [r.when.past for r in rows]),
        "p_entry": (text, [r.where.entry for r in rows]),
        "p_precision": (integer, [r.where.precision for r in rows]),
        "p_latitude": (number, [r.where.latitude for r in rows]),
        "p_longitude": (number, [r.where.longitude for r in rows]),
        "p_radius": (number, [r.where.radius for r in rows]),
        "p_country": (text, [r.where.country for r in rows]),
        "p_province": (text, [r.where.province for r in rows]),
        "p_district": (text, [r.where.district for r in rows]),
        "p_line": (pa.bool_(), [r.where.line for r in rows]),
        "p_rare": (integer, [r.rare_place for r in rows]),
        "p_others": (many, [r.where.others for r in rows]),
        "t_type": (text, [r.type for r in rows]),
        "t_rare": (integer, [r.rare_type for r in rows]),
        "t_close": (many, [compatible().get(r.type, {}).get("close", ()) for r in rows]),
        "t_possible": (many, [compatible().get(r.type, {}).get("possible", ()) for r in rows]),
        "k_low": (integer, [r.killed.low for r in rows]),
        "k_best": (integer, [r.killed.best for r in rows]),
        "k_high": (integer, [r.killed.high for r in rows]),
        "k_numbers": (numbers, [r.killed.numbers for r in rows]),
        "i_low": (integer, [r.injured.low for r in rows]),
        "i_best": (integer, [r.injured.best for r in rows]),
        "i_high": (integer, [r.injured.high for r in rows]),
        "i_numbers": (numbers, [r.injured.numbers for r in rows]),
        "a_doers": (many, [r.parties.doers for r in rows]),
        "a_sufferers": (many, [r.parties.sufferers for r in rows]),
        "a_codes": (numbers, [r.actors.codes for r in rows]),
        "a_total": (integer, [r.actors.total for r in rows]),
        "v_foreigners": (many, [r.parties.foreigners for r in rows]),
        "v_categories": (many, [r.parties.categories for r in rows]),
        "v_codes": (numbers, [r.nouns.codes for r in rows]),
        "v_total": (integer, [r.nouns.total for r in rows]),
        "g_codes": (numbers, [r.weapons.codes for r in rows]),
        "g_total": (integer, [r.weapons.total for r in rows]),
        "n_codes": (numbers, [r.names.codes for r in rows]),
        "n_total": (integer, [r.names.total for r in rows]),
        "w_codes": (numbers, [r.words.codes for r in rows]),
        "w_total": (integer, [r.words.total for r in rows]),
        "w_cubes": (integer, [r.words.cubes for r in rows]),
        "r_codes": (numbers, [r.report.codes for r in rows]),
        "r_cubes": (integer, [r.report.cubes for r in rows]),
        "s_document": (text, [r.unit.document for r in rows]),
        "s_apart": (numbers, [r.apart for r in rows]),
    }
    return pa.table({name: pa.array(values, kind) for name, (kind, values) in columns.items()})


def is_vague(row: Features) -> bool:
    """Does a mention say its day no closer than a week, or not at all?"""
    return row.when.first is None or row.when.last is None or row.when.last - row.when.first > 6
