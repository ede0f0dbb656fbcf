"""Described: parties told only by what they are ("gunmen", "the army", "rebels") as the named party of the incident that they can be.

Rules `actors.described` and `actors.state`: see `vocabularies/rules/assess.yaml`. Invariants: every naming of a party goes to exactly one
party; a description joins the party on its own side that is told most, one of the other side only where no second one fits.
"""

from collections.abc import Sequence

from msgspec import Struct

from thucydides.nouns import ActorRef
from thucydides.nouns.actor import GROUP_KINDS, ActorKind
from thucydides.reconciling.catalogue import known_actor
from thucydides.reconciling.opposed import STATE, band, is_described
from thucydides.vocabulary import mapping

DOERS, HIT = frozenset({"perpetrator", "party"}), frozenset({"target", "victim"})


class Told(Struct, frozen=True):
    """A party of an incident: its id ("" for none), its name and every naming of it."""

    actor: str
    name: str
    references: tuple[ActorRef, ...]

    @property
    def kind(self) -> ActorKind:
        """Its kind; of who was a group before or after holding a state, that of a group."""
        known = known_actor(self.actor) if self.actor else None
        return "rebel group" if known is not None and known.kinds else self.references[0].kind

    @property
    def roles(self) -> frozenset[str]:
        return frozenset(r.role for r in self.references)

    @property
    def country(self) -> str | None:
        return next((r.country for r in self.references if r.country), None)

    @property
    def described(self) -> bool:
        """Whether it is told only by what it is."""
        return is_described(self.actor, self.name)

    @property
    def band(self) -> str:
        """The name it has before what its people are ("bedouin"), "" for others."""
        return band(self.actor, self.name)

    @property
    def service(self) -> str:
        """The service of a state's forces or its government ("military-forces"), "" for others."""
        found = STATE.match(self.actor)
        return found.group(2) if found else ""

    def on_side_of(self, other: "Told") -> bool:
        """Whether both are told as doers, or both as hit."""
        return any(self.roles & side and other.roles & side for side in (DOERS, HIT))


def settled(told: Sequence[Told]) -> tuple[Told, ...]:
    """The parties with each description joined to the party that it stands for; those that stand for none stay."""
    parties = {(p.actor, p.name): p for p in told}
    for key in sorted(parties, key=lambda k: _telling(parties[k])):
        others = [p for k, p in parties.items() if k != key]
        meant = _meant(parties[key], others) if _is_general(parties[key]) else None
        if meant is not None:
            references = (*meant.references, *parties.pop(key).references)
            parties[meant.actor, meant.name] = Told(meant.actor, meant.name, references)
    return tuple(parties.values())


def _is_general(party: Told) -> bool:
    """Whether a party is told by what it is, as a state, or by a group that others belong to."""
    loose = party.described or bool(party.band) or party.service in ("government", "security-forces")
    return loose or (bool(party.actor) and not party.service)


def _base(party: Told) -> str:
    return party.name.split(" (")[0]


def _telling(party: Told) -> tuple[int, str]:
    """The least telling first: "gunmen" before "rebels" before "the army of X"."""
    order = ("Unidentified Armed Group", "Militia", "Criminal Group", "Rebels")
    return (order.index(_base(party)) if _base(party) in order else len(order), party.name)


def _meant(described: Told, others: Sequence[Told]) -> Told | None:
    """The party that a description stands for: one on its side (a band any group of its name), else, where a state's forces
    fought, the only group that fought them."""
    fitting = [p for p in others if _fits(described, p)]
    beside = [p for p in fitting if described.band or described.on_side_of(p)]
    if beside:
        return max(beside, key=lambda p: (len(p.references), p.name))
    fighters = _base(described) in _FIGHTERS and not described.roles & DOERS and any(p.kind == "state forces" for p in others)
    return fitting[0] if fighters and len(fitting) == 1 and fitting[0].roles & DOERS else None


_FIGHTERS = ("Unidentified Armed Group", "Rebels", "Criminal Group")
"""Those whom a report of a fight counts among the dead by what they are."""


def _fits(described: Told, party: Told) -> bool:
    """Whether a description can stand for a party: of its kind or a nearer one, and of no other country."""
    if described.actor and not described.service:
        known = known_actor(party.actor) if party.actor else None
        return known is not None and known.parent == described.actor
    if described.band:
        known = known_actor(party.actor) if party.actor and party.kind in GROUP_KINDS else None
        return known is not None and any(_holds(name, described.band) for name in (known.name, *known.aliases))
    if described.country and party.country and described.country != party.country:
        return False
    if described.service == "government":
        return described.roles <= DOERS and party.service not in ("", "government") and party.kind == "state forces"
    if described.kind in ("state forces", "government"):
        alike = described.kind == party.kind and (described.service == "security-forces" or party.actor or not described.actor)
        return bool(alike and party.actor and party.service != described.service and _service_fits(described, party))
    fits: dict[str, list[str]] = mapping("reconciling")["described"]
    return party.kind in fits.get(described.kind, ()) and (not party.described or _telling(party) > _telling(described))


def _holds(name: str, part: str) -> bool:
    return f" {part} " in f" {name.casefold()} "


def _service_fits(described: Told, party: Told) -> bool:
    """Whether the word for a service can mean a party: police are police, "security forces" any force, "forces" a named one."""
    if _base(described) in ("Security Forces", "Government") or described.service == "security-forces":
        return True
    return not party.service or party.name.startswith(_base(described))
