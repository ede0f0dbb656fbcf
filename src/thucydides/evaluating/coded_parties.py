"""Coded parties: whether a party that a record shows is one that people coded, in whatever words they named it.

People code "PKK: Kurdistan Workers Party", "Insurgents (Iraq)" or "Civilians"; a record shows "Kurdistan Workers' Party", "Rebels",
"Civilians (Iraq)". Two namings agree where their entries of the actor list are akin, where one state is meant, where one only says what
the people are and the other is of that kind, or where one holds the words of the other. Rather too kind than too strict: what is
counted as wrong is wrong.
"""

import re
from collections.abc import Iterable

from thucydides.evaluating.judged import Event
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS, ActorKind

Party = tuple[str, str]
"""(actor id or "", name)."""
_CLASHES = frozenset({"Armed clash", "Mob violence", "Non-state actor overtakes territory", "Government regains territory", "Other"})
"""Types of which both sides are doers."""
_SAID = ("accused", "claimed", "suspected", "admitted", "stated")


def class_of(kind: ActorKind) -> str:
    """Which of three classes of people a kind belongs to: a state's, an armed group's, or people without arms."""
    return "state" if kind in STATE_KINDS else "armed" if kind in GROUP_KINDS or kind == "unidentified" else "people"


def agrees(party: Party, coded: str) -> bool:
    """Whether a shown party may be the coded one."""
    from thucydides.grounding.actors import actors
    from thucydides.reconciling.party_names import same_party

    outside = re.sub(r"\([^)]*\)", " ", coded).strip() or coded
    named = actors.find_actors(outside) or actors.find_actors(coded)
    shown = [actors.actor(party[0])] if _listed(party[0]) else list(actors.find_actors(party[1]))
    for one in shown:
        identifier = party[0] or getattr(one, "actor_id", None)
        for other in named:
            if identifier and other.actor_id:
                if actors.related(identifier, other.actor_id):
                    return True
            elif class_of(one.kind) == class_of(other.kind):
                return True  # one of the two only says what they are: "Rebels"
    return (not named or not shown) and same_party(party[1].split(" (")[0], outside)


def _listed(identifier: str) -> bool:
    from thucydides.grounding.actors import actors

    try:
        return bool(identifier) and actors.actor(identifier) is not None
    except KeyError:
        return False


def coded_parties(event: Event) -> tuple[str, ...]:
    """Everybody whom the gold names as taking part in an event, or as said to have done it."""
    return tuple(dict.fromkeys((*(event.get("actors") or ()), *_blamed(event))))


def coded_doers(event: Event) -> tuple[str, ...]:
    """Those who did it by the gold: whoever it names first (all but the last of more than two, both sides of a clash), and those who are
    said to have done it."""
    actors = tuple(event.get("actors") or ())
    clash = bool(_CLASHES & {event.get("type"), *(event.get("type_also") or ())})
    return (*(actors if clash else actors[:1] if len(actors) < 3 else actors[:-1]), *_blamed(event))


def _blamed(event: Event) -> Iterable[str]:
    return (str(a["actor"]) for a in event.get("attributed_to") or () if a.get("status") in _SAID)
