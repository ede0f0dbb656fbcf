"""Entries: the head under which each telling of a list, a chronicle or a bulletin stands, so that none is of the deed told under another.

Invariant: what stands under no head has no entry (rule `extract.another-entry`).
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.filling.labelled_items import labelled_items
from thucydides.extracting.filling.listing import entry_of
from thucydides.extracting.filling.placed_items import item_of, placed_items
from thucydides.extracting.forms.heads_within import head_before, heads_within
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.titled_heads import titled_heads
from thucydides.nouns import Document


def with_entries(document: Document, tellings: Sequence[Telling], around: Surroundings) -> list[Telling]:
    """The tellings with where their entry starts: at a head amid their paragraph, at the day of their list, at a heading with its day, else
    at their item."""
    headings = [b.start for b in document.blocks if b.kind == "heading"]
    items = sorted({*placed_items(document), *labelled_items(document, around)}, key=lambda b: b.start)
    titled = titled_heads(document.text, document.blocks)
    heads = {b.start: heads_within(document, b, around) for b in document.blocks}
    found = []
    for telling in tellings:
        block = next((b for b in document.blocks if b.start <= telling.start < b.end), None)
        head = head_before(heads[block.start], telling.start) if block is not None else None
        entry = entry_of(around.reckoning.listed, headings, telling.start)
        above = max((h for h in headings if h <= telling.start), default=None)
        entry = above if entry is None and above in titled else entry
        entry = item_of(items, telling.start) if entry is None else entry
        found.append(replace(telling, entry=entry if head is None or block is None or head.start == block.start else head.start))
    return found
