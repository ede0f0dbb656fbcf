"""Responsibility: who is said to have done it, in sentences of one form for every stance.

Verbs stand in the past, so that they agree with "Quito" and "observers" alike.
"""

from thucydides.nouns import Claim
from thucydides.publishing.index import Index

STANCES = {
    "asserts": "named",
    "denies": "denied",
    "suspects": "suspected",
    "accuses": "accused",
    "admits": "admitted",
    "claims": "claimed",
    "none-claimed": "nobody claimed",
    "withdraws": "withdrawn",
}
"""A stance as a label."""


def accusation(index: Index, claim: Claim) -> str:
    """A claim on responsibility in words: "Quito accused Military Forces of Peru", "Lima denied responsibility"."""
    speaker = claim.speaker or index.source(claim.document)
    accused = index.actor(claim.actor) if claim.actor else claim.value
    own = not accused or accused == speaker or (claim.actor is not None and claim.actor == claim.speaker_actor)
    hedged = f" ({claim.hedge})" if claim.hedge else ""
    return _form(claim.stance, speaker, accused, own) + hedged


def _form(stance: str, speaker: str, accused: str, own: bool) -> str:
    if stance == "none-claimed":
        return f"nobody had claimed responsibility, said {speaker}"
    if own:
        return f"{speaker} {STANCES[stance]} responsibility" if stance != "withdraws" else f"{speaker} withdrew a statement"
    return {
        "asserts": f"{speaker} named {accused}",
        "accuses": f"{speaker} accused {accused}",
        "suspects": f"{speaker} suspected {accused}",
        "denies": f"{speaker} denied that {accused} was responsible",
        "admits": f"{speaker} said that {accused} admitted responsibility",
        "claims": f"{speaker} said that {accused} claimed responsibility",
        "withdraws": f"{speaker} withdrew a statement on {accused}",
    }[stance]
