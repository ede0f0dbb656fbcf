"""Actors of an ACLED event: two sides, each with a first actor and those on its side, and how they interact.

Rules `acled.sides` and `acled.inter`. Blocs that are told as attackers come first, civilians are never the first actor of violence
against them; where no document names the attacker it is an unidentified armed group of the country.
"""

from msgspec import Struct

from thucydides.nouns import Incident
from thucydides.publishing.coding.countries import country
from thucydides.publishing.coding.parties import OWN, Bloc, Party, blocs
from thucydides.publishing.index import Index
from thucydides.vocabulary import mapping

ATTACKED = ("Violence against civilians", "Explosions/Remote violence")
CROWDS = {"Protests": "Protesters", "Riots": "Rioters"}
TARGETED = "Civilians targeted"


class Actor(Struct, frozen=True):
    """One side: its first actor, the others of it, and its interaction type ("Rebel group")."""

    name: str
    others: tuple[str, ...] = ()
    inter: str = ""

    @property
    def identified(self) -> bool:
        """Whether the side is somebody: no unidentified group, nobody."""
        return bool(self.name) and not self.name.startswith("Unidentified")


NOBODY = Actor("")


class Actors(Struct, frozen=True):
    """The two sides of an event, how they interact, and whether civilians are its main target."""

    first: Actor
    second: Actor
    interaction: str
    targeting: str


def actors(index: Index, incident: Incident, home: str | None) -> Actors:
    """The two sides of an incident that happened in the country `home` (ISO alpha-2)."""
    found = blocs(index, incident)
    armed = [b for b in found if b.side != "unarmed"]
    unarmed = [b for b in found if b.side == "unarmed"]
    event = incident.event_type
    if event in CROWDS:
        crowd = _crowd(event, unarmed, home)
        others = [_actor(b, home) for b in armed] + [a for b in unarmed if (a := _actor(b, home)).inter == "Civilians"]
        return _made(crowd, others[0] if others else NOBODY, incident)
    if event == "Strategic developments":
        sides = [_actor(b, home) for b in found] or [_unidentified(home)]
        alone = len(sides) == 1 or incident.type in mapping("coding")["alone"]
        return _made(sides[0], NOBODY if alone else sides[1], incident)
    if event in ATTACKED:
        did = [b for b in armed if b.role == "perpetrator"]
        hit = [b for b in found if b not in did[:1] and b.role != "perpetrator"]
        target = _target(event, hit, unarmed, home)
        return _made(_actor(did[0], home) if did else _unidentified(home), target, incident)
    sides = [_actor(b, home) for b in armed[:2]]
    sides += [_unidentified(home)] * (2 - len(sides))
    return _made(_joined(sides[0], armed[2:], home), sides[1], incident)


def _made(first: Actor, second: Actor, incident: Incident) -> Actors:
    targeting = second.inter == "Civilians" and incident.event_type in (*ATTACKED, "Riots")
    targeting = targeting or incident.type == "Excessive force against protesters"
    return Actors(first, second, interaction(first.inter, second.inter), TARGETED if targeting else "")


def interaction(first: str, second: str) -> str:
    """Two types in the order of their codes ("State forces-Rebel group"), or one that is alone ("Protesters only")."""
    codes: dict[str, int] = mapping("coding")["inter_codes"]
    types = sorted((t for t in (first, second) if t), key=lambda t: codes[t])
    return "-".join(types) if len(types) == 2 else f"{types[0]} only" if types else ""


def _actor(bloc: Bloc, home: str | None) -> Actor:
    """A bloc as a side: its armed forces before its government, others after it."""
    kinds: dict[str, str] = mapping("coding")["inter"]
    ordered = sorted(bloc.parties, key=lambda p: (p.kind == "government", not p.actor, not p.name.startswith("Unidentified")))
    names = list(dict.fromkeys(_name(p, home) for p in ordered))
    main = ordered[0]
    inter = kinds.get(main.kind, "Civilians")
    abroad = inter == "State forces" and main.country is not None and home is not None and main.country != home
    others = tuple(n for n in names[1:] if not n.startswith("Government of"))
    return Actor(names[0], others, "External/Other forces" if abroad else inter)


def _name(party: Party, home: str | None) -> str:
    found = country(party.country or home)
    if party.actor or found is None or found.acled_name in party.name or "(" in party.name:
        return party.name
    return f"{party.name} of {found.acled_name}" if party.kind in OWN else f"{party.name} ({found.acled_name})"


def _unidentified(home: str | None) -> Actor:
    found = country(home)
    return Actor("Unidentified Armed Group" + (f" ({found.acled_name})" if found else ""), (), "Political militia")


def _crowd(event: str, unarmed: list[Bloc], home: str | None) -> Actor:
    """Protesters or rioters of the country, with whom they are told to be."""
    found = country(home)
    crowd = CROWDS[event] + (f" ({found.acled_name})" if found else "")
    with_them = [p.name for b in unarmed for p in b.parties if p.kind in ("protesters", "rioters") and p.actor]
    return Actor(crowd, tuple(dict.fromkeys(with_them)), CROWDS[event])


def _target(event: str, hit: list[Bloc], unarmed: list[Bloc], home: str | None) -> Actor:
    """Who was attacked: civilians in violence against civilians, else whoever is told to be the target."""
    if event == "Violence against civilians" and not unarmed:
        found = country(home)
        return Actor("Civilians" + (f" ({found.acled_name})" if found else ""), (), "Civilians")
    chosen = unarmed if event == "Violence against civilians" else sorted(hit, key=lambda b: b.side != "unarmed")
    return _actor(chosen[0], home) if chosen else NOBODY


def _joined(side: Actor, more: list[Bloc], home: str | None) -> Actor:
    """The first side with armed blocs beyond two: those told of beside it."""
    others = [name for b in more for name in (_actor(b, home).name, *_actor(b, home).others)]
    return Actor(side.name, tuple(dict.fromkeys((*side.others, *others))), side.inter)
