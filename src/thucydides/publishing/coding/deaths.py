"""Deaths: an incident's dead as UCDP GED has them, best, low and high, and split by side.

Rules `ucdp.deaths` and `ucdp.split`: low <= best <= high, and the four parts sum to best.
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from thucydides.nouns import Assessment, Incident, Quantity
from thucydides.publishing.coding.parties import Bloc
from thucydides.publishing.sums import toll
from thucydides.vocabulary import mapping


class Deaths(Struct, frozen=True):
    """The dead of one event: deaths_a + deaths_b + civilians + unknown = best, and low <= best <= high."""

    a: int
    b: int
    civilians: int
    unknown: int
    best: int
    high: int
    low: int


def bounds(value: Quantity | None) -> tuple[int, int, int] | None:
    """(low, best, high) of a count of dead: an unknown best is the low end, an open high end the highest number told.

    None where no number is told at all.
    """
    known = [n for n in (value.low, value.best, value.high) if n is not None] if value else []
    if value is None or not known:
        return None
    best = value.best if value.best is not None else value.low if value.low is not None else 0
    low = min(value.low if value.low is not None else 0, best)
    return low, best, max(known)


def deaths(incident: Incident, type: int, a: Bloc, b: Bloc) -> Deaths | None:
    """The dead of an incident between two sides; None where no number is told."""
    found = bounds(toll(incident, "killed"))
    if found is None:
        return None
    low, best, high = found
    parts = _split([x for x in incident.assessments if x.attribute.startswith("killed/")], a, b)
    told_a, told_b, civilians = _fitting(parts, best)
    unknown = best - told_a - told_b - civilians
    if type == 3:
        # In one-sided violence the dead are civilians unless they are told to be the attackers'.
        return Deaths(told_a, 0, best - told_a, 0, best, high, low)
    return Deaths(told_a, told_b, civilians, unknown, best, high, low)


def _split(groups: Sequence[Assessment], a: Bloc, b: Bloc) -> dict[str, list[int]]:
    """The counts of the groups told, by side."""
    found: dict[str, list[int]] = defaultdict(list)
    for group in groups:
        told = bounds(group.quantity)
        side = _side(group, a, b)
        if told is not None and side:
            found[side].append(told[1])
    return found


def _side(group: Assessment, a: Bloc, b: Bloc) -> str:
    """Whose dead a group are: a, b or civilians; empty where that is not told."""
    for name, bloc in (("a", a), ("b", b)):
        if any((group.side and group.side == p.actor) or (group.group and p.called(group.group)) for p in bloc.parties):
            return name
    categories: dict[str, list[str]] = mapping("ucdp_types")["categories"]
    side = next((s for s, names in categories.items() if group.category in names), "")
    if side == "unarmed":
        return "civilians"
    fit = [n for n, bloc in (("a", a), ("b", b)) if bloc.side == side and _of(group, bloc)]
    return fit[0] if len(fit) == 1 else ""


def _of(group: Assessment, bloc: Bloc) -> bool:
    """Whether a group can belong to a side by its nationality."""
    return bloc.side != "state" or group.nationality is None or not bloc.countries or group.nationality in bloc.countries


def _fitting(parts: dict[str, list[int]], best: int) -> tuple[int, int, int]:
    """Dead of a, of b and civilians that fit into `best`: groups add up; where that is too many, they hold one another."""
    sides = ("a", "b", "civilians")
    for together in (sum, max):
        found = [together(parts.get(s) or [0]) for s in sides]
        if sum(found) <= best:
            return found[0], found[1], found[2]
    return 0, 0, 0
