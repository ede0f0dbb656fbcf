"""References: a document as `<ref>{{cite news}}</ref>`, in full where it is first cited and by its name after that."""

import re
from collections.abc import Iterable

from thucydides.nouns import DateRange, Document, Passage
from thucydides.publishing import days
from thucydides.publishing.evidence import letters
from thucydides.publishing.index import Index, begins
from thucydides.publishing.pages.sources import safe
from thucydides.publishing.wiki.markup import plain, template

UNSAFE = re.compile(r"[^a-z0-9]+")
ENCYCLOPEDIA = "<!-- This document is itself an encyclopedia page: cite the sources that it names instead. -->"
BRACKETS = str.maketrans({"|": "%7C", "{": "%7B", "}": "%7D", "[": "%5B", "]": "%5D", "<": "%3C", ">": "%3E", " ": "%20"})


class References:
    """Gives out references and remembers which documents were cited already."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._names = {d.id: _name(d, letters(n)) for n, d in enumerate(index.record.documents)}
        self._cited: set[str] = set()

    def to(self, passages: Iterable[Passage], most: int = 6) -> str:
        """References to the documents of some passages, each document once."""
        documents = [d for d in dict.fromkeys(p.document for p in passages) if d in self._names]
        return "".join(self._one(d) for d in documents[:most])

    def _one(self, document: str) -> str:
        name = self._names[document]
        if document in self._cited:
            return f'<ref name="{name}" />'
        self._cited.add(document)
        return f'<ref name="{name}">{cite(self._index.documents[document])}</ref>'


def cite(document: Document) -> str:
    """A document from its own metadata as {{cite news}}; what it does not give is left out."""
    title = plain(document.title) if document.title else f"Untitled report beginning {plain(begins(document) or document.path)}"
    parameters = [
        ("author", plain(document.author or "")),
        ("title", title),
        ("url", (safe(document.url) or "").translate(BRACKETS)),
        ("work", plain(document.outlet or "")),
        ("date", _date(document.published)),
        ("language", document.language if document.language and document.language != "en" else ""),
    ]
    encyclopedic = any(b.kind == "infobox" for b in document.blocks)
    return template("cite news", parameters) + (ENCYCLOPEDIA if encyclopedic else "")


def _date(published: DateRange | None) -> str:
    """The day, month or year of publication; nothing where it is not known to one of them."""
    if published is None or published.earliest is None or published.latest is None:
        return ""
    if published.precision not in ("day", "month", "year"):
        return ""
    text = days.when(published)
    return text if " to " not in text and "–" not in text else ""


def _name(document: Document, letter: str) -> str:
    stem = UNSAFE.sub("-", (document.outlet or document.title or "report").lower()).strip("-")[:24].strip("-") or "report"
    return f"{stem}-{letter.lower()}"
