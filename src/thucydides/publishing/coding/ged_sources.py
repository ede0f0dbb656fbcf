"""The reports behind an event, as UCDP GED lists them: each outlet, date and headline, and whom they had it from."""

from typing import Any

from thucydides.nouns import Document, Incident
from thucydides.publishing.index import Index
from thucydides.publishing.shapes import iso


def sources(index: Index, incident: Incident) -> dict[str, Any]:
    """The source columns of an incident; a report that repeats another is not counted."""
    told = {index.mentions[m].document for m in incident.mentions if m in index.mentions} & index.documents.keys()
    speakers = {c.speaker: None for m in incident.mentions for c in index.claims_of.get(m, ()) if c.speaker}
    return listed([index.documents[d] for d in sorted(told)], list(speakers))


def listed(documents: list[Document], speakers: list[str]) -> dict[str, Any]:
    """The source columns of some documents."""
    own = [d for d in documents if d.copy_of is None] or documents
    offices = [_plain(d.outlet or "") for d in own]
    dates = [iso(d.published.earliest) or "" if d.published else "" for d in own]
    headlines = [_plain(d.title or d.path) for d in own]
    return {
        "number_of_sources": len(own),
        "source_article": ";".join(f'"{",".join(row)}"' for row in zip(offices, dates, headlines, strict=True)),
        "source_office": ";".join(offices),
        "source_date": ";".join(dates),
        "source_headline": ";".join(headlines),
        "source_original": ";".join(_plain(s) for s in speakers) or None,
    }


def _plain(text: str) -> str:
    """A text without the marks that separate it from others."""
    return " ".join(text.replace(";", ",").replace('"', "'").split())
