"""Summing: the tightest ranges of many incidents together: by month, by group of people, by side, and of the whole record.

Rule `range.sum`: the least is the sum of what each incident surely had, the most the sum of what each may have had, open where one is
open; an incident that may fall into several months adds nothing to the least of any of them. Incidents of which nobody gives a
number are in no sum.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from thucydides.nouns import Range
from thucydides.nouns.range import Scope
from thucydides.reconciling.arithmetic.ranging import Counts, tight
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.groups import EVERYBODY, GroupKey, group_key, holds
from thucydides.reconciling.words import OUTCOMES

Ends = tuple[int, int | None]
MOST_MONTHS = 12
"""Months that one incident may fall into; one that may fall into more is of no month."""


def summed(assessed: Sequence[Assessed], found: Counts, capped: Mapping[tuple[str, str, GroupKey], int]) -> tuple[Range, ...]:
    """The sums, by scope, key and outcome."""
    cells: dict[tuple[Scope, str, str], list[Ends]] = {}
    known = {o: sorted({k for (_, outcome), c in found.items() if outcome == o for k in c.bounds if k[0]}) for o in OUTCOMES}
    for one in assessed:
        months = months_of(one)
        for outcome in OUTCOMES:
            if (one.id, outcome) not in found:
                continue
            ranges = tight(one.id, outcome, found, capped)
            total = ranges[EVERYBODY]
            cells.setdefault(("record", "", outcome), []).append(total)
            for month in months:
                cells.setdefault(("month", month, outcome), []).append(total if len(months) == 1 else (0, total[1]))
            for key, ends in _groups(ranges, known[outcome]):
                cells.setdefault(("group", f"{key[1]} {key[0]}".strip(), outcome), []).append(ends)
            for side, ends in _sides(one, outcome, ranges):
                cells.setdefault(("side", side, outcome), []).append(ends)
    return tuple(
        Range(scope, key, outcome, "", sum(low for low, _ in ends), _sum([high for _, high in ends]))
        for (scope, key, outcome), ends in sorted(cells.items())
    )


def _groups(ranges: Mapping[GroupKey, Ends], known: Sequence[GroupKey]) -> Iterator[tuple[GroupKey, Ends]]:
    """Each group of the record that an incident's own groups belong to, with what they give it."""
    for wanted in known:
        if wanted in ranges:
            yield wanted, ranges[wanted]
            continue
        inside = [k for k in ranges if k != EVERYBODY and holds(wanted, k)]
        largest = [k for k in inside if not any(o != k and holds(o, k) for o in inside)]
        if largest:
            yield wanted, (sum(ranges[k][0] for k in largest), ranges[EVERYBODY][1])


def _sides(one: Assessed, outcome: str, ranges: Mapping[GroupKey, Ends]) -> Iterator[tuple[str, Ends]]:
    """Each party that groups of an incident are of, with their ranges added up."""
    found: dict[str, list[Ends]] = {}
    for group in one.groups(outcome):
        key = group_key(group.group, group.category, group.nationality)
        if group.side and key in ranges:
            found.setdefault(group.side, []).append(ranges[key])
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
