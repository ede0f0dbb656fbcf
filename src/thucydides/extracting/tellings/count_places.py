"""Count places: where those whom a count is of were harmed, by the places told right beside the count.

Invariant: a country is no place of a count; places in reach of each other are no row.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from thucydides.extracting.harm import Harm
from thucydides.grounding.places import distance_km
from thucydides.nouns import PlaceRef

REACH = 70
"""Characters after a count in which words can widen or place it."""
MANY = 10
"""So many dead without a place, some of them with one, are hardly of one deed."""
SEVERAL = 2
FAR_KM = 40.0
"""Kilometres beyond which two towns are not struck by one deed."""
_AND = re.compile(
    r"\s*(?:,|,?\s*and|,?\s*as well as)\s+(?:in\s+|near\s+)?"
    r"(?:the\s+(?:\w+\s+)?(?:towns?|cit(?:y|ies)|villages?|districts?|provinces?|regions?|suburbs?|port|states?)\s+of\s+)?"
)
_INCLUDING = re.compile(r",?\s+(?:including|among\s+(?:them|whom|those)|of\s+(?:them|whom|those))\b", re.IGNORECASE)
_OF_THEM = 10
"""Characters behind a number that say of whom it is: "17 of them"."""


def placed_part(text: str, start: int, whole: Harm, part: Harm, places: Sequence[PlaceRef]) -> bool:
    """Whether a count without a place has a part with one: "35 were killed on Tuesday, including 17 in the city of Homs"."""
    towns = [p for p in places if p.place is not None and p.place.kind not in ("country", "border") and p.role in ("at", "near")]
    before = any(start <= p.passage.start < part.people.start for p in towns)
    many = (whole.quantity.best or 0) >= MANY if whole.quantity is not None else False
    after = [p for p in towns if 0 <= p.passage.start - part.people.end < REACH // 2]
    behind = [p for p in after if "," not in text[part.people.end : p.passage.start]]  # "including 7 children, in Homs" places the whole
    opened = _INCLUDING.search(text, whole.people.end, part.people.end + _OF_THEM) is not None and part.people.start > whole.people.start
    alike = whole.outcome == part.outcome and whole.people.counted and part.people.counted
    return many and bool(behind) and not before and opened and alike


def before_verb(part: Harm, whole: Harm) -> int | None:
    """Where the words of a part end that stands before the verb of its whole: "100 people, among them 20 boys, died in Kufra"."""
    return whole.end if part.people.end < whole.end else None


def has_place(harm: Harm, places: Sequence[PlaceRef], until: int | None = None) -> bool:
    return any(
        p.place is not None
        and p.place.kind != "country"
        and (until is None or p.passage.start < until)
        and (0 <= p.passage.start - harm.people.end < 2 * REACH or harm.people.start < p.passage.start < harm.people.end)
        for p in places
    )


def several_places(text: str, at: int, end: int, places: Sequence[PlaceRef]) -> bool:
    """Whether a count is followed by a row of places far from one another: "seven people were killed in Homs, Idlib and Deir al-Zour"."""
    row = [p for p in places if p.place is not None and p.place.kind != "country" and at <= p.passage.start < end]
    if len(row) < SEVERAL or row[0].role not in ("at", "near"):
        return False
    ends = [p.passage.end for p in row]
    if len(row) == SEVERAL and text[ends[0] : row[1].passage.start].strip() == ",":
        return False  # "at Dawlat Abad, Faryab": a town and where it lies
    if len(row) == SEVERAL and not any(p.place is not None and p.place.kind == "settlement" for p in row):
        return False  # "by mortar fire in Samba and Rajouri districts": neighbours, however far their middles lie apart
    if not all(_AND.fullmatch(text, a, b.passage.start) for a, b in zip(ends[:-1], row[1:], strict=True)):
        return False
    apart = [distance_km(a.place, b.place) for a, b in pairwise(row) if a.place is not None and b.place is not None]
    return all(gap is not None and gap > FAR_KM for gap in apart)
