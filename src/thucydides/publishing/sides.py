"""Sides: the parties of an incident that stand against each other; forces and government of one state are one side."""

import re

from thucydides.nouns import Incident
from thucydides.publishing import words

STATE = re.compile(r"([a-z]{2})-(?:government|(?:military|border|police|security|air|naval)-forces)\Z")
ROLES = ("party", "perpetrator", "target")
"""Parts in which an actor is a side of a battle, first come first."""


def sides(incident: Incident) -> list[str]:
    """At most two sides as they stand in a sentence: "the Border Forces of Tajikistan", "an unidentified armed group"."""
    found: dict[str, str] = {}
    for role in ROLES:
        for actor, name, part in incident.actors:
            if part != role:
                continue
            state = STATE.match(actor or "")
            key = f"state:{state[1]}" if state else actor or name
            if key not in found or (state and found[key].startswith("Government")):
                found[key] = name
    return [words.party(name) for name in found.values()][:2]
