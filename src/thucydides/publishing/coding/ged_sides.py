"""Sides of an event of UCDP GED: who against whom, by the type of violence.

Rule `ucdp.sides`: in state-based violence side a is a government and side b a named group or another government; in non-state violence both
are named groups; in one-sided violence side a is the government or named group that did it and side b civilians. A side that no
document names makes an event that GED has no place for.
"""

from msgspec import Struct

from thucydides.publishing.coding.countries import country
from thucydides.publishing.coding.parties import Bloc

CIVILIANS = Bloc("unarmed", "civilians", ())


class Pair(Struct, frozen=True):
    """The two sides of an event."""

    a: Bloc
    b: Bloc

    @property
    def dyad(self) -> str:
        """The name of the dyad."""
        return f"{name(self.a)} - {name(self.b)}"


def name(bloc: Bloc) -> str:
    """A side's name: "Government of Mali", a group's own, "Civilians"."""
    if bloc.side == "unarmed":
        return "Civilians"
    if bloc.side == "organised":
        return bloc.parties[0].name
    found = country(bloc.key)
    return f"Government of {found.ucdp_name}" if found and found.ucdp_name else bloc.parties[0].name


def number(bloc: Bloc) -> int | None:
    """The number of a government's state; None for others."""
    found = country(bloc.key) if bloc.side == "state" else None
    return found.gw if found else None


def pair(type: int, blocs: tuple[Bloc, ...], home: str | None) -> Pair | str:
    """The sides by the type of violence, or the reason why there are none; `home` is the country where it happened."""
    states = sorted((b for b in blocs if b.side == "state" and b.named), key=lambda b: b.key != home)
    groups = [b for b in blocs if b.side == "organised" and b.named]
    if type == 1:
        return _state_based(states, groups)
    if type == 2:
        if len(groups) > 1:
            return Pair(groups[0], groups[1])
        return (
            f"non-state violence of which only one side is named: {name(groups[0])}"
            if groups
            else "no named group on either side"
        )
    did = [b for b in (*groups, *states) if b.role == "perpetrator"]
    if did:
        return Pair(did[0], CIVILIANS)
    return "one-sided violence of which no document names who did it"


def _state_based(states: list[Bloc], groups: list[Bloc]) -> Pair | str:
    if states and groups:
        across = ("target", "victim") if states[0].role == "perpetrator" else ("perpetrator", "party")
        return Pair(states[0], min(groups, key=lambda b: b.role not in across))
    if len(states) > 1:
        return Pair(states[0], states[1])
    return f"no named group or state on the other side of {name(states[0])}" if states else "no government is named as a side"
