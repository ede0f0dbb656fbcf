"""Rulings: what persons have decided about pairs, as units that must and units that cannot be one.

An argument of a ruling is a group: mention ids or document ids, separated by commas (a document id stands for all its linked mentions).
`merge A B ...`: all groups are one incident. `different A B ...` and `split A B ...`: mentions of different groups are never one. Withdrawn
rulings and the verbs that speak of values (`set`, `reject`, `undo`) are left to other steps.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from thucydides.linking.unit import Unit
from thucydides.nouns import Ruling

_VERBS = ("merge", "different", "split")


class Decided(Struct, frozen=True):
    """Pairs of units that must be one and pairs that cannot be, each with the ruling that says so, and the rulings that fit nothing.

    `groups` gives for each unit the least unit that it must be one with, `divided` the pairs of such groups that cannot be one.
    """

    together: Mapping[tuple[int, int], str]
    apart: Mapping[tuple[int, int], str]
    unfit: tuple[Ruling, ...]
    groups: tuple[int, ...]
    divided: frozenset[tuple[int, int]]

    def forbids(self, left: int, right: int) -> bool:
        """Has a person ruled that the two, or others that must be one with them, are not one?"""
        if not self.divided:
            return False
        a, b = self.groups[left], self.groups[right]
        return (min(a, b), max(a, b)) in self.divided

    def named(self) -> frozenset[int]:
        """The units on which anything was ruled, and all that must be one with them."""
        ruled = {self.groups[unit] for pair in (*self.together, *self.apart) for unit in pair}
        return frozenset(unit for unit, group in enumerate(self.groups) if group in ruled)

    def applied(self, clusters: Sequence[Sequence[int]]) -> list[list[int]]:
        """The clusters with all put together that must be one.

        Whole clusters are joined, so that a ruling on two mentions tears neither from its fellows; where that would join what is ruled
        apart, only the mentions ruled on are moved.
        """
        if not self.together:
            return [list(members) for members in clusters]
        joined = {n: list(members) for n, members in enumerate(clusters)}
        at = {unit: n for n, members in joined.items() for unit in members}
        for left, right in sorted(self.together):
            a, b = sorted((at[left], at[right]))
            if a == b:
                continue
            moved = joined[b]
            if any(self.forbids(x, y) for x in joined[a] for y in moved):
                a, b, moved = at[left], at[right], [right]
            joined[b] = [unit for unit in joined[b] if unit not in moved]
            joined[a] = joined[a] + moved
            at.update(dict.fromkeys(moved, a))
        return sorted(sorted(members) for members in joined.values() if members)


def decide(rulings: Sequence[Ruling], units: Sequence[Unit]) -> Decided:
    """What the rulings say of these units (`link.ruling`): the later wins where two contradict, and the earlier is unfit."""
    if not any(ruling.verb in _VERBS for ruling in rulings):
        return Decided({}, {}, (), (), frozenset())
    known: dict[str, list[int]] = defaultdict(list)
    for n, unit in enumerate(units):
        for member in unit.members:
            known[member].append(n)
            known[member.rsplit(":", 1)[0]].append(n)
    together: dict[tuple[int, int], str] = {}
    apart: dict[tuple[int, int], str] = {}
    unfit: list[Ruling] = []
    groups = Groups(len(units))
    for ruling in sorted(rulings, key=lambda r: -r.number):
        if ruling.withdrawn_by is not None or ruling.verb not in _VERBS:
            continue
        named = [_named(argument, known) for argument in ruling.arguments]
        links = _links(ruling, named)
        if None in named or not links or not _holds(ruling, links, groups, apart):
            unfit.append(ruling)
            continue
        for pair in links:
            if ruling.verb == "merge":
                groups.join(*pair)
                together.setdefault(pair, f"{ruling.verb} {ruling.number}")
            else:
                apart.setdefault(pair, f"{ruling.verb} {ruling.number}")
    of = tuple(groups.of(n) for n in range(len(units)))
    divided = frozenset((min(of[a], of[b]), max(of[a], of[b])) for a, b in apart)
    return Decided(together, apart, tuple(sorted(unfit, key=lambda r: r.number)), of, divided)


def _named(argument: str, known: Mapping[str, list[int]]) -> list[int] | None:
    """The units of one group, None where it names nothing that is linked."""
    found = {n for name in argument.split(",") for n in known.get(name.strip(), ())}
    return sorted(found) or None


def _links(ruling: Ruling, named: Sequence[list[int] | None]) -> list[tuple[int, int]]:
    groups = [g for g in named if g is not None]
    if ruling.verb == "merge":
        every = sorted({n for g in groups for n in g})
        return [(every[0], n) for n in every[1:]]
    return sorted({(min(a, b), max(a, b)) for left, right in combinations(groups, 2) for a in left for b in right if a != b})


def _holds(ruling: Ruling, links: Sequence[tuple[int, int]], groups: "Groups", apart: Mapping[tuple[int, int], str]) -> bool:
    """Can the links stand beside what later rulings say?"""
    if ruling.verb != "merge":
        return all(groups.of(a) != groups.of(b) for a, b in links)
    trial = groups.copy()
    for pair in links:
        trial.join(*pair)
    return all(trial.of(a) != trial.of(b) for a, b in apart)


class Groups:
    """Units joined into groups, each known by its least member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def of(self, unit: int) -> int:
        """The least unit of the group that a unit is in."""
        while self._parent[unit] != unit:
            self._parent[unit] = self._parent[self._parent[unit]]
            unit = self._parent[unit]
        return unit

    def join(self, left: int, right: int) -> None:
        """Make one group of two."""
        a, b = self.of(left), self.of(right)
        self._parent[max(a, b)] = min(a, b)

    def copy(self) -> "Groups":
        """An independent copy."""
        other = Groups(0)
        other._parent = list(self._parent)
        return other
