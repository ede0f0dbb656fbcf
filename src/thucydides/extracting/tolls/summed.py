"""Summed: what another speaker counts group by group of those whom the toll counts together (rule `toll.summed`).

Invariant: the sum is one of disjoint counts in one speaker's mouth, and stands beside the toll; women and children are of the dead told.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from thucydides.extracting.accounts import accounts
from thucydides.extracting.people.sides import FIGHTERS
from thucydides.extracting.tellings.mouths import apart
from thucydides.extracting.tellings.telling import Telling
from thucydides.extracting.tolls.item import ANYBODY, OUTCOMES, toll_item
from thucydides.nouns import TollItem


def summed(document: str, tellings: Sequence[Telling], items: Sequence[TollItem]) -> Iterator[TollItem]:
    """The sums of what other speakers count of people of several kinds, where the toll is of people of no kind: "At least 60 people died,
    residents said. The army said 12 soldiers and 37 rebels had died."."""
    for outcome in OUTCOMES:
        mains = [i for i in items if i.outcome == outcome and i.part_of is None]
        if len(mains) != 1 or mains[0].group.lower() not in ANYBODY:
            continue
        every = accounts(tellings, outcome)
        voice = next((a.voice for a in every for h in a.wholes if h.start == mains[0].passage.start), "")
        for account in every:
            counted = [h for h in account.wholes if h.people.counted and h.quantity is not None]
            whole = len(counted) == len(account.wholes) > 1 and not account.title and not account.running
            sides = whole and any(h.people.category in FIGHTERS for h in counted)
            if sides and apart(account.voice, voice) and account.total.best not in (None, mains[0].quantity.best):
                first = min(counted, key=lambda h: h.start)
                item = toll_item(document, outcome, first, account.total)
                passage = replace(item.passage, end=max(h.end for h in counted))
                yield replace(item, passage=passage, group=mains[0].group, category=mains[0].category, nationality=None, perpetrator=False)
