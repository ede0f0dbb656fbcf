"""Discrepancies: claims that cannot all hold, by kind, each with the likeliest reason; one module a kind.

A finder takes the whole scene and gives discrepancies without ids; ids come from the incident, attribute and kind, so that they
stay the same when other incidents change. Sorted by id; `weight` ranks them by what they change.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from msgspec.structs import replace

from thucydides.nouns import Discrepancy
from thucydides.reconciling.discrepancies.common import Scene

FINDERS = (
    "value",
    "silence",
    "date",
    "place",
    "method",
    "responsibility",
    "part_whole",
    "aggregate",
    "incidents",
    "two_incidents",
    "window",
    "unit",
    "stale_summary",
)
_MOST_NAMED = 3


def find_discrepancies(scene: Scene) -> tuple[Discrepancy, ...]:
    """Every discrepancy of a record."""
    found = _merged(d for name in FINDERS for d in _finder(name)(scene))
    taken: dict[str, int] = {}
    result = []
    for one in sorted(found, key=_order):
        where = "+".join(one.incidents[:_MOST_NAMED]) + (
            f"+{len(one.incidents) - _MOST_NAMED}" if len(one.incidents) > _MOST_NAMED else ""
        )
        stem = f"{where or 'record'}:{one.attribute.replace(' ', '-')}:{one.kind.replace(' ', '-')}"
        taken[stem] = taken.get(stem, 0) + 1
        result.append(replace(one, id=stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"))
    return tuple(sorted(result, key=lambda d: d.id))


def _merged(found: Iterable[Discrepancy]) -> list[Discrepancy]:
    """Discrepancies that say the same of the same incidents as one, with the sides of all."""
    same: dict[tuple[object, ...], Discrepancy] = {}
    for one in found:
        key = (one.kind, one.attribute, one.incidents, one.explanation)
        values = dict.fromkeys((*same[key].values, *one.values)) if key in same else one.values
        same[key] = replace(one, values=tuple(sorted(values, key=lambda v: (v.value, v.passage, v.source))))
    return list(same.values())


def _order(one: Discrepancy) -> tuple[object, ...]:
    return one.incidents, one.attribute, one.kind, -one.weight, [(v.value, v.passage, v.source) for v in one.values]


def _finder(name: str) -> Callable[[Scene], Iterator[Discrepancy]]:
    finder: Callable[[Scene], Iterator[Discrepancy]] = import_module(f"thucydides.reconciling.discrepancies.{name}").find
    return finder


__all__ = ["FINDERS", "Scene", "find_discrepancies"]
