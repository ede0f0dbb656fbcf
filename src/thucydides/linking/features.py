"""Features: what the comparisons read of each unit, and the columns that Splink is given.

One row a unit, in the order of the units; `unique_id` is the position. Column names begin with the letter of their comparison: d(ate),
p(lace), t(ype), k(illed), i(njured), a(ctors), v(ictims), g(ear: weapons), n(ames), w(ords), r(eport), s(ame
document).
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
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
    busy: int = 0
    main: bool = False
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
    mains = main_matters(units)
    places = [where(u) for u in units]
    times = [when(u) for u in units]
    sides = [parties(u, p.country) for u, p in zip(units, places, strict=True)]
    types = [fold(u.mention.type) for u in units]
    whole = _of_report(units, mains)
    names = weigh([_joined(name_words, n, units, whole) for n in range(len(units))], usual_word)
    words = weigh([_joined(content_words, n, units, whole) for n in range(len(units))], usual_word)
    actors = weigh([frozenset(s.named) for s in sides], lambda _: _USUAL_ACTOR)
    nouns = weigh([frozenset(s.groups) for s in sides], lambda _: _USUAL_NOUN)
    weapons = weigh([frozenset(fold(name) for name, _ in u.mention.weapons) for u in units], lambda _: _USUAL_WEAPON)
    chief = frozenset(mains)
    busy = busy_days(units, times, places)
    reports = _reports(units, mains, {d.id: d for d in documents})
    entries, kinds = Counter(p.entry for p in places), Counter(types)
    return tuple(
        Features(
            unit, times[n], places[n], counted(unit, "killed", own), counted(unit, "injured", own), sides[n], types[n], names[n],
            words[n], actors[n], nouns[n], weapons[n], rarity(entries[places[n].entry], len(units), _USUAL_PLACE),
            rarity(kinds[types[n]], len(units), _USUAL_TYPE), busy[n],
            n in chief, reports[n], apart[n],
        )
        for n, unit in enumerate(units) for own in [said.get(unit.mention.id, ())]
    )  # fmt: skip


_MAIN_SHARE = 0.4
"""A report is about one incident mainly where so much of what it tells is of that one."""


def main_matters(units: Sequence[Unit]) -> tuple[int, ...]:
    """The positions of the units that are what their reports are mainly about (`link.report.main`), sorted.

    A report that tells of several incidents alike has none.
    """
    told: Counter[tuple[str, str]] = Counter()
    main: dict[tuple[str, str], tuple[int, int, int]] = {}
    for n, unit in enumerate(units):
        key = (unit.document, unit.mention.kind)
        told[key] += len(unit.mention.passages)
        if not unit.mention.background:
            first = min((p.start for p in unit.mention.passages), default=0)
            rank = (-len(unit.mention.passages), first, n)
            main[key] = min(main.get(key, rank), rank)
    return tuple(sorted(rank[2] for key, rank in main.items() if -rank[0] >= _MAIN_SHARE * told[key]))


def _of_report(units: Sequence[Unit], mains: Sequence[int]) -> Mapping[int, Sequence[int]]:
    """For each main matter all that its report tells."""
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        told[unit.document, unit.mention.kind].append(n)
    return {n: told[units[n].document, units[n].mention.kind] for n in mains}


def _joined(of: Callable[[Unit], frozenset[str]], n: int, units: Sequence[Unit], whole: Mapping[int, Sequence[int]]) -> frozenset[str]:
    """The words of a unit; of a main matter those of all that its report tells."""
    return frozenset().union(*(of(units[m]) for m in whole.get(n, (n,))))


def _reports(units: Sequence[Unit], mains: Sequence[int], documents: Mapping[str, Document]) -> tuple[Worded, ...]:
    """For the main matter of each report, the words of the whole report; nothing for what it tells besides."""
    weighed = weigh([report_words(documents.get(units[n].mention.document)) for n in mains], usual_word)
    found = dict(zip(mains, weighed, strict=True))
    return tuple(found.get(n, Worded()) for n in range(len(units)))


_AROUND = 30


def busy_days(units: Sequence[Unit], times: Sequence[When], places: Sequence[Where]) -> tuple[int, ...]:
    """For each unit, on how many other days of the month before and after its area is told to have been struck (`link.date.busy`).

    The area is the province, else the country; the day is the one said, else that of publication.
    """
    areas = [p.province or p.country or "?" for p in places]
    struck: dict[tuple[str, str], list[int]] = defaultdict(list)
    days = [t.first if t.first is not None and t.first == t.last else None for t in times]
    for unit, area, day in zip(units, areas, days, strict=True):
        if day is not None and not unit.mention.background:
            struck[unit.mention.kind, area].append(day)
    sorted_days = {key: sorted(set(found)) for key, found in struck.items()}
    found = []
    for unit, area, time in zip(units, areas, times, strict=True):
        day = time.last if time.last is not None else time.published
        near = sorted_days.get((unit.mention.kind, area), [])
        if day is None:
            found.append(0)
            continue
        among = bisect_right(near, day + _AROUND) - bisect_left(near, day - _AROUND)
        found.append(among - (bisect_left(near, day) < bisect_right(near, day)))
    return tuple(found)


def told_apart(units: Sequence[Unit], at: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    """For each unit, the units that a text tells as different from it (`link.document.told-apart`), both ways, sorted."""
    found: list[set[int]] = [set() for _ in units]
    for n, unit in enumerate(units):
        for other in unit.mention.distinct_from:
            if (m := at.get(other, n)) != n:
                found[n].add(m)
                found[m].add(n)
    return tuple(tuple(sorted(others)) for others in found)


def table(rows: Sequence[Features], keys: Mapping[str, Sequence[Sequence[int]]], positions: Sequence[int]) -> Any:
    """The rows as a pyarrow table, with their `positions` and a column of numbers for each kind of blocking key."""
    import pyarrow as pa

    text, number, integer = pa.string(), pa.float64(), pa.int32()
    many, numbers = pa.list_(pa.string()), pa.list_(integer)
    columns: dict[str, tuple[Any, list[Any]]] = {
        "unique_id": (integer, list(positions)),
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
        "p_busy": (integer, [r.busy for r in rows]),
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
