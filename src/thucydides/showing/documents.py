"""Documents: how a report is called in a line of text; never by its id."""

from thucydides.publishing import days
from thucydides.publishing.index import Index
from thucydides.reconciling.naming import document_name

_LONGEST = 60
"""Letters of a title shown."""


def called(index: Index, document: str) -> str:
    """A document in few words: its outlet, else its title, else how it begins."""
    return document_name(index.documents.get(document))


def credit(index: Index, document: str) -> str:
    """A document with its title and date: "Eurasianet, “Situation along the border…”, 2 December 2025"."""
    found = index.documents.get(document)
    if found is None:
        return "a report"
    title = " ".join((found.title or "").split())
    short = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
    date = days.published(found.published) if found.published else ""
    parts = [called(index, document), f"“{short}”" if found.outlet and title else "", date]
    return ", ".join(part for part in parts if part)
