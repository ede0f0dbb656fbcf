"""Opposing: what an account of one side's dead leaves out of the total, the dead of the other side that another account tells.

Rule `toll.sides`: where some accounts count the dead of forces and of fighters, and another those of one side alone, it speaks of its side
only; where it replaces a number of theirs, the other side's dead are added to it for the total. Invariant: what an account says itself
is never changed, only its total.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.reconciling import counts
from thucydides.reconciling.groups import GroupCount
from thucydides.reconciling.tellings import Telling

_SIDES = {
    "state forces": "forces",
    "external forces": "forces",
    "rebels": "fighters",
    "militia": "fighters",
    "criminals": "fighters",
}


def completed(standing: Sequence[Telling], every: Sequence[Telling]) -> list[Telling]:
    """The tellings that stand, without those of one side's dead alone beside one of both, or with the other side's where they replace a
    number of that one; `every` are all that were told, in order."""
    made = [one for telling in standing if (one := _completed(telling, every)) is not None]
    return made or list(standing)


def _completed(telling: Telling, every: Sequence[Telling]) -> Telling | None:
    """A telling with the other side's dead where it replaces a number told beside them, None where it leaves out a side that another
    telling counts."""
    own = {_side(g) for g in telling.groups} - {""}  # "gunmen killed an officer ... three of them died" tells of both, if loosely
    if telling.everybody or len(own) != 1 or any(_SIDES.get(g.key[0]) is None for g in telling.groups):
        return telling
    others = [t for t in every if t is not telling and _counted(t) and len(_sides(t)) > 1]
    if not others:
        return telling
    whole = min(others, key=lambda t: bool(t.superseded))
    missing = [g.quantity for g in whole.groups if g.settles and _side(g) not in {"", *own}]
    if not missing:
        return telling
    if not whole.superseded:
        return None
    return replace(telling, quantity=counts.total([telling.quantity, *missing]), stated=False)


def untold(telling: Telling, every: Sequence[Telling]) -> list[GroupCount]:
    """The groups of a telling replaced by a later number that are of a side of which none that stands tells."""
    told = {side for t in every if not t.superseded for side in _sides(t)}
    return [g for g in telling.groups if _counted(telling) and _side(g) and _side(g) not in told and len(_sides(telling)) > 1]


def _counted(telling: Telling) -> bool:
    """Whether a telling says something of this incident, if only once: one left aside for a later number of one of its sides does."""
    return not telling.superseded or telling.superseded.startswith("replaced")


def _sides(telling: Telling) -> set[str]:
    return {_side(g) for g in telling.groups if g.settles} - {""}


def _side(group: GroupCount) -> str:
    return _SIDES.get(group.key[0], "")
