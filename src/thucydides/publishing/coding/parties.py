"""Parties: who took part in an incident, put together into blocs, each a side that a data set can name.

Invariants: the forces and government of one state are one bloc; a named group is a bloc of its own; everybody unarmed is one bloc; what
no document names is one bloc without a name.
"""

from datetime import date
from typing import Literal

from msgspec import Struct

from thucydides.nouns import Actor, Incident
from thucydides.publishing.index import Index
from thucydides.publishing.sums import when
from thucydides.vocabulary import mapping

Side = Literal["state", "organised", "unarmed"]
OWN = ("state forces", "government")
"""Kinds of a state's own forces and offices."""
ROLES = ("perpetrator", "target", "victim", "party")
"""Roles of those who took part, in the order in which a bloc's role is chosen."""


class Party(Struct, frozen=True):
    """One party to an incident: its actor id ("" for one only described), name, kind on that day, role, country, all its names."""

    actor: str
    name: str
    kind: str
    role: str
    country: str | None
    names: tuple[str, ...] = ()

    def called(self, text: str) -> bool:
        """Whether a text names the party by one of its names ("Taliban fighter")."""
        words = f" {text.casefold()} "
        return any(f" {name.casefold()} " in words for name in self.names)


class Bloc(Struct, frozen=True):
    """Parties of one side: what kind of side, under which key they are one, and who they are, perpetrators first."""

    side: Side
    key: str
    parties: tuple[Party, ...]

    @property
    def named(self) -> bool:
        """Whether some document names the side: a state, or a group by its own name."""
        return bool(self.key)

    @property
    def role(self) -> str:
        """The part of the bloc: perpetrator where one of it is, else target, else party."""
        roles = {p.role for p in self.parties}
        return next((r for r in ROLES if r in roles), "party")

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of its parties, each once."""
        return tuple(dict.fromkeys(p.country for p in self.parties if p.country))


def parties(index: Index, incident: Incident) -> tuple[Party, ...]:
    """Who took part, in the order of the roles."""
    found, date_of, place = [], when(incident), incident.assessed("place")
    day = date_of.earliest if date_of else None
    home = place.place.country if place and place.place else None
    for actor, name, role in incident.actors:
        if role in ROLES:
            known = index.actors.get(actor)
            told_kind, told_country = _told(index, incident, name)
            kind = kind_on(known, day) if known else told_kind or _kind(name)
            # Police or a government of which no country is told are those of the country where it happened.
            country = known.country if known else told_country or (home if kind in OWN else None)
            found.append(Party(actor, name, kind, role, country, (known.name, *known.aliases) if known else ()))
    return tuple(sorted(found, key=lambda p: (ROLES.index(p.role), not p.actor, p.name)))


def blocs(index: Index, incident: Incident) -> tuple[Bloc, ...]:
    """The sides of an incident, perpetrators first."""
    sides: dict[str, Side] = mapping("ucdp_types")["sides"]
    side_of: dict[str, Side] = {kind: side for side, kinds in sides.items() for kind in kinds}  # type: ignore[misc]
    groups: dict[tuple[Side, str], list[Party]] = {}
    found = parties(index, incident)
    for party in found:
        if any(other.name.startswith(f"{party.name} (") for other in found):
            continue  # "Civilians" beside "Civilians (China)" is the same side told more vaguely
        side = side_of.get(party.kind, "organised")
        key = (party.country or "") if side == "state" else party.actor if side == "organised" else "civilians"
        groups.setdefault((side, key), []).append(party)
    made = [Bloc(side, key, tuple(members)) for (side, key), members in groups.items()]
    return tuple(sorted(made, key=lambda b: (ROLES.index(b.role), not b.named, b.side, b.key)))


def kind_on(actor: Actor, day: date | None) -> str:
    """What kind of party an actor was on a day; its kind of the present where no period covers it."""
    iso = day.isoformat() if day else ""
    for kind, since, until in actor.kinds if iso else ():
        if (not since or since <= iso) and (not until or iso < until):
            return kind
    return actor.kind


def _kind(name: str) -> str:
    """The kind of a party without an entry, by the name that the record gives such parties: "Civilians (China)"."""
    kinds: dict[str, str] = mapping("coding")["unlisted"]
    return next((kind for head, kind in kinds.items() if name.lower().startswith(head)), "unidentified")


def _told(index: Index, incident: Incident, name: str) -> tuple[str, str | None]:
    """The kind and the country of a party without an entry, as the texts' own namings of it have them."""
    for mention in incident.mentions:
        for ref in index.mentions[mention].actors if mention in index.mentions else ():
            if ref.name == name:
                return ref.kind, ref.country
    return "", None
