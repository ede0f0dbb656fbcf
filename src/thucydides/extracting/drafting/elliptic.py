"""Elliptic: what a report tells behind a place and a day without saying either again, a deed there where it fits none told before.

Rule `extract.elliptic`: "The attack on Zeila was condemned. Army helicopters attacked a column." Invariant: only what somebody is
said to have done, or what came about, opens an incident so; what is only taken up, may be or goes on never does.
"""

from collections.abc import Sequence

from thucydides.extracting.drafting.draft import Dated
from thucydides.extracting.tellings.telling import Telling
from thucydides.nouns import PlaceRef

TOWN = 2
"""The precision class of a town."""
REACH = 3
"""Sentences behind a place within which a report still speaks of it."""
_DEEDS = frozenset({
    "clash", "air", "shelling", "bomb", "suicide", "grenade", "attack", "protest", "riot", "crackdown", "destruction", "takeover",
    "territory", "abduction",
})  # fmt: skip


def is_elliptic(item: Dated) -> bool:
    """Whether a telling without a place and a day of its own says that somebody did a deed, or that one came about."""
    telling = item.telling
    head = telling.head
    if head is None or head.definite or telling.referring or telling.aside or telling.dated_by:
        return False
    if item.at is not None or item.date is not None or telling.mood != "done" or head.family not in _DEEDS:
        return False
    done = any(t.done and t.family == head.family for t in telling.triggers)
    return done or (not head.weak and any(r in ("perpetrator", "party", "target") for r in telling.roles))


def town_before(telling: Telling, before: Sequence[Telling], last: PlaceRef | None) -> PlaceRef | None:
    """The town told last before a telling, where the sentence that names it is not far behind."""
    if last is None or last.place is None or (last.place.precision or 7) > TOWN:
        return None
    near = any(telling.order - t.order <= REACH and any(p.passage == last.passage for p in t.places) for t in before)
    return last if near else None
