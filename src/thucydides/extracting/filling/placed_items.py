"""Placed items: lists without days whose items open each with a place or a day ("* In Nyala, ..."), so that each tells a deed of its own.

Invariant: an item is an entry only where most of its list open so.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from thucydides.nouns import Block, Document

LEAST = 3
"""So many items make a list."""
_OPENED = re.compile(
    r"\W*(?:In|At|Near|Outside|Around|On)\s+(?:the\s+)?(?:(?:town|city|village|district|province|state)\s+of\s+)?(?:[A-Z]|\d{1,2}\s+[A-Z])"
)


def placed_items(document: Document) -> list[Block]:
    """The items of a document's lists that are entries (rule `extract.another-entry`), in order."""
    found: list[Block] = []
    for bullet, run in groupby(document.blocks, key=lambda b: b.kind == "bullet"):
        items = list(run)
        opened = sum(_OPENED.match(document.text, b.start, b.end) is not None for b in items)
        if bullet and len(items) >= LEAST and 2 * opened > len(items):
            found += items
    return found


def item_of(items: Sequence[Block], start: int) -> int | None:
    """The start of the item in which a character stands."""
    return next((b.start for b in items if b.start <= start < b.end), None)
