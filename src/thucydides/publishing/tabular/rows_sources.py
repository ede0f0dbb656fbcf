"""Rows of what the record rests on: documents, the passages read from them, and the parties they name."""

from collections import defaultdict
from collections.abc import Iterator

from thucydides.nouns import Passage
from thucydides.publishing.index import Index
from thucydides.publishing.shapes import iso
from thucydides.publishing.tabular.cells import JOIN, Row, passage


def sources_rows(index: Index) -> Iterator[Row]:
    """A row a document; its text only where the full text is asked for."""
    told: dict[str, dict[str, None]] = {}
    for incident in index.record.incidents:
        for m in incident.mentions:
            if m in index.mentions:
                told.setdefault(index.mentions[m].document, {})[incident.id] = None
    for d in index.record.documents:
        yield {
            "id": d.id,
            "path": d.path,
            "title": d.title,
            "outlet": d.outlet,
            "author": d.author,
            "published_edtf": d.published.edtf if d.published else None,
            "published_earliest": iso(d.published.earliest) if d.published else None,
            "published_latest": iso(d.published.latest) if d.published else None,
            "published_basis": d.published.basis if d.published else None,
            "language": d.language,
            "url": d.url,
            "copy_of": d.copy_of,
            "cites": JOIN.join(dict.fromkeys(c.outlet for c in index.citations_of.get(d.id, ()))),
            "words": len(d.text.split()),
            "incidents": JOIN.join(told.get(d.id, ())),
            "sha256": d.sha256,
            "text": d.text if index.options.full_text else None,
        }


class _Use:
    """What rests on one passage: incidents and claims by id, and the kinds of things."""

    def __init__(self) -> None:
        self.incidents: dict[str, None] = {}
        self.claims: list[str] = []
        self.kinds: dict[str, None] = {}


def passages_rows(index: Index) -> Iterator[Row]:
    """A row for each passage that something in the record rests on, in the order of the documents' texts."""
    for at, use in sorted(_used(index).items()):
        yield {
            "id": f"{at.document}:{at.start}-{at.end}",
            **passage(index, at),
            "used_for": JOIN.join(use.kinds),
            "incidents": JOIN.join(use.incidents),
            "claims": JOIN.join(use.claims),
        }


def _used(index: Index) -> dict[Passage, _Use]:
    found: dict[Passage, _Use] = defaultdict(_Use)
    record = index.record
    for incident in record.incidents:
        for name in incident.mentions:
            for at in index.mentions[name].passages if name in index.mentions else ():
                found[at].kinds["account"] = None
                found[at].incidents[incident.id] = None
    for claim in record.claims:
        use = found[claim.passage]
        use.kinds["claim"] = None
        use.claims.append(claim.id)
        for incident_id in index.incidents_of(claim):
            use.incidents[incident_id] = None
    for discrepancy in record.discrepancies:
        for side in discrepancy.values:
            found[side.passage].kinds["discrepancy"] = None
    others = (("aggregate", record.aggregates), ("figure", record.figures), ("gap", record.gaps))
    for kind, nouns in others:
        for noun in nouns:
            found[noun.passage].kinds[kind] = None
    return found


def actors_rows(index: Index) -> Iterator[Row]:
    """A row a party."""
    takes: dict[str, dict[str, None]] = defaultdict(dict)
    for incident in index.record.incidents:
        for actor, _, _ in incident.actors:
            takes[actor][incident.id] = None
    for a in index.record.actors:
        yield {
            "id": a.id,
            "name": a.name,
            "kind": a.kind,
            "country": a.country,
            "parent": a.parent,
            "active": a.active or None,
            "aliases": JOIN.join(a.aliases),
            "incidents": JOIN.join(takes.get(a.id, ())),
        }
