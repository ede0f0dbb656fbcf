"""Discrepancies: claims that cannot all hold, by kind, each with the likeliest reason; one module a kind.

A finder takes one incident, or the whole scene, and gives discrepancies without ids; ids come from the incident, attribute and kind,
so that they stay the same when other incidents change. Sorted by id; `weight` ranks them by what they change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain
from typing import Any

from msgspec.structs import replace

from thucydides.nouns import Discrepancy
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies import method
from thucydides.reconciling.discrepancies.common import Scene, Side, Single

OF_ONE = (
    "value", "silence", "date", "place", "method", "nature", "whom", "each_side", "denied", "responsibility", "part_whole", "two_incidents",
)  # fmt: skip
"""What is looked for in each incident by itself."""
OF_MANY = ("aggregate", "incidents", "window", "unit", "stale_summary")
"""What is looked for in all of a record."""
_MOST_NAMED = 3


def of_one(one: Assessed, doubts: frozenset[frozenset[str]]) -> tuple[Discrepancy, ...]:
    """The discrepancies of one incident, without ids; `doubts` are the pairs of its mentions that likely tell of two."""
    scene = Single(one, doubts)
    return tuple(d for name in OF_ONE for d in _finder(name)(scene))


def find_discrepancies(
    scene: Scene, own: Mapping[str, Sequence[Discrepancy]], doubts: Mapping[str, frozenset[frozenset[str]]]
) -> tuple[Discrepancy, ...]:
    """Every discrepancy of a record; `own` are those that each incident has by itself, `doubts` the pairs of mentions likely of two."""
    means = {i: _of_means(scene, i, summed_up, doubts.get(i, frozenset())) for i, summed_up in method.counted(scene) if i in own}
    alone = (d for i, some in own.items() for d in (some if i not in means else [*(d for d in some if d.kind != "method"), *means[i]]))
    found = _merged(chain(alone, (d for name in OF_MANY for d in _finder(name)(scene))))
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


def _of_means(scene: Scene, incident: str, summed_up: Sequence[tuple[str, Side]], doubts: frozenset[frozenset[str]]) -> list[Discrepancy]:
    """The discrepancies of method of an incident that counts take in."""
    return list(method.find(Single(scene.incidents[incident], doubts), summed_up, scene.context))


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


def _finder(name: str) -> Callable[[Any], Iterator[Discrepancy]]:
    finder: Callable[[Any], Iterator[Discrepancy]] = import_module(f"thucydides.reconciling.discrepancies.{name}").find
    return finder


__all__ = ["OF_MANY", "OF_ONE", "Scene", "find_discrepancies", "of_one"]
