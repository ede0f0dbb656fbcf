"""Blocking: which pairs are worth comparing, as keys that the two mentions of a pair must share.

Invariants: the keys depend on what is said, never on the order given; no key is held by more than `_LARGEST` units, so that the number of
pairs grows with the number of units; in a small record (`_COMPARE_ALL` units or fewer) every pair is compared.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date

from thucydides.linking.features import Features
from thucydides.linking.words import Worded

_COMPARE_ALL = 300
_LARGEST = 60
_FEW = 15
_RAREST = 10
_WINDOW = 6
_MOST_MONTHS = 3

Key = tuple[str | int, ...]
Keys = Mapping[str, tuple[tuple[int, ...], ...]]


def blocking_rules(impossible_days: int) -> Mapping[str, str]:
    """The column of keys and the SQL condition of each blocking rule; only what is rare joins days that lie far apart."""
    gap = "apart(l.d_first, l.d_last, r.d_first, r.d_last)"
    return {
        "near": f"l.near = r.near AND coalesce({gap} <= 3, true)",
        "broad": f"l.broad = r.broad AND coalesce({gap} <= 3, true) AND (l.coarse OR r.coarse)",
        "facts": f"l.facts = r.facts AND coalesce({gap} <= {impossible_days}, true)",
        "rare": "l.rare = r.rare",
        "spans": "l.spans = r.spans AND (l.vague OR r.vague)",
    }


def block(rows: Sequence[Features]) -> Keys:
    """For each blocking rule the keys of each unit (`link.block.*`).

    `near` in time and province or toll, near in time and `broad` areas for a telling that names no closer one, the same `facts`, the same
    `rare` names and words, and what lies in the `spans` of vague tellings. Too common keys are made finer, and cut into runs at last.
    """
    if len(rows) <= _COMPARE_ALL:
        kinds = {"incident": 0, "act": 1}
        nothing = tuple(() for _ in rows)
        every = tuple((kinds[r.unit.mention.kind],) for r in rows)
        return {"near": nothing, "broad": nothing, "facts": nothing, "rare": every, "spans": nothing}
    return {
        "near": _numbered(_bounded(rows, [list(dict.fromkeys(_near(r))) for r in rows], _LARGEST)),
        "broad": _numbered(_bounded(rows, [list(dict.fromkeys(_broad(r))) for r in rows], _LARGEST * 4)),
        "facts": _numbered(_bounded(rows, [list(dict.fromkeys(_facts(r))) for r in rows], _LARGEST)),
        "rare": _numbered(_rare(rows)),
        "spans": _numbered(_bounded(rows, [list(dict.fromkeys(_spans(r))) for r in rows], _LARGEST * 4)),
    }


def _near(row: Features) -> Iterator[Key]:
    kind = row.unit.mention.kind
    for window in _windows(row):
        if row.where.province is not None:
            yield (kind, "window-province", window, row.where.province)
        if row.killed.best:
            yield (kind, "window-killed", window, row.killed.best, row.type)


def _broad(row: Features) -> Iterator[Key]:
    for window in _windows(row):
        yield (row.unit.mention.kind, "window-country", window, row.where.country or "?")


def _facts(row: Features) -> Iterator[Key]:
    kind, areas = row.unit.mention.kind, _areas(row)
    if row.when.month_day is not None:
        for area in areas:
            yield (kind, "month-day", row.when.month_day, area)
    if row.killed.best is not None and row.killed.best >= 2:
        for area in areas:
            yield (kind, "killed", row.killed.best, row.injured.best if row.injured.best is not None else "?", area)
            yield (kind, "killed-month", row.killed.best, area, *_months(row)[:1])
    if row.where.entry is not None and (row.where.precision or 9) <= 3:
        for month in _months(row) or ("?",):
            yield (kind, "place-month", row.where.entry, month)


def _rare(rows: Sequence[Features]) -> list[list[Key]]:
    """The rarest names and words of each unit that at least one other of its kind has, and not many others."""
    kinds: dict[str, Callable[[Features], Worded]] = {"name": lambda r: r.names, "word": lambda r: r.words, "report": lambda r: r.report}
    keys: list[list[Key]] = [[] for _ in rows]
    for name, worded in kinds.items():
        counts = Counter((r.unit.mention.kind, c) for r in rows for c in worded(r).codes)
        for own, row in zip(keys, rows, strict=True):
            kind = row.unit.mention.kind
            rare = sorted((n, c) for c in worded(row).codes if 1 < (n := counts[kind, c]) <= _FEW)
            own.extend((kind, name, c) for _, c in rare[:_RAREST])
    return keys


def _spans(row: Features) -> Iterator[Key]:
    kind = row.unit.mention.kind
    for area in _areas(row):
        for month in _months(row):
            yield (kind, "month-area", month, area)
        if not _months(row):
            yield (kind, "area-type", area, row.type)


def _areas(row: Features) -> list[str]:
    return [a for a in (row.where.province, row.where.country) if a is not None] or ["?"]


def _windows(row: Features) -> list[int]:
    """Numbers of the overlapping six-day windows that hold the day said, or the day of publication of a telling without a day."""
    if row.when.first is not None and row.when.last is not None:
        if row.when.last - row.when.first > _WINDOW:
            return []
        days = {row.when.first - (3 if row.when.report else 0), row.when.last}
    elif row.when.published is not None and not row.when.past and row.when.month_day is None:
        days = {row.when.published, row.when.published - 3}
    else:
        return []
    half = _WINDOW // 2
    return sorted({2 * (d // _WINDOW) for d in days} | {2 * ((d + half) // _WINDOW) + 1 for d in days})


def _months(row: Features) -> list[int]:
    """The months, counted from year 0, that the days said touch; none where they touch more than three."""
    if row.when.first is None or row.when.last is None:
        return []
    first, last = (d.year * 12 + d.month for d in map(date.fromordinal, (row.when.first, row.when.last)))
    return list(range(first, last + 1)) if last - first < _MOST_MONTHS else []


def _bounded(rows: Sequence[Features], keys: Sequence[Sequence[Key]], largest: int) -> list[list[Key]]:
    """The keys with those held by more than `largest` units made finer: by toll, place and type, then cut into overlapping runs."""
    holders: dict[Key, list[int]] = defaultdict(list)
    for n, own in enumerate(keys):
        for key in own:
            holders[key].append(n)
    bounded: list[list[Key]] = [[] for _ in rows]
    for key, units in holders.items():
        if 1 < len(units) <= largest:
            for n in units:
                bounded[n].append(key)
        elif len(units) > largest and not _has_finer(key):
            for part, members in _finer(rows, units):
                for n, run in _runs(members, largest):
                    bounded[n].append((*key, *part, run))
    return bounded


def _has_finer(key: Key) -> bool:
    """Is there another rule that holds the same pairs closer together, so that a too common key of this one may be dropped?"""
    return key[1] == "killed-month" or (key[1] == "month-area" and "/" not in str(key[-1]))


def _finer(rows: Sequence[Features], units: Sequence[int]) -> Iterator[tuple[Key, list[int]]]:
    groups: dict[Key, list[int]] = defaultdict(list)
    for n in units:
        row = rows[n]
        if row.killed.best is not None:
            groups[("killed", row.killed.best, row.type)].append(n)
        if row.where.entry is not None:
            groups[("entry", row.where.entry, row.when.first or 0)].append(n)
        if row.killed.best is None and row.where.entry is None:
            groups[("type", row.type)].append(n)
    for part, members in groups.items():
        if len(members) > 1:
            members.sort(key=lambda n: (rows[n].when.first or 0, rows[n].killed.best or 0, rows[n].where.entry or "", n))
            yield part, members


def _runs(members: Sequence[int], largest: int) -> Iterable[tuple[int, int]]:
    """(unit, run) with runs of at most `largest` that overlap by half; one run where all fit."""
    if len(members) <= largest:
        return [(n, 0) for n in members]
    half = largest // 2
    return [(n, run) for at, n in enumerate(members) for run in (at // half, at // half + 1)]


def _numbered(keys: Sequence[Sequence[Key]]) -> tuple[tuple[int, ...], ...]:
    numbers: dict[Key, int] = {}
    return tuple(tuple(numbers.setdefault(key, len(numbers)) for key in own) for own in keys)
