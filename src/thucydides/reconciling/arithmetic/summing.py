"""Summing: the tightest ranges of many incidents together: by month, by group of people, by side, and of the whole record.

Rule `range.sum`: the least is the sum of what each incident surely had, the most the sum of what each may have had, open where one is
open; an incident that may fall into several months adds nothing to the least of any of them. What a count over many leaves room for in one
incident closes no open end of a sum: several incidents share that room. Incidents of which nobody gives a
number are in no sum.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from thucydides.nouns import Range
from thucydides.nouns.range import Scope
from thucydides.reconciling.arithmetic.ranging import Bounds, Caps, Ends, tight
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.groups import EVERYBODY, GroupKey, group_key, holds
from thucydides.reconciling.words import OUTCOMES

MOST_MONTHS = 12
"""Months that one incident may fall into; one that may fall into more is of no month."""


class Summand(Struct, frozen=True):
    """What one incident gives to the sums: the months into which it may fall, and by outcome the bounds of its groups and of which side
    those of a side are.
    """

    months: tuple[str, ...]
    bounds: dict[str, tuple[tuple[GroupKey, Ends], ...]]
    sides: dict[str, tuple[tuple[str, GroupKey], ...]]


def summand(one: Assessed) -> Summand:
    """What an incident gives to the sums."""
    bounds = {o: tuple(found.bounds.items()) for o, found in one.ranges.items()}
    return Summand(months_of(one), bounds, {o: tuple(_sides(one, o, found.bounds)) for o, found in one.ranges.items()})


def summed(terms: Iterable[tuple[str, Summand]], known: Mapping[str, Sequence[GroupKey]], capped: Caps) -> tuple[Range, ...]:
    """The sums of incidents by id, by scope, key and outcome; `known` are the groups that the record tells of."""
    cells: dict[tuple[Scope, str, str], list[Ends]] = {}
    wanted = {outcome: tuple(keys) for outcome, keys in known.items()}
    for incident, one in terms:
        for outcome in OUTCOMES:
            if outcome not in one.bounds:
                continue
            told = dict(one.bounds[outcome])
            closer = tight(incident, outcome, told, capped)
            ranges = {key: (low, high if told[key][1] is not None else None) for key, (low, high) in closer.items()}
            total = ranges[EVERYBODY]
            cells.setdefault(("record", "", outcome), []).append(total)
            for month in one.months:
                cells.setdefault(("month", month, outcome), []).append(total if len(one.months) == 1 else (0, total[1]))
            for key, ends in _groups(ranges, wanted.get(outcome, ())):
                cells.setdefault(("group", f"{key[1]} {key[0]}".strip(), outcome), []).append(ends)
            for side, ends in _added(one.sides[outcome], ranges):
                cells.setdefault(("side", side, outcome), []).append(ends)
    return tuple(
        Range(scope, key, outcome, "", sum(low for low, _ in ends), _sum([high for _, high in ends]))
        for (scope, key, outcome), ends in sorted(cells.items())
    )


def groups_known(terms: Iterable[Summand]) -> dict[str, list[GroupKey]]:
    """The groups that incidents tell of, by outcome."""
    found: dict[str, set[GroupKey]] = {outcome: set() for outcome in OUTCOMES}
    for one in terms:
        for outcome, bounds in one.bounds.items():
            found[outcome].update(key for key, _ in bounds if key[0])
    return {outcome: sorted(keys) for outcome, keys in found.items()}


def _groups(ranges: Bounds, known: tuple[GroupKey, ...]) -> Iterator[tuple[GroupKey, Ends]]:
    """Each group of the record that an incident's own groups belong to, with what they give it."""
    for wanted, parts in _holders(tuple(ranges), known):
        yield wanted, ranges[wanted] if parts == (wanted,) else (sum(ranges[k][0] for k in parts), ranges[EVERYBODY][1])


@lru_cache(maxsize=1 << 12)
def _holders(told: tuple[GroupKey, ...], known: tuple[GroupKey, ...]) -> tuple[tuple[GroupKey, tuple[GroupKey, ...]], ...]:
    """Each group of the record that some groups belong to, with the largest of these; itself where it is one of them."""
    found: list[tuple[GroupKey, tuple[GroupKey, ...]]] = []
    for wanted in known:
        inside = [wanted] if wanted in told else [k for k in told if k != EVERYBODY and holds(wanted, k)]
        if largest := tuple(k for k in inside if not any(o != k and holds(o, k) for o in inside)):
            found.append((wanted, largest))
    return tuple(found)


def _sides(one: Assessed, outcome: str, bounds: Bounds) -> Iterator[tuple[str, GroupKey]]:
    """The groups of an incident that are of a party, each with its party."""
    for group in one.groups(outcome):
        key = group_key(group.group, group.category, group.nationality)
        if group.side and key in bounds:
            yield group.side, key


def _added(sides: Iterable[tuple[str, GroupKey]], ranges: Bounds) -> Iterator[tuple[str, Ends]]:
    """Each party that groups of an incident are of, with their ranges added up."""
    found: dict[str, list[Ends]] = {}
    for side, key in sides:
        found.setdefault(side, []).append(ranges[key])
    for side, ends in sorted(found.items()):
        yield side, (sum(low for low, _ in ends), _sum([high for _, high in ends]))


def _sum(tops: Sequence[int | None]) -> int | None:
    return None if None in tops else sum(t for t in tops if t is not None)


def months_of(one: Assessed) -> tuple[str, ...]:
    """The months into which an incident may fall, "undated" where they are unknown or too many."""
    found = one.get("date")
    when = found.date if found is not None else None
    if when is None or when.earliest is None or when.latest is None:
        return ("undated",)
    first, last = _month(when.earliest), _month(when.latest)
    if last - first >= MOST_MONTHS:
        return ("undated",)
    return tuple(f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
