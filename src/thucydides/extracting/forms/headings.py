"""Headings: the place that a heading or the title names for the incidents told under it without a place of their own.

Invariant: a heading that names two towns, or a seat of government that stands for its government, places nothing; alone before the colon of
an entry a seat is a town.
"""

import re
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from thucydides.extracting.filling.labelled_items import labelled_items
from thucydides.extracting.forms.heads_within import after_day, head_before, heads_within
from thucydides.extracting.tellings.surroundings import Surroundings
from thucydides.extracting.tellings.telling import Telling
from thucydides.grounding.datelines import head_datelines
from thucydides.grounding.places import contains
from thucydides.nouns import Block, Document, PlaceRef
from thucydides.nouns.place import DISTRICT

_OPENING = re.compile(r"[^.:;–—\n]{3,70}?(?=[.:–—]|\s-\s)")
LEADING = 3
"""Paragraphs at the head of a report where its dateline may stand."""
LEAST_PRECISION = 2
"""What is told under a heading lies in its place, not at its point."""
_LONGEST = 120
"""A longer heading is a sentence, whose own incident its place may be."""


def heading_place(document: Document, start: int, around: Surroundings, kinds: Collection[str] = ("heading", "title")) -> PlaceRef | None:
    """The one district or town that the nearest heading above `start` names, else the title (rule `place.heading`).

    `kinds` are the kinds of blocks that are asked: a heading of a section says more of what stands under it than the title does.
    """
    above = [b for b in document.blocks if b.kind in kinds and b.end <= start and b.end - b.start <= _LONGEST]
    for block in reversed(above):
        found = _places(block, around, seats=_only_named(block, around))
        if document.text[block.start : block.end].rstrip().endswith("?"):
            found = [r for r in found if r.role in ("at", "near")]  # "How did Bor die?", "Who are the Baloch?"
        if found:
            ref = _one(found)
            if ref is None or ref.place is None:
                return None
            precision = max(ref.place.precision or LEAST_PRECISION, LEAST_PRECISION)
            reason = f"place.heading: {ref.place.reason}".strip(": ")
            return replace(ref, role="near", place=replace(ref.place, precision=precision, reason=reason))
    return None


def _only_named(block: Block, around: Surroundings) -> bool:
    """Whether a heading of a section is nothing but the name of a place: of a seat of government too it is the town."""
    named = [r.passage for r in around.places_in(block.start, block.end)]
    return block.kind == "heading" and any(p.start <= block.start and block.end <= p.end for p in named)


def entry_place(document: Document, start: int, around: Surroundings, labelled: Sequence[Block] = ()) -> PlaceRef | None:
    """The place that opens the entry around `start`, beside its number and day, and little else does: "Blida (Marjayoun). On 30 ...",
    "3 March – Odesa: ..." (rule `place.entry`); `labelled` are the paragraphs of a round-up, which open with none of a dateline."""
    block = next((b for b in document.blocks if b.start <= start < b.end and b.kind in ("paragraph", "bullet")), None)
    within = head_before(heads_within(document, block, around), start) if block is not None else None
    if within is not None and block is not None and within.start > block.start:
        return _alone(Block(within.start, within.end, "heading"), around)
    first = after_day(document, block, around) if block is not None else 0
    opening = _OPENING.match(document.text, first, block.end) if block is not None else None
    if block is None or opening is None:
        return None
    if block in labelled:
        return _alone(Block(first, opening.end(), "heading"), around)
    if _has_dateline(document, block.start):
        return None
    if document.text[opening.end()] == ":" and _is_filed(document, block, around):
        return None
    return _alone(Block(first, opening.end(), "heading"), around)


def _alone(lead: Block, around: Surroundings) -> PlaceRef | None:
    """The place of a head that names little else."""
    found = _places(lead, around, seats=True)
    ref = _one(found) if found else None
    days = sum(t.end - t.start for t in around.times_in(lead.start, lead.end))
    named = sum(r.passage.end - r.passage.start for r in found)
    if ref is None or ref.place is None or named * 2 < lead.end - lead.start - days:
        return None
    return replace(ref, role="at", place=replace(ref.place, reason=f"place.entry: {ref.place.reason}".strip(": ")))


def _is_filed(document: Document, block: Block, around: Surroundings) -> bool:
    """Whether a place and a colon open the head of a report and no other paragraph ("KIDAL: Two men ..."): where it was written."""
    some = [b for b in document.blocks if b.kind in ("paragraph", "bullet")]
    others = [_OPENING.match(document.text, after_day(document, b, around), b.end) for b in some if b is not block]
    opened = [m for m in others if m is not None and document.text[m.end()] == ":"]
    return len(some) > 1 and block in some[:LEADING] and not any(around.places_in(m.start(), m.end()) for m in opened)


def _has_dateline(document: Document, start: int) -> bool:
    starts = [b.start for b in document.blocks if b.kind in ("paragraph", "summary")]
    return any(a == start for a, _ in head_datelines(document.text, starts))


def with_entry_places(document: Document, tellings: Sequence[Telling], around: Surroundings) -> list[Telling]:
    """The tellings of entries that open with a place with that place, where they have none of their own and no day either that parts them
    from a deed told before in the entry at a place of its own: "Gao. Gunmen raided Tassiga on 2 May. Six farmers were killed."."""
    result = []
    labelled = labelled_items(document, around)
    elsewhere = -1  # the block in which a deed was told last at a place of its own
    for telling in tellings:
        if telling.kind not in ("paragraph", "bullet"):
            result.append(telling)
            continue
        placed = any(r.role in ("at", "near", "between") and r.place is not None for r in telling.places)
        goes_on = telling.paragraph == elsewhere and telling.time is None
        ref = entry_place(document, telling.start, around, labelled) if not placed and not goes_on else None
        fine = ref is not None and ref.place is not None and ref.place.coarseness <= DISTRICT
        result.append(replace(telling, places=(*telling.places, ref)) if ref is not None and fine else telling)
        elsewhere = telling.paragraph if placed or goes_on else -1
    return result


def _places(block: Block, around: Surroundings, seats: bool = False) -> list[PlaceRef]:
    """The places of a heading, countries left out, and places that speak for a government unless `seats` are asked for: alone at the head
    of an entry "Kabul: a bomb killed three" is the town."""
    return [
        ref
        for ref in around.places_in(block.start, block.end)
        if ref.place is not None
        and ref.place.kind in ("settlement", "admin1", "admin2", "site")
        and ref.role not in ("from", "to", "origin")
        and (seats or not any(a.metonym for a in around.actors_in(ref.passage.start, ref.passage.end)))
    ]


def _one(found: Sequence[PlaceRef]) -> PlaceRef | None:
    """The place that all others of a heading hold or are, None where it names two places apart."""
    finest = max(found, key=lambda r: -r.place.coarseness if r.place else -9)
    for ref in found:
        if ref.place is None or finest.place is None:
            return None
        if ref.place.gazetteer_id != finest.place.gazetteer_id and not contains(ref.place, finest.place):
            return None
    return finest
