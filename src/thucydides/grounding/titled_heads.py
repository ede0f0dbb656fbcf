"""Titled heads: the headings of sections that give a day with their matter ("5 March: The bridge falls"), as backgrounders write them.

Invariant: one alone is no such heading, nor is what stands above the first paragraph: that may be the date of the page.
"""

from collections.abc import Mapping
from functools import lru_cache

from thucydides.grounding.times import TimeExpression, titled_day
from thucydides.nouns import Block

LEAST = 2
"""So many such headings are those of a timeline."""


@lru_cache(maxsize=8)
def titled_heads(text: str, blocks: tuple[Block, ...]) -> Mapping[int, TimeExpression]:
    """The starts of a page's headings that give a day with their matter, each with its day, as it stands in the heading."""
    told = next((b.start for b in blocks if b.kind in ("paragraph", "bullet")), len(text))
    heads = [b for b in blocks if b.kind == "heading" and b.start > told]
    found = {b.start: day for b in heads if (day := titled_day(text[b.start : b.end])) is not None}
    return found if len(found) >= LEAST else {}
