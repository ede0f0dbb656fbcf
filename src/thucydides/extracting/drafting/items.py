"""Items: whether a telling stands in another item or entry of a list than what a draft tells, and so may tell of another deed."""

from thucydides.extracting.drafting.draft import Dated, Draft
from thucydides.extracting.tellings.telling import Telling


def another_entry(draft: Draft, telling: Telling) -> bool:
    """Whether a telling stands under another head of a list than all that a draft tells (rule `extract.another-entry`)."""
    heads = {d.telling.entry for d in draft.items}
    return telling.entry is not None and None not in heads and telling.entry not in heads


def another_item(draft: Draft, item: Dated) -> bool:
    """Whether an item of a list names a place that a draft told by other items of it does not (rule `extract.another-item`)."""
    at, telling = item.own_place, item.telling
    if telling.kind != "bullet" or at is None or any(d.telling.kind != "bullet" for d in draft.items):
        return False
    if any(d.telling.paragraph == telling.paragraph for d in draft.items) or not draft.places:
        return False
    return all(k.gazetteer_id != at.gazetteer_id for k in draft.places)
