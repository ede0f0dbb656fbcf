"""Grades: how well harm and responsibility are borne out, each with its reason.

Rules `grade.harm` and `grade.responsibility`, after the grades of Airwars' methodology: confirmed (the party responsible accepts
it), fair (two or more credible independent sources), weak (a single source), contested (sources contradict one another),
discounted (no harm, by all accounts). Where nothing is told there is no grade.
"""

from collections.abc import Sequence

from thucydides.nouns import Grade
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.bearers import ADMITS
from thucydides.reconciling.counts import noun, number
from thucydides.reconciling.naming import listed
from thucydides.reconciling.party_names import same_party
from thucydides.reconciling.responsibility import BLAMES, Position
from thucydides.reconciling.rival_positions import rivals
from thucydides.reconciling.words import OUTCOMES, words

_HARM = ("killed", "injured")


def grade_harm(assessed: Assessed, positions: Sequence[Position]) -> Grade | None:
    """The grade for harm: that people were killed or hurt at all."""
    tellings = [t for outcome in OUTCOMES for t in assessed.tolls[outcome] if not t.superseded]
    harmed = {t.origin for t in tellings if (t.quantity.low or 0) > 0 or (t.quantity.best or 0) > 0}
    spared = {t.origin for t in tellings if t.quantity.high == 0 and not counts.inferred(t.quantity)}
    denied = {t.origin for t in assessed.types if t.status == "denied"}
    if not harmed:
        if spared:
            return Grade("discounted", f"{_many(len(spared))} that nobody was harmed, and none says otherwise")
        return None
    if _spared_wholly(assessed, spared - harmed):
        return Grade("contested", f"{_many(len(harmed))} of people harmed, {_many(len(spared - harmed))} that nobody was")
    if denied - harmed:
        return Grade("contested", f"{_many(len(harmed))} of people harmed, {_many(len(denied - harmed))} that it did not happen")
    accepting = [p for p in positions if p.stance in ADMITS]
    if accepting:
        accept = "accept" if len({p.actor for p in accepting}) > 1 else "accepts"
        return Grade("confirmed", f"{_many(len(harmed))} of it, and {listed(p.actor for p in accepting)} {accept} having done it")
    if len(harmed) > 1:
        return Grade("fair", f"{number(len(harmed))} independent origins tell of it")
    return Grade("weak", "a single origin tells of it")


def _spared_wholly(assessed: Assessed, origins: set[str]) -> bool:
    """Whether some origin says that nobody was killed where others count dead, or nobody hurt where others count injured."""
    for outcome in _HARM:
        told = [t for t in assessed.tolls[outcome] if not t.superseded]
        if any(t.quantity.high == 0 and t.origin in origins for t in told) and any((t.quantity.low or 0) > 0 for t in told):
            return True
    return False


def grade_responsibility(positions: Sequence[Position], withdrew: Sequence[str] = ()) -> Grade | None:
    """The grade for responsibility: who did it; `withdrew` are the parties that claimed it and took the claim back."""
    found = _grade_responsibility(positions)
    if not withdrew:
        return found
    said = f"{listed(withdrew)} took back the claim of having done it"
    if found is None:
        return Grade("discounted", f"{said}, and nobody else is named")
    return Grade(found.grade, f"{found.reason}; {said}")


def _grade_responsibility(positions: Sequence[Position]) -> Grade | None:
    accepting = [p for p in positions if p.stance in ADMITS]
    blamed = [p for p in positions if p.stance in BLAMES]
    denying = [p for p in positions if p.stance == "denies"]
    if not accepting and not blamed:
        return None
    rival = rivals([*accepting, *blamed])
    if len({p.actor for p in accepting}) > 1 and rivals(accepting):
        return Grade("contested", f"{listed(p.actor for p in accepting)} each claim it")
    if denying and blamed and any(same_party(d.actor, b.actor) for d in denying for b in blamed):
        return Grade(
            "contested", f"{listed(p.actor for p in blamed)} blamed, {listed(p.actor for p in denying)} {_deny(denying)} it"
        )
    if rival and not accepting:
        return Grade("contested", f"different parties are blamed: {listed(p.actor for p in blamed)}")
    if accepting:
        return Grade(
            "confirmed",
            f"{accepting[0].actor} {'claimed' if accepting[0].stance == 'claims' else 'admitted'} it"
            + (f", though {listed(p.actor for p in blamed)} {_are(blamed)} blamed too" if rival else ""),
        )
    if denying:
        return Grade(
            "contested", f"{listed(p.actor for p in blamed)} blamed, while {listed(p.actor for p in denying)} denies a part in it"
        )
    if any(p.actor.casefold() in words("reciprocal") for p in blamed):
        return Grade("contested", "each side blames the other")
    firm = {o for p in blamed if p.stance != "suspects" for o in p.origins}
    every = {o for p in blamed for o in p.origins}
    if len(firm) > 1:
        return Grade("fair", f"{number(len(firm))} independent origins name {listed(p.actor for p in blamed)}")
    kind = "only suspected" if not firm else "named"
    return Grade(
        "weak", f"{listed(p.actor for p in blamed)} {kind} by {number(len(every))} {noun(len(every), 'origin', 'origins')}"
    )


def _many(value: int) -> str:
    return f"{number(value)} independent {noun(value, 'origin tells', 'origins tell')}"


def _are(positions: Sequence[Position]) -> str:
    return "are" if len({p.actor for p in positions}) > 1 else "is"


def _deny(positions: Sequence[Position]) -> str:
    return "deny" if len({p.actor for p in positions}) > 1 else "denies"
