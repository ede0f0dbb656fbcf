"""Index: a record's parts by id, and what every format asks of them.

Invariant: built once an export and only read; each look-up is constant time, so that large records stay quick to write.
"""

import re
from collections import defaultdict
from functools import cache, cached_property

from thucydides.nouns import (
    Actor,
    AggregateCheck,
    Citation,
    Claim,
    Discrepancy,
    Document,
    Incident,
    Mention,
    Passage,
    Range,
    Record,
)
from thucydides.publishing.options import Options
from thucydides.publishing.quoting import bounds, cut, sentence
from thucydides.vocabulary import table

_BORDER = re.compile(r"^[A-Z]{2}(?:[–-][A-Z]{2})?(?= border$)")

LONG_TITLE = 44
"""Letters of a title that stand for a document without an outlet."""
OPENING = 6
"""Words of a text that stand for a document without outlet and title."""
SPACES = re.compile(r"\s+")


class Index:
    """The parts of one record by id; names of documents, actors and countries; quotations as long as the options allow."""

    def __init__(self, record: Record, options: Options | None = None) -> None:
        self.record = record
        self.options = options or Options()
        self.documents: dict[str, Document] = {d.id: d for d in record.documents}
        self.claims: dict[str, Claim] = {c.id: c for c in record.claims}
        self.mentions: dict[str, Mention] = {m.id: m for m in record.mentions}
        self.incidents: dict[str, Incident] = {i.id: i for i in record.incidents}
        self.actors: dict[str, Actor] = {a.id: a for a in record.actors}
        self.discrepancies: dict[str, Discrepancy] = {d.id: d for d in record.discrepancies}
        self.checks: dict[str, AggregateCheck] = {c.aggregate: c for c in record.checks}
        self._sources: dict[str, str] = {}
        self._quotes: dict[tuple[str, int, int], str] = {}

    @cached_property
    def incident_of(self) -> dict[str, tuple[str, ...]]:
        """The incidents that each mention belongs to (one, save where a person's ruling says otherwise)."""
        found: dict[str, list[str]] = defaultdict(list)
        for incident in self.record.incidents:
            for mention in incident.mentions:
                found[mention].append(incident.id)
        return {mention: tuple(ids) for mention, ids in found.items()}

    @cached_property
    def ranges_of(self) -> dict[str, tuple[Range, ...]]:
        """What the stated numbers allow for the counts of each incident, everybody's first."""
        found: dict[str, list[Range]] = defaultdict(list)
        for one in self.record.ranges:
            if one.scope == "incident":
                found[one.key].append(one)
        return {incident: tuple(ranges) for incident, ranges in found.items()}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that speak of each mention, in the order of the record."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.record.claims:
            for mention in claim.mentions:
                found[mention].append(claim)
        return {mention: tuple(claims) for mention, claims in found.items()}

    @cached_property
    def citations_of(self) -> dict[str, tuple[Citation, ...]]:
        """The inline citations of each document, in the order of its text."""
        found: dict[str, list[Citation]] = defaultdict(list)
        for citation in sorted(self.record.citations, key=lambda c: (c.passage, c.outlet)):
            found[citation.passage.document].append(citation)
        return {document: tuple(citations) for document, citations in found.items()}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """A short number for each incident and act, 1 upwards in the order of time: incidents first, then acts."""
        ordered = sorted(self.record.incidents, key=lambda i: (i.kind != "incident", by_time(i)))
        return {incident.id: n for n, incident in enumerate(ordered, 1)}

    def incidents_of(self, claim: Claim) -> tuple[str, ...]:
        """The incidents a claim speaks of, each once."""
        if len(claim.mentions) == 1:
            return self.incident_of.get(claim.mentions[0], ())
        return tuple(dict.fromkeys(i for m in claim.mentions for i in self.incident_of.get(m, ())))

    def claims_on(self, incident: Incident, attribute: str) -> tuple[Claim, ...]:
        """The claims on one attribute of one incident, each once, in the order of the record."""
        found = {c.id: c for m in incident.mentions for c in self.claims_of.get(m, ()) if c.attribute == attribute}
        for name in incident.claims:
            if name in self.claims and self.claims[name].attribute == attribute:
                found.setdefault(name, self.claims[name])
        return tuple(found.values())

    def text(self, passage: Passage) -> str:
        """The characters of a passage as the document has them; empty where the document is not in the record."""
        document = self.documents.get(passage.document)
        return document.text[passage.start : passage.end] if document else ""

    def quote(self, passage: Passage, words: int | None = None) -> str:
        """A passage in at most `words` words (those of the options where None), white space made even, with "…" where it was cut."""
        if words is not None:
            return cut(self.text(passage), words)
        key = (passage.document, passage.start, passage.end)
        if key not in self._quotes:
            self._quotes[key] = cut(self.text(passage), self.options.words)
        return self._quotes[key]

    def bounds(self, passage: Passage) -> tuple[int, int]:
        """The characters of the sentence or line that a passage stands in."""
        return bounds(self.documents[passage.document].text, passage)

    def sentence(self, passage: Passage, words: int | None = None) -> str:
        """The sentence or line that a passage stands in, in at most `words` words, so cut that it still holds the passage."""
        document = self.documents.get(passage.document)
        return sentence(document.text, passage, words or self.options.words) if document else ""

    def source(self, document: str) -> str:
        """A document's name for a reader: its outlet, else its title (its beginning where it is long), else its first words."""
        if document not in self._sources:
            self._sources[document] = self._source(document)
        return self._sources[document]

    def _source(self, document: str) -> str:
        found = self.documents.get(document)
        if found is None:
            return document
        title = SPACES.sub(" ", found.title or "").strip()
        if len(title) > LONG_TITLE:
            title = title[: LONG_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
        return found.outlet or (f"“{title}”" if title else begins(found) or found.path)

    def actor(self, name: str | None) -> str:
        """An actor's canonical name by id; a name that is no id stands as it is."""
        if name is None:
            return ""
        return self.actors[name].name if name in self.actors else name


def begins(document: Document) -> str:
    """An untitled document by the words that its text begins with: “Tajik officials announced Sunday that they…”."""
    first = next((b for b in document.blocks if b.kind == "paragraph"), None)
    opening = document.text[first.start : first.end].split() if first else document.text.split()
    return f"“{' '.join(opening[:OPENING])}…”" if opening else ""


def by_time(incident: Incident) -> tuple[str, str, str]:
    """The order of time: first possible day, last possible day, id; what has no date comes last."""
    assessed = incident.assessed("date")
    found = assessed.date if assessed else None
    first = (found.earliest or found.latest) if found else None
    last = (found.latest or found.earliest) if found else None
    return (first.isoformat() if first else "9999", last.isoformat() if last else "9999", incident.id)


def country(code: str | None) -> str:
    """A country's English short name by its ISO alpha-2 code; the code itself where it is unknown."""
    return "" if not code else _countries().get(code, code)


def subject(of: str) -> str:
    """What a background figure is of, with countries by name: "AF–TJ border" is the "Afghanistan–Tajikistan border"."""
    return _BORDER.sub(lambda match: "–".join(country(code) for code in re.split("[–-]", match[0])), of)


@cache
def _countries() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table("demonyms")}
