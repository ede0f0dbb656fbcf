"""Keys: what a mention must share with another for the two to be worth comparing; they depend on nothing but the mention."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from thucydides.linking.features import Features

_WINDOW = 6
_MOST_MONTHS = 3

Key = tuple[str | int, ...]


def keys(row: Features) -> Mapping[str, list[Key]]:
    """The keys of one unit for each blocking rule (`link.block.*`), each with whether it holds only for want of a finer one.

    `near` in time and province or toll, near in time and `broad` areas for a telling that names no closer one, the same `facts`, and
    what lies in the `spans` of vague tellings. A key begins with whether another rule holds the same pairs closer together.
    """
    return {
        "near": [(False, *key) for key in dict.fromkeys(_near(row))],
        "broad": [(False, *key) for key in dict.fromkeys(_broad(row))],
        "facts": [(key[1] == "killed-month", *key) for key in dict.fromkeys(_facts(row))],
        "spans": [(key[1] == "month-area" and "/" not in str(key[-1]), *key) for key in dict.fromkeys(_spans(row))],
    }


def parts(row: Features) -> Iterator[Key]:
    """What too common keys are made finer by: the toll and type, the place and day; of a telling with neither, the type."""
    if row.killed.best is not None:
        yield ("killed", row.killed.best, row.type)
    if row.where.entry is not None:
        yield ("entry", row.where.entry, row.when.first or 0)
    if row.killed.best is None and row.where.entry is None:
        yield ("type", row.type)


def _near(row: Features) -> Iterator[Key]:
    kind = row.unit.mention.kind
    for window in windows(row):
        if row.where.province is not None:
            yield (kind, "window-province", window, row.where.province)
        if row.killed.best:
            yield (kind, "window-killed", window, row.killed.best, row.type)


def _broad(row: Features) -> Iterator[Key]:
    for window in windows(row):
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


def _spans(row: Features) -> Iterator[Key]:
    kind = row.unit.mention.kind
    for area in _areas(row):
        for month in _months(row):
            yield (kind, "month-area", month, area)
        if not _months(row):
            yield (kind, "area-type", area, row.type)


def _areas(row: Features) -> list[str]:
    return [a for a in (row.where.province, row.where.country) if a is not None] or ["?"]


def windows(row: Features) -> list[int]:
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


def _months(row: Features) -> tuple[int, ...]:
    """The months, counted from year 0, that the days said touch; none where they touch more than three."""
    if row.when.first is None or row.when.last is None:
        return ()
    return _months_of(row.when.first, row.when.last)


@lru_cache(maxsize=10_000)
def _months_of(first: int, last: int) -> tuple[int, ...]:
    one, other = (d.year * 12 + d.month for d in map(date.fromordinal, (first, last)))
    return tuple(range(one, other + 1)) if other - one < _MOST_MONTHS else ()
