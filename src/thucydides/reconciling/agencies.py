"""Agencies: who wrote a report that others print, by its dateline or byline.

Rule `origin.agency`: "AMMAN (Reuters) -" before the first words, an agency's name in the place of the author, or alone on the line
of the byline, make the agency the carrier from which every outlet has the report.
"""

from functools import lru_cache

from thucydides.grounding.datelines import HEAD, filed_by
from thucydides.grounding.outlets import outlet
from thucydides.nouns import Document

_KINDS = frozenset({"news agency", "state agency"})


def agency(document: Document) -> str | None:
    """The agency that a report is of, by its listed name; None where none is named, or the outlet is itself the agency."""
    bylines = tuple(document.text[b.start : b.end] for b in document.blocks if b.kind == "byline")
    return _agency(document.text[:HEAD], document.author, bylines)


@lru_cache(maxsize=1 << 14)
def _agency(head: str, author: str | None, bylines: tuple[str, ...]) -> str | None:
    for said in (filed_by(head), author or "", *bylines):
        found = outlet(said.strip(" .-–—")) if said and len(said) < 60 else None
        if found is not None and found.kind in _KINDS:
            return found.name
    return None
