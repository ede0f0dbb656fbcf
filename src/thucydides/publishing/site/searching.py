"""Searching: the list that the site's search looks through: everything that has a page or a place on one, in few words."""

from typing import Any

import msgspec

from thucydides.publishing import words
from thucydides.publishing.evidence import Evidence
from thucydides.publishing.pages.incident import Entry
from thucydides.publishing.pages.sources import Source
from thucydides.publishing.site.people import Person

Row = tuple[str, str, str, str]
"""Kind, title, address, and the words that are looked through beside the title."""


def listing(evidence: Evidence, entries: list[Entry], sources: list[Source], people: list[Person], found: dict[str, Any]) -> bytes:
    """A script that gives the rows to the page that searches; a file opened from a disk may load no other data."""
    rows: list[Row] = [_entry(e) for e in entries]
    rows += [("Source", s.title or s.name, s.href, " ".join((s.outlet, s.author, s.published, s.path, *s.cites))) for s in sources]
    rows += [("Actor", p.name, f"actors.html#{p.anchor}", f"{p.kind} {p.country} {p.aliases}") for p in people]
    rows += [("Discrepancy", d.explanation, f"discrepancies.html#{d.anchor}", f"{d.kind} {d.attribute}") for d in found["disputes"]]
    rows += [("Question", g["question"], f"questions.html#{g['anchor']}", g["likely"]) for g in found["gaps"]]
    rows += [
        ("Statement", words.sentence_case(f"{s.who}: {s.what}"), of[0][2] if of else "statements.html", f"{s.through} {s.of}".strip())
        for s, of, _ in found["says"]
    ]
    data = msgspec.json.encode(rows).decode().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.recordRows = {data};\n".encode()


def _entry(e: Entry) -> Row:
    quotes = " ".join(r.quote.quote for r in e.rows if r.quote)
    parties = " ".join(name for name, _ in e.actors)
    kind = "Incident" if e.kind == "incident" else "Act"
    return kind, f"{e.title}, {e.when}", e.href, " ".join((e.where, e.type, e.id, parties, words.quantity(e.killed), quotes))
