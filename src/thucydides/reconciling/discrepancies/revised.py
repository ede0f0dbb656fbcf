"""Revised: numbers told of an incident that others have taken the place of, within one report or from one to the next.

Rule `discrepancy.revised`. Invariant: a number that was taken back or outgrown is shown, and changes no figure.
"""

from collections.abc import Sequence

from thucydides.nouns import Claim
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.common import Side
from thucydides.reconciling.naming import listed
from thucydides.reconciling.origins import chain
from thucydides.reconciling.tellings import Telling

_DIED = "some of them died later"
_GONE = ("replaced by", _DIED)
"""How the reasons begin for which a number of this incident no longer stands."""


def former(one: Assessed, outcome: str, told: Sequence[Telling]) -> list[tuple[Side, str]]:
    """The numbers that no longer stand beside those told, each with why."""
    gone = [
        (Side(counts.say(t.quantity), t.passage, t.passage.document, t.chain, t.claims[0] if t.claims else ""), t.superseded)
        for t in one.tolls[outcome]
        if t.superseded.startswith(_GONE) and not t.partial and counts.known(t.quantity) and not counts.indefinite(t.quantity)
    ]
    gone += [
        (Side(counts.say(c.quantity), c.passage, c.document, chain(one.case.context, c.passage, c), c.id), "")
        for c in one.case.claims
        if _taken_back(c, outcome) and c.quantity is not None
    ]
    standing = {counts.say(t.quantity) for t in told}
    return [(side, why) for side, why in gone if side.value not in standing]


def _taken_back(claim: Claim, outcome: str) -> bool:
    return claim.attribute == outcome and claim.stance == "withdraws" and claim.speaker is None


def said_of(gone: Sequence[tuple[Side, str]]) -> str:
    """What is said of numbers that no longer stand, "" where there are none."""
    if not gone:
        return ""
    earlier = listed(dict.fromkeys(side.value for side, _ in gone))
    if all(why == _DIED for _, why in gone):
        return f"Told otherwise: {earlier}; some of the injured have likely died since."
    return f"Told before and then replaced: {earlier}. The later figures stand."
