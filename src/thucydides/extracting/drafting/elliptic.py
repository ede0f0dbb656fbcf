"""Elliptic: what a report tells behind a place and a day without saying either again, a deed there where it fits none told before.

Rule `extract.elliptic`: "The attack on Zeila was condemned. Army helicopters attacked a column." Invariants: only what somebody is said to
have done, or what came about, opens an incident so, and only where the report told a day that is news; what is only taken up, may be or
goes on never does.
"""

from collections.abc import Sequence

from thucydides.extracting.drafting.dating import in_course, in_paragraph
from thucydides.extracting.drafting.draft import Dated
from thucydides.extracting.filling.reckoning import Reckoning
from thucydides.extracting.filling.unsaid import tells_of_aftermath
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.times import TimeExpression
from thucydides.nouns import Document, PlaceRef
from thucydides.nouns.place import TOWN

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
    if any(t.noun and t.definite for t in telling.triggers):
        return False  # "After the attack, the alliance said it had hit a post"
    if item.at is not None or item.date is not None or telling.mood != "done" or head.family not in _DEEDS:
        return False
    done = any(t.done and t.family == head.family for t in telling.triggers)
    return done or (not head.weak and any(r in ("perpetrator", "party", "target") for r in telling.roles))


def behind_town(
    document: Document, item: Dated, before: Sequence[Telling], last: PlaceRef | None, anchor: Reckoning, times: Sequence[TimeExpression]
) -> Dated | None:
    """An elliptic telling with the town told shortly `before` it, `last`, and the day told last where that is news; None without either."""
    if last is None or last.place is None or last.place.coarseness > TOWN or not is_elliptic(item) or tells_of_aftermath(document):
        return None
    telling = item.telling
    if not any(telling.order - t.order <= REACH and any(p.passage == last.passage for p in t.places) for t in before):
        return None
    found = in_course(in_paragraph(document, Dated(telling, None, last, item.launched), anchor, times), anchor, times)
    return found if found.date is not None else None
