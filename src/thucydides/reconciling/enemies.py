"""Enemies: who of two sides that cannot have done one deed together did it, and who only fought back.

Rule `actors.enemies`. Invariant: a state's forces and an armed group stand against each other; militias may be either's, and who is not
named may be anybody, so neither is anyone's enemy.
"""

from collections.abc import Sequence

from thucydides.nouns.actor import STATE_KINDS
from thucydides.reconciling.described import HIT, Told
from thucydides.reconciling.opposed import Party

_GROUPS = frozenset({"rebel group", "criminal group"})
_MORE = 2
"""How many times as often the doer must be told as such."""


def answering(parties: Sequence[Party], told: Sequence[Told]) -> list[Party]:
    """The parties of an incident, an enemy of the doer that is told as a doer half as often or less as one that was hit, where any report
    says so, else as one that fought back."""
    doing = [p for p, party in zip(told, parties, strict=True) if party[2] == "perpetrator"]
    first = max(doing, key=times_doing, default=None)
    return [_beside(p, party, first) for p, party in zip(told, parties, strict=True)]


def _beside(told: Told, party: Party, first: Told | None) -> Party:
    answers = first is not None and party[2] == "perpetrator" and _enemies(told, first) and _MORE * times_doing(told) <= times_doing(first)
    return (*party[:2], "target" if told.roles & HIT else "party") if answers else party


def times_doing(told: Told) -> int:
    """How many namings tell a party as the doer."""
    return sum(r.role == "perpetrator" for r in told.references)


def _enemies(one: Told, other: Told) -> bool:
    kinds = {one.kind, other.kind}
    return bool(kinds & STATE_KINDS and kinds & _GROUPS) and not any(p.described and p.kind in _GROUPS for p in (one, other))
