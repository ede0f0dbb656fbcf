"""Discrepancies of responsibility: different parties named, or one that denies what it is accused of."""

from collections.abc import Iterator, Sequence

from thucydides.nouns import Discrepancy
from thucydides.reconciling.assessments import Assessed
from thucydides.reconciling.bearers import ADMITS
from thucydides.reconciling.discrepancies.common import MILD, WEIGHTS, Side, Single, discrepancy
from thucydides.reconciling.naming import sentence
from thucydides.reconciling.party_names import same_party
from thucydides.reconciling.responsibility import BLAMES, Position, positions
from thucydides.reconciling.rival_positions import rivals, unsettled
from thucydides.reconciling.words import words


def find(scene: Single) -> Iterator[Discrepancy]:
    """One discrepancy where the responsibility for an incident is disputed, with every position on it."""
    one = scene.one
    held = positions(one.case, one.copies)
    reason = _reason(held)
    mild = reason == _CLAIMED_LATER or (not reason and unsettled(held))
    if mild and not reason:
        reason = "One account names a party, another says that it is not known who did it."
    if not reason:
        return
    sides = [Side(p.words(), c.passage, c.document, None, c.id) for p in held for c in p.claims]
    told = "; ".join(dict.fromkeys(p.words() for p in held))
    if reason == _ONLY_DENIED and _of_ground(one):
        yield discrepancy("nature", "type", [one.id], sides, sentence(f"whether it was taken is disputed: {told}"), WEIGHTS["type"])
        return
    said = f"{told}; {reason}" if reason == _ONLY_DENIED else f"On who did it the accounts differ: {told}. {reason}"
    weight = WEIGHTS["responsibility"] * (MILD if mild else 1)
    yield discrepancy("responsibility", "responsibility", [one.id], sides, sentence(said), weight)


_CLAIMED_LATER = "One account says that nobody claimed it, another that somebody did; the claim is likely the later."
_ONLY_DENIED = "who accuses them of it is not told."


def _of_ground(one: Assessed) -> bool:
    """Whether an incident is that a place changed hands, so that who denies it says that it did not."""
    return any(t.type in _TAKEN for t in one.types)


_TAKEN = frozenset({"Government regains territory", "Non-state actor overtakes territory"})


def _reason(held: Sequence[Position]) -> str:
    """What the positions contradict one another in, "" where they do not."""
    named = [p for p in held if p.stance in BLAMES | ADMITS]
    denied = [p for p in held if p.stance == "denies"]
    unclaimed = any(p.stance == "none-claimed" for p in held)
    if len([p for p in held if p.stance in ADMITS]) > 1 and rivals([p for p in held if p.stance in ADMITS]):
        return "More than one party claims it."
    if denied and any(same_party(d.actor, n.actor) for d in denied for n in named):
        return "The one accused denies it; accuser and accused both have an interest in what they say."
    if rivals(named):
        return "Different parties are named" + (
            ", and none has claimed it."
            if unclaimed
            else "; they may be different words for one group, which nothing in the texts settles."
        )
    if any(p.actor.casefold() in words("reciprocal") for p in named):
        return "Each side blames the other."
    owned = any(p.stance in ADMITS for p in held)
    if unclaimed and owned:
        return _CLAIMED_LATER
    if denied and named and not owned:  # whom nobody names contradicts nobody where another says that it was he
        return "One party is named and another denies a part in it."
    if denied and not named:
        return _ONLY_DENIED
    return ""
