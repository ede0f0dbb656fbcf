"""Home forces: "the army" and "the police" of a report are those of the country where its incident was, where it names no other's.

Invariant: where forces of any other country are named in the report, a bare description stays nobody's.
"""

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.actors.countries import country_names
from thucydides.grounding.actors.list import actor, state_actor_id
from thucydides.nouns import ActorRef, PlaceRef
from thucydides.vocabulary import mapping

_FORCES = frozenset({"state forces", "external forces"})


@cache
def _services() -> dict[str, str]:
    """The services of a state by the name that a description without a country has: "Military Forces" is `military-forces`."""
    services = mapping("actor_words")["services"]
    return {str(entry["name"]).split(" of ")[0]: service for service, entry in services.items() if entry["kind"] == "state forces"}


def at_home(actors: Sequence[ActorRef], place: PlaceRef | None, around: Surroundings) -> tuple[ActorRef, ...]:
    """The parties with forces that no country is told of as those of the country of the incident's place (rule `actor.home`)."""
    bare = [a.actor is None and a.country is None for a in actors]
    meant = [(home_actor(a.name, place, around) or _rulers(a, place, around)) if b else None for a, b in zip(actors, bare, strict=True)]
    return tuple(_home(a, identity) for a, identity in zip(actors, meant, strict=True))


def _state(place: PlaceRef | None) -> str | None:
    """The country of a place, where it is a state with forces of its own and no territory of another."""
    country = place.place.country if place is not None and place.place is not None else None
    return country if country in country_names() else None


def home_actor(name: str, place: PlaceRef | None, around: Surroundings) -> str | None:
    """The actor that a bare description of forces ("Military Forces") means in a report of an incident at a place; None where unsure."""
    country = _state(place)
    if country is None or name not in _services():
        return None
    others = {a.country for a in around.actors if a.kind in _FORCES and a.country is not None} - {country}
    return None if others else state_actor_id(country, _services()[name])


_RULERS = re.compile(r"\b(?:junta|regime)\b", re.IGNORECASE)
"""Words for the government that only the country's own is called by, where no other's is named so."""


def _rulers(ref: ActorRef, place: PlaceRef | None, around: Surroundings) -> str | None:
    """The government that "the junta" or "the regime" means in a report of an incident at a place; None where unsure."""
    country = _state(place)
    if country is None or ref.kind != "government" or not _RULERS.search(ref.wording):
        return None
    others = {a.country for a in around.actors if a.kind == "government" and not a.metonym and a.country is not None} - {country}
    return None if others else state_actor_id(country, "government")


def _home(ref: ActorRef, identity: str | None) -> ActorRef:
    if identity is None:
        return ref
    meant = actor(identity)
    return replace(ref, actor=meant.id, name=meant.name, country=meant.country)
