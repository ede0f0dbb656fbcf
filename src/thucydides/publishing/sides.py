"""Sides: the parties of an incident that stand against each other, as they stand in a sentence."""

from thucydides.nouns import Incident
from thucydides.publishing import words
from thucydides.reconciling.opposed import opposed


def sides(incident: Incident) -> list[str]:
    """At most two sides: "the Border Forces of Tajikistan", "an unidentified armed group"."""
    parties = [(actor or "", name, role) for actor, name, role in incident.actors]
    found = opposed(parties)
    return [words.party(name) for name in (found if len(found) > 1 else opposed(parties, unarmed=True))]


def did(incident: Incident) -> bool:
    """Whether the first side is one that did it, and not one that it was done to alone."""
    found = opposed([(actor or "", name, role) for actor, name, role in incident.actors]) or ("",)
    return any(name == found[0] and role in ("perpetrator", "party") for _, name, role in incident.actors)
