"""Tolls: the counts of a draft and of a telling or another draft held against each other.

Invariant: only top-level counts of counted people are held against each other, never parts.
"""

from collections.abc import Sequence, Set

from thucydides.extracting.drafting.clashes import towns_apart
from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.kinds.kinds import ARMED
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import Place


def far_apart(draft: Draft, telling: Telling) -> bool:
    """Whether a draft and a telling count dead that differ by half or more."""
    told = _killed([telling])
    before = _killed([d.telling for d in draft.items])
    return bool(told and before) and 2 * min(max(told), max(before)) <= max(max(told), max(before))


def _killed(tellings: Sequence[Telling]) -> set[int]:
    """The dead that tellings count whole, by numbers that say how many."""
    harms = (h for t in tellings for h in t.harms if h.outcome == "killed" and h.part_of is None and h.people.counted and not h.wide)
    exact = (h.quantity for h in harms if h.quantity is not None and h.quantity.rule not in _LOOSE and not (h.total or h.given))
    return {q.best for q in exact if q.best}


_LOOSE = frozenset({"toll.dozens", "toll.scores", "toll.hundreds", "toll.several", "toll.thousands"})
"""Rules of numbers that are as good as none: "dozens" may be the 60 of the title."""


def repeats(whole: Draft, part: Draft) -> bool:
    """Whether a draft with a day gives one without a day no count but its own: then the day is most likely that of both."""
    for outcome in ("killed", "injured", "captured"):
        counts = part.counts(outcome)
        if counts and not counts & whole.counts(outcome):
            return False
    return bool(part.places) or any(part.counts(o) for o in ("killed", "injured", "captured"))


def counted_apart(a: Telling, b: Telling) -> bool:
    """Whether one sentence counts the two place by place ("41 in the one village and 23 in the other")."""
    return a.order == b.order and a.part != b.part


def tolls_fit(whole: Set[int], part: Set[int]) -> bool:
    """Whether counts of the part are none that the whole leaves no room for."""
    return not part or not whole or ((max(part) <= max(whole)) and (part == {0}) == (whole == {0}))


def counted_elsewhere(draft: Draft, item: Dated) -> bool:
    """Whether a telling counts people of its own in another town or province than a draft does (rule `extract.town`)."""
    outcome = next((o for o in ("killed", "injured", "captured") if item.telling.anew(o)), None)
    if outcome is None:
        return False
    place = item.at.place if item.at is not None and item.at in item.telling.places else None
    head = item.telling.head
    if place is None or not _is_part(place) or (head is not None and head.definite) or any(h.total for h in item.telling.harms):
        return False
    its = draft.fresh(outcome)
    if not its or item.telling.anew(outcome) & its:
        return False
    parts = [p for p in draft.places if _is_part(p)]
    told_new = head is not None and head.new and not parts  # "In another town ..." behind one whose place nobody knows
    told_new = told_new or (not parts and bystanders_beside(draft, item))
    return told_new or (bool(parts) and all(towns_apart(p, place) for p in parts))


def bystanders_beside(draft: Draft, item: Dated) -> bool:
    """Whether a paragraph of its own tells with its day and by what means bystanders were harmed, behind one that counts the armed dead of
    that day alone (rule `extract.bystanders-beside`): "12 policemen died on Saturday", "A girl was killed on Saturday when a shell ..."."""
    telling = item.telling
    told = telling.time is not None and bool(telling.families - _HARM) and not (telling.referring or telling.same_doers)
    before = [d.telling for d in draft.items]
    if not told or draft.date is None or any(t.paragraph == telling.paragraph or t.families - _HARM or t.weapons for t in before):
        return False
    theirs = {h.people.category for t in before for h in t.harms if h.part_of is None}
    ours = {h.people.category for h in telling.harms if h.part_of is None}
    return bool(theirs) and theirs <= ARMED and bool(ours) and ours.isdisjoint(ARMED)


_HARM = frozenset({"death", "harm"})


def _is_part(place: Place) -> bool:
    """Whether a place is a town, a district or a province."""
    return place.kind in ("settlement", "site", "admin2", "admin1")
