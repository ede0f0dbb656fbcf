"""Discrepancies of sides: each of two who fought counts only the other's dead, so that nobody tells what both lost.

Rule `discrepancy.each-side`. Invariant: who counts its own as well, or whose own count somebody else gives, leaves nothing to dispute.
"""

from collections.abc import Iterator, Sequence

from thucydides.nouns import Claim, Discrepancy
from thucydides.nouns.actor import GROUP_KINDS, STATE_KINDS
from thucydides.reconciling import counts
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.discrepancies.apart import numbers_apart
from thucydides.reconciling.discrepancies.common import WEIGHTS, Side, Single, by_value, discrepancy
from thucydides.reconciling.groups import FIGHTERS, clean_label
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.origins import chain

_FORCES = frozenset({"state forces", "external forces"})


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy for each outcome of which two sides tell only what they did to each other."""
    one = scene.one
    for outcome in ("killed", "injured"):
        claims = [c for c in one.case.claims if c.attribute == outcome and c.stance == "asserts" and c.quantity is not None]
        counted = [c for c in claims if c.quantity is not None and (c.quantity.best or 0) >= 1 and not c.part]
        by_state, by_group = ([c for c in counted if _of_its_enemy(c, state)] for state in (True, False))
        if not by_state or not by_group or numbers_apart(one, outcome) or _own(counted):
            continue
        sides = [_side(one, c) for c in (*by_state, *by_group)]
        words = sentence(f"each side counts the other's {outcome} and none of its own: {by_value(scene.context, sides)}")
        yield discrepancy("value", outcome, [one.id], sides, words, WEIGHTS[outcome] / 2)


def _of_its_enemy(claim: Claim, state: bool) -> bool:
    """Whether a state's speaker counts fighters, or a group's speaker a state's forces."""
    kinds, enemies = (STATE_KINDS, FIGHTERS) if state else (GROUP_KINDS, _FORCES)
    return claim.speaker_kind in kinds and claim.category in enemies


def _own(claims: Sequence[Claim]) -> bool:
    """Whether a side counts people of its own."""
    pairs = ((STATE_KINDS, _FORCES), (GROUP_KINDS, FIGHTERS))
    return any(c.speaker_kind in kinds and c.category in own for c in claims for kinds, own in pairs)


def _side(one: Assessed, claim: Claim) -> Side:
    said = counts.say(claim.quantity) if claim.quantity is not None else claim.value
    who = chain(one.case.context, claim.passage, claim)
    return Side(f"{said} {clean_label(claim.group)}".strip(), claim.passage, claim.document, who, claim.id)
