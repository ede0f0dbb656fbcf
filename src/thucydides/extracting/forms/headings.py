"""Headings: the place that a heading or the title names for the incidents told under it without a place of their own.

Invariant: a heading that names two towns, or a seat of government that stands for its government, places nothing.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.grounding.places import contains
from thucydides.nouns import Block, Document, PlaceRef

_OPENING = re.compile(r"[^.:;–—\n]{3,70}(?=[.:–—])")
LEAST_PRECISION = 2
"""What is told under a heading lies in its place, not at its point."""
_LONGEST = 120
"""A longer heading is a sentence, whose own incident its place may be."""


def heading_place(document: Document, start: int, around: Surroundings) -> PlaceRef | None:
    """The one district or town that the nearest heading above `start` names, else the title (rule `place.heading`)."""
    above = [b for b in document.blocks if b.kind in ("heading", "title") and b.end <= start and b.end - b.start <= _LONGEST]
    for block in reversed(above):
        found = _places(block, around)
        if found:
            ref = _one(found)
            if ref is None or ref.place is None:
                return None
            precision = max(ref.place.precision or LEAST_PRECISION, LEAST_PRECISION)
            reason = f"place.heading: {ref.place.reason}".strip(": ")
            return replace(ref, role="near", place=replace(ref.place, precision=precision, reason=reason))
    return None


def entry_place(document: Document, start: int, around: Surroundings) -> PlaceRef | None:
    """The place that opens the entry around `start` and little else does: "Blida (Marjayoun). On 30 October ..." (rule `place.entry`)."""
    block = next((b for b in document.blocks if b.start <= start < b.end and b.kind in ("paragraph", "bullet")), None)
    opening = _OPENING.match(document.text, block.start, block.end) if block is not None else None
    if block is None or opening is None:
        return None
    lead = Block(block.start, opening.end(), "heading")
    found = _places(lead, around)
    ref = _one(found) if found else None
    if ref is None or ref.place is None or sum(r.passage.end - r.passage.start for r in found) * 2 < opening.end() - block.start:
        return None
    return replace(ref, role="at", place=replace(ref.place, reason=f"place.entry: {ref.place.reason}".strip(": ")))


def _places(block: Block, around: Surroundings) -> list[PlaceRef]:
    """The places of a heading, countries and places that speak for a government left out."""
    return [
        ref
        for ref in around.places_in(block.start, block.end)
        if ref.place is not None
        and ref.place.kind in ("settlement", "admin1", "admin2", "site")
        and ref.role not in ("from", "to", "origin")
        and not any(a.metonym for a in around.actors_in(ref.passage.start, ref.passage.end))
    ]


def _one(found: Sequence[PlaceRef]) -> PlaceRef | None:
    """The place that all others of a heading hold or are, None where it names two places apart."""
    finest = max(found, key=lambda r: -(r.place.precision or 9) if r.place else -9)
    for ref in found:
        if ref.place is None or finest.place is None:
            return None
        if ref.place.gazetteer_id != finest.place.gazetteer_id and not contains(ref.place, finest.place):
            return None
    return finest
