"""Residuals: what a count over many incidents leaves over once the recorded ones are subtracted, as events of clarity 2.

Rule `ucdp.residual`, after the codebook's practice with summary figures. Only a residual whose sides, place and time are known can be
coded: its sides are those of the incidents that the same count holds, where these are all the same two. Counts over overlapping times are
not added up: the exactest speaks, the others are listed with the reason.
"""

from typing import Any

from thucydides.nouns import Aggregate, AggregateCheck
from thucydides.publishing.coding.deaths import Deaths
from thucydides.publishing.coding.ged import Uncoded, dated, head, located, no_date, no_place, split
from thucydides.publishing.coding.ged_sides import Pair, pair
from thucydides.publishing.coding.ged_sources import listed
from thucydides.publishing.coding.parties import Bloc, blocs
from thucydides.publishing.index import Index


def residuals(index: Index) -> list[tuple[Aggregate, dict[str, Any] | Uncoded]]:
    """Every count that leaves deaths over, with its row or the reasons why it has none."""
    found: list[tuple[Aggregate, dict[str, Any] | Uncoded]] = []
    taken: list[Aggregate] = []
    for aggregate, check in sorted(_open(index), key=_exactness):
        over = next((t for t in taken if _overlap(t, aggregate)), None)
        if over is not None:
            found.append((aggregate, Uncoded((f"counts over a time that the count {over.id} covers too",))))
            continue
        row = _event(index, aggregate, check)
        if not isinstance(row, Uncoded):
            taken.append(aggregate)
        found.append((aggregate, row))
    return sorted(found, key=lambda f: f[0].id)


def _open(index: Index) -> list[tuple[Aggregate, AggregateCheck]]:
    checked = [(a, index.checks[a.id]) for a in index.record.aggregates if a.id in index.checks and a.kind == "tally"]
    return [(a, c) for a, c in checked if (c.residual_deaths[0] or 0) > 0]


def _exactness(pair: tuple[Aggregate, AggregateCheck]) -> tuple[bool, int, str]:
    low, high = pair[1].residual_deaths
    return high is None, (high or 0) - (low or 0), pair[0].id


def _overlap(one: Aggregate, other: Aggregate) -> bool:
    a, b = one.window, other.window
    if a is None or b is None or None in (a.earliest, a.latest, b.earliest, b.latest):
        return True
    assert a.earliest is not None
    assert a.latest is not None
    assert b.earliest is not None
    assert b.latest is not None
    return a.earliest <= b.latest and b.earliest <= a.latest


def _event(index: Index, aggregate: Aggregate, check: AggregateCheck) -> dict[str, Any] | Uncoded:
    reasons = [*no_date(aggregate.window), *no_place(aggregate.area)]
    sides = _sides(index, check)
    if sides is None:
        reasons.append("whom the deaths left over are to be counted to is not told")
    if reasons or sides is None or aggregate.window is None or aggregate.area is None:
        return Uncoded(tuple(reasons))
    type, found = sides
    least, most = check.residual_deaths
    low = least or 0
    told = Deaths(0, 0, low if type == 3 else 0, 0 if type == 3 else low, low, max(low, most or low), low)
    document = index.documents.get(aggregate.document)
    return {
        **head(aggregate.id, aggregate.window, type, found),
        **listed([document] if document else [], [aggregate.counter] if aggregate.counter else []),
        **located(aggregate.area),
        "event_clarity": 2,
        **dated(aggregate.window),
        **split(told),
    }


def _sides(index: Index, check: AggregateCheck) -> tuple[int, Pair] | None:
    """The sides that all incidents within the count share; None where they differ or are not known."""
    found: dict[tuple[int, str], Pair] = {}
    for name in check.incidents:
        incident = index.incidents.get(name)
        if incident is None:
            continue  # held back by its grade; it was counted all the same
        if incident.ucdp_type is None:
            return None
        place = incident.assessed("place")
        blocs_of: tuple[Bloc, ...] = blocs(index, incident)
        sides = pair(incident.ucdp_type, blocs_of, place.place.country if place and place.place else None)
        if isinstance(sides, str):
            return None
        found[incident.ucdp_type, sides.dyad] = sides
    if len(found) != 1:
        return None
    ((type, _), sides) = next(iter(found.items()))
    return type, sides
