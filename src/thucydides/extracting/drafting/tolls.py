"""Tolls: the counts of a draft and of a telling or another draft held against each other.

Invariant: only top-level counts of counted people are held against each other, never parts.
"""

from thucydides.extracting.drafting.draft import Draft
from thucydides.extracting.tellings.telling import Telling


def far_apart(draft: Draft, telling: Telling) -> bool:
    """Whether a draft and a telling count dead that differ by half or more."""
    told = {
        h.quantity.best
        for h in telling.harms
        if h.outcome == "killed" and h.part_of is None and h.people.counted and h.quantity is not None and h.quantity.best
    }
    before = {n for n in draft.counts("killed") if n}
    return bool(told and before) and 2 * min(max(told), max(before)) <= max(max(told), max(before))


def repeats(whole: Draft, part: Draft) -> bool:
    """Whether a draft with a day gives one without a day no count but its own: then the day is most likely that of both."""
    for outcome in ("killed", "injured"):
        counts = part.counts(outcome)
        if counts and not counts & whole.counts(outcome):
            return False
    return bool(part.places) or any(part.counts(o) for o in ("killed", "injured"))


def counted_apart(a: Telling, b: Telling) -> bool:
    """Whether one sentence counts the two place by place ("41 in the one village and 23 in the other")."""
    return a.order == b.order and a.part != b.part


def tolls_fit(whole: set[int], part: set[int]) -> bool:
    """Whether counts of the part are none that the whole leaves no room for."""
    return not part or not whole or ((max(part) <= max(whole)) and (part == {0}) == (whole == {0}))
