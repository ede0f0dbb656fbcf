"""Acts: what was done without force, in few words: "talks between the Government of Tajikistan and the Government of Russia"."""

from thucydides.nouns import Incident
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.sides import sides

PATTERNS = {"REQUEST": "by {} to {}", "ACCUSE": "by {} against {}", "REJECT": "by {} towards {}", "THREATEN": "by {} against {}"}
"""How two parties stand to an act that one does to the other; all others are between them."""


def act(incident: Incident) -> str:
    """An act as it stands in a sentence."""
    named: str = mapping("phrases")["types"].get(incident.type, incident.type.lower())
    parties = sides(incident)
    if len(parties) == 2:
        return f"{named} {PATTERNS.get(incident.type, 'between {} and {}').format(*parties)}"
    return f"{named} {'of' if incident.type == 'CONSULT' else 'by'} {parties[0]}" if parties else named


def title(incident: Incident) -> str:
    """An incident's title; that of a political act in words where it begins with the name of its type ("Request with ...")."""
    if incident.kind == "act" and incident.title.split(" ", 1)[0].upper() == incident.type:
        return words.sentence_case(act(incident).removeprefix("an ").removeprefix("a "))
    return incident.title
