"""Responsibility: who is said to have done it, in sentences of one form for every stance.

Verbs stand in the past, so that they agree with "Quito" and "observers" alike.
"""

from thucydides.nouns import Claim, Incident
from thucydides.publishing import words
from thucydides.publishing.assets import mapping
from thucydides.publishing.index import Index
from thucydides.reconciling.naming import inside
from thucydides.reconciling.words import words as reconciling_words

FEW = 5
"""Words of a passage that stand for an actor without a name."""
BATTLES = "Battles"
STANCES = {
    "asserts": "named",
    "denies": "denied",
    "suspects": "suspected",
    "accuses": "accused",
    "admits": "admitted",
    "claims": "claimed",
    "none-claimed": "nobody claimed",
    "unknown": "not known",
    "withdraws": "withdrawn",
}
"""A stance as a label."""


def accusation(index: Index, claim: Claim) -> str:
    """A claim on responsibility in words: "Quito accused the Military Forces of Peru", "Lima denied responsibility"."""
    hedged = f" ({claim.hedge})" if claim.hedge and (claim.stance, claim.hedge) != ("suspects", "suspected") else ""
    return _form(claim.stance, *_sides(index, claim)) + hedged


def blames(index: Index, claim: Claim) -> str:
    """The same without its speaker, so that an incident may follow: "accused the Military Forces of Peru of"."""
    speaker, accused, own = _sides(index, claim)
    link = "of" if claim.stance in ("accuses", "suspects") and not own else "for"
    return f"{_form(claim.stance, speaker, accused, own).removeprefix(speaker).strip()} {link}"


def _sides(index: Index, claim: Claim) -> tuple[str, str, bool]:
    """Who speaks, whom the claim names, and whether the two are one."""
    speaker = claim.speaker or index.source(claim.document)
    accused = accused_of(index, claim)
    own = not accused or accused == speaker or (claim.actor is not None and claim.actor == claim.speaker_actor)
    return speaker, accused, own


def voice(name: str) -> str:
    """A speaker inside a sentence: "the Taliban", "analysts"."""
    return name.lower() if name.lower() in mapping("phrases")["common"] else inside(words.party(name))


def mutual(accused: str) -> bool:
    """Whether it is two sides that name one another: "the army and the rebels blamed each other"."""
    return accused.casefold() in reconciling_words("reciprocal")


def accused_of(index: Index, claim: Claim) -> str:
    """Whom a claim names: the actor by its name, one without a name in the words of the text ("gunmen"), where they are few."""
    if claim.actor:
        return words.party(index.actor(claim.actor))
    said = " ".join(index.text(claim.passage).split())
    own = 0 < len(said.split()) <= FEW and said[0].isalpha() and claim.value.casefold() not in said.casefold()
    value = said if own else claim.value
    return words.party(words.balanced(value))


def culprits(index: Index, incident: Incident) -> tuple[Claim, ...]:
    """The claims on who did it; who is only told to have fought in a battle is a side of it and not accused."""
    found = index.claims_on(incident, "responsibility")
    # an outlet's own naming adds nothing to the party's own word
    owned = {c.actor for c in found if c.actor and c.stance in ("claims", "admits")}
    found = tuple(c for c in found if c.actor or c.value.lower() not in mapping("phrases")["pronouns"])
    return tuple(c for c in found if c.stance != "asserts" or (incident.event_type != BATTLES and c.actor not in owned))


def _form(stance: str, speaker: str, accused: str, own: bool) -> str:
    if stance == "none-claimed":
        return f"nobody had claimed responsibility, said {speaker}"
    if stance == "unknown":
        return f"{speaker} said that it was not known who did it"
    if own and stance in ("asserts", "accuses", "suspects"):
        return f"{speaker} was named as responsible"
    if own:
        return f"{speaker} {STANCES[stance]} responsibility" if stance != "withdraws" else f"{speaker} withdrew a statement"
    return {
        "asserts": f"{speaker} named {accused} as responsible",
        "accuses": f"{speaker} accused {accused}",
        "suspects": f"{speaker} suspected {accused}",
        "denies": f"{speaker} denied that {accused} was responsible",
        "admits": f"{speaker} said that {accused} admitted responsibility",
        "claims": f"{speaker} said that {accused} claimed responsibility",
        "withdraws": f"{speaker} withdrew a statement on {accused}",
    }[stance]
