"""Agencies: who wrote a report that others print, by its dateline or byline.

Rule `origin.agency`: "AMMAN (Reuters) -" before the first words, an agency's name in the place of the author, or alone on the line
of the byline, make the agency the carrier from which every outlet has the report.
"""

import re
from functools import lru_cache

from thucydides.grounding.outlets import outlet
from thucydides.nouns import Document

_HEAD = 600
"""Letters from the start in which a dateline stands."""
_DATELINE = re.compile(r"(?:^|[\n.:)] ?|[a-z] )[A-Z][A-Z'’ ,/-]{2,40}(?:[A-Z][a-z]+[ ,]+)?[^()\n]{0,30}\(([A-Z][\w&’' -]{1,30})\)\s*[-–—]")
_KINDS = frozenset({"news agency", "state agency"})


def agency(document: Document) -> str | None:
    """The agency that a report is of, by its listed name; None where none is named, or the outlet is itself the agency."""
    bylines = tuple(document.text[b.start : b.end] for b in document.blocks if b.kind == "byline")
    return _agency(document.text[:_HEAD], document.author, bylines)


@lru_cache(maxsize=1 << 14)
def _agency(head: str, author: str | None, bylines: tuple[str, ...]) -> str | None:
    match = _DATELINE.search(head)
    for said in (match[1] if match else "", author or "", *bylines):
        found = outlet(said.strip(" .-–—")) if said and len(said) < 60 else None
        if found is not None and found.kind in _KINDS:
            return found.name
    return None


def opening(text: str) -> int:
    """Where a report begins behind its dateline."""
    match = _DATELINE.search(text[:_HEAD])
    return match.end() if match else 0
