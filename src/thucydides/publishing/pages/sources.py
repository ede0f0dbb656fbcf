"""Source: a document as the page shows it, with its text and every passage that the page refers to marked in it.

Invariant: a document's own address is linked only where it is http or https.
"""

from urllib.parse import urlsplit

from msgspec import Struct

from thucydides.nouns import Document
from thucydides.publishing import days, rules
from thucydides.publishing.assets import mapping
from thucydides.publishing.evidence import Evidence
from thucydides.publishing.index import Index
from thucydides.publishing.quoting import MOST_WORDS
from thucydides.publishing.reader import Paragraph, paragraphs, slug


class Source(Struct, frozen=True):
    """A document as shown: its letter, names, date with basis, what it cites, and its text with passages marked."""

    anchor: str
    href: str
    tag: str
    name: str
    outlet: str
    title: str
    author: str
    path: str
    published: str
    basis: str
    language: str
    url: str
    copy_of: str
    cites: tuple[str, ...]
    words: str
    sha256: str
    incidents: tuple[int, ...]
    notes: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


def sources(index: Index, evidence: Evidence, numbers: dict[str, int]) -> list[Source]:
    """Last of all, so that every passage that the page refers to is known and marked."""
    ends: dict[str, list[tuple[int, int, str]]] = {}
    told: dict[str, set[int]] = {}
    for incident in index.record.incidents:
        for mention in (index.mentions[m] for m in incident.mentions if m in index.mentions):
            number = numbers[incident.id]
            told.setdefault(mention.document, set()).add(number)
            for passage in mention.passages[:1]:
                evidence.ref(passage)
                ends.setdefault(mention.document, []).append((passage.end, number, evidence.addresses.incident(incident.id)))
    return [_source(index, evidence, d, ends.get(d.id, []), told.get(d.id, set())) for d in index.record.documents]


def _source(index: Index, evidence: Evidence, d: Document, ends: list[tuple[int, int, str]], told: set[int]) -> Source:
    return Source(
        anchor=f"d-{slug(d.id)}",
        href=evidence.addresses.document(d.id),
        tag=evidence.tags[d.id],
        name=index.source(d.id),
        outlet=d.outlet or "",
        title=d.title or "",
        author=d.author or "",
        path=d.path,
        published=days.published(d.published) if d.published else "no date of publication",
        basis=mapping("phrases")["bases"].get(d.published.basis, "") if d.published else "",
        language=d.language or "",
        url=safe(d.url),
        copy_of=index.source(d.copy_of) if d.copy_of else "",
        cites=tuple(dict.fromkeys(c.outlet for c in index.citations_of.get(d.id, ()))),
        words=f"{len(d.text.split()):,}",
        sha256=d.sha256,
        incidents=tuple(sorted(told)),
        notes=tuple(n for n in d.notes if n not in rules.meanings()),
        paragraphs=paragraphs(d, evidence.passages[d.id], ends, None if index.options.full_text else MOST_WORDS),
    )


def safe(url: str | None) -> str:
    """A document's address where a page may link to it (http, https with a host); empty else."""
    try:
        parts = urlsplit((url or "").strip())
        return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
